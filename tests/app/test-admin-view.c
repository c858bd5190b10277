/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The administrator's pages at a hall for tests: what they show, what they ask for, what goes into
 * a file, and leaving while a call is on its way.
 */
#include <string.h>

#include "app-test.h"
#include "desk-fixture.h"
#include "hall-admin-page.h"
#include "hall-admin-table.h"
#include "hall-admin-view.h"
#include "hall-calendar-editor.h"
#include "hall-calendar-page.h"
#include "hall-catalogs-page.h"
#include "hall-chart.h"
#include "hall-claims-page.h"
#include "hall-ledger-page.h"
#include "hall-staff-dialog.h"
#include "hall-staff-page.h"
#include "hall-statistics-page.h"
#include "hall-data-dir.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
} Admin;

static gboolean
is_filled (gpointer page)
{
  GtkWidget *table = app_test_find_type (page, HALL_TYPE_ADMIN_TABLE);

  return hall_admin_table_get_n_rows (HALL_ADMIN_TABLE (table)) > 0;
}

/* The page of a type, in view and filled, and all of it on a small screen. */
static GtkWidget *
open_page (Flow *f, Admin *admin, const char *name, GType type)
{
  GtkWidget *page;
  int width;

  admin->view = hall_admin_view_new_for_session (f->session);
  admin->window = app_test_show (admin->view);
  hall_admin_view_enter (admin->view);
  hall_admin_view_go_to (HALL_ADMIN_VIEW (admin->view), name);
  page = app_test_find_type (admin->view, type);
  app_test_wait (is_filled, page);
  gtk_widget_get_preferred_width (admin->view, &width, NULL);
  g_assert_cmpint (width, <=, APP_TEST_WIDTH_PX);
  return page;
}

static HallAdminTable *
table_of (GtkWidget *page)
{
  return HALL_ADMIN_TABLE (app_test_find_type (page, HALL_TYPE_ADMIN_TABLE));
}

static void
close_view (Admin *admin)
{
  app_test_close (admin->window, admin->view);
}

static char *
write_page (GtkWidget *page)
{
  g_autoptr (HallCsvWriter) csv = hall_csv_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *text;

  HALL_ADMIN_PAGE_GET_CLASS (page)->write (HALL_ADMIN_PAGE (page), csv);
  bytes = hall_csv_writer_get_bytes (csv);
  text = g_bytes_get_data (bytes, &length);
  return g_strndup (text, length);
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (g_type_is_a (G_OBJECT_TYPE (window->data), type)
        && gtk_widget_get_visible (GTK_WIDGET (window->data)))
      return window->data;
  return NULL;
}

static gboolean
has_window (gpointer type)
{
  return find_window (GPOINTER_TO_SIZE (type)) != NULL;
}

/* Rows, and the very same in the file, with the mark that spreadsheets look for. */
static void
test_staff (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "staff", HALL_TYPE_STAFF_PAGE);
  g_autofree char *text = write_page (page);

  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBFLogin name,Name of the person,Roles"));
  g_assert_nonnull (strstr (text, "\r\nguanli,王建国,"));
  g_assert_nonnull (strstr (text, "\r\nzhao.lei,赵磊,Producer,Switched off,Their own\r\n"));
  g_assert_nonnull (strstr (text, "For once"));
  close_view (&admin);
}

/* The page that is seen first is the one that the sidebar marks. */
static void
test_first_page (Flow *f, gconstpointer data)
{
  GtkWidget *view = hall_admin_view_new_for_session (f->session);
  GtkWidget *window = app_test_show (view);
  GtkListBox *pages;
  GtkListBoxRow *row;

  hall_admin_view_enter (view);
  pages = GTK_LIST_BOX (
      app_test_find_type (app_test_find_type (view, GTK_TYPE_STACK_SIDEBAR), GTK_TYPE_LIST_BOX));
  row = gtk_list_box_get_selected_row (pages);
  g_assert_nonnull (row);
  g_assert_true (app_test_says (GTK_WIDGET (row), "Statistics"));
  app_test_close (window, view);
}

static void
press_key (GtkWidget *view, guint keyval)
{
  const GdkEventKey event = { .type = GDK_KEY_PRESS, .keyval = keyval };

  g_assert_true (hall_admin_view_take_key (view, &event));
}

/* Pages by their numbers, and anew. */
static void
test_keys (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "claims", HALL_TYPE_CLAIMS_PAGE);
  const GdkEventKey none = { .type = GDK_KEY_PRESS, .keyval = GDK_KEY_9 };
  guint asked = fake_hall_count (f->hall, "GET", "/v1/admin/claims");

  press_key (admin.view, GDK_KEY_2);
  g_assert_false (gtk_widget_get_mapped (page));
  press_key (admin.view, GDK_KEY_5);
  g_assert_true (gtk_widget_get_mapped (page));
  press_key (admin.view, GDK_KEY_r);
  app_test_settle ();
  g_assert_cmpuint (fake_hall_count (f->hall, "GET", "/v1/admin/claims"), >=, asked + 2);
  g_assert_false (hall_admin_view_take_key (admin.view, &none));
  close_view (&admin);
}

/* A table says that it has no row, but only once that is known. */
static void
test_empty_table (void)
{
  static const char *const titles[] = { "Name", "#Number", NULL };
  HallAdminTable *table = HALL_ADMIN_TABLE (hall_admin_table_new ("Table", titles));
  GtkWidget *window = app_test_show (GTK_WIDGET (table));
  AtkObject *tree =
      gtk_widget_get_accessible (app_test_find_type (GTK_WIDGET (table), GTK_TYPE_TREE_VIEW));

  g_assert_null (atk_object_get_description (tree));
  hall_admin_table_begin (table);
  hall_admin_table_end (table);
  app_test_settle ();
  g_assert_cmpstr (atk_object_get_description (tree), ==, "Nothing here yet.");
  app_test_close (window, GTK_WIDGET (table));
}

/* Who is chosen decides what can be done. */
static void
test_staff_tools (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "staff", HALL_TYPE_STAFF_PAGE);

  g_assert_false (gtk_widget_get_sensitive (app_test_find (page, "Switch off")));
  hall_admin_table_choose (table_of (page), 0); /* oneself */
  g_assert_false (gtk_widget_get_sensitive (app_test_find (page, "New password for once")));
  g_assert_false (gtk_widget_get_sensitive (app_test_find (page, "Switch off")));
  g_assert_true (gtk_widget_get_sensitive (app_test_find (page, "Change …")));
  hall_admin_table_choose (table_of (page), 3);
  g_assert_true (gtk_widget_get_sensitive (app_test_find (page, "Switch on again")));
  close_view (&admin);
}

static void
test_password (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "staff", HALL_TYPE_STAFF_PAGE);
  GtkWidget *dialog;

  hall_admin_table_choose (table_of (page), 2);
  desk_press (page, "New password for once");
  app_test_wait (has_window, GSIZE_TO_POINTER (GTK_TYPE_MESSAGE_DIALOG));
  dialog = find_window (GTK_TYPE_MESSAGE_DIALOG);
  g_assert_true (app_test_says (dialog, "Kq7mWx3PzRt5"));
  g_assert_cmpuint (fake_hall_count (f->hall, "POST", "/v1/admin/staff/zhang.wei/password"), ==, 1);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
  close_view (&admin);
}

static void
test_add (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "staff", HALL_TYPE_STAFF_PAGE);
  GtkWidget *dialog, *name, *full_name;

  desk_press (page, "Add …");
  app_test_wait (has_window, GSIZE_TO_POINTER (HALL_TYPE_STAFF_DIALOG));
  dialog = find_window (HALL_TYPE_STAFF_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK)));
  name = gtk_label_get_mnemonic_widget (GTK_LABEL (app_test_find (dialog, "Login name")));
  full_name =
      gtk_label_get_mnemonic_widget (GTK_LABEL (app_test_find (dialog, "Name of the person")));
  gtk_entry_set_text (GTK_ENTRY (name), "zhang.wei");
  gtk_entry_set_text (GTK_ENTRY (full_name), "张伟");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_test_find (dialog, "Cashier")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK)));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  app_test_wait (has_window, GSIZE_TO_POINTER (GTK_TYPE_MESSAGE_DIALOG));
  g_assert_cmpuint (fake_hall_count (f->hall, "POST", "/v1/admin/staff"), ==, 1);
  gtk_dialog_response (GTK_DIALOG (find_window (GTK_TYPE_MESSAGE_DIALOG)), GTK_RESPONSE_CLOSE);
  close_view (&admin);
}

static guint
count_puts (Flow *f, const char *path)
{
  return fake_hall_count (f->hall, "PUT", path);
}

static gboolean
has_used (gpointer flow)
{
  return count_puts (flow, "/v1/admin/catalogs/yinuo-bidding") == 1;
}

static void
test_catalogs (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "catalogs", HALL_TYPE_CATALOGS_PAGE);

  hall_admin_table_choose (table_of (page), 1);
  g_assert_false (gtk_widget_get_sensitive (app_test_find (page, "Put in use")));
  hall_admin_table_choose (table_of (page), 2);
  g_assert_true (gtk_widget_get_sensitive (app_test_find (page, "Go back to this version")));
  hall_admin_table_choose (table_of (page), 0);
  desk_press (page, "Put in use");
  app_test_wait (has_used, f);
  close_view (&admin);
}

/* What is wrong with a file is said with its place; nothing is sent. What is good goes. */
static void
test_load_file (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "catalogs", HALL_TYPE_CATALOGS_PAGE);
  g_autofree char *good = hall_data_dir_find ("catalog/yinuo-bidding.json");
  g_autofree char *bad = g_build_filename (g_get_tmp_dir (), "hall-bad-catalogue.json", NULL);

  g_assert_true (g_file_set_contents (bad, "{\"format\":1,\"project\":{\"id\":7}}", -1, NULL));
  hall_catalogs_page_load_file (HALL_CATALOGS_PAGE (page), bad);
  app_test_wait_to_say (page, "$.project.id");
  g_assert_cmpuint (fake_hall_count (f->hall, "POST", "/v1/admin/catalogs"), ==, 0);
  hall_catalogs_page_load_file (HALL_CATALOGS_PAGE (page), good);
  app_test_wait_to_say (page, "The version is loaded");
  g_assert_cmpuint (fake_hall_count (f->hall, "POST", "/v1/admin/catalogs"), ==, 1);
  remove (bad);
  close_view (&admin);
}

static void
type_days (GtkWidget *editor, const char *name, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (app_test_find (editor, name));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static gboolean
has_saved (gpointer flow)
{
  return count_puts (flow, "/v1/admin/calendar/2026") == 1;
}

/* Judged while typed; only what is good can be saved. */
static void
test_calendar (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "calendar", HALL_TYPE_CALENDAR_PAGE);
  GtkWidget *editor = app_test_find_type (page, HALL_TYPE_CALENDAR_EDITOR);
  GtkWidget *save = app_test_find (page, "Save the year");

  app_test_wait_to_say (page, "2026 has ");
  g_assert_false (gtk_widget_get_sensitive (save));
  type_days (editor, "Days off", "2026-01-01\n2027-01-02\n");
  g_assert_true (app_test_says (page, "lies in another year"));
  g_assert_false (gtk_widget_get_sensitive (save));
  type_days (editor, "Days off", "\n2026-01-01/2026-01-02\n\n");
  type_days (editor, "Worked weekends", "");
  g_assert_true (app_test_says (page, "2026 has 259 working days then."));
  g_assert_true (gtk_widget_get_sensitive (save));
  desk_press (page, "Save the year");
  app_test_wait (has_saved, f);
  app_test_wait_to_say (page, "Deadlines that begin from now on");
  close_view (&admin);
}

static gboolean
has_released (gpointer flow)
{
  return fake_hall_count (((Flow *) flow)->hall, "DELETE", "/v1/orders/20261122000017/claim") == 1;
}

static void
test_claims (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "claims", HALL_TYPE_CLAIMS_PAGE);

  g_assert_false (gtk_widget_get_sensitive (app_test_find (page, "Release")));
  hall_admin_table_choose (table_of (page), 0);
  desk_press (page, "Release");
  app_test_wait (has_released, f);
  close_view (&admin);
}

static void
test_ledger (Flow *f, gconstpointer data)
{
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "ledger", HALL_TYPE_LEDGER_PAGE);
  g_autofree char *text = write_page (page);

  g_assert_nonnull (
      strstr (text, "guanli,Roles changed,zhang.wei,\"Cashier → Cashier, Producer\""));
  g_assert_nonnull (strstr (text, "Operator at the machine,Staff added,zhang.wei"));
  g_assert_false (gtk_widget_get_sensitive (app_test_find (page, "Older entries")));
  close_view (&admin);
}

/* Each topic says the same in a chart, to a screen reader and in a table. */
static void
test_statistics (Flow *f, gconstpointer data)
{
  static const struct
  {
    HallStatisticsTopic topic;
    const char *spoken;
    const char *written;
  } rows[] = {
    { HALL_TOPIC_NOW, "Under review 31", "\r\nUnder review,31\r\n" },
    { HALL_TOPIC_REASONS, "F02 ", "\r\nF02,31," },
    { HALL_TOPIC_DECISIONS, "Half within", "\r\nAll together,150,70,0,5.5 h,19.0 h\r\n" },
    { HALL_TOPIC_DAYS, "11-",
      "\xEF\xBB\xBF"
      "Day,Draft," },
  };
  Admin admin;
  GtkWidget *page = open_page (f, &admin, "statistics", HALL_TYPE_STATISTICS_PAGE);
  HallStatisticsView *view = hall_statistics_page_get_view (HALL_STATISTICS_PAGE (page));
  AtkObject *chart = gtk_widget_get_accessible (app_test_find_type (page, HALL_TYPE_CHART));

  g_assert_true (app_test_says (page, "42"));
  g_assert_true (app_test_says (page, "5.5 h"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      hall_statistics_view_set_topic (view, rows[i].topic);
      text = write_page (page);
      g_test_message ("%s", atk_object_get_description (chart));
      g_assert_nonnull (strstr (atk_object_get_description (chart), rows[i].spoken));
      g_assert_nonnull (strstr (text, rows[i].written));
      g_assert_cmpstr (atk_object_get_name (chart), ==,
                       hall_statistics_topic_get_title (rows[i].topic));
    }
  close_view (&admin);
}

/* A window closed, or somebody signed out, while the hall has not answered. */
static void
test_leave (Flow *f, gconstpointer data)
{
  static const char *const names[] = { "statistics", "staff",  "catalogs",
                                       "calendar",   "claims", "ledger" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *view = hall_admin_view_new_for_session (f->session);
      GtkWidget *window = app_test_show (view);

      fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
      hall_admin_view_enter (view);
      hall_admin_view_go_to (HALL_ADMIN_VIEW (view), names[i]);
      fake_pass_ms (30);
      hall_admin_view_leave (view);
      hall_admin_view_enter (view);
      fake_pass_ms (30);
      app_test_close (window, view);
      fake_hall_set_mood (f->hall, FAKE_NORMAL, 0);
    }
}

#define ADD(name, test) \
  g_test_add ("/admin-view/" name, Flow, NULL, desk_set_up_administrator, test, desk_tear_down)

int
main (int argc, char **argv)
{
  desk_test_init (&argc, &argv);
  ADD ("first-page", test_first_page);
  ADD ("keys", test_keys);
  g_test_add_func ("/admin-view/empty-table", test_empty_table);
  ADD ("staff", test_staff);
  ADD ("staff-tools", test_staff_tools);
  ADD ("password", test_password);
  ADD ("add", test_add);
  ADD ("catalogs", test_catalogs);
  ADD ("load-file", test_load_file);
  ADD ("calendar", test_calendar);
  ADD ("claims", test_claims);
  ADD ("ledger", test_ledger);
  ADD ("statistics", test_statistics);
  ADD ("leave", test_leave);
  return g_test_run ();
}
