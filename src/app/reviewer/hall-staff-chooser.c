/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The staff of a practice hall as buttons.
 */
#include "hall-staff-chooser.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-client-practice.h"
#include "hall-ui.h"

#define COLUMNS 2

struct _HallStaffChooser
{
  GtkBox parent_instance;

  GtkGrid *grid;

  HallSession *session;
  HallPracticeSettings *settings; /* (nullable): what the buttons stand for */
  GCancellable *cancellable;      /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallStaffChooser, hall_staff_chooser, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_clicked_cb (GtkButton *button, HallStaffChooser *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "hall-index"));
  const HallPracticeStaff *staff = g_ptr_array_index (self->settings->staff, index);

  g_signal_emit (self, signals[CHOSEN], 0, staff->name, staff->password);
}

/* Who can do everything is the administrator. */
static const char *
get_part (const HallPracticeStaff *staff)
{
  for (HallActor actor = HALL_N_ACTORS; actor-- > 0;)
    if ((staff->actors & HALL_ACTOR_BIT (actor)) != 0)
      return hall_actor_get_label (actor, hall_app_lang ());
  return "";
}

static void
add_button (HallStaffChooser *self, guint index)
{
  const HallPracticeStaff *staff = g_ptr_array_index (self->settings->staff, index);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *part = gtk_label_new (get_part (staff));
  GtkWidget *name = gtk_label_new (staff->name);

  hall_ui_set_class (name, "hall-hint", TRUE);
  gtk_box_pack_start (GTK_BOX (line), part, FALSE, FALSE, 0);
  gtk_box_pack_end (GTK_BOX (line), name, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (button), line);
  gtk_widget_set_hexpand (button, TRUE);
  hall_ui_set_accessible_name (button, get_part (staff));
  g_object_set_data (G_OBJECT (button), "hall-index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked_cb), self);
  gtk_widget_show_all (button);
  gtk_grid_attach (self->grid, button, (int) index % COLUMNS, (int) index / COLUMNS, 1, 1);
}

static void
on_settings_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStaffChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  HallPracticeSettings *settings =
      hall_client_get_practice_settings_finish (HALL_CLIENT (source), result, &error);

  /* without them one signs in by typing */
  if (settings == NULL)
    return;
  g_clear_pointer (&self->settings, hall_practice_settings_free);
  self->settings = settings;
  for (guint i = 0; i < settings->staff->len; i++)
    add_button (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self), settings->staff->len > 0);
}

static void
stop (HallStaffChooser *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_hall_changed_cb (HallStaffChooser *self)
{
  const HallInfo *info = hall_session_get_info (self->session);

  stop (self);
  hall_ui_clear (GTK_CONTAINER (self->grid));
  gtk_widget_hide (GTK_WIDGET (self));
  if (info == NULL || !info->practice)
    return;
  self->cancellable = g_cancellable_new ();
  hall_client_get_practice_settings_async (hall_session_get_client (self->session),
                                           self->cancellable, on_settings_cb, g_object_ref (self));
}

static void
hall_staff_chooser_dispose (GObject *object)
{
  HallStaffChooser *self = HALL_STAFF_CHOOSER (object);

  stop (self);
  g_clear_pointer (&self->settings, hall_practice_settings_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_staff_chooser_parent_class)->dispose (object);
}

static void
hall_staff_chooser_class_init (HallStaffChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_staff_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_STAFF_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-staff-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, HallStaffChooser, grid);
}

static void
hall_staff_chooser_init (HallStaffChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_staff_chooser_new (HallSession *session)
{
  HallStaffChooser *self = g_object_new (HALL_TYPE_STAFF_CHOOSER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "hall-changed", G_CALLBACK (on_hall_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_hall_changed_cb (self);
  return GTK_WIDGET (self);
}
