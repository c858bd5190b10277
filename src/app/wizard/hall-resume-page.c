/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-resume-page.h"

#include "hall-resume-row.h"
#include "hall-ui.h"

struct _HallResumePage
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkButton *begin_button;

  GPtrArray *items; /* (element-type HallOrderItem): those in @list */
};

G_DEFINE_FINAL_TYPE (HallResumePage, hall_resume_page, GTK_TYPE_BOX)

enum
{
  OPEN,
  BEGIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, HallResumePage *self)
{
  HallOrderItem *item = hall_resume_row_get_item (HALL_RESUME_ROW (row));
  g_autofree char *number = g_strdup (hall_order_item_get_order (item)->number);

  g_signal_emit (self, signals[OPEN], 0, number);
}

static void
on_begin_clicked_cb (GtkButton *button, HallResumePage *self)
{
  g_signal_emit (self, signals[BEGIN], 0);
}

static void
hall_resume_page_finalize (GObject *object)
{
  g_ptr_array_unref (HALL_RESUME_PAGE (object)->items);
  G_OBJECT_CLASS (hall_resume_page_parent_class)->finalize (object);
}

static void
hall_resume_page_class_init (HallResumePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_resume_page_finalize;
  signals[OPEN] = g_signal_new ("open", HALL_TYPE_RESUME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BEGIN] = g_signal_new ("begin", HALL_TYPE_RESUME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-resume-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallResumePage, list);
  gtk_widget_class_bind_template_child (widget_class, HallResumePage, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_clicked_cb);
}

static void
hall_resume_page_init (HallResumePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkWidget *
hall_resume_page_new (void)
{
  return g_object_new (HALL_TYPE_RESUME_PAGE, NULL);
}

gboolean
hall_resume_page_takes (const HallOrder *order)
{
  return hall_order_can (order, HALL_ACTION_EDIT);
}

/* Returns: (transfer full) (element-type HallOrderItem) */
static GPtrArray *
find_items (HallOrderList *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HallOrderItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (hall_resume_page_takes (hall_order_item_get_order (item)))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

/* Rows stay where nothing is different: the cursor keeps its place. */
void
hall_resume_page_show_orders (HallResumePage *self, HallOrderList *list)
{
  g_autoptr (GPtrArray) items = find_items (list);

  g_return_if_fail (HALL_IS_RESUME_PAGE (self));

  if (is_same (items, self->items))
    return;
  hall_ui_clear (GTK_CONTAINER (self->list));
  for (guint i = 0; i < items->len; i++)
    gtk_container_add (GTK_CONTAINER (self->list),
                       hall_resume_row_new (g_ptr_array_index (items, i)));
  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&items);
}

guint
hall_resume_page_get_n_orders (HallResumePage *self)
{
  g_return_val_if_fail (HALL_IS_RESUME_PAGE (self), 0);

  return self->items->len;
}

void
hall_resume_page_focus (HallResumePage *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (HALL_IS_RESUME_PAGE (self));

  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->begin_button));
}
