/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quiet line while the hall cannot be reached. The session does the trying.
 */
#include "hall-offline-bar.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

struct _HallOfflineBar
{
  GtkRevealer parent_instance;

  GtkLabel *text;

  HallSession *session; /* owned */
};

G_DEFINE_FINAL_TYPE (HallOfflineBar, hall_offline_bar, GTK_TYPE_REVEALER)

static void
show_link (HallOfflineBar *self)
{
  gboolean offline = hall_session_get_link (self->session) == HALL_LINK_OFFLINE;

  /* Empty while it is hidden: what is not seen is not spoken either. */
  gtk_label_set_text (self->text, offline ? _ ("The hall cannot be reached; trying again. What you "
                                               "have entered is kept.")
                                          : "");
  gtk_revealer_set_reveal_child (GTK_REVEALER (self), offline);
}

static void
on_retry_clicked_cb (GtkButton *button, HallOfflineBar *self)
{
  hall_session_hurry (self->session);
}

static void
hall_offline_bar_dispose (GObject *object)
{
  g_clear_object (&HALL_OFFLINE_BAR (object)->session);
  G_OBJECT_CLASS (hall_offline_bar_parent_class)->dispose (object);
}

static void
hall_offline_bar_class_init (HallOfflineBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_offline_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-offline-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOfflineBar, text);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked_cb);
}

static void
hall_offline_bar_init (HallOfflineBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->text);
}

GtkWidget *
hall_offline_bar_new (HallSession *session)
{
  HallOfflineBar *self = g_object_new (HALL_TYPE_OFFLINE_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "link-changed", G_CALLBACK (show_link), self,
                           G_CONNECT_SWAPPED);
  show_link (self);
  return GTK_WIDGET (self);
}
