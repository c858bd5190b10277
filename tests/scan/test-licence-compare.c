/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence-compare.h"

#include <string.h>

#include "hall-error.h"
#include "sample.h"

#define ID_NUMBER "34052419800101001X"

static HallCatalog *catalog;

static const HallRequirement *
get_slot (const char *slot)
{
  return hall_catalog_find_requirement (catalog, slot);
}

static HallApplication *
new_application (void)
{
  HallApplication *application = hall_application_new (catalog->id, "organisation");

  hall_application_set (application, "organisation.name", "深圳市云帆信息技术有限公司");
  hall_application_set (application, "organisation.uscc", "91510107MA3JJL6B14");
  hall_application_set (application, "legal_rep.name", "王建国");
  hall_application_set (application, "subject_person.name", "诸葛文静");
  hall_application_set (application, "subject_person.id_number", ID_NUMBER);
  return application;
}

static const struct
{
  const char *texts[HALL_N_LICENCE_ITEMS]; /* name, uscc, type, legal representative, until */
  const char *codes;                       /* of the findings, in order */
} cases[] = {
  { { "深圳市云帆信息技术有限公司", "91510107MA3JJL6B14", NULL, "王建国", "长期" }, "" },
  { { "深圳市云帆信息技术有限公司", NULL, NULL, NULL, NULL }, "" },
  { { "深圳市云帆信惠技术有限公司", NULL, NULL, "王健国", NULL }, "" }, /* misread a little */
  { { "深圳市海纳物流有限公司", NULL, NULL, NULL, NULL }, "licence-differs" },
  { { NULL, "91310115MAXG612D6R", NULL, NULL, NULL }, "licence-differs" },
  { { "深圳市云帆信息技术有限公司", NULL, NULL, "李秀兰", NULL }, "licence-differs" },
  { { "深圳市云帆信息技术有限公司", NULL, NULL, NULL, "2026-11-21" }, "licence-expired" },
  { { "深圳市云帆信息技术有限公司", NULL, NULL, NULL, "2026-11-22" }, "" },
  { { NULL, NULL, NULL, "王建国", "长期" }, "licence-unread" },
  { { NULL, NULL, NULL, NULL, NULL }, "licence-unread" },
};

static const struct
{
  const char *name, *number; /* (nullable) */
  const char *codes;         /* of the findings, in order */
} card_cases[] = {
  { "诸葛文静", ID_NUMBER, "" },
  { "诸葛文静", NULL, "" },
  { NULL, ID_NUMBER, "" },
  { "诸葛文青", ID_NUMBER, "" }, /* misread a little */
  { "王建国", ID_NUMBER, "id-card-differs" },
  { "诸葛文静", "11010519491231002X", "id-card-differs" },
  { "王建国", "11010519491231002X", "id-card-differsid-card-differs" },
  { NULL, NULL, "id-card-unread" },
};

/* @name, @number: (nullable). A licence's name beside them says nothing. */
static HallLicence *
new_card (const char *name, const char *number)
{
  HallLicence *card = hall_licence_new ();

  card->items[HALL_LICENCE_NAME].text = g_strdup ("深圳市海纳物流有限公司");
  card->items[HALL_LICENCE_PERSON_NAME].text = g_strdup (name);
  card->items[HALL_LICENCE_PERSON_NAME].place = (HallPlace){ 1, 0.25, 0.5, 0.125, 0.0625 };
  card->items[HALL_LICENCE_ID_NUMBER].text = g_strdup (number);
  card->items[HALL_LICENCE_ID_NUMBER].place = (HallPlace){ 1, 0.25, 0.75, 0.125, 0.0625 };
  return card;
}

static HallLicence *
new_licence (gsize row)
{
  HallLicence *licence = hall_licence_new ();

  for (guint id = 0; id < HALL_N_LICENCE_ITEMS; id++)
    {
      licence->items[id].text = g_strdup (cases[row].texts[id]);
      if (cases[row].texts[id] != NULL)
        licence->items[id].place = (HallPlace){ 1, 0.25, 0.5, 0.125, 0.0625 };
      licence->items[id].confidence = cases[row].texts[id] != NULL ? 0.9 : 0;
    }
  return licence;
}

static void
test_cases (void)
{
  g_autoptr (HallApplication) application = new_application ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 11, 2026);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HallLicence) licence = new_licence (i);
      g_autoptr (GPtrArray) findings = hall_findings_new ();
      g_autoptr (GString) codes = g_string_new (NULL);

      hall_licence_compare (licence, get_slot ("business_licence"), application, catalog, &today,
                            findings);
      for (guint k = 0; k < findings->len; k++)
        {
          const HallFinding *finding = g_ptr_array_index (findings, k);

          g_string_append (codes, hall_issue_code_get_name (finding->issue.code));
          g_assert_cmpstr (finding->where, ==, "business_licence");
          g_assert_cmpint (finding->severity, <, HALL_WRONG);
          g_assert_cmpuint (finding->place.page, ==,
                            finding->issue.code == HALL_ISSUE_LICENCE_UNREAD ? 0 : 1);
        }
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (codes->str, ==, cases[i].codes);
    }
}

static void
test_cards (void)
{
  g_autoptr (HallApplication) application = new_application ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 11, 2026);
  for (gsize i = 0; i < G_N_ELEMENTS (card_cases); i++)
    {
      g_autoptr (HallLicence) card = new_card (card_cases[i].name, card_cases[i].number);
      g_autoptr (GPtrArray) findings = hall_findings_new ();
      g_autoptr (GString) codes = g_string_new (NULL);

      hall_licence_compare (card, get_slot ("subject_id_copy"), application, catalog, &today,
                            findings);
      for (guint k = 0; k < findings->len; k++)
        {
          const HallFinding *finding = g_ptr_array_index (findings, k);

          g_string_append (codes, hall_issue_code_get_name (finding->issue.code));
          g_assert_cmpstr (finding->where, ==, "subject_id_copy");
          g_assert_cmpint (finding->severity, <, HALL_WRONG);
        }
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (codes->str, ==, card_cases[i].codes);
    }
}

/* An identity number that was read is nowhere said in full, though its place is. */
static void
test_masked (void)
{
  g_autoptr (HallApplication) application = new_application ();
  g_autoptr (HallLicence) card = new_card (NULL, "11010519491231002X");
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 11, 2026);
  hall_licence_compare (card, get_slot ("subject_id_copy"), application, catalog, &today, findings);
  g_assert_cmpuint (findings->len, ==, 1);
  for (HallLang lang = 0; lang < HALL_N_LANGS; lang++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, 0);
      g_autofree char *said = hall_issue_format (&finding->issue, lang);

      g_assert_nonnull (strstr (said, "“110***********002X”"));
      g_assert_null (strstr (said, "19491231"));
      g_assert_cmpfloat (finding->place.y, ==, 0.75);
    }
}

/* The finding names the field, in either language, and what was read. */
static void
test_words (void)
{
  g_autoptr (HallApplication) application = new_application ();
  g_autoptr (HallLicence) licence = new_licence (3);
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_autofree char *english = NULL, *chinese = NULL;
  const HallFinding *finding;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 11, 2026);
  hall_licence_compare (licence, get_slot ("business_licence"), application, catalog, &today,
                        findings);
  finding = g_ptr_array_index (findings, 0);
  english = hall_issue_format (&finding->issue, HALL_LANG_EN);
  chinese = hall_issue_format (&finding->issue, HALL_LANG_ZH_CN);
  g_assert_nonnull (strstr (english, "“Name” is “深圳市海纳物流有限公司”"));
  g_assert_nonnull (strstr (chinese, "“机构名称”是“深圳市海纳物流有限公司”"));
}

static void
test_propose (void)
{
  g_autoptr (HallLicence) licence = new_licence (0);
  g_autoptr (GHashTable) values = hall_licence_propose (licence, catalog);

  g_assert_cmpuint (g_hash_table_size (values), ==, 4);
  g_assert_cmpstr (g_hash_table_lookup (values, "organisation.name"), ==, cases[0].texts[0]);
  g_assert_cmpstr (g_hash_table_lookup (values, "organisation.uscc"), ==, cases[0].texts[1]);
  g_assert_cmpstr (g_hash_table_lookup (values, "legal_rep.name"), ==, "王建国");
  g_assert_cmpstr (g_hash_table_lookup (values, "organisation.licence_valid_to"), ==, "长期");
}

static void
test_propose_card (void)
{
  g_autoptr (HallLicence) card = new_card ("诸葛文静", ID_NUMBER);
  g_autoptr (GHashTable) values = NULL;

  g_clear_pointer (&card->items[HALL_LICENCE_NAME].text, g_free);
  values = hall_licence_propose (card, catalog);
  g_assert_cmpuint (g_hash_table_size (values), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (values, "subject_person.name"), ==, "诸葛文静");
  g_assert_cmpstr (g_hash_table_lookup (values, "subject_person.id_number"), ==, ID_NUMBER);
}

static void
test_json (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HallLicence) licence = new_licence (i);
      g_autoptr (JsonNode) root = hall_licence_to_json (licence);
      g_autofree char *text = json_to_string (root, FALSE);
      g_autoptr (GError) error = NULL;
      g_autoptr (HallLicence) again = hall_licence_parse (text, -1, &error);

      g_assert_no_error (error);
      for (guint id = 0; id < HALL_N_LICENCE_ITEMS; id++)
        {
          g_assert_cmpstr (again->items[id].text, ==, licence->items[id].text);
          g_assert_cmpfloat (again->items[id].place.height, ==, licence->items[id].place.height);
        }
    }
}

/* What a helper that was taken over may say. */
static void
test_hostile (void)
{
  static const char *const texts[] = {
    "",
    "[]",
    "{\"name\": 1}",
    "{\"name\": {\"text\": \"x\"}}",
    "{\"name\": {\"text\": \"x\", \"confidence\": 101, \"place\": {\"page\": 1, \"x\": 0, \"y\": 0, "
    "\"width\": 0, \"height\": 0}}}",
    "{\"name\": {\"text\": \"x\", \"confidence\": 1, \"place\": {\"page\": 2, \"x\": 0, \"y\": 0, "
    "\"width\": 0, \"height\": 0}}}",
    "{\"name\": {\"text\": \"x\", \"confidence\": 1, \"place\": {\"page\": 1, \"x\": -1, \"y\": 0, "
    "\"width\": 0, \"height\": 0}}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallLicence) licence = hall_licence_parse (texts[i], -1, &error);

      g_assert_null (licence);
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalog = sample_catalog ();
  g_test_add_func ("/licence-compare/cases", test_cases);
  g_test_add_func ("/licence-compare/cards", test_cards);
  g_test_add_func ("/licence-compare/words", test_words);
  g_test_add_func ("/licence-compare/masked", test_masked);
  g_test_add_func ("/licence-compare/propose", test_propose);
  g_test_add_func ("/licence-compare/propose-card", test_propose_card);
  g_test_add_func ("/licence-compare/json", test_json);
  g_test_add_func ("/licence-compare/hostile", test_hostile);
  status = g_test_run ();
  hall_catalog_unref (catalog);
  return status;
}
