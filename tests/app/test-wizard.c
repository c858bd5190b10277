/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wizard in the applicant's window, at a hall for tests: beginning, going on, filling in,
 * confirming.
 */
#include "hall-app-lang.h"
#include "hall-consent-row.h"
#include "hall-field-row.h"
#include "hall-fill-page.h"
#include "hall-form-sheet.h"
#include "hall-page-view.h"
#include "hall-resume-page.h"
#include "hall-resume-row.h"
#include "hall-wizard.h"
#include "sample.h"
#include "stage-fixture.h"

static HallWizard *
get_wizard (Stage *w)
{
  return HALL_WIZARD (app_test_find_type (w->window, HALL_TYPE_WIZARD));
}

static gboolean
has_wizard (gpointer data)
{
  return get_wizard (data) != NULL;
}

typedef struct
{
  Stage *w;
  HallStep step;
} At;

static gboolean
is_at (gpointer data)
{
  At *at = data;
  HallWizard *wizard = get_wizard (at->w);

  return wizard != NULL && hall_wizard_get_step (wizard) == at->step;
}

static void
wait_for_step (Stage *w, HallStep step)
{
  At at = { w, step };

  g_test_message ("waiting for the step “%s”", hall_step_get_name (step));
  app_test_wait (is_at, &at);
  app_test_settle ();
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

static const char *
next (void)
{
  return hall_app_lang () == HALL_LANG_EN ? "Next" : "下一步";
}

/* Nothing is agreed to by itself, and without it nothing begins. */
static void
test_begin (Stage *w, gconstpointer data)
{
  stage_sign_in (w);
  wait_for_step (w, HALL_STEP_PROJECT);
  stage_wait_for (w, next ());
  stage_shoot (w, "project");
  stage_press (w, next ());
  app_test_settle ();
  g_assert_cmpuint (fake_hall_count (w->hall, "POST", "/v1/orders"), ==, 0);
  stage_shoot (w, "project-missing");

  tick_consents (w->window, NULL);
  stage_press (w, next ());
  wait_for_step (w, HALL_STEP_FILL);
  g_assert_cmpuint (w->hall->orders->len, ==, 1);
  stage_shoot (w, "fill-new");
  stage_press (w, next ());
  app_test_settle ();
  g_assert_cmpint (hall_wizard_get_step (get_wizard (w)), ==, HALL_STEP_FILL);
  stage_shoot (w, "fill-missing");
}

/* An order of the hall with something to do for its handler. */
static HallOrder *
add_order (Stage *w, HallState state)
{
  HallOrder *order = fake_hall_add_order (w->hall, state);

  order->organisation = g_strdup ("深圳市测试样例科技有限公司");
  order->actions = HALL_ACTION_BIT (HALL_ACTION_EDIT);
  return order;
}

/* What was begun is offered, and what is chosen is gone on with where it stands. */
static void
test_resume (Stage *w, gconstpointer data)
{
  HallOrder *draft = add_order (w, HALL_STATE_DRAFT);
  HallResumePage *page;
  GtkWidget *row;

  add_order (w, HALL_STATE_REJECTED);
  add_order (w, HALL_STATE_UNDER_REVIEW)->actions = HALL_ACTION_BIT (HALL_ACTION_VIEW);
  stage_sign_in (w);
  stage_wait_for_text (w, "20261122 000 001");
  page = HALL_RESUME_PAGE (app_test_find_type (w->window, HALL_TYPE_RESUME_PAGE));
  g_assert_cmpuint (hall_resume_page_get_n_orders (page), ==, 2);
  g_assert_null (get_wizard (w));
  stage_shoot (w, "resume");

  g_signal_emit_by_name (page, "open", draft->number);
  wait_for_step (w, HALL_STEP_CONFIRM);
  g_assert_true (hall_wizard_go_to (get_wizard (w), HALL_STEP_PROJECT));
  app_test_settle ();
  stage_shoot (w, "project-draft");
  g_assert_true (hall_wizard_go_back (get_wizard (w))); /* to the choice */
  app_test_settle ();
  g_assert_null (get_wizard (w));
  row = app_test_find_type (w->window, HALL_TYPE_RESUME_ROW);
  g_assert_true (gtk_widget_get_mapped (row));
}

static void
set_sheet (Stage *w, HallOrder *order)
{
  g_autofree char *hash = hall_application_hash_printed (order->application, w->hall->catalog);
  HallSheetInfo info = sample_info (hash);

  w->hall->sheet = hall_form_sheet_print (w->hall->catalog, order->application, &info, NULL, NULL);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (GTK_IS_MESSAGE_DIALOG (window->data))
      return window->data;
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static void
answer (GtkResponseType response)
{
  app_test_wait (has_dialog, NULL);
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), response);
  app_test_settle ();
}

static gboolean
has_pages (gpointer data)
{
  GtkWidget *view = app_test_find_type (data, HALL_TYPE_PAGE_VIEW);

  return view != NULL && hall_page_view_get_n_pages (HALL_PAGE_VIEW (view)) > 0;
}

static gboolean
is_usable (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

static const char *
say (const char *en, const char *zh)
{
  return hall_app_lang () == HALL_LANG_EN ? en : zh;
}

/* One sees what will be printed, confirms it, prints it, and can take it back. */
static void
test_confirm (Stage *w, gconstpointer data)
{
  HallOrder *order = add_order (w, HALL_STATE_DRAFT);
  GtkWidget *print;

  set_sheet (w, order);
  stage_sign_in (w);
  hall_new_view_open_order (w->new_view, order->number);
  wait_for_step (w, HALL_STEP_CONFIRM);
  app_test_wait (has_pages, w->window);
  print = app_test_find (w->window, say ("Print the form", "打印申请表"));
  g_assert_false (gtk_widget_is_sensitive (print)); /* a preview is not for printing */
  g_assert_cmpuint (fake_hall_count (w->hall, "GET", "/v1/orders/20261122000001/form"), ==, 0);
  stage_shoot (w, "confirm-preview");

  stage_press (w, say ("Confirm", "确认信息"));
  stage_shoot (w, "confirm-question");
  answer (GTK_RESPONSE_CANCEL);
  g_assert_cmpint (order->state, ==, HALL_STATE_DRAFT);
  stage_press (w, say ("Confirm", "确认信息"));
  answer (GTK_RESPONSE_ACCEPT);
  app_test_wait (is_usable, print);
  g_assert_cmpint (order->state, ==, HALL_STATE_AWAITING_DOCUMENTS);
  g_assert_cmpint (hall_wizard_get_step (get_wizard (w)), ==, HALL_STEP_CONFIRM);
  stage_shoot (w, "confirm-print");

  g_assert_true (hall_wizard_go_back (get_wizard (w)));
  app_test_settle ();
  stage_shoot (w, "fill-confirmed");
  stage_press (w, say ("Edit again", "返回修改"));
  answer (GTK_RESPONSE_ACCEPT);
  wait_for_step (w, HALL_STEP_FILL);
  g_assert_cmpint (order->state, ==, HALL_STATE_DRAFT);
}

/* The window closes while the question is open, and nothing is left. */
static void
test_close_asking (Stage *w, gconstpointer data)
{
  HallOrder *order = add_order (w, HALL_STATE_DRAFT);

  stage_sign_in (w);
  hall_new_view_open_order (w->new_view, order->number);
  wait_for_step (w, HALL_STEP_CONFIRM);
  stage_press (w, say ("Confirm", "确认信息"));
  app_test_wait (has_dialog, NULL);
}

/* The window closes while the order is being begun. */
static void
test_close_in_flight (Stage *w, gconstpointer data)
{
  stage_sign_in (w);
  wait_for_step (w, HALL_STEP_PROJECT);
  stage_wait_for (w, next ());
  tick_consents (w->window, NULL);
  fake_hall_set_mood (w->hall, FAKE_HANG, G_MAXUINT);
  stage_press (w, next ());
  app_test_settle ();
}

/* Each reason is beside its field; what was not returned is locked. */
static void
test_returned (Stage *w, gconstpointer data)
{
  HallOrder *order = add_order (w, HALL_STATE_REJECTED);
  HallFieldRow *row;

  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_L03, "organisation.name",
                                                    "营业执照上有“（深圳）”。"));
  hall_application_set (order->application, "organisation.name", "深圳测试");
  stage_sign_in (w);
  hall_new_view_open_order (w->new_view, order->number);
  wait_for_step (w, HALL_STEP_FILL); /* although it could be right as it is */
  stage_wait_for_text (w, "（深圳）");
  row = HALL_FIELD_ROW (app_test_find_type (w->window, HALL_TYPE_FIELD_ROW));
  g_assert_cmpstr (hall_field_row_get_field (row)->id, ==, "organisation.name");
  g_assert_false (hall_field_row_is_locked (row));
  stage_shoot (w, "fill-returned");
}

/* What was typed is neither lost by signing out nor by going through the pages. */
static void
test_sign_out (Stage *w, gconstpointer data)
{
  HallOrder *order = add_order (w, HALL_STATE_DRAFT);
  HallDraft *draft;

  stage_sign_in (w);
  hall_new_view_open_order (w->new_view, order->number);
  app_test_wait (has_wizard, w);
  draft = hall_wizard_get_draft (get_wizard (w));
  fake_hall_set_mood (w->hall, FAKE_DROP, G_MAXUINT);
  hall_draft_set_value (draft, "handler.email", "zhang@example.com");
  hall_session_sign_out (hall_frame_get_session (w->frame));
  app_test_settle ();
  g_assert_null (get_wizard (w));
  fake_hall_set_mood (w->hall, FAKE_NORMAL, 0);

  stage_sign_in (w);
  app_test_wait (has_wizard, w);
  draft = hall_wizard_get_draft (get_wizard (w));
  g_assert_cmpstr (hall_draft_get_value (draft, "handler.email"), ==, "zhang@example.com");
  g_assert_cmpuint (hall_draft_get_n_restored (draft), ==, 1);
  stage_shoot (w, "restored");
}

int
main (int argc, char **argv)
{
  stage_init (&argc, &argv);
  g_test_add ("/wizard/begin", Stage, NULL, stage_set_up, test_begin, stage_tear_down);
  g_test_add ("/wizard/resume", Stage, NULL, stage_set_up, test_resume, stage_tear_down);
  g_test_add ("/wizard/confirm", Stage, NULL, stage_set_up, test_confirm, stage_tear_down);
  g_test_add ("/wizard/returned", Stage, NULL, stage_set_up, test_returned, stage_tear_down);
  g_test_add ("/wizard/sign-out", Stage, NULL, stage_set_up, test_sign_out, stage_tear_down);
  g_test_add ("/wizard/close-asking", Stage, NULL, stage_set_up, test_close_asking,
              stage_tear_down);
  g_test_add ("/wizard/close-in-flight", Stage, NULL, stage_set_up, test_close_in_flight,
              stage_tear_down);
  return stage_run ();
}
