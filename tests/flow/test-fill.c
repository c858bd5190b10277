/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling in: what was typed against what the hall has, without any hall.
 */
#include "fill-fixture.h"

/* The hall has @application now, and nothing else is different. */
static void
set_hall (Fixture *f, HallApplication *application)
{
  HallOrder *order = hall_order_new (f->order->number);

  order->state = f->order->state;
  order->application = application;
  hall_fill_set_order (f->fill, order, &f->today);
  hall_order_free (f->order);
  f->order = order;
}

static void
test_tidy (Fixture *f, gconstpointer data)
{
  g_assert_true (hall_fill_set_value (f->fill, "organisation.uscc", " 9199 9999ma0000023y"));
  g_assert_cmpstr (fill_get (f, "organisation.uscc"), ==, "91999999MA0000023Y");
  g_assert_false (hall_fill_set_value (f->fill, "organisation.uscc", "91999999 MA0000023Y"));
  g_assert_false (hall_fill_set_value (f->fill, "no.such_field", "x"));
  g_assert_true (hall_fill_is_dirty (f->fill));
}

/* Defaults are there from the beginning, and give way to what is typed, also to nothing. */
static void
test_defaults (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (fill_get (f, "organisation.id_type"), ==, "uscc");
  g_assert_cmpstr (fill_get (f, "handler.mobile"), ==, "13800138000");
  g_assert_cmpstr (fill_get (f, "delivery.recipient_phone"), ==, "13800138000");
  hall_fill_set_value (f->fill, "delivery.recipient_phone", "");
  g_assert_cmpstr (fill_get (f, "delivery.recipient_phone"), ==, "");
  hall_fill_set_value (f->fill, "delivery.recipient_phone", "0755-26500000");
  g_assert_cmpstr (fill_get (f, "delivery.recipient_phone"), ==, "0755-26500000");
}

/* Letter by letter: what follows goes along, until it is typed into itself. */
static void
test_following (Fixture *f, gconstpointer data)
{
  hall_fill_set_value (f->fill, "handler.name", "张");
  hall_fill_set_value (f->fill, "handler.name", "张三");
  g_assert_cmpstr (fill_get (f, "delivery.recipient"), ==, "张三");
  hall_fill_set_value (f->fill, "delivery.recipient", "前台");
  hall_fill_set_value (f->fill, "handler.name", "张三丰");
  g_assert_cmpstr (fill_get (f, "delivery.recipient"), ==, "前台");

  hall_fill_set_value (f->fill, "organisation.name", "甲公司");
  g_assert_cmpstr (fill_get (f, "basic_account.account_name"), ==, "甲公司");
  g_assert_cmpstr (fill_get (f, "invoice.title"), ==, "甲公司");
  hall_fill_set_value (f->fill, "organisation.name", "乙公司");
  g_assert_cmpstr (fill_get (f, "basic_account.account_name"), ==, "乙公司");
  g_assert_cmpstr (fill_get (f, "invoice.title"), ==, "乙公司");
}

static const HallCopy *
find_copy (Fixture *f, const char *section_id, const char *copy_id)
{
  for (guint i = 0; i < f->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (f->catalog->sections, i);

      for (guint j = 0; g_str_equal (section->id, section_id) && j < section->copies->len; j++)
        if (g_str_equal (((HallCopy *) g_ptr_array_index (section->copies, j))->id, copy_id))
          return g_ptr_array_index (section->copies, j);
    }
  g_assert_not_reached ();
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  const HallCopy *copy = find_copy (f, "legal_rep", "same-as-handler");

  hall_fill_set_value (f->fill, "legal_rep.name", "李四");
  hall_fill_set_value (f->fill, "handler.name", "张三");
  g_assert_true (hall_fill_set_copy (f->fill, copy, TRUE));
  g_assert_cmpstr (fill_get (f, "legal_rep.name"), ==, "张三");
  hall_fill_set_value (f->fill, "handler.id_number", "11010519491231002X");
  g_assert_cmpstr (fill_get (f, "legal_rep.id_number"), ==, "11010519491231002X");
  g_assert_true (hall_fill_is_copy_active (f->fill, copy));

  hall_fill_set_value (f->fill, "legal_rep.name", "王五");
  g_assert_false (hall_fill_is_copy_active (f->fill, copy));
  hall_fill_set_value (f->fill, "handler.name", "赵六");
  g_assert_cmpstr (fill_get (f, "legal_rep.name"), ==, "王五");
}

/* An order where it is so already has the tick. */
static void
test_copy_found (Fixture *f, gconstpointer data)
{
  g_autoptr (HallFill) fill = hall_fill_new (f->catalog, NULL);

  hall_application_set (f->order->application, "handler.name", "张三");
  hall_application_set (f->order->application, "handler.id_number", "11010519491231002X");
  hall_application_set (f->order->application, "legal_rep.name", "张三");
  hall_application_set (f->order->application, "legal_rep.id_number", "11010519491231002X");
  hall_fill_set_order (fill, f->order, &f->today);
  g_assert_true (hall_fill_is_copy_active (fill, find_copy (f, "legal_rep", "same-as-handler")));
}

/* Values of the other type's fields wait for it to come back. */
static void
test_types (Fixture *f, gconstpointer data)
{
  g_assert_true (hall_fill_set_type (f->fill, "organisation-person"));
  hall_fill_set_value (f->fill, "subject_person.name", "王五");
  g_assert_true (hall_fill_set_type (f->fill, "organisation"));
  g_assert_cmpstr (fill_get (f, "subject_person.name"), ==, "");
  for (guint i = 0; i < hall_fill_get_findings (f->fill)->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (hall_fill_get_findings (f->fill), i);

      g_assert_cmpint (finding->issue.code, !=, HALL_ISSUE_NOT_IN_THIS_TYPE);
    }
  g_assert_true (hall_fill_set_type (f->fill, "organisation-person"));
  g_assert_cmpstr (fill_get (f, "subject_person.name"), ==, "王五");
  g_assert_false (hall_fill_set_type (f->fill, "no-such-type"));
}

static void
test_findings (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) before = hall_fill_take_changes (f->fill);
  g_autoptr (GPtrArray) changes = NULL;
  const HallFinding *finding;

  g_assert_cmpuint (before->len, >, 20);
  finding = hall_fill_get_finding (f->fill, "organisation.name");
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_REQUIRED);

  hall_fill_set_value (f->fill, "organisation.uscc", "91350211M0000XUF46");
  finding = hall_fill_get_finding (f->fill, "organisation.uscc");
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_USCC_CHECK_DIGIT);
  g_assert_false (finding->confirmed);
  changes = hall_fill_take_changes (f->fill);
  g_assert_cmpuint (changes->len, ==, 2); /* the tax number goes with it */

  g_assert_true (hall_fill_set_confirmed (f->fill, "organisation.uscc", TRUE));
  g_assert_true (hall_fill_get_finding (f->fill, "organisation.uscc")->confirmed);
  hall_fill_set_value (f->fill, "organisation.uscc", "91350211M0000XUF47");
  g_assert_false (hall_fill_get_finding (f->fill, "organisation.uscc")->confirmed);

  /* advice on a good value */
  hall_fill_set_value (f->fill, "handler.mobile", "17000000000");
  finding = hall_fill_get_finding (f->fill, "handler.mobile");
  g_assert_cmpint (finding->severity, ==, HALL_HINT);
}

/* Fields that were typed into win; the others come from the hall. */
static void
test_merge (Fixture *f, gconstpointer data)
{
  HallApplication *other = hall_application_new (f->catalog->id, "organisation");
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  hall_fill_set_value (f->fill, "organisation.name", "我的公司");
  hall_fill_set_value (f->fill, "handler.name", "张三");
  changes = hall_fill_take_changes (f->fill);
  hall_application_set (other, "organisation.name", "别处填的公司");
  hall_application_set (other, "delivery.city", "深圳市");
  hall_application_set (other, "handler.name", "张三");
  set_hall (f, other);
  g_assert_cmpstr (fill_get (f, "organisation.name"), ==, "我的公司");
  g_assert_cmpstr (fill_get (f, "delivery.city"), ==, "深圳市");
  g_assert_true (hall_fill_is_dirty (f->fill));
  edits = hall_fill_get_edits (f->fill);
  for (guint i = 0; i < edits->len; i++)
    g_assert_cmpstr (((HallEdit *) g_ptr_array_index (edits, i))->field, !=, "handler.name");
}

/* The hall took what was sent; what was typed meanwhile is still to be saved. */
static void
test_saved (Fixture *f, gconstpointer data)
{
  g_autoptr (HallApplication) snapshot = NULL;
  g_autoptr (GPtrArray) left = NULL;

  hall_fill_set_value (f->fill, "handler.name", "张");
  hall_fill_set_value (f->fill, "organisation.address", "深圳市南山区测试路");
  snapshot = hall_application_copy (hall_fill_get_application (f->fill));
  hall_fill_set_value (f->fill, "handler.name", "张三");
  hall_fill_note_saved (f->fill, snapshot);
  set_hall (f, g_steal_pointer (&snapshot));
  g_assert_cmpstr (fill_get (f, "handler.name"), ==, "张三");
  g_assert_true (hall_fill_is_dirty (f->fill));
  left = hall_fill_get_edits (f->fill);
  g_assert_cmpuint (left->len, ==, 2); /* the name, and the recipient that goes with it */

  set_hall (f, hall_application_copy (hall_fill_get_application (f->fill)));
  g_assert_false (hall_fill_is_dirty (f->fill));
}

/* A hall that keeps something else than it was sent does not make an edit of it. */
static void
test_saved_otherwise (Fixture *f, gconstpointer data)
{
  g_autoptr (HallApplication) snapshot = NULL;
  HallApplication *other;

  hall_fill_set_value (f->fill, "organisation.address", "深圳市南山区测试路");
  snapshot = hall_application_copy (hall_fill_get_application (f->fill));
  other = hall_application_copy (snapshot);
  hall_application_set (other, "organisation.address", "广东省深圳市南山区测试路");
  hall_fill_note_saved (f->fill, snapshot);
  set_hall (f, other);
  g_assert_cmpstr (fill_get (f, "organisation.address"), ==, "广东省深圳市南山区测试路");
  g_assert_false (hall_fill_is_dirty (f->fill));
}

/* The order was confirmed elsewhere: what was typed waits, and is back when it is opened. */
static void
test_locked (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) edits = NULL;

  hall_fill_set_value (f->fill, "organisation.address", "深圳市南山区测试路");
  f->order->state = HALL_STATE_AWAITING_DOCUMENTS;
  hall_fill_set_order (f->fill, f->order, &f->today);
  g_assert_false (hall_fill_is_open (f->fill, "organisation.address"));
  g_assert_cmpstr (fill_get (f, "organisation.address"), ==, "");
  g_assert_false (hall_fill_is_dirty (f->fill));
  g_assert_false (hall_fill_set_value (f->fill, "organisation.address", "另一处"));
  edits = hall_fill_get_edits (f->fill);
  g_assert_cmpuint (edits->len, ==, 1);

  f->order->state = HALL_STATE_DRAFT;
  hall_fill_set_order (f->fill, f->order, &f->today);
  g_assert_cmpstr (fill_get (f, "organisation.address"), ==, "深圳市南山区测试路");

  f->order->state = HALL_STATE_UNDER_REVIEW;
  hall_fill_set_order (f->fill, f->order, &f->today);
  g_clear_pointer (&edits, g_ptr_array_unref);
  edits = hall_fill_get_edits (f->fill);
  g_assert_cmpuint (edits->len, ==, 0);
}

static void
test_returned (Fixture *f, gconstpointer data)
{
  f->order->state = HALL_STATE_REJECTED;
  g_ptr_array_add (f->order->returns,
                   hall_return_new (HALL_REASON_X99, "organisation.name", "与执照不符"));
  hall_fill_set_order (f->fill, f->order, &f->today);
  g_assert_true (hall_fill_is_open (f->fill, "organisation.name"));
  g_assert_true (hall_fill_is_open (f->fill, "invoice.title"));
  g_assert_false (hall_fill_is_open (f->fill, "handler.name"));
  g_assert_cmpstr (fill_get (f, "organisation.id_type"), ==, ""); /* no defaults any more */
  g_assert_true (hall_fill_set_value (f->fill, "organisation.name", "正确的公司"));
  g_assert_cmpstr (fill_get (f, "invoice.title"), ==, "正确的公司");
  g_assert_false (hall_fill_set_type (f->fill, "organisation-person"));
}

/* The account of a failed bank proof is filled in, but not saved: an event hands it in. */
static void
test_account (Fixture *f, gconstpointer data)
{
  f->order->state = HALL_STATE_FIN_AUTH_FAILED;
  hall_fill_set_order (f->fill, f->order, &f->today);
  g_assert_true (hall_fill_set_value (f->fill, "basic_account.account_no", "755900000010102"));
  g_assert_false (hall_fill_is_dirty (f->fill));
  g_assert_cmpstr (fill_get (f, "basic_account.account_no"), ==, "755900000010102");
  g_assert_false (hall_fill_set_value (f->fill, "handler.name", "张三"));
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_fill_set_value (f->fill, "organisation.name", "甲公司");
  set_hall (f, hall_application_copy (hall_fill_get_application (f->fill)));
  g_assert_null (hall_fill_get_finding (f->fill, "organisation.name"));
  hall_issue_set (&issue, HALL_ISSUE_NOT_CHANGED, NULL, NULL);
  g_ptr_array_add (findings, hall_finding_new ("organisation.name", &issue));
  hall_fill_note_refused (f->fill, findings);
  g_assert_cmpint (hall_fill_get_finding (f->fill, "organisation.name")->issue.code, ==,
                   HALL_ISSUE_NOT_CHANGED);
  hall_fill_set_value (f->fill, "organisation.name", "乙公司");
  g_assert_null (hall_fill_get_finding (f->fill, "organisation.name"));
}

static void
test_discard (Fixture *f, gconstpointer data)
{
  hall_fill_set_value (f->fill, "organisation.name", "甲公司");
  hall_fill_set_type (f->fill, "organisation-person");
  hall_fill_discard (f->fill);
  g_assert_cmpstr (fill_get (f, "organisation.name"), ==, "");
  g_assert_cmpstr (hall_fill_get_application (f->fill)->certificate_type, ==, "organisation");
}

static const struct
{
  const char *path;
  void (*test) (Fixture *f, gconstpointer data);
} tests[] = {
  { "/fill/tidy", test_tidy },
  { "/fill/defaults", test_defaults },
  { "/fill/following", test_following },
  { "/fill/copy", test_copy },
  { "/fill/copy-found", test_copy_found },
  { "/fill/types", test_types },
  { "/fill/findings", test_findings },
  { "/fill/merge", test_merge },
  { "/fill/saved", test_saved },
  { "/fill/saved-otherwise", test_saved_otherwise },
  { "/fill/locked", test_locked },
  { "/fill/returned", test_returned },
  { "/fill/account", test_account },
  { "/fill/refused", test_refused },
  { "/fill/discard", test_discard },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fill_set_up, tests[i].test, fill_tear_down);
  return g_test_run ();
}
