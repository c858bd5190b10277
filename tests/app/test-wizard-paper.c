/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheets of an application in the window: looked at, printed, saved.
 */
#include "hall-app-lang.h"
#include "hall-form-sheet.h"
#include "hall-page-view.h"
#include "hall-wizard.h"
#include "sample.h"
#include "stage-fixture.h"

static const char *
say (const char *en, const char *zh)
{
  return hall_app_lang () == HALL_LANG_EN ? en : zh;
}

static gboolean
has_pages (gpointer data)
{
  GtkWidget *view = app_test_find_type (data, HALL_TYPE_PAGE_VIEW);

  return view != NULL && gtk_widget_get_mapped (view)
         && hall_page_view_get_n_pages (HALL_PAGE_VIEW (view)) > 0;
}

/* An order that was confirmed, on the page where it is printed. */
static void
open_page (Stage *s)
{
  HallOrder *order = fake_hall_add_order (s->hall, HALL_STATE_AWAITING_DOCUMENTS);
  g_autofree char *hash = hall_application_hash_printed (order->application, s->hall->catalog);
  HallSheetInfo info = sample_info (hash);
  GtkWidget *wizard;

  s->hall->sheet = hall_form_sheet_print (s->hall->catalog, order->application, &info, NULL);
  stage_sign_in (s);
  hall_new_view_open_order (s->new_view, order->number);
  stage_wait_for (s, say ("Back", "上一步"));
  wizard = app_test_find_type (s->window, HALL_TYPE_WIZARD);
  g_assert_true (hall_wizard_go_to (HALL_WIZARD (wizard), HALL_STEP_CONFIRM));
  app_test_wait (has_pages, s->window);
}

/* (nullable): a window of the toolkit's own. */
static GtkWidget *
find_window (const char *type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (window->data), type)
        && gtk_widget_get_mapped (window->data))
      return window->data;
  return NULL;
}

static gboolean
is_open (gpointer type)
{
  return find_window (type) != NULL;
}

/* Each sheet is fetched once, when it is wanted. */
static void
test_sheets (Stage *s, gconstpointer data)
{
  open_page (s);
  g_assert_cmpuint (fake_hall_count (s->hall, "GET", "/v1/orders/20261122000001/form.pdf"), ==, 1);
  g_assert_cmpuint (fake_hall_count (s->hall, "GET", "/v1/orders/20261122000001/seal-sheet.pdf"),
                    ==, 0);
  stage_press (s, say ("Seal capture sheet", "电子签章采集表"));
  stage_wait_for (s, say ("Print the sheet", "打印采集表"));
  g_assert_cmpuint (fake_hall_count (s->hall, "GET", "/v1/orders/20261122000001/seal-sheet.pdf"),
                    ==, 1);
}

/* A person can think better of it. */
static void
test_print (Stage *s, gconstpointer data)
{
  open_page (s);
  stage_press (s, say ("Print the form", "打印申请表"));
  app_test_wait (is_open, (gpointer) "GtkPrintUnixDialog");
  gtk_dialog_response (GTK_DIALOG (find_window ("GtkPrintUnixDialog")), GTK_RESPONSE_CANCEL);
  app_test_settle ();
  g_assert_null (find_window ("GtkPrintUnixDialog"));
}

/* What is saved is what the hall gave, and it is said where. */
static void
test_save (Stage *s, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "form.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize n_bytes = 0;
  GtkWidget *dialog;

  open_page (s);
  stage_press (s, say ("Save as a file…", "保存为文件……"));
  app_test_wait (is_open, (gpointer) "GtkFileChooserDialog");
  dialog = find_window ("GtkFileChooserDialog");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), g_get_user_data_dir ());
  app_test_settle ();
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "form.pdf");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  stage_wait_for_text (s, path);
  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  g_assert_cmpmem (bytes, n_bytes, g_bytes_get_data (s->hall->sheet, NULL),
                   g_bytes_get_size (s->hall->sheet));
  stage_shoot (s, "confirm-saved");
}

/* The window closes while a place for the file is being chosen. */
static void
test_close_saving (Stage *s, gconstpointer data)
{
  open_page (s);
  stage_press (s, say ("Save as a file…", "保存为文件……"));
  app_test_wait (is_open, (gpointer) "GtkFileChooserDialog");
}

/* A form that cannot be had can be asked for again. */
static void
test_again (Stage *s, gconstpointer data)
{
  open_page (s);
  fake_hall_set_mood (s->hall, FAKE_GATEWAY, 8);
  stage_press (s, say ("Seal capture sheet", "电子签章采集表"));
  stage_wait_for (s, say ("Try again", "重试"));
  fake_hall_set_mood (s->hall, FAKE_NORMAL, 0);
  stage_press (s, say ("Try again", "重试"));
  stage_wait_for (s, say ("Print the sheet", "打印采集表"));
}

int
main (int argc, char **argv)
{
  stage_init (&argc, &argv);
  g_test_add ("/wizard-paper/sheets", Stage, NULL, stage_set_up, test_sheets, stage_tear_down);
  g_test_add ("/wizard-paper/print", Stage, NULL, stage_set_up, test_print, stage_tear_down);
  g_test_add ("/wizard-paper/save", Stage, NULL, stage_set_up, test_save, stage_tear_down);
  g_test_add ("/wizard-paper/close-saving", Stage, NULL, stage_set_up, test_close_saving,
              stage_tear_down);
  g_test_add ("/wizard-paper/again", Stage, NULL, stage_set_up, test_again, stage_tear_down);
  return stage_run ();
}
