/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-need-row.h"

struct _HallNeedRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (HallNeedRow, hall_need_row, GTK_TYPE_LIST_BOX_ROW)

static void
hall_need_row_class_init (HallNeedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-need-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallNeedRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HallNeedRow, title);
  gtk_widget_class_bind_template_child (widget_class, HallNeedRow, text);
}

static void
hall_need_row_init (HallNeedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_need_row_new (const char *icon, const char *title, const char *text)
{
  HallNeedRow *self = g_object_new (HALL_TYPE_NEED_ROW, NULL);

  gtk_image_set_from_icon_name (self->icon, icon, GTK_ICON_SIZE_MENU);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  return GTK_WIDGET (self);
}
