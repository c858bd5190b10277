/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a form with every kind of control: typed, tidied, judged, confirmed, locked, returned.
 */
#include "app-test.h"
#include "hall-app-lang.h"
#include "hall-field-control.h"
#include "hall-field-row.h"
#include "sample.h"

typedef struct
{
  HallCatalog *catalog;
  HallFieldRow *row;
  GtkWidget *list;
  GtkWidget *window;
  guint changed, left, confirmed, entered;
} Fixture;

static void
fixture_set_up (Fixture *fixture, const char *field_id)
{
  fixture->catalog = sample_catalog ();
  fixture->row =
      HALL_FIELD_ROW (hall_field_row_new (hall_catalog_find_field (fixture->catalog, field_id)));
  fixture->list = gtk_list_box_new ();
  gtk_container_add (GTK_CONTAINER (fixture->list), GTK_WIDGET (fixture->row));
  gtk_widget_show (fixture->list);
  g_signal_connect (fixture->row, "changed", G_CALLBACK (app_test_count_cb), &fixture->changed);
  g_signal_connect (fixture->row, "left", G_CALLBACK (app_test_count_cb), &fixture->left);
  g_signal_connect (fixture->row, "confirmed", G_CALLBACK (app_test_count_cb), &fixture->confirmed);
  g_signal_connect (fixture->row, "entered", G_CALLBACK (app_test_count_cb), &fixture->entered);
  fixture->window = app_test_show (fixture->list);
}

static void
fixture_tear_down (Fixture *fixture)
{
  app_test_close (fixture->window, fixture->row);
  hall_catalog_unref (fixture->catalog);
}

static GtkEntry *
get_entry (Fixture *fixture)
{
  return GTK_ENTRY (app_test_find_type (GTK_WIDGET (fixture->row), GTK_TYPE_ENTRY));
}

/* As a person does it: into the entry, key by key or pasted, then away. */
static void
type (GtkEntry *entry, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_delete_text (GTK_EDITABLE (entry), 0, -1);
  g_signal_emit_by_name (entry, "insert-at-cursor", text);
}

static void
go_away (Fixture *fixture)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  app_test_settle ();
}

static HallFinding *
new_finding (HallIssueCode code, const char *arg)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, code, arg, NULL);
  return hall_finding_new ("organisation.uscc", &issue);
}

static void
test_typing (void)
{
  Fixture fixture = { 0 };
  GtkEntry *entry;

  fixture_set_up (&fixture, "organisation.uscc");
  entry = get_entry (&fixture);
  type (entry, "9199 9999ma0000023y ");
  g_assert_cmpuint (fixture.changed, >, 0);
  g_assert_cmpuint (fixture.left, ==, 0);
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "9199 9999ma0000023y ");

  /* The owner answers with what it keeps, while the person still types. */
  hall_field_row_set_value (fixture.row, "91999999MA0000023Y");
  g_assert_cmpstr (gtk_entry_get_text (entry), ==, "9199 9999ma0000023y ");

  go_away (&fixture);
  g_assert_cmpuint (fixture.left, ==, 1);
  g_assert_true (hall_field_row_is_visited (fixture.row));
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "91999999MA0000023Y");
  g_assert_cmpstr (gtk_entry_get_text (entry), ==, "9199 9999 MA00 0002 3Y"); /* to be read */
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  g_assert_cmpstr (gtk_entry_get_text (entry), ==, "91999999MA0000023Y"); /* to be copied */
  fixture_tear_down (&fixture);
}

/* What no keyboard typed is judged as well. */
static void
test_from_outside (void)
{
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, "handler.mobile");
  gtk_entry_set_text (get_entry (&fixture), "+86 138 0013 8000");
  go_away (&fixture);
  g_assert_cmpuint (fixture.left, ==, 1);
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "13800138000");
  fixture_tear_down (&fixture);
}

static void
test_enter (void)
{
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, "handler.name");
  type (get_entry (&fixture), "张三");
  app_test_key (GTK_WIDGET (get_entry (&fixture)), GDK_KEY_Return);
  g_assert_cmpuint (fixture.entered, ==, 1);
  g_assert_cmpuint (fixture.left, >=, 1);
  fixture_tear_down (&fixture);
}

static void
test_findings (void)
{
  Fixture fixture = { 0 };
  g_autoptr (HallFinding) wrong = new_finding (HALL_ISSUE_USCC_LENGTH, "17");
  g_autoptr (HallFinding) doubtful = new_finding (HALL_ISSUE_USCC_CHECK_DIGIT, "Y");
  g_autofree char *sentence = hall_issue_format (&wrong->issue, hall_app_lang ());
  GtkWidget *tick;

  fixture_set_up (&fixture, "organisation.uscc");
  hall_field_row_show_finding (fixture.row, wrong);
  app_test_settle ();
  g_assert_true (app_test_says (GTK_WIDGET (fixture.row), sentence));
  g_assert_true (hall_field_row_needs_attention (fixture.row));
  g_assert_cmpstr (atk_object_get_description (
                       gtk_widget_get_accessible (GTK_WIDGET (get_entry (&fixture)))),
                   ==, sentence);

  type (get_entry (&fixture), "9"); /* whoever mends it is not scolded meanwhile */
  hall_field_row_show_finding (fixture.row, wrong);
  app_test_settle ();
  g_assert_false (app_test_says (GTK_WIDGET (fixture.row), sentence));
  go_away (&fixture);
  hall_field_row_show_finding (fixture.row, wrong);
  app_test_settle ();
  g_assert_true (app_test_says (GTK_WIDGET (fixture.row), sentence));

  hall_field_row_show_finding (fixture.row, doubtful);
  app_test_settle ();
  tick = app_test_find (GTK_WIDGET (fixture.row), "Checked, it is right");
  g_assert_true (gtk_widget_is_drawable (tick));
  g_assert_true (hall_field_row_needs_attention (fixture.row));
  g_assert_cmpuint (fixture.confirmed, ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tick), TRUE);
  g_assert_cmpuint (fixture.confirmed, ==, 1);
  g_assert_true (hall_field_row_is_confirmed (fixture.row));
  g_assert_false (hall_field_row_needs_attention (fixture.row));

  hall_field_row_show_finding (fixture.row, NULL);
  app_test_settle ();
  g_assert_false (gtk_widget_is_drawable (tick));
  g_assert_nonnull (app_test_find (GTK_WIDGET (fixture.row), "In order"));
  fixture_tear_down (&fixture);
}

static void
test_locked (void)
{
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, "organisation.name");
  hall_field_row_set_value (fixture.row, "深圳市测试样例科技有限公司");
  hall_field_row_set_locked (fixture.row, "已审核通过，不能修改。");
  app_test_settle ();
  g_assert_true (app_test_says (GTK_WIDGET (fixture.row), "已审核通过"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (get_entry (&fixture))));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (get_entry (&fixture)))); /* still readable */
  hall_field_row_set_locked (fixture.row, NULL);
  app_test_settle ();
  g_assert_false (app_test_says (GTK_WIDGET (fixture.row), "已审核通过"));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (get_entry (&fixture))));
  fixture_tear_down (&fixture);
}

static void
test_returned (void)
{
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, "organisation.name");
  hall_field_row_set_return (fixture.row, "与营业执照不一致。");
  app_test_settle ();
  g_assert_true (app_test_says (GTK_WIDGET (fixture.row), "与营业执照不一致。"));
  type (get_entry (&fixture), "深圳"); /* it stays while one mends it */
  go_away (&fixture);
  g_assert_true (app_test_says (GTK_WIDGET (fixture.row), "与营业执照不一致。"));
  hall_field_row_set_return (fixture.row, NULL);
  app_test_settle ();
  g_assert_false (app_test_says (GTK_WIDGET (fixture.row), "与营业执照不一致。"));
  fixture_tear_down (&fixture);
}

static void
test_twice (void)
{
  Fixture fixture = { 0 };
  GtkWidget *again;

  fixture_set_up (&fixture, "basic_account.account_no");
  again = app_test_find (GTK_WIDGET (fixture.row), hall_app_lang () == HALL_LANG_EN
                                                       ? "Account number, once more"
                                                       : "银行账号, once more");
  g_assert_nonnull (again);
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_parent (again)));
  type (get_entry (&fixture), "755900000010101");
  go_away (&fixture);
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "");
  g_assert_false (hall_field_row_is_settled (fixture.row));
  g_assert_true (app_test_says (GTK_WIDGET (fixture.row), "once more below"));

  type (GTK_ENTRY (again), "755900000010110");
  go_away (&fixture);
  g_assert_true (app_test_says (GTK_WIDGET (fixture.row), "not the same"));
  g_assert_true (hall_field_row_needs_attention (fixture.row));
  hall_field_row_set_value (fixture.row, ""); /* what the owner has: nothing is taken away */
  g_assert_cmpstr (gtk_entry_get_text (get_entry (&fixture)), !=, "");

  type (GTK_ENTRY (again), "7559 0000 0010 101"); /* blanks are no difference */
  g_assert_true (hall_field_row_is_settled (fixture.row));
  go_away (&fixture);
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "755900000010101");
  g_assert_false (hall_field_row_needs_attention (fixture.row));
  fixture_tear_down (&fixture);
}

/* What was kept has been typed twice before. */
static void
test_twice_kept (void)
{
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, "basic_account.account_no");
  hall_field_row_set_value (fixture.row, "755900000010101");
  g_assert_true (hall_field_row_is_settled (fixture.row));
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "755900000010101");
  fixture_tear_down (&fixture);
}

static void
test_choice (void)
{
  Fixture fixture = { 0 };
  GtkComboBox *combo;

  fixture_set_up (&fixture, "organisation.id_type");
  hall_field_row_set_value (fixture.row, "uscc");
  g_assert_cmpuint (fixture.changed, ==, 0);
  combo = GTK_COMBO_BOX (app_test_find_type (GTK_WIDGET (fixture.row), GTK_TYPE_COMBO_BOX));
  gtk_combo_box_set_active_id (combo, "other");
  g_assert_cmpuint (fixture.changed, ==, 1);
  g_assert_cmpuint (fixture.left, ==, 1); /* a choice is complete at once */
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "other");
  hall_field_row_set_value (fixture.row, "no such choice");
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "");
  hall_field_row_set_locked (fixture.row, "已锁定。");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (combo)));
  fixture_tear_down (&fixture);
}

static void
test_date (void)
{
  Fixture fixture = { 0 };
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *calendar;

  fixture_set_up (&fixture, "organisation.licence_valid_to");
  type (get_entry (&fixture), "2030年1月31日");
  go_away (&fixture);
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "2030-01-31");

  button = app_test_find (GTK_WIDGET (fixture.row), "Pick a date");
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  calendar = app_test_find_type (popover, GTK_TYPE_CALENDAR);
  gtk_popover_popup (GTK_POPOVER (popover));
  app_test_settle ();
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "2030-01-31"); /* only shown */
  gtk_calendar_select_day (GTK_CALENDAR (calendar), 15);
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "2030-01-15");
  gtk_button_clicked (GTK_BUTTON (app_test_find (popover, "No end (long-term)")));
  g_assert_cmpstr (hall_field_row_get_value (fixture.row), ==, "长期");
  fixture_tear_down (&fixture);
}

static void
test_suggestions (void)
{
  Fixture fixture = { 0 };
  GtkEntryCompletion *completion;

  fixture_set_up (&fixture, "basic_account.bank_name");
  completion = gtk_entry_get_completion (get_entry (&fixture));
  g_assert_nonnull (completion);
  g_assert_cmpint (gtk_tree_model_iter_n_children (gtk_entry_completion_get_model (completion),
                                                   NULL),
                   >, 20);
  fixture_tear_down (&fixture);
}

/* Every field of the catalogue has a row, and every row can be named and focused. */
static void
test_every_field (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, catalog->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    {
      const char *id = ((const HallField *) field)->id;
      Fixture fixture = { 0 };

      g_test_message ("field %s", id);
      fixture_set_up (&fixture, id);
      g_assert_nonnull (
          app_test_find (GTK_WIDGET (fixture.row),
                         hall_label_get (&((const HallField *) field)->label, hall_app_lang ())));
      hall_field_row_focus (fixture.row);
      app_test_settle ();
      g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture.window)));
      fixture_tear_down (&fixture);
    }
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/field-row/typing", test_typing);
  g_test_add_func ("/field-row/from-outside", test_from_outside);
  g_test_add_func ("/field-row/enter", test_enter);
  g_test_add_func ("/field-row/findings", test_findings);
  g_test_add_func ("/field-row/locked", test_locked);
  g_test_add_func ("/field-row/returned", test_returned);
  g_test_add_func ("/field-row/twice", test_twice);
  g_test_add_func ("/field-row/twice-kept", test_twice_kept);
  g_test_add_func ("/field-row/choice", test_choice);
  g_test_add_func ("/field-row/date", test_date);
  g_test_add_func ("/field-row/suggestions", test_suggestions);
  g_test_add_func ("/field-row/every-field", test_every_field);
  return g_test_run ();
}
