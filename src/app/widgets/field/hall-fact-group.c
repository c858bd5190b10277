/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts that belong together.
 */
#include "hall-fact-group.h"

#include "hall-ui.h"

struct _HallFactGroup
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HallFactGroup, hall_fact_group, GTK_TYPE_BOX)

static void
hall_fact_group_class_init (HallFactGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-fact-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HallFactGroup, title);
  gtk_widget_class_bind_template_child (widget_class, HallFactGroup, list);
}

static void
hall_fact_group_init (HallFactGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_tab_through_rows (self->list);
}

GtkWidget *
hall_fact_group_new (const char *title)
{
  HallFactGroup *self = g_object_new (HALL_TYPE_FACT_GROUP, NULL);

  hall_fact_group_set_title (self, title);
  return GTK_WIDGET (self);
}

void
hall_fact_group_set_title (HallFactGroup *self, const char *title)
{
  g_return_if_fail (HALL_IS_FACT_GROUP (self));

  gtk_label_set_text (self->title, title);
  hall_ui_set_accessible_name (GTK_WIDGET (self->list), title);
}

HallFactRow *
hall_fact_group_add (HallFactGroup *self, const char *label, const char *value)
{
  GtkWidget *row;

  g_return_val_if_fail (HALL_IS_FACT_GROUP (self), NULL);

  row = hall_fact_row_new (label, value);
  gtk_container_add (GTK_CONTAINER (self->list), row);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return HALL_FACT_ROW (row);
}

void
hall_fact_group_clear (HallFactGroup *self)
{
  g_return_if_fail (HALL_IS_FACT_GROUP (self));

  hall_ui_clear (GTK_CONTAINER (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
