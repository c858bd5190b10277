/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows under one heading.
 */
#include "hall-data-section.h"

#include "hall-ui.h"

struct _HallDataSection
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkListBox *list;

  GPtrArray *rows; /* (element-type HallDataRow), owned by @list */
};

G_DEFINE_FINAL_TYPE (HallDataSection, hall_data_section, GTK_TYPE_BOX)

enum
{
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, HallDataSection *self)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

static void
hall_data_section_finalize (GObject *object)
{
  g_ptr_array_unref (HALL_DATA_SECTION (object)->rows);
  G_OBJECT_CLASS (hall_data_section_parent_class)->finalize (object);
}

static void
hall_data_section_class_init (HallDataSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_data_section_finalize;
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", HALL_TYPE_DATA_SECTION, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, HALL_TYPE_DATA_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-data-section.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDataSection, title);
  gtk_widget_class_bind_template_child (widget_class, HallDataSection, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
hall_data_section_init (HallDataSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_walk_between_lists (self->list);
  self->rows = g_ptr_array_new ();
}

GtkWidget *
hall_data_section_new (const char *title)
{
  HallDataSection *self = g_object_new (HALL_TYPE_DATA_SECTION, NULL);

  gtk_label_set_text (self->title, title);
  hall_ui_set_accessible_name (GTK_WIDGET (self->list), title);
  return GTK_WIDGET (self);
}

HallDataRow *
hall_data_section_add (HallDataSection *self, const char *id, const char *label)
{
  GtkWidget *row;

  g_return_val_if_fail (HALL_IS_DATA_SECTION (self), NULL);

  row = hall_data_row_new (id, label);
  gtk_container_add (GTK_CONTAINER (self->list), row);
  g_ptr_array_add (self->rows, row);
  return HALL_DATA_ROW (row);
}

HallDataRow *
hall_data_section_find (HallDataSection *self, const char *id)
{
  g_return_val_if_fail (HALL_IS_DATA_SECTION (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (hall_data_row_get_id (g_ptr_array_index (self->rows, i)), id) == 0)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

void
hall_data_section_remove (HallDataSection *self, HallDataRow *row)
{
  g_return_if_fail (HALL_IS_DATA_SECTION (self));

  g_ptr_array_remove (self->rows, row);
  gtk_widget_destroy (GTK_WIDGET (row));
}

void
hall_data_section_update (HallDataSection *self)
{
  gboolean any = FALSE;

  g_return_if_fail (HALL_IS_DATA_SECTION (self));

  for (guint i = 0; i < self->rows->len; i++)
    any = any || gtk_widget_get_visible (g_ptr_array_index (self->rows, i));
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

void
hall_data_section_foreach (HallDataSection *self,
                           void (*func) (HallDataRow *row, gpointer user_data),
                           gpointer user_data)
{
  g_return_if_fail (HALL_IS_DATA_SECTION (self));

  for (guint i = 0; i < self->rows->len; i++)
    func (g_ptr_array_index (self->rows, i), user_data);
}
