/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signing in. Who is signed in is asked of the session.
 */
#include "hall-sign-in-form.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-application.h"
#include "hall-busy-button.h"
#include "hall-form-error.h"
#include "hall-input-row.h"
#include "hall-notice.h"
#include "hall-ui.h"

struct _HallSignInForm
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkBox *notice_box;
  GtkListBox *list;
  GtkCheckButton *remember;
  GtkBox *button_box;
  GtkWidget *others;

  HallNotice *notice;      /* in @notice_box */
  HallInputRow *name;      /* in @list */
  HallInputRow *password;  /* in @list */
  HallInputRow *renewal;   /* in @list: seen when the password is good for once */
  HallBusyButton *sign_in; /* in @button_box */

  HallSession *session;
  HallPreferences *settings;
  GCancellable *cancellable; /* (nullable): while a call runs */
};

G_DEFINE_FINAL_TYPE (HallSignInForm, hall_sign_in_form, GTK_TYPE_BOX)

enum
{
  REGISTER,
  RESET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_for_staff (HallSignInForm *self)
{
  return hall_session_get_part (self->session) == HALL_PART_STAFF;
}

/* Whether the hall wants a new password in place of the one typed. */
static gboolean
is_about_renewal (const GError *error)
{
  GPtrArray *findings = hall_error_get_findings (error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (g_str_equal (((const HallFinding *) g_ptr_array_index (findings, i))->where,
                     "new_password"))
      return TRUE;
  return FALSE;
}

static void
show_refusal (HallSignInForm *self, const GError *error)
{
  const HallFormErrorRow rows[] = {
    { "mobile", self->name },
    { "name", self->name },
    { "password", self->password },
    { "new_password", self->renewal },
    { NULL },
  };

  if (is_about_renewal (error))
    gtk_widget_show (GTK_WIDGET (self->renewal));
  hall_form_error_show (error, rows, self->notice);
}

static void
on_signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallSignInForm) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_session_sign_in_finish (HALL_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  hall_busy_button_set_busy (self->sign_in, FALSE);
  if (error != NULL)
    show_refusal (self, error);
  else
    {
      hall_input_row_set_text (self->password, "");
      hall_input_row_set_text (self->renewal, "");
      gtk_widget_hide (GTK_WIDGET (self->renewal));
    }
}

static gboolean
require (HallInputRow *row)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *text = NULL;

  if (*hall_input_row_get_text (row) != '\0')
    return TRUE;
  hall_issue_set (&issue, HALL_ISSUE_REQUIRED, NULL, NULL);
  text = hall_issue_format (&issue, hall_app_lang ());
  hall_input_row_show_problem (row, text);
  return FALSE;
}

static void
sign_in (HallSignInForm *self)
{
  gboolean has_name = require (self->name);
  gboolean has_password = require (self->password);
  gboolean has_renewal =
      !gtk_widget_get_visible (GTK_WIDGET (self->renewal)) || require (self->renewal);
  gboolean remember = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->remember));

  if (self->cancellable != NULL)
    return;
  if (!has_name || !has_password || !has_renewal)
    {
      hall_input_row_focus (!has_name       ? self->name
                            : !has_password ? self->password
                                            : self->renewal);
      return;
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->renewal)))
    hall_session_set_new_password (self->session, hall_input_row_get_text (self->renewal));
  hall_notice_clear (self->notice);
  hall_preferences_set_remember (self->settings, remember);
  hall_busy_button_set_busy (self->sign_in, TRUE);
  self->cancellable = g_cancellable_new ();
  hall_session_sign_in_async (self->session, hall_input_row_get_text (self->name),
                              hall_input_row_get_text (self->password), remember, self->cancellable,
                              on_signed_in_cb, g_object_ref (self));
}

static void
on_sign_in_clicked_cb (HallSignInForm *self)
{
  sign_in (self);
}

static void
on_name_entered_cb (HallSignInForm *self)
{
  hall_input_row_focus (self->password);
}

static void
on_register_clicked_cb (GtkButton *button, HallSignInForm *self)
{
  g_signal_emit (self, signals[REGISTER], 0);
}

static void
on_reset_clicked_cb (GtkButton *button, HallSignInForm *self)
{
  g_signal_emit (self, signals[RESET], 0);
}

static void
hall_sign_in_form_dispose (GObject *object)
{
  HallSignInForm *self = HALL_SIGN_IN_FORM (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hall_sign_in_form_parent_class)->dispose (object);
}

static void
hall_sign_in_form_class_init (HallSignInFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_sign_in_form_dispose;
  signals[REGISTER] = g_signal_new ("register", HALL_TYPE_SIGN_IN_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[RESET] = g_signal_new ("reset", HALL_TYPE_SIGN_IN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-sign-in-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HallSignInForm, title);
  gtk_widget_class_bind_template_child (widget_class, HallSignInForm, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallSignInForm, list);
  gtk_widget_class_bind_template_child (widget_class, HallSignInForm, remember);
  gtk_widget_class_bind_template_child (widget_class, HallSignInForm, button_box);
  gtk_widget_class_bind_template_child (widget_class, HallSignInForm, others);
  gtk_widget_class_bind_template_callback (widget_class, on_register_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked_cb);
}

static void
hall_sign_in_form_init (HallSignInForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_tab_through_rows (self->list);
}

static HallInputRow *
add_row (HallSignInForm *self, const char *label, GtkInputPurpose purpose)
{
  GtkWidget *row = hall_input_row_new (label, purpose);

  gtk_container_add (GTK_CONTAINER (self->list), row);
  return HALL_INPUT_ROW (row);
}

static void
build (HallSignInForm *self)
{
  GtkWidget *notice = hall_notice_new ();
  GtkWidget *button = hall_busy_button_new (_ ("_Sign in"));
  gboolean staff = is_for_staff (self);

  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  self->name = staff ? add_row (self, _ ("Staff account"), GTK_INPUT_PURPOSE_FREE_FORM)
                     : add_row (self, _ ("Mobile number"), GTK_INPUT_PURPOSE_PHONE);
  self->password = add_row (self, _ ("Password"), GTK_INPUT_PURPOSE_PASSWORD);
  hall_input_row_set_secret (self->password);
  self->renewal = add_row (self, _ ("New password of your own"), GTK_INPUT_PURPOSE_PASSWORD);
  hall_input_row_set_secret (self->renewal);
  gtk_widget_set_no_show_all (GTK_WIDGET (self->renewal), TRUE);
  gtk_widget_hide (GTK_WIDGET (self->renewal));
  g_signal_connect_swapped (self->renewal, "entered", G_CALLBACK (on_sign_in_clicked_cb), self);
  g_signal_connect_swapped (self->name, "entered", G_CALLBACK (on_name_entered_cb), self);
  g_signal_connect_swapped (self->password, "entered", G_CALLBACK (on_sign_in_clicked_cb), self);

  self->sign_in = HALL_BUSY_BUTTON (button);
  hall_busy_button_make_primary (self->sign_in);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_container_add (GTK_CONTAINER (self->button_box), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_sign_in_clicked_cb), self);
  gtk_label_set_text (self->title, staff ? _ ("Sign in as staff") : _ ("Sign in"));
  gtk_widget_set_visible (self->others, !staff);
}

GtkWidget *
hall_sign_in_form_new (HallSession *session, HallPreferences *settings)
{
  HallSignInForm *self = g_object_new (HALL_TYPE_SIGN_IN_FORM, NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  build (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->remember),
                                hall_preferences_get_remember (settings));
  return GTK_WIDGET (self);
}

void
hall_sign_in_form_say (HallSignInForm *self, HallVerdict verdict, const char *text)
{
  g_return_if_fail (HALL_IS_SIGN_IN_FORM (self));

  if (*text == '\0')
    hall_notice_clear (self->notice);
  else
    hall_notice_show (self->notice, verdict, text, NULL);
}

void
hall_sign_in_form_fill (HallSignInForm *self, const char *name)
{
  g_return_if_fail (HALL_IS_SIGN_IN_FORM (self));

  if (*name != '\0')
    hall_input_row_set_text (self->name, name);
  hall_input_row_set_text (self->password, "");
}

void
hall_sign_in_form_fill_both (HallSignInForm *self, const char *name, const char *password)
{
  g_return_if_fail (HALL_IS_SIGN_IN_FORM (self));

  hall_input_row_set_text (self->name, name);
  hall_input_row_set_text (self->password, password);
  gtk_widget_grab_focus (GTK_WIDGET (self->sign_in));
}

const char *
hall_sign_in_form_get_name (HallSignInForm *self)
{
  g_return_val_if_fail (HALL_IS_SIGN_IN_FORM (self), "");

  return hall_input_row_get_text (self->name);
}

void
hall_sign_in_form_focus (HallSignInForm *self)
{
  g_return_if_fail (HALL_IS_SIGN_IN_FORM (self));

  if (*hall_input_row_get_text (self->name) == '\0')
    hall_input_row_focus (self->name);
  else
    hall_input_row_focus (self->password);
}
