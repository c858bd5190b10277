/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the later pages of the wizard, on orders of the hall for tests, to be looked at.
 *
 *   page-shots --shots FOLDER [--size 1024x700] [--dark] [--page NAME]
 */
#include <handy.h>
#include <locale.h>
#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-auth-page.h"
#include "hall-documents-page.h"
#include "hall-other-way-box.h"
#include "hall-payment-page.h"
#include "hall-result-page.h"
#include "page-fixture.h"

static char *shots;
static char *size;
static char *only;
static gboolean dark;

static const GOptionEntry options[] = {
  { "shots", 0, 0, G_OPTION_ARG_FILENAME, &shots, "Write the pictures here", "FOLDER" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Size of the window", "1024x700" },
  { "page", 0, 0, G_OPTION_ARG_STRING, &only, "Only this page", "NAME" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Light on dark", NULL },
  { NULL },
};

static void
add_document (Page *page, const char *slot, HallIssueCode code)
{
  HallDocument *document = hall_document_new (slot);
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  document->file_name = g_strdup ("扫描件_20261122.pdf");
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_strdup ("00");
  document->bytes = 812345;
  document->pages = 1;
  document->current = TRUE;
  document->uploaded_s = 1;
  if (code != HALL_ISSUE_NONE)
    {
      hall_issue_set (&issue, code, NULL, NULL);
      g_ptr_array_add (document->findings, hall_finding_new (slot, &issue));
    }
  g_ptr_array_add (page->order->documents, document);
}

static void
prepare_documents (Page *page)
{
  add_document (page, "application_form", HALL_ISSUE_NONE);
  add_document (page, "seal_capture_sheet", HALL_ISSUE_CODE_MISSING);
}

static void
add_step (Page *page, HallEvent event, HallActor actor, HallState state)
{
  HallTimelineStep *step = hall_timeline_step_new ();

  step->at_s = g_get_real_time () / G_USEC_PER_SEC - 3600 + 60 * page->order->timeline->len;
  step->event = event;
  step->actor = actor;
  step->state = state;
  g_ptr_array_add (page->order->timeline, step);
}

static void
prepare_submitted (Page *page)
{
  HallPayChannel channel =
      page->order->state == HALL_STATE_PAYMENT_VERIFYING ? HALL_PAY_TRANSFER : HALL_PAY_WECHAT;

  page->order->channel = (int) channel;
  page->order->submitted_s = g_get_real_time () / G_USEC_PER_SEC;
  page->order->deadline_s = page->order->submitted_s + 3 * 24 * 3600;
  page->order->pin = hall_pin_rule (channel, FALSE, HALL_FIN_AUTH_REMARK_IS_PIN);
  page->order->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_PAID;
  add_step (page, HALL_EVENT_CREATE, HALL_ACTOR_HANDLER, HALL_STATE_DRAFT);
  add_step (page, HALL_EVENT_CONFIRM_INFO, HALL_ACTOR_HANDLER, HALL_STATE_AWAITING_DOCUMENTS);
  add_step (page, HALL_EVENT_DOCUMENTS_COMPLETE, HALL_ACTOR_HANDLER,
            HALL_STATE_AWAITING_HANDLER_AUTH);
  add_step (page, HALL_EVENT_AUTH_PASSED, HALL_ACTOR_PROVIDER, HALL_STATE_AWAITING_PAYMENT);
  add_step (page, HALL_EVENT_PAY_NOTIFY, HALL_ACTOR_PROVIDER, HALL_STATE_UNDER_REVIEW);
}

static void
prepare_returned (Page *page)
{
  prepare_documents (page);
  prepare_submitted (page);
  page->order->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PASSED;
  add_step (page, HALL_EVENT_REVIEW_REJECTED, HALL_ACTOR_REVIEWER, HALL_STATE_REJECTED);
  g_ptr_array_add (page->order->returns,
                   hall_return_new (HALL_REASON_S01, "seal_capture_sheet", "章有一半没有印上"));
  g_ptr_array_add (page->order->returns,
                   hall_return_new (HALL_REASON_F01, "organisation.name", NULL));
}

static void
ask_alternative (Page *page)
{
  page->order->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_ALTERNATIVE;
}

static void
press_next (Page *page)
{
  page_next (page);
}

static void
press_alipay (Page *page)
{
  GtkWidget *button =
      app_test_find (GTK_WIDGET (page->page),
                     hall_pay_channel_get_label (HALL_PAY_ALIPAY, hall_app_lang ()));

  gtk_button_clicked (GTK_BUTTON (button));
}

static void
press_transfer (Page *page)
{
  GtkWidget *button =
      app_test_find (GTK_WIDGET (page->page),
                     hall_pay_channel_get_label (HALL_PAY_TRANSFER, hall_app_lang ()));

  gtk_button_clicked (GTK_BUTTON (button));
}

static void
press_other_way (Page *page)
{
  GtkWidget *box = app_test_find_type (GTK_WIDGET (page->page), HALL_TYPE_OTHER_WAY_BOX);

  gtk_button_clicked (GTK_BUTTON (app_test_find_type (box, GTK_TYPE_BUTTON)));
}

static const struct
{
  const char *name;
  HallState state;
  PageMaker make;
  void (*prepare) (Page *page);
  void (*use) (Page *page);
} scenes[] = {
  { "documents-empty", HALL_STATE_AWAITING_DOCUMENTS, hall_documents_page_new, NULL, NULL },
  { "documents-missing", HALL_STATE_AWAITING_DOCUMENTS, hall_documents_page_new, prepare_documents,
    press_next },
  { "documents-returned", HALL_STATE_REJECTED, hall_documents_page_new, prepare_returned, NULL },
  { "auth-phone", HALL_STATE_AWAITING_HANDLER_AUTH, hall_auth_page_new, NULL, NULL },
  { "auth-other", HALL_STATE_AWAITING_HANDLER_AUTH, hall_auth_page_new, NULL, press_other_way },
  { "auth-asked", HALL_STATE_AWAITING_HANDLER_AUTH, hall_auth_page_new, ask_alternative, NULL },
  { "payment-choice", HALL_STATE_AWAITING_PAYMENT, hall_payment_page_new, NULL, NULL },
  { "payment-alipay", HALL_STATE_AWAITING_PAYMENT, hall_payment_page_new, NULL, press_alipay },
  { "payment-transfer", HALL_STATE_AWAITING_PAYMENT, hall_payment_page_new, NULL, press_transfer },
  { "result-online", HALL_STATE_UNDER_REVIEW, hall_result_page_new, prepare_submitted, NULL },
  { "result-transfer", HALL_STATE_PAYMENT_VERIFYING, hall_result_page_new, prepare_submitted,
    NULL },
  { "result-returned", HALL_STATE_REJECTED, hall_result_page_new, prepare_returned, NULL },
};

static void
show_scene (gsize index)
{
  Page page = { 0 };
  int width = 1024;
  int height = 700;

  page_set_up (&page, scenes[index].state);
  if (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2)
    g_printerr ("a size looks like 1024x700\n");
  gtk_window_set_default_size (GTK_WINDOW (page.window), width, height);
  if (scenes[index].prepare != NULL)
    scenes[index].prepare (&page);
  page_open (&page, scenes[index].make);
  fake_pass_ms (300);
  if (scenes[index].use != NULL)
    scenes[index].use (&page);
  fake_pass_ms (900);
  app_test_shoot (page.window, shots, scenes[index].name);
  page_tear_down (&page);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain ("certhall", g_getenv ("HALL_LOCALE_DIR"));
  bind_textdomain_codeset ("certhall", "UTF-8");
  textdomain ("certhall");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || shots == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "where are the pictures to go?");
      return 2;
    }
  app_test_init (&argc, &argv);
  if (dark)
    hdy_style_manager_set_color_scheme (hdy_style_manager_get_default (),
                                        HDY_COLOR_SCHEME_FORCE_DARK);
  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (only == NULL || g_str_equal (only, scenes[i].name))
      show_scene (i);
  return 0;
}
