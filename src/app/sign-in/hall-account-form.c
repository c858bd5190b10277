/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number, the code that is sent to it, a password. Whether they are right, the hall says.
 */
#include "hall-account-form.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-check-text.h"
#include "hall-countdown.h"
#include "hall-form-error.h"
#include "hall-kind.h"
#include "hall-ui.h"

struct _HallAccountForm
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *why;
  GtkBox *notice_box;
  GtkListBox *list;
  GtkBox *button_box;

  HallNotice *notice;      /* in @notice_box */
  HallInputRow *mobile;    /* in @list */
  HallInputRow *code;      /* in @list */
  HallInputRow *password;  /* in @list */
  HallBusyButton *send;    /* in @code */
  HallBusyButton *confirm; /* in @button_box */

  HallSession *session;
  HallPreferences *settings;
  HallSmsPurpose purpose;
  HallCountdown *countdown;  /* until another code can be asked for */
  GCancellable *cancellable; /* of all calls */
};

G_DEFINE_FINAL_TYPE (HallAccountForm, hall_account_form, GTK_TYPE_BOX)

enum
{
  BACK,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *title;
  const char *why;
  const char *password;
  const char *confirm;
} words[HALL_N_SMS_PURPOSES] = {
  [HALL_SMS_REGISTER] = { N_ ("Register"),
                          N_ ("With the mobile number that is registered in the handler's own name."),
                          N_ ("Password"), N_ ("_Register") },
  [HALL_SMS_RESET] = { N_ ("Set a new password"),
                       N_ ("A code is sent to your mobile number to make sure that it is you."),
                       N_ ("New password"), N_ ("_Set the password") },
};

static void
show_refusal (HallAccountForm *self, const GError *error)
{
  const HallFormErrorRow rows[] = {
    { "mobile", self->mobile },
    { "sms_code", self->code },
    { "password", self->password },
    { NULL },
  };

  hall_form_error_show (error, rows, self->notice);
}

static void
show_countdown (HallAccountForm *self)
{
  guint left_s = hall_countdown_get_left_s (self->countdown);
  g_autofree char *label = NULL;

  if (left_s > 0)
    /* Translators: a button that cannot be pressed for so many seconds */
    label = g_strdup_printf (_ ("Again in %u s"), left_s);
  hall_busy_button_set_label (self->send, left_s > 0 ? label : _ ("Send the code"));
  if (!hall_busy_button_is_busy (self->send))
    gtk_widget_set_sensitive (GTK_WIDGET (self->send), left_s == 0);
}

/* What the hall would refuse at once is not sent. @text: tidied by the rule of @kind */
static gboolean
check_mobile (HallAccountForm *self)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *text = NULL;
  const char *typed = hall_input_row_get_text (self->mobile);
  HallCheckContext context;
  GDate today;

  hall_session_get_today (self->session, &today);
  hall_check_context_init (&context, &today);
  if (*typed == '\0')
    hall_issue_set (&issue, HALL_ISSUE_REQUIRED, NULL, NULL);
  else if (hall_kind_check (hall_kind_get (HALL_KIND_MOBILE), typed, &context, NULL, &issue)
           != HALL_WRONG)
    return TRUE;
  text = hall_issue_format (&issue, hall_app_lang ());
  hall_input_row_show_problem (self->mobile, text);
  hall_input_row_focus (self->mobile);
  return FALSE;
}

static gboolean
require (HallInputRow *row, HallVerdict verdict, HallIssue *issue)
{
  g_autofree char *text = NULL;

  if (*hall_input_row_get_text (row) == '\0')
    verdict = hall_issue_set (issue, HALL_ISSUE_REQUIRED, NULL, NULL);
  if (verdict != HALL_WRONG)
    return TRUE;
  text = hall_issue_format (issue, hall_app_lang ());
  hall_input_row_show_problem (row, text);
  hall_input_row_focus (row);
  return FALSE;
}

static gboolean
check_all (HallAccountForm *self)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallVerdict password = hall_check_password (hall_input_row_get_text (self->password), &issue);
  gboolean good = require (self->password, password, &issue);

  good = require (self->code, HALL_GOOD, &issue) && good;
  return check_mobile (self) && good;
}

static void
on_code_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallAccountForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallSmsCode) sent =
      hall_client_request_sms_code_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hall_busy_button_set_busy (self->send, FALSE);
  if (sent != NULL)
    {
      hall_countdown_set_until (self->countdown, sent->resend_s);
      hall_input_row_set_hint (self->code, _ ("The code has been sent; it may take a minute."));
      hall_input_row_focus (self->code);
      return;
    }
  if (hall_error_get_retry_after (error) > 0)
    hall_countdown_set_until (self->countdown, hall_session_get_now_s (self->session)
                                                   + hall_error_get_retry_after (error));
  show_refusal (self, error);
}

static void
on_send_clicked_cb (HallAccountForm *self)
{
  if (!check_mobile (self))
    return;
  hall_notice_clear (self->notice);
  hall_busy_button_set_busy (self->send, TRUE);
  hall_client_request_sms_code_async (hall_session_get_client (self->session),
                                      hall_input_row_get_text (self->mobile), self->purpose,
                                      self->cancellable, on_code_sent_cb, g_object_ref (self));
}

static void
end_call (HallAccountForm *self, const GError *error)
{
  hall_busy_button_set_busy (self->confirm, FALSE);
  if (error != NULL)
    {
      show_refusal (self, error);
      return;
    }
  hall_input_row_set_text (self->password, "");
  hall_input_row_set_text (self->code, "");
  hall_input_row_set_hint (self->code, "");
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_registered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallAccountForm) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_session_register_finish (HALL_SESSION (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end_call (self, error);
}

static void
on_reset_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallAccountForm) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_client_reset_password_finish (HALL_CLIENT (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end_call (self, error);
}

static void
on_confirm_clicked_cb (HallAccountForm *self)
{
  const char *mobile = hall_input_row_get_text (self->mobile);
  const char *code = hall_input_row_get_text (self->code);
  const char *password = hall_input_row_get_text (self->password);

  if (hall_busy_button_is_busy (self->confirm) || !check_all (self))
    return;
  hall_notice_clear (self->notice);
  hall_busy_button_set_busy (self->confirm, TRUE);
  if (self->purpose == HALL_SMS_REGISTER)
    hall_session_register_async (self->session, mobile, code, password,
                                 hall_preferences_get_remember (self->settings), self->cancellable,
                                 on_registered_cb, g_object_ref (self));
  else
    hall_client_reset_password_async (hall_session_get_client (self->session), mobile, code,
                                      password, self->cancellable, on_reset_cb,
                                      g_object_ref (self));
}

/* Enter in the number asks for the code, while none is on its way. */
static void
on_mobile_entered_cb (HallAccountForm *self)
{
  if (hall_countdown_get_left_s (self->countdown) > 0)
    hall_input_row_focus (self->code);
  else
    on_send_clicked_cb (self);
}

static void
on_code_entered_cb (HallAccountForm *self)
{
  hall_input_row_focus (self->password);
}

static void
on_back_clicked_cb (GtkButton *button, HallAccountForm *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
hall_account_form_dispose (GObject *object)
{
  HallAccountForm *self = HALL_ACCOUNT_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->countdown);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hall_account_form_parent_class)->dispose (object);
}

static void
hall_account_form_finalize (GObject *object)
{
  g_object_unref (HALL_ACCOUNT_FORM (object)->cancellable);
  G_OBJECT_CLASS (hall_account_form_parent_class)->finalize (object);
}

static void
hall_account_form_class_init (HallAccountFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_account_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_account_form_finalize;
  signals[BACK] = g_signal_new ("back", HALL_TYPE_ACCOUNT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", HALL_TYPE_ACCOUNT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-account-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HallAccountForm, title);
  gtk_widget_class_bind_template_child (widget_class, HallAccountForm, why);
  gtk_widget_class_bind_template_child (widget_class, HallAccountForm, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallAccountForm, list);
  gtk_widget_class_bind_template_child (widget_class, HallAccountForm, button_box);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
}

static void
hall_account_form_init (HallAccountForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_tab_through_rows (self->list);
  self->cancellable = g_cancellable_new ();
}

static HallInputRow *
add_row (HallAccountForm *self, const char *label, GtkInputPurpose purpose)
{
  GtkWidget *row = hall_input_row_new (label, purpose);

  gtk_container_add (GTK_CONTAINER (self->list), row);
  return HALL_INPUT_ROW (row);
}

static void
build_rows (HallAccountForm *self)
{
  GtkWidget *send = hall_busy_button_new (_ ("Send the code"));

  self->mobile = add_row (self, _ ("Mobile number"), GTK_INPUT_PURPOSE_PHONE);
  self->code = add_row (self, _ ("Code"), GTK_INPUT_PURPOSE_DIGITS);
  self->password = add_row (self, _ (words[self->purpose].password), GTK_INPUT_PURPOSE_PASSWORD);
  hall_input_row_set_secret (self->password);
  hall_input_row_set_hint (self->password,
                           _ ("8 to 32 letters, digits and symbols; two kinds of them."));
  self->send = HALL_BUSY_BUTTON (send);
  hall_input_row_set_button (self->code, send);
  g_signal_connect_swapped (send, "clicked", G_CALLBACK (on_send_clicked_cb), self);
  g_signal_connect_swapped (self->mobile, "entered", G_CALLBACK (on_mobile_entered_cb), self);
  g_signal_connect_swapped (self->code, "entered", G_CALLBACK (on_code_entered_cb), self);
  g_signal_connect_swapped (self->password, "entered", G_CALLBACK (on_confirm_clicked_cb), self);
}

static void
build (HallAccountForm *self)
{
  GtkWidget *notice = hall_notice_new ();
  GtkWidget *button = hall_busy_button_new (_ (words[self->purpose].confirm));

  gtk_label_set_text (self->title, _ (words[self->purpose].title));
  gtk_label_set_text (self->why, _ (words[self->purpose].why));
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  build_rows (self);
  self->confirm = HALL_BUSY_BUTTON (button);
  hall_busy_button_make_primary (self->confirm);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_container_add (GTK_CONTAINER (self->button_box), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_confirm_clicked_cb), self);
}

GtkWidget *
hall_account_form_new (HallSession *session, HallPreferences *settings, HallSmsPurpose purpose)
{
  HallAccountForm *self = g_object_new (HALL_TYPE_ACCOUNT_FORM, NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->purpose = purpose;
  self->countdown = hall_countdown_new (session);
  g_signal_connect_object (self->countdown, "tick", G_CALLBACK (show_countdown), self,
                           G_CONNECT_SWAPPED);
  build (self);
  return GTK_WIDGET (self);
}

void
hall_account_form_fill (HallAccountForm *self, const char *mobile)
{
  g_return_if_fail (HALL_IS_ACCOUNT_FORM (self));

  if (*mobile != '\0')
    hall_input_row_set_text (self->mobile, mobile);
}

const char *
hall_account_form_get_mobile (HallAccountForm *self)
{
  g_return_val_if_fail (HALL_IS_ACCOUNT_FORM (self), "");

  return hall_input_row_get_text (self->mobile);
}

void
hall_account_form_fill_code (HallAccountForm *self, const char *code)
{
  g_return_if_fail (HALL_IS_ACCOUNT_FORM (self));

  hall_input_row_set_text (self->code, code);
  hall_input_row_focus (self->password);
}

void
hall_account_form_focus (HallAccountForm *self)
{
  g_return_if_fail (HALL_IS_ACCOUNT_FORM (self));

  if (*hall_input_row_get_text (self->mobile) == '\0')
    hall_input_row_focus (self->mobile);
  else
    hall_input_row_focus (self->code);
}
