/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where one chooses a hall.
 */
#include "hall-welcome-page.h"

#include <glib/gi18n.h>

#include "hall-busy-button.h"
#include "hall-notice.h"
#include "hall-ui.h"

struct _HallWelcomePage
{
  GtkBox parent_instance;

  GtkBox *practise_box;
  GtkEntry *address;
  GtkBox *connect_box;
  GtkBox *notice_box;
  GtkButton *cancel_button;

  HallBusyButton *practise_button; /* in @practise_box */
  HallBusyButton *connect_button;  /* in @connect_box */
  HallNotice *notice;              /* in @notice_box */

  HallSession *session;
  HallLocalHall *local;
  HallPreferences *settings;
  GCancellable *cancellable; /* (nullable): while one is on the way to a hall */
  gboolean to_local;
  guint patience_source;
};

G_DEFINE_FINAL_TYPE (HallWelcomePage, hall_welcome_page, GTK_TYPE_BOX)

/* After this long the way out is offered. */
#define PATIENCE_MS 2000

static gboolean
on_patience_ended_cb (gpointer user_data)
{
  HallWelcomePage *self = user_data;

  self->patience_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), TRUE);
  return G_SOURCE_REMOVE;
}

static void
show_way (HallWelcomePage *self)
{
  gboolean on_way = self->cancellable != NULL;

  hall_busy_button_set_busy (self->practise_button, on_way && self->to_local);
  hall_busy_button_set_busy (self->connect_button, on_way && !self->to_local);
  gtk_widget_set_sensitive (GTK_WIDGET (self->address), !on_way);
  if (on_way && self->to_local)
    gtk_widget_set_sensitive (GTK_WIDGET (self->connect_button), FALSE);
  else if (on_way)
    gtk_widget_set_sensitive (GTK_WIDGET (self->practise_button), FALSE);
  else
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->practise_button), TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->connect_button), TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), FALSE);
    }
}

static void
end_way (HallWelcomePage *self)
{
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_object (&self->cancellable);
  show_way (self);
}

/* Only in words: what is sent can be read on the way. */
static void
show_plain_http (HallWelcomePage *self, const GError *error)
{
  hall_notice_show (self->notice, HALL_WRONG, error->message, _ ("Connect all the same"));
}

static void
on_connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallWelcomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean connected = hall_session_connect_finish (HALL_SESSION (source), result, &error);

  if (self->session == NULL)
    return; /* the window has gone */
  if (connected && !self->to_local)
    hall_preferences_set_hall_address (self->settings, hall_session_get_address (self->session));
  else if (g_error_matches (error, HALL_ERROR, HALL_ERROR_DENIED) && !self->to_local)
    show_plain_http (self, error);
  else if (error != NULL)
    hall_notice_show_error (self->notice, error);
  end_way (self);
}

static void
begin_way (HallWelcomePage *self, gboolean to_local)
{
  hall_notice_clear (self->notice);
  self->to_local = to_local;
  self->cancellable = g_cancellable_new ();
  self->patience_source = g_timeout_add (PATIENCE_MS, on_patience_ended_cb, self);
  show_way (self);
}

static void
on_practise_clicked_cb (HallWelcomePage *self)
{
  hall_welcome_page_connect_local (self);
}

static void
on_connect_clicked_cb (HallWelcomePage *self)
{
  hall_welcome_page_connect (self, gtk_entry_get_text (self->address));
}

static void
on_address_activated_cb (GtkEntry *entry, HallWelcomePage *self)
{
  on_connect_clicked_cb (self);
}

static void
on_address_changed_cb (GtkEntry *entry, HallWelcomePage *self)
{
  hall_notice_clear (self->notice);
  hall_client_set_allow_plain_http (hall_session_get_client (self->session), FALSE);
}

static void
on_plain_http_accepted_cb (HallWelcomePage *self)
{
  hall_client_set_allow_plain_http (hall_session_get_client (self->session), TRUE);
  on_connect_clicked_cb (self);
}

static void
on_cancel_clicked_cb (GtkButton *button, HallWelcomePage *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
hall_welcome_page_dispose (GObject *object)
{
  HallWelcomePage *self = HALL_WELCOME_PAGE (object);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->local);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hall_welcome_page_parent_class)->dispose (object);
}

static void
hall_welcome_page_class_init (HallWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallWelcomePage, practise_box);
  gtk_widget_class_bind_template_child (widget_class, HallWelcomePage, address);
  gtk_widget_class_bind_template_child (widget_class, HallWelcomePage, connect_box);
  gtk_widget_class_bind_template_child (widget_class, HallWelcomePage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallWelcomePage, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_address_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static HallBusyButton *
add_button (GtkBox *box, const char *label)
{
  GtkWidget *button = hall_busy_button_new (label);

  gtk_container_add (GTK_CONTAINER (box), button);
  return HALL_BUSY_BUTTON (button);
}

static void
hall_welcome_page_init (HallWelcomePage *self)
{
  GtkWidget *notice = hall_notice_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  self->practise_button = add_button (self->practise_box, _ ("_Practise"));
  self->connect_button = add_button (self->connect_box, _ ("_Connect"));
  g_signal_connect_swapped (self->practise_button, "clicked", G_CALLBACK (on_practise_clicked_cb),
                            self);
  g_signal_connect_swapped (self->connect_button, "clicked", G_CALLBACK (on_connect_clicked_cb),
                            self);
  g_signal_connect_swapped (notice, "answered", G_CALLBACK (on_plain_http_accepted_cb), self);
}

GtkWidget *
hall_welcome_page_new (HallSession *session, HallLocalHall *local, HallPreferences *settings)
{
  HallWelcomePage *self = g_object_new (HALL_TYPE_WELCOME_PAGE, NULL);
  const char *address = hall_preferences_get_hall_address (settings);

  self->session = g_object_ref (session);
  self->local = g_object_ref (local);
  self->settings = g_object_ref (settings);
  gtk_entry_set_text (self->address, address);
  /* Who has a hall goes there again; who has none tries it out first. */
  hall_busy_button_make_primary (*address != '\0' ? self->connect_button : self->practise_button);
  return GTK_WIDGET (self);
}

void
hall_welcome_page_connect_local (HallWelcomePage *self)
{
  g_return_if_fail (HALL_IS_WELCOME_PAGE (self));

  if (self->cancellable != NULL)
    return;
  begin_way (self, TRUE);
  hall_session_connect_local_async (self->session, self->local, self->cancellable, on_connected_cb,
                                    g_object_ref (self));
}

void
hall_welcome_page_connect (HallWelcomePage *self, const char *address)
{
  g_return_if_fail (HALL_IS_WELCOME_PAGE (self));

  if (self->cancellable != NULL)
    return;
  begin_way (self, FALSE);
  if (g_strcmp0 (address, gtk_entry_get_text (self->address)) != 0)
    gtk_entry_set_text (self->address, address);
  hall_session_connect_async (self->session, address, self->cancellable, on_connected_cb,
                              g_object_ref (self));
}
