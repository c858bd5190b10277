/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reasons of a return: their texts, what each can be about, and what the handler does next.
 */
#include "hall-reason.h"

#include <string.h>

#include "hall-test.h"

/* Every place of the catalogue, in its order: fields, slots, and the two that are neither. */
static GPtrArray *
all_places (void)
{
  const HallCatalog *catalog = hall_test_catalog ();
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      for (guint j = 0; j < section->fields->len; j++)
        g_ptr_array_add (places, ((HallField *) g_ptr_array_index (section->fields, j))->id);
    }
  for (guint i = 0; i < catalog->requirements->len; i++)
    g_ptr_array_add (places,
                     ((HallRequirement *) g_ptr_array_index (catalog->requirements, i))->slot);
  g_ptr_array_add (places, (gpointer) HALL_PLACE_HANDLER_AUTH);
  g_ptr_array_add (places, (gpointer) HALL_PLACE_ORDER);
  return places;
}

/* "section.*" if the reason fits every field of the section, else the fields one by one. */
static guint
print_section (GString *out, HallReason reason, const HallCertificateType *type, guint index)
{
  const HallCatalog *catalog = hall_test_catalog ();
  const HallSection *section = g_ptr_array_index (catalog->sections, index);
  g_autoptr (GString) fields = g_string_new (NULL);
  guint found = 0;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const HallField *field = g_ptr_array_index (section->fields, i);

      if (!hall_reason_fits (reason, catalog, type, field->id))
        continue;
      g_string_append_printf (fields, " %s", field->id);
      found++;
    }
  if (found == section->fields->len)
    g_string_append_printf (out, " %s.*", section->id);
  else
    g_string_append (out, fields->str);
  return found;
}

static void
print_places (GString *out, HallReason reason, const HallCertificateType *type)
{
  const HallCatalog *catalog = hall_test_catalog ();
  g_autoptr (GPtrArray) places = all_places ();
  guint found = 0;

  g_string_append_printf (out, "    %s:", type->id);
  for (guint i = 0; i < catalog->sections->len; i++)
    found += print_section (out, reason, type, i);
  for (guint i = 0; i < places->len; i++)
    if (hall_catalog_find_field (catalog, places->pdata[i]) == NULL
        && hall_reason_fits (reason, catalog, type, places->pdata[i]))
      {
        g_string_append_printf (out, " %s", (char *) places->pdata[i]);
        found++;
      }
  g_string_append (out, found > 0 ? "\n" : " nothing\n");
}

/* Reasons against places, and places with what to do next: read tests/data/reasons.txt. */
static void
test_printout (void)
{
  const HallCatalog *catalog = hall_test_catalog ();
  g_autoptr (GPtrArray) places = all_places ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint reason = 0; reason < HALL_N_REASONS; reason++)
    {
      g_string_append_printf (out, "%s %s\n    %s\n", hall_reason_get_code (reason),
                              hall_reason_get_label (reason, HALL_LANG_ZH_CN),
                              hall_reason_get_label (reason, HALL_LANG_EN));
      for (guint i = 0; i < catalog->types->len; i++)
        print_places (out, reason, g_ptr_array_index (catalog->types, i));
    }
  g_string_append (out, "\nnext steps\n");
  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (out, "  %s | %s | %s\n", (char *) places->pdata[i],
                            hall_place_get_label (catalog, places->pdata[i], HALL_LANG_ZH_CN),
                            hall_reason_get_next_step (catalog, places->pdata[i], HALL_LANG_ZH_CN));
  hall_test_assert_golden ("reasons.txt", out->str);
}

/* What each code is about, and a place that it is not about. */
static const struct
{
  const char *code;
  const char *fits;
  const char *other;
} targets[] = {
  { "F01", "application_form", "business_licence" },
  { "F02", "application_form", "seal_capture_sheet" },
  { "F03", "application_form", "organisation.name" },
  { "F04", "application_form", "order" },
  { "F05", "application_form", "subject_id_copy" },
  { "F06", "application_form", "handler_auth" },
  { "L01", "business_licence", "application_form" },
  { "L02", "business_licence", "subject_id_copy" },
  { "L03", "organisation.uscc", "legal_rep.name" },
  { "L03", "business_licence", "application_form" },
  { "L04", "legal_rep.name", "handler.name" },
  { "L05", "business_licence", "organisation.address" },
  { "S01", "seal_capture_sheet", "application_form" },
  { "S02", "seal_capture_sheet", "application_form" },
  { "S04", "seal_capture_sheet", "application_form" },
  { "S05", "seal_capture_sheet", "application_form" },
  { "S06", "seal_capture_sheet", "organisation.name" },
  { "P01", "subject_id_copy", "handler_auth" },
  { "P02", "subject_id_copy", "business_licence" },
  { "P03", "subject_person.id_number", "subject_id_copy" },
  { "P04", "subject_id_copy", "business_licence" },
  { "H01", "handler_auth", "handler.name" },
  { "H02", "handler_auth", "subject_person.name" },
  { "H02", "handler.id_number", "subject_person.id_number" },
  { "H03", "handler.mobile", "subject_person.mobile" },
  { "H04", "subject_person.mobile", "handler.mobile" },
  { "Y01", "payment_voucher", "application_form" },
  { "Y02", "payment_voucher", "order" },
  { "Y03", "payment_voucher", "basic_account.account_no" },
  { "Y04", "payment_voucher", "business_licence" },
  { "Y05", "payment_voucher", "order" },
  { "B01", "basic_account.account_no", "payment_voucher" },
  { "B02", "basic_account.cnaps_code", "invoice.bank" },
  { "B03", "basic_account.account_no", "order" },
  { "B04", "basic_account.account_no", "handler.name" },
  { "A01", "delivery.detail_address", "organisation.address" },
  { "I01", "invoice.tax_no", "organisation.uscc" },
  { "D01", "order", "application_form" },
  { "X99", "order", "no.such_place" },
  { "X99", "handler.email", "" },
};

static void
test_targets (void)
{
  const HallCatalog *catalog = hall_test_catalog ();
  const HallCertificateType *person = hall_catalog_find_type (catalog, "organisation-person");

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      HallReason reason = hall_reason_from_code (targets[i].code);

      g_test_message ("%s", targets[i].code);
      g_assert_cmpint (reason, <, HALL_N_REASONS);
      g_assert_true (hall_reason_fits (reason, catalog, person, targets[i].fits));
      g_assert_false (hall_reason_fits (reason, catalog, person, targets[i].other));
    }
}

/* What an organisation's certificate does not have cannot be returned. */
static void
test_types (void)
{
  const HallCatalog *catalog = hall_test_catalog ();
  const HallCertificateType *organisation = hall_catalog_find_type (catalog, "organisation");
  const HallCertificateType *person = hall_catalog_find_type (catalog, "organisation-person");

  for (guint reason = 0; reason < HALL_N_REASONS; reason++)
    {
      g_assert_false (hall_reason_fits (reason, catalog, organisation, "subject_id_copy"));
      g_assert_false (hall_reason_fits (reason, catalog, organisation, "subject_person.name"));
      g_assert_false (hall_reason_fits (reason, catalog, person, NULL));
    }
  /* the wrong seal is another one for each type */
  g_assert_true (hall_reason_fits (HALL_REASON_S03, catalog, organisation, "seal_capture_sheet"));
  g_assert_false (hall_reason_fits (HALL_REASON_S03, catalog, person, "seal_capture_sheet"));
  g_assert_false (hall_reason_fits (HALL_REASON_S04, catalog, organisation, "seal_capture_sheet"));
  g_assert_true (hall_reason_fits (HALL_REASON_S04, catalog, person, "seal_capture_sheet"));
}

/* Every reason can be given for something in some type, and every place has a reason. */
static void
test_nothing_is_left_out (void)
{
  const HallCatalog *catalog = hall_test_catalog ();
  const HallCertificateType *person = hall_catalog_find_type (catalog, "organisation-person");
  g_autoptr (GPtrArray) places = all_places ();

  for (guint i = 0; i < places->len; i++)
    {
      guint reasons = 0;

      for (guint reason = 0; reason < HALL_N_REASONS; reason++)
        reasons += hall_reason_fits (reason, catalog, person, places->pdata[i]);
      g_test_message ("%s: %u", (char *) places->pdata[i], reasons);
      g_assert_cmpuint (reasons, >=, 2); /* X99, and one that says what */
    }
}

static void
test_list (void)
{
  g_assert_cmpuint (HALL_N_REASONS, ==, 38);
  for (guint reason = 0; reason < HALL_N_REASONS; reason++)
    {
      const char *code = hall_reason_get_code (reason);
      const char *zh = hall_reason_get_label (reason, HALL_LANG_ZH_CN);
      const char *en = hall_reason_get_label (reason, HALL_LANG_EN);

      g_test_message ("%s", code);
      g_assert_true (g_regex_match_simple ("^[A-Z][0-9]{2}$", code, 0, 0));
      g_assert_cmpint (hall_reason_from_code (code), ==, reason);
      g_assert_true (g_str_has_suffix (zh, reason == HALL_REASON_X99 ? "：" : "。"));
      g_assert_true (g_str_has_suffix (en, reason == HALL_REASON_X99 ? ":" : "."));
      g_assert_false (g_regex_match_simple ("[,;:?!()]", zh, 0, 0));
    }
  g_assert_cmpint (hall_reason_from_code ("F99"), ==, HALL_N_REASONS);
  g_assert_cmpint (hall_reason_from_code ("f01"), ==, HALL_N_REASONS);
  g_assert_cmpint (hall_reason_from_code (NULL), ==, HALL_N_REASONS);
}

/* The reason and the next step are two sentences, never one in the place of the other. */
static void
test_next_steps (void)
{
  static const struct
  {
    const char *place;
    const char *zh;
    const char *en;
  } rows[] = {
    { "organisation.name", "请修改此项，重新打印申请表，签字盖章后上传，再重新提交。",
      "Correct this field, print the form again, have it signed and stamped, and upload it." },
    { "basic_account.account_no", "请修改此项后重新提交。",
      "Correct this field and hand the order in again." },
    { "application_form", "请重新上传此项资料后再提交。",
      "Upload this document again and hand the order in." },
    { "handler_auth", "请重新完成经办人认证后再提交。",
      "Verify yourself again and hand the order in." },
    { "order", "请联系客服后再处理。", "Please call the hall before you go on." },
    { "gone.from_the_catalogue", "请联系客服后再处理。", "Please call the hall before you go on." },
  };
  const HallCatalog *catalog = hall_test_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (hall_reason_get_next_step (catalog, rows[i].place, HALL_LANG_ZH_CN), ==,
                       rows[i].zh);
      g_assert_cmpstr (hall_reason_get_next_step (catalog, rows[i].place, HALL_LANG_EN), ==,
                       rows[i].en);
    }
}

static void
test_place_labels (void)
{
  const HallCatalog *catalog = hall_test_catalog ();

  g_assert_cmpstr (hall_place_get_label (catalog, "organisation.name", HALL_LANG_ZH_CN), ==,
                   "机构名称");
  g_assert_cmpstr (hall_place_get_label (catalog, "business_licence", HALL_LANG_EN), ==,
                   "Business licence");
  g_assert_cmpstr (hall_place_get_label (catalog, HALL_PLACE_HANDLER_AUTH, HALL_LANG_ZH_CN), ==,
                   "经办人认证");
  g_assert_cmpstr (hall_place_get_label (catalog, HALL_PLACE_ORDER, HALL_LANG_EN), ==,
                   "The order as a whole");
  g_assert_cmpstr (hall_place_get_label (catalog, "gone", HALL_LANG_EN), ==,
                   "The order as a whole");
}

static void
test_return (void)
{
  g_autoptr (HallReturn) plain = hall_return_new (HALL_REASON_F01, "application_form", NULL);
  g_autoptr (HallReturn) empty = hall_return_new (HALL_REASON_F01, "application_form", "");
  g_autoptr (HallReturn) added = hall_return_new (HALL_REASON_X99, "order", "请来电。");
  g_autofree char *one = hall_return_format (plain, HALL_LANG_ZH_CN);
  g_autofree char *two = hall_return_format (empty, HALL_LANG_ZH_CN);
  g_autofree char *three = hall_return_format (added, HALL_LANG_ZH_CN);
  g_autofree char *four = hall_return_format (added, HALL_LANG_EN);

  g_assert_cmpstr (one, ==, "申请表缺少经办人手写签名，请签名后重新扫描上传。");
  g_assert_cmpstr (two, ==, one);
  g_assert_null (empty->text);
  g_assert_cmpstr (three, ==, "其他原因：请来电。");
  g_assert_cmpstr (four, ==, "Another reason: 请来电。");
}

/* The cashier judges the money, the reviewer everything; nobody else returns anything. */
static void
test_events (void)
{
  static const struct
  {
    HallEvent event;
    const char *place;
    gboolean can;
  } rows[] = {
    { HALL_EVENT_REVIEW_REJECTED, "organisation.name", TRUE },
    { HALL_EVENT_REVIEW_REJECTED, "business_licence", TRUE },
    { HALL_EVENT_REVIEW_REJECTED, HALL_PLACE_HANDLER_AUTH, TRUE },
    { HALL_EVENT_FUNDS_REJECTED, "payment_voucher", TRUE },
    { HALL_EVENT_FUNDS_REJECTED, HALL_PLACE_ORDER, TRUE },
    { HALL_EVENT_FUNDS_REJECTED, "business_licence", FALSE },
    { HALL_EVENT_FUNDS_REJECTED, "organisation.name", FALSE },
    { HALL_EVENT_REVIEW_PASSED, "organisation.name", FALSE },
    { HALL_EVENT_SHIP, HALL_PLACE_ORDER, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rows[i].place);
      g_assert_cmpint (hall_event_can_return (rows[i].event, hall_test_catalog (), rows[i].place),
                       ==, rows[i].can);
    }
}

static void
test_needs_text (void)
{
  for (HallReason reason = 0; reason < HALL_N_REASONS; reason++)
    g_assert_cmpint (hall_reason_needs_text (reason), ==, reason == HALL_REASON_X99);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason/printout", test_printout);
  g_test_add_func ("/reason/targets", test_targets);
  g_test_add_func ("/reason/types", test_types);
  g_test_add_func ("/reason/nothing-is-left-out", test_nothing_is_left_out);
  g_test_add_func ("/reason/list", test_list);
  g_test_add_func ("/reason/next-steps", test_next_steps);
  g_test_add_func ("/reason/place-labels", test_place_labels);
  g_test_add_func ("/reason/return", test_return);
  g_test_add_func ("/reason/events", test_events);
  g_test_add_func ("/reason/needs-text", test_needs_text);
  return g_test_run ();
}
