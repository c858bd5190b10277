/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date, typed or picked.
 */
#include "hall-date-control.h"

#include <glib/gi18n.h>

#include "hall-text-control.h"
#include "hall-ui.h"

struct _HallDateControl
{
  GtkBox parent_instance;

  GtkBox *entry_box;
  GtkMenuButton *pick_button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkButton *no_end_button;

  HallFieldControl *entry; /* in @entry_box */
  gboolean opening;        /* the calendar is being set to what is typed */
};

static void hall_date_control_iface_init (HallFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallDateControl,
                               hall_date_control,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_FIELD_CONTROL,
                                                      hall_date_control_iface_init))

/* As the kind keeps it, in both languages. */
#define NO_END "长期"

static void
pick (HallDateControl *self, const char *value)
{
  hall_field_control_set_value (self->entry, value);
  hall_field_control_emit_changed (HALL_FIELD_CONTROL (self));
  hall_field_control_emit_left (HALL_FIELD_CONTROL (self));
}

/* Turning the pages of the calendar picks days too, so it stays open. */
static void
on_day_selected_cb (GtkCalendar *calendar, HallDateControl *self)
{
  guint year, month, day;
  g_autofree char *value = NULL;

  if (self->opening)
    return;
  gtk_calendar_get_date (calendar, &year, &month, &day);
  value = g_strdup_printf ("%04u-%02u-%02u", year, month + 1, day);
  pick (self, value);
}

static void
on_day_chosen_cb (GtkCalendar *calendar, HallDateControl *self)
{
  gtk_popover_popdown (self->popover);
}

static void
on_no_end_clicked_cb (GtkButton *button, HallDateControl *self)
{
  pick (self, NO_END);
  gtk_popover_popdown (self->popover);
}

/* The calendar opens at the day that is typed. */
static void
on_popover_shown_cb (GtkPopover *popover, HallDateControl *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *midnight =
      g_strconcat (hall_field_control_get_value (self->entry), "T00:00:00Z", NULL);

  day = g_date_time_new_from_iso8601 (midnight, NULL);
  if (day == NULL)
    return;
  self->opening = TRUE;
  gtk_calendar_select_month (self->calendar, (guint) g_date_time_get_month (day) - 1,
                             (guint) g_date_time_get_year (day));
  gtk_calendar_select_day (self->calendar, (guint) g_date_time_get_day_of_month (day));
  self->opening = FALSE;
}

static const char *
hall_date_control_get_value (HallFieldControl *control)
{
  return hall_field_control_get_value (HALL_DATE_CONTROL (control)->entry);
}

static void
hall_date_control_set_value (HallFieldControl *control, const char *value)
{
  hall_field_control_set_value (HALL_DATE_CONTROL (control)->entry, value);
}

static void
hall_date_control_set_editable (HallFieldControl *control, gboolean editable)
{
  HallDateControl *self = HALL_DATE_CONTROL (control);

  hall_field_control_set_editable (self->entry, editable);
  gtk_widget_set_visible (GTK_WIDGET (self->pick_button), editable);
}

static GtkWidget *
hall_date_control_get_focus_widget (HallFieldControl *control)
{
  return GTK_WIDGET (HALL_DATE_CONTROL (control)->entry);
}

static void
hall_date_control_iface_init (HallFieldControlInterface *iface)
{
  iface->get_value = hall_date_control_get_value;
  iface->set_value = hall_date_control_set_value;
  iface->set_editable = hall_date_control_set_editable;
  iface->get_focus_widget = hall_date_control_get_focus_widget;
}

static void
hall_date_control_class_init (HallDateControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-date-control.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDateControl, entry_box);
  gtk_widget_class_bind_template_child (widget_class, HallDateControl, pick_button);
  gtk_widget_class_bind_template_child (widget_class, HallDateControl, popover);
  gtk_widget_class_bind_template_child (widget_class, HallDateControl, calendar);
  gtk_widget_class_bind_template_child (widget_class, HallDateControl, no_end_button);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_no_end_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown_cb);
}

static void
hall_date_control_init (HallDateControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_date_control_new (const HallField *field)
{
  HallDateControl *self = g_object_new (HALL_TYPE_DATE_CONTROL, NULL);

  self->entry = HALL_FIELD_CONTROL (hall_text_control_new (field));
  gtk_container_add (GTK_CONTAINER (self->entry_box), GTK_WIDGET (self->entry));
  g_signal_connect_swapped (self->entry, "value-changed",
                            G_CALLBACK (hall_field_control_emit_changed), self);
  g_signal_connect_swapped (self->entry, "left", G_CALLBACK (hall_field_control_emit_left), self);
  g_signal_connect_swapped (self->entry, "entered", G_CALLBACK (hall_field_control_emit_entered),
                            self);
  gtk_widget_set_visible (GTK_WIDGET (self->no_end_button),
                          field->kind == hall_kind_get (HALL_KIND_DATE_OR_LONG));
  return GTK_WIDGET (self);
}
