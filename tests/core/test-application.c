/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of an application: set, defaulted, checked against the catalogue.
 */
#include "hall-application.h"

#include <string.h>

#include "hall-test.h"

static HallApplication *
good (void)
{
  return hall_test_application ("organisation-person");
}

static GPtrArray *
check (const HallApplication *application)
{
  HallCheckContext context;

  hall_test_context (&context);
  return hall_application_check (application, hall_test_catalog (), &context);
}

/* "field: code" of every finding, one to a line. */
static char *
describe (GPtrArray *findings)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (out, "%s%s: %s%s", i > 0 ? "\n" : "", finding->where,
                              hall_issue_code_get_name (finding->issue.code),
                              finding->confirmed ? " (confirmed)" : "");
    }
  return g_string_free (out, FALSE);
}

static void
assert_findings (const HallApplication *application, const char *expected)
{
  g_autoptr (GPtrArray) findings = check (application);
  g_autofree char *found = describe (findings);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_set_and_get (void)
{
  g_autoptr (HallApplication) application = hall_application_new ("p", "t");

  g_assert_cmpstr (application->project, ==, "p");
  g_assert_cmpstr (application->certificate_type, ==, "t");
  g_assert_cmpstr (hall_application_get (application, "a.b"), ==, "");
  g_assert_cmpstr (hall_application_get (application, NULL), ==, "");
  hall_application_set (application, "a.b", "1");
  g_assert_cmpstr (hall_application_get (application, "a.b"), ==, "1");
  hall_application_set (application, "a.b", hall_application_get (application, "a.b"));
  g_assert_cmpstr (hall_application_get (application, "a.b"), ==, "1");
  hall_application_set (application, "a.c", hall_application_get (application, "a.b"));
  g_assert_cmpstr (hall_application_get (application, "a.c"), ==, "1");
  hall_application_set (application, "a.b", "");
  hall_application_set (application, "a.c", NULL);
  hall_application_set (application, "a.d", NULL);
  g_assert_cmpuint (g_hash_table_size (application->values), ==, 0);
}

/* A confirmation is of a value, and goes with it. */
static void
test_confirm (void)
{
  g_autoptr (HallApplication) application = hall_application_new ("p", "t");

  hall_application_set (application, "a.b", "1");
  g_assert_false (hall_application_is_confirmed (application, "a.b"));
  hall_application_set_confirmed (application, "a.b", TRUE);
  g_assert_true (hall_application_is_confirmed (application, "a.b"));
  hall_application_set (application, "a.b", "1");
  g_assert_true (hall_application_is_confirmed (application, "a.b"));
  hall_application_set (application, "a.b", "2");
  g_assert_false (hall_application_is_confirmed (application, "a.b"));
  hall_application_set_confirmed (application, "a.b", TRUE);
  hall_application_set (application, "a.b", NULL);
  g_assert_false (hall_application_is_confirmed (application, "a.b"));
  hall_application_set_confirmed (application, "a.b", TRUE);
  hall_application_set_confirmed (application, "a.b", FALSE);
  g_assert_false (hall_application_is_confirmed (application, "a.b"));
}

static void
test_copy_and_equal (void)
{
  g_autoptr (HallApplication) application = good ();
  g_autoptr (HallApplication) copy = hall_application_copy (application);
  g_autoptr (HallApplication) other = hall_application_new ("yinuo-bidding", "organisation");

  g_assert_true (hall_application_equal (application, copy));
  g_assert_false (hall_application_equal (application, other));
  hall_application_set (copy, "handler.name", "李四");
  g_assert_false (hall_application_equal (application, copy));
  hall_application_set (copy, "handler.name", hall_application_get (application, "handler.name"));
  g_assert_true (hall_application_equal (application, copy));
  hall_application_set (copy, "handler.name", NULL);
  hall_application_set (copy, "handler.nom", "张三"); /* as many values, another field */
  g_assert_false (hall_application_equal (application, copy));
  hall_application_set (copy, "handler.nom", NULL);
  hall_application_set (copy, "handler.name", hall_application_get (application, "handler.name"));
  hall_application_set_confirmed (copy, "handler.name", TRUE);
  g_assert_false (hall_application_equal (application, copy));
  hall_application_set_confirmed (application, "handler.mobile", TRUE);
  g_assert_false (hall_application_equal (application, copy));
  hall_application_set_confirmed (application, "handler.name", TRUE);
  hall_application_set_confirmed (copy, "handler.mobile", TRUE);
  g_assert_true (hall_application_equal (application, copy));
}

static void
test_copy_keeps_confirmations (void)
{
  g_autoptr (HallApplication) application = good ();
  g_autoptr (HallApplication) copy = NULL;

  hall_application_set_confirmed (application, "organisation.uscc", TRUE);
  copy = hall_application_copy (application);
  g_assert_true (hall_application_is_confirmed (copy, "organisation.uscc"));
  g_assert_true (hall_application_equal (application, copy));
  hall_application_set_confirmed (application, "organisation.uscc", FALSE);
  g_assert_true (hall_application_is_confirmed (copy, "organisation.uscc"));
}

static void
test_roles (void)
{
  g_autoptr (HallApplication) application = good ();
  const HallCatalog *catalog = hall_test_catalog ();

  g_assert_cmpstr (hall_application_get_role (application, catalog, HALL_FIELD_ROLE_HANDLER_MOBILE),
                   ==, "13800138000");
  g_assert_cmpstr (hall_application_get_role (application, catalog,
                                              HALL_FIELD_ROLE_ORGANISATION_CODE),
                   ==, "91999999MA0000023Y");
  hall_application_set (application, "handler.mobile", NULL);
  g_assert_cmpstr (hall_application_get_role (application, catalog, HALL_FIELD_ROLE_HANDLER_MOBILE),
                   ==, "");
}

static void
test_defaults (void)
{
  g_autoptr (HallApplication) application = hall_application_new ("yinuo-bidding", "organisation");

  hall_application_fill_defaults (application, hall_test_catalog ());
  g_assert_cmpstr (hall_application_get (application, "organisation.id_type"), ==, "uscc");
  g_assert_cmpstr (hall_application_get (application, "legal_rep.id_type"), ==, "citizen-id");
  g_assert_cmpstr (hall_application_get (application, "invoice.invoice_type"), ==, "normal");
  g_assert_cmpuint (g_hash_table_size (application->values), ==, 3);

  hall_application_set (application, "organisation.name", "甲公司");
  hall_application_set (application, "organisation.uscc", "91999999MA0000023Y");
  hall_application_set (application, "handler.name", "张三");
  hall_application_set (application, "handler.mobile", "13800138000");
  hall_application_set (application, "organisation.id_type", "other");
  hall_application_set (application, "delivery.recipient", "李四");
  hall_application_fill_defaults (application, hall_test_catalog ());
  g_assert_cmpstr (hall_application_get (application, "basic_account.account_name"), ==, "甲公司");
  g_assert_cmpstr (hall_application_get (application, "invoice.title"), ==, "甲公司");
  g_assert_cmpstr (hall_application_get (application, "invoice.tax_no"), ==, "91999999MA0000023Y");
  g_assert_cmpstr (hall_application_get (application, "delivery.recipient_phone"), ==,
                   "13800138000");
  /* what was typed stays */
  g_assert_cmpstr (hall_application_get (application, "organisation.id_type"), ==, "other");
  g_assert_cmpstr (hall_application_get (application, "delivery.recipient"), ==, "李四");

  /* what must be equal follows; what is a mere default does not */
  hall_application_set (application, "organisation.name", "乙公司");
  hall_application_set (application, "handler.mobile", "13900139000");
  hall_application_fill_defaults (application, hall_test_catalog ());
  g_assert_cmpstr (hall_application_get (application, "basic_account.account_name"), ==, "乙公司");
  g_assert_cmpstr (hall_application_get (application, "invoice.title"), ==, "乙公司");
  g_assert_cmpstr (hall_application_get (application, "delivery.recipient_phone"), ==,
                   "13800138000");

  /* the same but for the width of brackets is equal enough to stay */
  hall_application_set (application, "organisation.name", "丙（集团）公司");
  hall_application_set (application, "basic_account.account_name", "丙(集团)公司");
  hall_application_fill_defaults (application, hall_test_catalog ());
  g_assert_cmpstr (hall_application_get (application, "basic_account.account_name"), ==,
                   "丙(集团)公司");
}

static void
test_tidy (void)
{
  g_autoptr (HallApplication) application = hall_application_new ("yinuo-bidding", "organisation");

  hall_application_set (application, "organisation.uscc", " 9199 9999ma0000023y");
  hall_application_set (application, "organisation.name", "　甲公司 ");
  hall_application_set (application, "handler.mobile", "+86 138 0013 8000");
  hall_application_set (application, "handler.email", "  ");
  hall_application_set (application, "unknown.field", " as it is ");
  hall_application_set_confirmed (application, "organisation.uscc", TRUE);
  hall_application_set_confirmed (application, "handler.email", TRUE);
  hall_application_tidy (application, hall_test_catalog ());
  g_assert_cmpstr (hall_application_get (application, "organisation.uscc"), ==,
                   "91999999MA0000023Y");
  g_assert_cmpstr (hall_application_get (application, "organisation.name"), ==, "甲公司");
  g_assert_cmpstr (hall_application_get (application, "handler.mobile"), ==, "13800138000");
  g_assert_cmpstr (hall_application_get (application, "handler.email"), ==, "");
  g_assert_cmpstr (hall_application_get (application, "unknown.field"), ==, " as it is ");
  g_assert_true (hall_application_is_confirmed (application, "organisation.uscc"));
  g_assert_false (hall_application_is_confirmed (application, "handler.email"));
}

/* One value changed in an application that is all well, and what is said of it. */
static const struct
{
  const char *field;
  const char *value;
  const char *findings;
} changes[] = {
  { "organisation.name", NULL,
    "organisation.name: required" }, /* once, not at each field that must equal it */
  { "organisation.name", "乙公司",
    "basic_account.account_name: not-equal\ninvoice.title: not-equal" },
  { "organisation.name", "深圳市测试样例科技有限公司　", "" },
  { "organisation.name", "测",
    "organisation.name: too-short\nbasic_account.account_name: not-equal\ninvoice.title: not-equal" },
  { "organisation.uscc", "91999999MA0000024Y", "organisation.uscc: uscc-check-digit" },
  { "organisation.uscc", "91999999MA0000023Z", "organisation.uscc: uscc-character" },
  { "organisation.uscc", " \t", "organisation.uscc: required" },
  { "organisation.id_type", "licence", "organisation.id_type: not-a-choice" },
  { "organisation.id_type", NULL, "organisation.id_type: required" },
  { "organisation.licence_valid_to", "2019-01-01", "organisation.licence_valid_to: date-past" },
  { "organisation.licence_valid_to", "2026-11-22", "" },
  { "organisation.licence_valid_to", "长期", "" },
  { "organisation.licence_valid_to", NULL, "" },
  { "organisation.phone", "755-2650", "organisation.phone: phone-format" },
  { "handler.id_number", "110105201212310021", "handler.id_number: id-too-young" },
  { "handler.id_number", "440524188001010014", "handler.id_number: id-too-old" },
  { "handler.id_number", "99999919800101002X", "handler.id_number: id-area" },
  { "handler.email", "zs@example", "handler.email: email-format" },
  { "handler.email", NULL, "" },
  { "handler.mobile", "17012345678", "" }, /* a hint is no finding */
  { "handler.mobile", "17412345678", "handler.mobile: mobile-unallocated" },
  { "legal_rep.id_number", "440524188001010014",
    "" }, /* no age asked of the legal representative */
  { "legal_rep.id_number", "110105201212310021", "" },
  { "legal_rep.id_type", "passport", "" }, /* 18 capitals and digits are a document number too */
  { "subject_person.id_number", "340524198001010019", "subject_person.id_number: id-check-digit" },
  { "subject_person.mobile", "0755-26500000", "subject_person.mobile: mobile-format" },
  { "basic_account.account_name", "张三", "basic_account.account_name: not-equal" },
  { "basic_account.bank_name", "测试村镇银行", "basic_account.bank_name: not-in-list" },
  { "basic_account.branch_name", "南山", "basic_account.branch_name: too-short" },
  { "basic_account.account_no", "12AB", "basic_account.account_no: account-format" },
  { "basic_account.cnaps_code", "308584000014", "basic_account.cnaps_code: cnaps-check-digit" },
  { "delivery.recipient_phone", "138", "delivery.recipient_phone: phone-format" },
  { "delivery.detail_address", "1号", "delivery.detail_address: too-short" },
  { "delivery.city", NULL, "delivery.city: required" },
  { "delivery.postcode", "51800", "delivery.postcode: postcode-format" },
  { "invoice.title", NULL, "invoice.title: required" },
  { "invoice.tax_no", "9199", "invoice.tax_no: tax-no-format" },
  { "invoice.email", NULL, "invoice.email: required" },
  { "stranger.field", "x", "stranger.field: unknown-field" },
  { "a", "x", "a: unknown-field" },
};

static void
test_changes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (HallApplication) application = good ();

      g_test_message ("%s: “%s”", changes[i].field, changes[i].value);
      hall_application_set (application, changes[i].field, changes[i].value);
      assert_findings (application, changes[i].findings);
    }
}

static void
test_fixture_area (void)
{
  g_autoptr (HallApplication) application = good ();
  g_autoptr (GPtrArray) findings = NULL;
  HallCheckContext context;

  hall_application_set (application, "handler.id_number", "99999919800101002X");
  hall_test_context (&context);
  context.allow_fixture_area = TRUE;
  findings = hall_application_check (application, hall_test_catalog (), &context);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Another kind of document, another rule for its number. */
static void
test_kind_when (void)
{
  g_autoptr (HallApplication) application = good ();
  const HallField *field = hall_catalog_find_field (hall_test_catalog (), "legal_rep.id_number");

  g_assert_cmpstr (hall_application_get_kind (application, field)->name, ==, "citizen-id");
  hall_application_set (application, "legal_rep.id_number", "E12345678");
  assert_findings (application, "legal_rep.id_number: id-length");
  hall_application_set (application, "legal_rep.id_type", "passport");
  g_assert_cmpstr (hall_application_get_kind (application, field)->name, ==, "document-number");
  assert_findings (application, "");
  hall_application_set (application, "legal_rep.id_type", "hmt-residence-permit");
  assert_findings (application, "legal_rep.id_number: id-length");
  hall_application_set (application, "legal_rep.id_number", "810000199001010019");
  assert_findings (application, "");
  hall_application_set (application, "legal_rep.id_type", "no such choice");
  assert_findings (application, "legal_rep.id_type: not-a-choice");
}

static void
test_required_when (void)
{
  g_autoptr (HallApplication) application = good ();
  const HallField *title = hall_catalog_find_field (hall_test_catalog (), "invoice.title");

  g_assert_true (hall_application_is_required (application, title));
  hall_application_set (application, "invoice.title", NULL);
  hall_application_set (application, "invoice.tax_no", NULL);
  hall_application_set (application, "invoice.email", NULL);
  assert_findings (application, "invoice.title: required\ninvoice.tax_no: required\n"
                                "invoice.email: required");
  hall_application_set (application, "invoice.invoice_type", "none");
  g_assert_false (hall_application_is_required (application, title));
  assert_findings (application, "");
  /* what is given all the same must be right */
  hall_application_set (application, "invoice.title", "乙公司");
  assert_findings (application, "invoice.title: not-equal");
  hall_application_set (application, "invoice.invoice_type", "special");
  assert_findings (application, "invoice.title: not-equal\ninvoice.tax_no: required\n"
                                "invoice.email: required");
}

/* A confirmed warning is still said, but asks for nothing more. */
static void
test_confirmed_findings (void)
{
  g_autoptr (HallApplication) application = good ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  hall_application_set (application, "organisation.uscc", "91999999MA0000024Y");
  hall_application_set_confirmed (application, "handler.name", TRUE); /* nothing to confirm there */
  before = check (application);
  g_assert_cmpint (hall_findings_get_verdict (before), ==, HALL_DOUBTFUL);
  hall_application_set_confirmed (application, "organisation.uscc", TRUE);
  assert_findings (application, "organisation.uscc: uscc-check-digit (confirmed)");
  after = check (application);
  g_assert_cmpint (hall_findings_get_verdict (after), ==, HALL_GOOD);
  /* an error is not to be confirmed */
  hall_application_set (application, "organisation.uscc", "1");
  hall_application_set_confirmed (application, "organisation.uscc", TRUE);
  assert_findings (application, "organisation.uscc: uscc-length");
}

static void
test_other_type (void)
{
  g_autoptr (HallApplication) application = hall_test_application ("organisation");

  assert_findings (application, "");
  hall_application_set (application, "subject_person.mobile", "13700137000");
  hall_application_set (application, "subject_person.name", "王五");
  hall_application_set (application, "zz.z", "1");
  assert_findings (application, "subject_person.mobile: not-in-this-type\n"
                                "subject_person.name: not-in-this-type\nzz.z: unknown-field");
}

static void
test_wrong_project (void)
{
  g_autoptr (HallApplication) project = hall_application_new ("other", "organisation");
  g_autoptr (HallApplication) type = hall_application_new ("yinuo-bidding", "person");
  g_autoptr (GPtrArray) findings = check (project);

  g_assert_cmpstr (((HallFinding *) g_ptr_array_index (findings, 0))->where, ==, "project");
  g_assert_cmpint (((HallFinding *) g_ptr_array_index (findings, 0))->issue.code, ==,
                   HALL_ISSUE_UNKNOWN_PROJECT);
  assert_findings (type, "certificate_type: unknown-type");
}

/* An empty application lists what is required, in the catalogue's order. */
static void
test_empty (void)
{
  g_autoptr (HallApplication) application = hall_application_new ("yinuo-bidding", "organisation");

  assert_findings (application,
                   "organisation.name: required\norganisation.id_type: required\n"
                   "organisation.uscc: required\norganisation.address: required\n"
                   "handler.name: required\nhandler.mobile: required\n"
                   "handler.id_number: required\nlegal_rep.name: required\n"
                   "legal_rep.id_type: required\nlegal_rep.id_number: required\n"
                   "basic_account.account_name: required\nbasic_account.bank_name: required\n"
                   "basic_account.bank_province: required\nbasic_account.bank_city: required\n"
                   "basic_account.branch_name: required\nbasic_account.account_no: required\n"
                   "delivery.recipient: required\ndelivery.recipient_phone: required\n"
                   "delivery.province: required\ndelivery.city: required\n"
                   "delivery.district: required\ndelivery.detail_address: required\n"
                   "invoice.invoice_type: required");
}

/* Address and telephone of the invoice share 100 bytes of GBK. */
static void
test_limits (void)
{
  g_autoptr (HallApplication) application = good ();
  g_autoptr (GString) address = g_string_new (NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < 43; i++)
    g_string_append (address, "路");                                    /* 86 bytes */
  hall_application_set (application, "invoice.phone", "0755-26500000"); /* 13 */
  hall_application_set (application, "invoice.address", address->str);
  assert_findings (application, "");
  g_string_append_c (address, '1'); /* 100 */
  hall_application_set (application, "invoice.address", address->str);
  assert_findings (application, "");
  g_string_append_c (address, '2'); /* 101 */
  hall_application_set (application, "invoice.address", address->str);
  assert_findings (application, "invoice.address: group-too-long");
  findings = check (application);
  sentence = hall_issue_format (&((HallFinding *) g_ptr_array_index (findings, 0))->issue,
                                HALL_LANG_ZH_CN);
  g_assert_cmpstr (sentence, ==,
                   "与“购买方电话”合计不能超过 100 个字节（一个汉字计两个字节），请精简。");
}

static void
test_check_field_tells_hints (void)
{
  g_autoptr (HallApplication) application = good ();
  const HallCatalog *catalog = hall_test_catalog ();
  const HallField *field = hall_catalog_find_field (catalog, "handler.mobile");
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallCheckContext context;

  hall_test_context (&context);
  g_assert_cmpint (hall_application_check_field (application, catalog, field, &context, &issue), ==,
                   HALL_GOOD);
  g_assert_cmpint (issue.code, ==, HALL_ISSUE_NONE);
  hall_application_set (application, "handler.mobile", "17012345678");
  g_assert_cmpint (hall_application_check_field (application, catalog, field, &context, &issue), ==,
                   HALL_HINT);
  g_assert_cmpint (issue.code, ==, HALL_ISSUE_MOBILE_RESELLER);
  g_assert_cmpint (hall_application_check_field (application, catalog, field, &context, NULL), ==,
                   HALL_HINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application/set-and-get", test_set_and_get);
  g_test_add_func ("/application/confirm", test_confirm);
  g_test_add_func ("/application/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/application/copy-keeps-confirmations", test_copy_keeps_confirmations);
  g_test_add_func ("/application/roles", test_roles);
  g_test_add_func ("/application/defaults", test_defaults);
  g_test_add_func ("/application/tidy", test_tidy);
  g_test_add_func ("/application/changes", test_changes);
  g_test_add_func ("/application/fixture-area", test_fixture_area);
  g_test_add_func ("/application/kind-when", test_kind_when);
  g_test_add_func ("/application/required-when", test_required_when);
  g_test_add_func ("/application/confirmed-findings", test_confirmed_findings);
  g_test_add_func ("/application/other-type", test_other_type);
  g_test_add_func ("/application/wrong-project", test_wrong_project);
  g_test_add_func ("/application/empty", test_empty);
  g_test_add_func ("/application/limits", test_limits);
  g_test_add_func ("/application/check-field-tells-hints", test_check_field_tells_hints);
  return g_test_run ();
}
