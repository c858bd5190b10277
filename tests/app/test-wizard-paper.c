/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheets of an application in the window: looked at, printed, saved.
 */
#include "hall-app-lang.h"
#include "hall-consent-row.h"
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

  s->hall->sheet = hall_form_sheet_print (s->hall->catalog, order->application, &info, NULL, NULL);
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
  fake_hall_set_mood (s->hall, FAKE_GATEWAY, G_MAXUINT);
  stage_press (s, say ("Seal capture sheet", "电子签章采集表"));
  stage_wait_for (s, say ("Try again", "重试"));
  fake_hall_set_mood (s->hall, FAKE_NORMAL, 0);
  stage_press (s, say ("Try again", "重试"));
  stage_wait_for (s, say ("Print the sheet", "打印采集表"));
}

static void
tick_consents (GtkWidget *widget, gpointer data)
{
  if (HALL_IS_CONSENT_ROW (widget))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                      app_test_find_type (widget, GTK_TYPE_CHECK_BUTTON)),
                                  TRUE);
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), tick_consents, NULL);
}

static gboolean
has_draft (gpointer data)
{
  GtkWidget *wizard = app_test_find_type (data, HALL_TYPE_WIZARD);

  return wizard != NULL && hall_wizard_get_draft (HALL_WIZARD (wizard)) != NULL;
}

static void
fill_in (HallDraft *draft)
{
  g_autoptr (HallApplication) sample =
      sample_application (hall_draft_get_catalog (draft), "organisation-person");
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, sample->values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    hall_draft_set_value (draft, id, value);
}

static gboolean
is_question (gpointer data)
{
  return find_window ("GtkMessageDialog") != NULL;
}

/* The whole way to the printed form at a hall that is none for tests. */
static void
test_practice (Stage *s, gconstpointer data)
{
  HallWizard *wizard;
  HallDraft *draft;

  stage_sign_up (s, "13800138021");
  stage_wait_for (s, say ("Next", "下一步"));
  gtk_button_clicked (
      GTK_BUTTON (app_test_find (s->window, say ("Certificate for a person of the organisation",
                                                 "机构个人证书"))));
  tick_consents (s->window, NULL);
  stage_press (s, say ("Next", "下一步"));
  app_test_wait (has_draft, s->window);
  wizard = HALL_WIZARD (app_test_find_type (s->window, HALL_TYPE_WIZARD));
  draft = hall_wizard_get_draft (wizard);
  g_assert_cmpstr (hall_draft_get_certificate_type (draft)->id, ==, "organisation-person");
  fill_in (draft);
  app_test_settle ();
  stage_shoot (s, "practice-fill");
  stage_press (s, say ("Next", "下一步"));
  stage_press (s, say ("Confirm", "确认信息"));
  app_test_wait (is_question, NULL);
  gtk_dialog_response (GTK_DIALOG (find_window ("GtkMessageDialog")), GTK_RESPONSE_ACCEPT);
  stage_wait_for (s, say ("Print the form", "打印申请表"));
  app_test_wait (has_pages, s->window);
  g_assert_cmpint (hall_draft_get_order (draft)->state, ==, HALL_STATE_AWAITING_DOCUMENTS);
  stage_shoot (s, "practice-print");
  stage_press (s, say ("Next", "下一步"));
  app_test_settle ();
  g_assert_cmpint (hall_wizard_get_step (wizard), ==, HALL_STEP_DOCUMENTS);
  hall_local_hall_stop (hall_app_get_local_hall (s->app));
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
  g_test_add ("/wizard-paper/practice", Stage, NULL, stage_set_up, test_practice, stage_tear_down);
  return stage_run ();
}
