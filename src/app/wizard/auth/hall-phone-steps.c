/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done on the handler's phone. The steps, and their words, are the hall's.
 */
#include "hall-phone-steps.h"

#include <glib/gi18n.h>

#include "hall-client-phone.h"
#include "hall-badge.h"
#include "hall-ui.h"

#define PAUSE_S 3 /* between two questions; the hall counts them */

struct _HallPhoneSteps
{
  GtkBox parent_instance;

  HallClient *client;
  char *url;                 /* (nullable) */
  GCancellable *cancellable; /* (nullable): of the question on its way */
  guint pause_source;
};

G_DEFINE_FINAL_TYPE (HallPhoneSteps, hall_phone_steps, GTK_TYPE_BOX)

static void
add_line (HallPhoneSteps *self, const char *text, gboolean done)
{
  const HallBadge *look = hall_badge_for_tone (done ? HALL_TONE_DONE : HALL_TONE_WAITING);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (text);

  hall_badge_paint (icon, look);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), done ? look->icon : "radio-symbolic",
                                GTK_ICON_SIZE_MENU);
  hall_ui_set_accessible_name (icon,
                               hall_badge_get_tone_word (done ? HALL_TONE_DONE : HALL_TONE_YOURS));
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_container_add (GTK_CONTAINER (line), icon);
  gtk_container_add (GTK_CONTAINER (line), label);
  gtk_container_add (GTK_CONTAINER (self), line);
  gtk_widget_show_all (line);
}

static void
show_visit (HallPhoneSteps *self, const HallPhoneVisit *visit)
{
  GtkWidget *title = gtk_label_new (_ ("On the phone"));

  hall_ui_clear (GTK_CONTAINER (self));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  hall_ui_set_class (title, "hall-group-title", TRUE);
  gtk_container_add (GTK_CONTAINER (self), title);
  gtk_widget_show (title);
  add_line (self, visit->consent_label, g_strcmp0 (visit->state, "waiting") != 0);
  for (guint i = 0; i < visit->pictures->len; i++)
    {
      const HallPhonePicture *picture = g_ptr_array_index (visit->pictures, i);

      add_line (self, picture->label, picture->done);
    }
}

static void ask (HallPhoneSteps *self);

static gboolean
on_pause_ended_cb (gpointer user_data)
{
  HallPhoneSteps *self = user_data;

  self->pause_source = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

/* What cannot be asked now is asked again: the order itself tells when all is done. */
static void
on_visit_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallPhoneSteps) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallPhoneVisit) visit =
      hall_client_open_visit_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (visit != NULL)
    show_visit (self, visit);
  if (!g_error_matches (error, HALL_ERROR, HALL_ERROR_NOT_FOUND))
    self->pause_source = g_timeout_add_seconds (PAUSE_S, on_pause_ended_cb, self);
}

static void
stop (HallPhoneSteps *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pause_source, g_source_remove);
}

static void
ask (HallPhoneSteps *self)
{
  g_autofree char *link = NULL;

  stop (self);
  if (self->url != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    link = hall_client_phone_find_link (self->url);
  if (link == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  hall_client_open_visit_async (self->client, link, self->cancellable, on_visit_cb,
                                g_object_ref (self));
}

static void
hall_phone_steps_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hall_phone_steps_parent_class)->map (widget);
  ask (HALL_PHONE_STEPS (widget));
}

static void
hall_phone_steps_unmap (GtkWidget *widget)
{
  stop (HALL_PHONE_STEPS (widget));
  GTK_WIDGET_CLASS (hall_phone_steps_parent_class)->unmap (widget);
}

static void
hall_phone_steps_dispose (GObject *object)
{
  HallPhoneSteps *self = HALL_PHONE_STEPS (object);

  stop (self);
  g_clear_object (&self->client);
  g_clear_pointer (&self->url, g_free);
  G_OBJECT_CLASS (hall_phone_steps_parent_class)->dispose (object);
}

static void
hall_phone_steps_class_init (HallPhoneStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_phone_steps_dispose;
  GTK_WIDGET_CLASS (klass)->map = hall_phone_steps_map;
  GTK_WIDGET_CLASS (klass)->unmap = hall_phone_steps_unmap;
}

static void
hall_phone_steps_init (HallPhoneSteps *self)
{
}

GtkWidget *
hall_phone_steps_new (HallClient *client)
{
  HallPhoneSteps *self =
      g_object_new (HALL_TYPE_PHONE_STEPS, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12,
                    "visible", TRUE, NULL);

  self->client = g_object_ref (client);
  return GTK_WIDGET (self);
}

void
hall_phone_steps_set_url (HallPhoneSteps *self, const char *url)
{
  g_return_if_fail (HALL_IS_PHONE_STEPS (self));

  if (g_strcmp0 (url, self->url) == 0)
    return;
  g_free (self->url);
  self->url = g_strdup (url);
  ask (self);
}
