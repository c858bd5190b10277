/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The telephone of a practice hall.
 */
#include "hall-phone-drawer.h"

#include <glib/gi18n.h>

#include "hall-empty.h"
#include "hall-phone-row.h"
#include "hall-practice-phone.h"
#include "hall-ui.h"

struct _HallPhoneDrawer
{
  GtkBox parent_instance;

  GtkStack *stack; /* "empty" or "messages" */
  GtkBox *empty_box;
  GtkListBox *list;

  HallPracticePhone *phone; /* owned */
  guint unread;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (HallPhoneDrawer, hall_phone_drawer, GTK_TYPE_BOX)

enum
{
  UNREAD_CHANGED,
  FILL_CODE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_unread (HallPhoneDrawer *self, guint unread)
{
  if (self->unread == unread)
    return;
  self->unread = unread;
  g_signal_emit (self, signals[UNREAD_CHANGED], 0);
}

static void
on_fill_code_cb (HallPhoneDrawer *self, const char *code)
{
  g_signal_emit (self, signals[FILL_CODE], 0, code);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = hall_phone_row_new (HALL_PHONE_MESSAGE (item));

  g_signal_connect_object (row, "fill-code", G_CALLBACK (on_fill_code_cb), user_data,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
show_messages (HallPhoneDrawer *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->phone)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "messages" : "empty");
  if (!any)
    set_unread (self, 0);
}

static void
on_arrived_cb (HallPhoneDrawer *self)
{
  if (!self->open)
    set_unread (self, self->unread + 1);
}

static void
hall_phone_drawer_dispose (GObject *object)
{
  HallPhoneDrawer *self = HALL_PHONE_DRAWER (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->phone);
  G_OBJECT_CLASS (hall_phone_drawer_parent_class)->dispose (object);
}

static void
hall_phone_drawer_class_init (HallPhoneDrawerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_phone_drawer_dispose;
  signals[UNREAD_CHANGED] = g_signal_new ("unread-changed", HALL_TYPE_PHONE_DRAWER,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILL_CODE] = g_signal_new ("fill-code", HALL_TYPE_PHONE_DRAWER, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-phone-drawer.ui");
  gtk_widget_class_bind_template_child (widget_class, HallPhoneDrawer, stack);
  gtk_widget_class_bind_template_child (widget_class, HallPhoneDrawer, empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallPhoneDrawer, list);
}

static void
hall_phone_drawer_init (HallPhoneDrawer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_container_add (GTK_CONTAINER (self->empty_box),
                     hall_empty_new ("phone-symbolic", _ ("No messages yet"),
                                     _ ("Codes, results and transfers that a real hall would send "
                                        "appear here. Nothing leaves this computer."),
                                     NULL));
}

GtkWidget *
hall_phone_drawer_new (HallSession *session)
{
  HallPhoneDrawer *self = g_object_new (HALL_TYPE_PHONE_DRAWER, NULL);

  self->phone = hall_practice_phone_new (session);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->phone), create_row, self, NULL);
  g_signal_connect_object (self->phone, "items-changed", G_CALLBACK (show_messages), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->phone, "arrived", G_CALLBACK (on_arrived_cb), self,
                           G_CONNECT_SWAPPED);
  show_messages (self);
  return GTK_WIDGET (self);
}

guint
hall_phone_drawer_get_unread (HallPhoneDrawer *self)
{
  g_return_val_if_fail (HALL_IS_PHONE_DRAWER (self), 0);

  return self->unread;
}

void
hall_phone_drawer_set_open (HallPhoneDrawer *self, gboolean open)
{
  g_return_if_fail (HALL_IS_PHONE_DRAWER (self));

  self->open = open;
  if (open)
    set_unread (self, 0);
}
