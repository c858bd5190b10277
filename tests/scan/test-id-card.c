/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading identity cards: two dozen of them, as people copy and photograph them. The figures are
 * printed; the floors are what was measured, less one or two. A wrong number never comes out.
 */
#include <locale.h>

#include "hall-licence-compare.h"
#include "hall-tidy.h"
#include "id-card-maker.h"
#include "sample.h"
#include "scan-maker.h"

static const struct
{
  HallLicenceItemId item;
  guint floor; /* right ones of N_ID_CARDS */
} floors[] = { { HALL_LICENCE_ID_NUMBER, 23 }, { HALL_LICENCE_PERSON_NAME, 16 } };

/* Copiers, scanners and phones, as they are met. */
static const IdCardWay ways[] = {
  { ID_CARD_BOTH, "Noto Sans CJK SC", 200, 1, { 6, 75, 0, FALSE } },
  { ID_CARD_SIDE, "Noto Sans CJK SC", 300, -0.7, { 8, 70, 0, TRUE } },
  { ID_CARD_BOTH, "Noto Sans CJK SC", 150, 0.4, { 4, 80, 0, FALSE } },
  { ID_CARD_ALONE, "Noto Sans CJK SC", 300, -1.5, { 8, 60, 0, FALSE } },
  { ID_CARD_BOTH, "Noto Sans CJK SC", 300, -2, { 8, 60, 0, TRUE } },
  { ID_CARD_ALONE, "Noto Sans CJK SC", 200, 2, { 5, 75, 0, FALSE } },
};

static gboolean
skip_without_reader (void)
{
  if (!hall_licence_can_read (HALL_DOCUMENT_SUBJECT_ID))
    g_test_skip ("there is no reader, or its data are not installed");
  return !hall_licence_can_read (HALL_DOCUMENT_SUBJECT_ID);
}

static HallLicence *
read_copy (guint i, const IdCardWay *way)
{
  g_autoptr (GBytes) copy = id_card_maker_copy (&id_card_texts[i], way);
  g_autoptr (GError) error = NULL;
  HallLicence *card =
      hall_licence_read (copy, HALL_MEDIA_JPEG, HALL_DOCUMENT_SUBJECT_ID, NULL, &error);

  g_assert_no_error (error);
  return card;
}

static const char *
get_true_text (guint i, HallLicenceItemId item)
{
  return item == HALL_LICENCE_ID_NUMBER ? id_card_texts[i].number : id_card_texts[i].name;
}

static void
test_two_dozen (void)
{
  guint right[HALL_N_LICENCE_ITEMS] = { 0 }, wrong[HALL_N_LICENCE_ITEMS] = { 0 };
  gint64 started_us = g_get_monotonic_time ();

  if (skip_without_reader ())
    return;
  for (guint i = 0; i < N_ID_CARDS; i++)
    {
      g_autoptr (HallLicence) card = read_copy (i, &ways[i % G_N_ELEMENTS (ways)]);

      for (gsize row = 0; row < G_N_ELEMENTS (floors); row++)
        {
          HallLicenceItemId item = floors[row].item;
          const char *text = card->items[item].text, *truth = get_true_text (i, item);
          gboolean is_right = text != NULL && hall_text_equal_folded (text, truth);

          right[item] += is_right;
          wrong[item] += text != NULL && !is_right;
          if (!is_right)
            g_test_message ("%u %s: %s, not %s", i, hall_licence_item_get_name (item), truth,
                            text != NULL ? text : "read");
        }
    }
  for (gsize row = 0; row < G_N_ELEMENTS (floors); row++)
    g_test_message ("%s: %u of %d right, %u wrong, the others left out",
                    hall_licence_item_get_name (floors[row].item), right[floors[row].item],
                    N_ID_CARDS, wrong[floors[row].item]);
  g_test_message ("%.2f s each",
                  (double) (g_get_monotonic_time () - started_us) / 1e6 / N_ID_CARDS);
  for (gsize row = 0; row < G_N_ELEMENTS (floors); row++)
    g_assert_cmpuint (right[floors[row].item], >=, floors[row].floor);
  g_assert_cmpuint (wrong[HALL_LICENCE_ID_NUMBER], ==, 0);
}

/* On its side and on its head: the same is read, and its place is on the page as it came. */
static void
test_turned (void)
{
  static const struct
  {
    int turns;
    double x, y; /* about where the number stands */
  } turned[] = { { 0, 0.55, 0.36 }, { 1, 0.64, 0.55 }, { 2, 0.45, 0.64 }, { 3, 0.36, 0.45 } };

  if (skip_without_reader ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (turned); i++)
    {
      IdCardWay way = {
        ID_CARD_BOTH, "Noto Sans CJK SC", 200, 0, { 0, 85, turned[i].turns, FALSE }
      };
      g_autoptr (HallLicence) card = read_copy (5, &way);
      const HallLicenceItem *number = &card->items[HALL_LICENCE_ID_NUMBER];

      g_assert_cmpstr (number->text, ==, id_card_texts[5].number);
      g_assert_cmpuint (number->place.page, ==, 1);
      g_assert_cmpfloat_with_epsilon (number->place.x + number->place.width / 2, turned[i].x, 0.08);
      g_assert_cmpfloat_with_epsilon (number->place.y + number->place.height / 2, turned[i].y,
                                      0.08);
    }
}

/* The copy of a card against the application: its own, and another person's. */
static void
test_compared (void)
{
  static const struct
  {
    guint card; /* what was filled in */
    const char *codes;
  } people[] = { { 0, "" }, { 4, "id-card-differs id-card-differs " } };
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  const HallRequirement *slot = hall_catalog_find_document (catalog, HALL_DOCUMENT_SUBJECT_ID);
  g_autoptr (GBytes) copy = id_card_maker_copy (&id_card_texts[0], &ways[0]);
  GDate today;

  if (skip_without_reader ())
    return;
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 11, 2026);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      const IdCardText *text = &id_card_texts[people[i].card];
      g_autoptr (HallApplication) application =
          hall_application_new (catalog->id, "organisation-person");
      g_autoptr (GPtrArray) findings = hall_findings_new ();
      g_autoptr (GString) codes = g_string_new (NULL);

      hall_application_set (application, "subject_person.name", text->name);
      hall_application_set (application, "subject_person.id_number", text->number);
      hall_licence_inspect (copy, slot, application, catalog, &today, findings);
      for (guint k = 0; k < findings->len; k++)
        {
          const HallFinding *finding = g_ptr_array_index (findings, k);

          g_string_append_printf (codes, "%s ", hall_issue_code_get_name (finding->issue.code));
          g_assert_cmpint (finding->severity, <, HALL_WRONG);
          g_assert_cmpstr (finding->issue.args[2], !=, id_card_texts[0].number);
        }
      g_assert_cmpstr (codes->str, ==, people[i].codes);
    }
}

/* No card at all: nothing is read, and nothing fails. A card is no licence. */
static void
test_others (void)
{
  g_autoptr (GBytes) picture = scan_maker_jpeg (1200, 900);
  g_autoptr (GBytes) card = id_card_maker_copy (&id_card_texts[0], &ways[0]);
  const struct
  {
    GBytes *bytes;
    HallDocumentKind kind;
  } files[] = { { picture, HALL_DOCUMENT_SUBJECT_ID }, { card, HALL_DOCUMENT_BUSINESS_LICENCE } };

  if (skip_without_reader ())
    return;
  g_assert_false (hall_licence_can_read (HALL_DOCUMENT_VOUCHER));
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallLicence) read =
          hall_licence_read (files[i].bytes, HALL_MEDIA_JPEG, files[i].kind, NULL, &error);

      g_assert_no_error (error);
      g_assert_null (read->items[HALL_LICENCE_ID_NUMBER].text);
      g_assert_null (read->items[HALL_LICENCE_PERSON_NAME].text);
      g_assert_null (read->items[HALL_LICENCE_USCC].text);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-card/two-dozen", test_two_dozen);
  g_test_add_func ("/id-card/turned", test_turned);
  g_test_add_func ("/id-card/compared", test_compared);
  g_test_add_func ("/id-card/others", test_others);
  return g_test_run ();
}
