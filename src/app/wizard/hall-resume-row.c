/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-resume-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-status-pill.h"
#include "hall-ui.h"
#include "hall-when.h"

struct _HallResumeRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *organisation;
  GtkLabel *number;
  GtkLabel *next_step;
  GtkBox *pill_box;

  HallStatusPill *pill; /* in @pill_box */
  HallOrderItem *item;
};

G_DEFINE_FINAL_TYPE (HallResumeRow, hall_resume_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_order (HallResumeRow *self)
{
  const HallOrder *order = hall_order_item_get_order (self->item);
  gboolean named = order->organisation != NULL && *order->organisation != '\0';
  g_autofree char *number = hall_order_format_number (order->number);
  g_autofree char *changed = hall_when_format (order->changed_s);
  /* Translators: number of an order, and when it was changed last */
  g_autofree char *line = g_strdup_printf (_ ("%1$s · last changed %2$s"), number, changed);
  /* Translators: the name of an organisation, or the number of an order */
  g_autofree char *name =
      g_strdup_printf (_ ("Go on with %s"), named ? order->organisation : number);

  gtk_label_set_text (self->organisation, named ? order->organisation : _ ("No organisation yet"));
  hall_ui_set_class (GTK_WIDGET (self->organisation), "hall-dim", !named);
  gtk_label_set_text (self->number, line);
  gtk_label_set_text (self->next_step, hall_state_get_next_step (order->state, hall_app_lang ()));
  hall_status_pill_show_order (self->pill, order);
  hall_ui_set_accessible_name (GTK_WIDGET (self), name);
}

static void
hall_resume_row_dispose (GObject *object)
{
  g_clear_object (&HALL_RESUME_ROW (object)->item);
  G_OBJECT_CLASS (hall_resume_row_parent_class)->dispose (object);
}

static void
hall_resume_row_class_init (HallResumeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_resume_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-resume-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallResumeRow, organisation);
  gtk_widget_class_bind_template_child (widget_class, HallResumeRow, number);
  gtk_widget_class_bind_template_child (widget_class, HallResumeRow, next_step);
  gtk_widget_class_bind_template_child (widget_class, HallResumeRow, pill_box);
}

static void
hall_resume_row_init (HallResumeRow *self)
{
  GtkWidget *pill = hall_status_pill_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->pill = HALL_STATUS_PILL (pill);
  gtk_container_add (GTK_CONTAINER (self->pill_box), pill);
}

GtkWidget *
hall_resume_row_new (HallOrderItem *item)
{
  HallResumeRow *self = g_object_new (HALL_TYPE_RESUME_ROW, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_order), self, G_CONNECT_SWAPPED);
  show_order (self);
  return GTK_WIDGET (self);
}

HallOrderItem *
hall_resume_row_get_item (HallResumeRow *self)
{
  g_return_val_if_fail (HALL_IS_RESUME_ROW (self), NULL);

  return self->item;
}
