/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing reasons for one place.
 */
#include "hall-reason-picker.h"

#include "hall-app-lang.h"
#include "hall-reason-row.h"
#include "hall-ui.h"

struct _HallReasonPicker
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkBox *rows;

  HallReturnBasket *basket;
  char *place;
};

G_DEFINE_FINAL_TYPE (HallReasonPicker, hall_reason_picker, GTK_TYPE_POPOVER)

static void
on_row_changed_cb (HallReasonRow *row, HallReasonPicker *self)
{
  HallReason reason = hall_reason_row_get_reason (row);

  if (hall_reason_row_is_chosen (row))
    hall_return_basket_put (self->basket, reason, self->place, hall_reason_row_get_text (row));
  else
    hall_return_basket_remove (self->basket, reason, self->place);
}

static void
on_done_clicked_cb (GtkButton *button, HallReasonPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
on_destroy_due_cb (gpointer user_data)
{
  gtk_widget_destroy (user_data);
  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (GtkPopover *popover, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_destroy_due_cb, g_object_ref (popover), g_object_unref);
}

static gboolean
is_writing (HallReasonPicker *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  return GTK_IS_WINDOW (window) && GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window)));
}

static gboolean
on_key_pressed_cb (GtkWidget *widget, GdkEventKey *event, HallReasonPicker *self)
{
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (self->rows));
  guint32 digit = gdk_keyval_to_unicode (event->keyval);
  GtkWidget *row;

  if (is_writing (self) || digit < '1' || digit > '9'
      || (event->state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  row = g_list_nth_data (rows, digit - '1');
  if (row != NULL)
    hall_reason_row_toggle (HALL_REASON_ROW (row));
  return GDK_EVENT_STOP;
}

static void
hall_reason_picker_dispose (GObject *object)
{
  HallReasonPicker *self = HALL_REASON_PICKER (object);

  g_clear_object (&self->basket);
  g_clear_pointer (&self->place, g_free);
  G_OBJECT_CLASS (hall_reason_picker_parent_class)->dispose (object);
}

static void
hall_reason_picker_class_init (HallReasonPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_reason_picker_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-reason-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, HallReasonPicker, title);
  gtk_widget_class_bind_template_child (widget_class, HallReasonPicker, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
}

static void
hall_reason_picker_init (HallReasonPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (HallReasonPicker *self, HallReason reason, guint key)
{
  GtkWidget *row = hall_reason_row_new (reason, key <= 9 ? key : 0);
  const HallReturn *chosen = hall_return_basket_find (self->basket, reason, self->place);

  hall_reason_row_set (HALL_REASON_ROW (row), chosen != NULL, chosen != NULL ? chosen->text : NULL);
  g_signal_connect (row, "changed", G_CALLBACK (on_row_changed_cb), self);
  gtk_container_add (GTK_CONTAINER (self->rows), row);
}

HallReasonPicker *
hall_reason_picker_open (GtkWidget *beside, HallReturnBasket *basket, const HallReasonPlace *place)
{
  HallReasonPicker *self = g_object_new (HALL_TYPE_REASON_PICKER, "relative-to", beside, NULL);
  const char *title = hall_place_get_label (place->catalog, place->place, hall_app_lang ());
  guint key = 1;

  self->basket = g_object_ref (basket);
  self->place = g_strdup (place->place);
  gtk_label_set_text (self->title, title);
  hall_ui_set_accessible_name (GTK_WIDGET (self), title);
  for (HallReason reason = 0; reason < HALL_N_REASONS; reason++)
    if (hall_reason_fits (reason, place->catalog, place->type, place->place))
      add_row (self, reason, key++);
  gtk_popover_popup (GTK_POPOVER (self));
  return self;
}

gboolean
hall_reason_place_has_reasons (const HallReasonPlace *place)
{
  for (HallReason reason = 0; reason < HALL_N_REASONS; reason++)
    if (hall_reason_fits (reason, place->catalog, place->type, place->place))
      return TRUE;
  return FALSE;
}
