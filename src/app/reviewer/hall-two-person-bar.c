/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two-person rule of a practice hall.
 */
#include "hall-two-person-bar.h"

#include <glib/gi18n.h>

#include "hall-client-practice.h"
#include "hall-ui.h"

struct _HallTwoPersonBar
{
  GtkBox parent_instance;

  GtkSwitch *rule;
  GtkLabel *hint;

  HallSession *session;
  GCancellable *cancellable; /* (nullable): of the call that runs */
  gboolean on;               /* at the hall */
};

G_DEFINE_FINAL_TYPE (HallTwoPersonBar, hall_two_person_bar, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef HallPracticeSettings *(*SettingsFinish) (HallClient *, GAsyncResult *, GError **);

static void
show (HallTwoPersonBar *self)
{
  gtk_switch_set_state (self->rule, self->on);
  gtk_switch_set_active (self->rule, self->on);
  gtk_label_set_text (self->hint, self->on ? _ ("Who reviews an order cannot produce it.")
                                           : _ ("Off for practice: one person can do everything."));
}

/* FALSE if there is nobody any more to tell. */
static gboolean
take (HallTwoPersonBar *self, GObject *source, GAsyncResult *result, SettingsFinish finish)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallPracticeSettings) settings = finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_clear_object (&self->cancellable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rule), TRUE);
  if (settings != NULL)
    self->on = settings->two_person_rule;
  show (self);
  if (error != NULL)
    gtk_label_set_text (self->hint, error->message);
  return settings != NULL;
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallTwoPersonBar) self = user_data;

  if (take (self, source, result, hall_client_get_practice_settings_finish))
    gtk_widget_show (GTK_WIDGET (self));
}

static void
on_put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallTwoPersonBar) self = user_data;

  if (take (self, source, result, hall_client_put_practice_settings_finish))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (HallTwoPersonBar *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* The switch moves when the hall has moved. */
static gboolean
on_state_wanted_cb (GtkSwitch *rule, gboolean on, HallTwoPersonBar *self)
{
  if (on == self->on || self->cancellable != NULL)
    return GDK_EVENT_STOP;
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (rule), FALSE);
  hall_client_put_practice_settings_async (hall_session_get_client (self->session), on,
                                           self->cancellable, on_put_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

static void
hall_two_person_bar_dispose (GObject *object)
{
  HallTwoPersonBar *self = HALL_TWO_PERSON_BAR (object);

  stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_two_person_bar_parent_class)->dispose (object);
}

static void
hall_two_person_bar_class_init (HallTwoPersonBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_two_person_bar_dispose;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_TWO_PERSON_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-two-person-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HallTwoPersonBar, rule);
  gtk_widget_class_bind_template_child (widget_class, HallTwoPersonBar, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_state_wanted_cb);
}

static void
hall_two_person_bar_init (HallTwoPersonBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->hint);
}

GtkWidget *
hall_two_person_bar_new (HallSession *session)
{
  HallTwoPersonBar *self = g_object_new (HALL_TYPE_TWO_PERSON_BAR, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
hall_two_person_bar_load (HallTwoPersonBar *self)
{
  const HallInfo *info;

  g_return_if_fail (HALL_IS_TWO_PERSON_BAR (self));

  stop (self);
  info = hall_session_get_info (self->session);
  if (info == NULL || !info->practice)
    {
      gtk_widget_hide (GTK_WIDGET (self));
      return;
    }
  self->cancellable = g_cancellable_new ();
  hall_client_get_practice_settings_async (hall_session_get_client (self->session),
                                           self->cancellable, on_loaded_cb, g_object_ref (self));
}
