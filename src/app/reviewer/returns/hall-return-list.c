/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is going to be returned.
 */
#include "hall-return-list.h"

#include <glib/gi18n.h>

#include "hall-basket-row.h"
#include "hall-ui.h"

struct _HallReturnList
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkListBox *list;

  HallReturnBasket *basket; /* (nullable) */
  gulong changed_id;
  HallCatalog *catalog; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallReturnList, hall_return_list, GTK_TYPE_BOX)

static void
on_removed_cb (HallBasketRow *row, HallReturnList *self)
{
  g_autofree char *place = g_strdup (hall_basket_row_get_place (row));

  hall_return_basket_remove (self->basket, hall_basket_row_get_reason (row), place);
}

static void
show (HallReturnList *self)
{
  guint n = self->basket != NULL ? hall_return_basket_get_n (self->basket) : 0;
  /* Translators: heading of the chosen reasons: "To be returned: 2" */
  g_autofree char *title = g_strdup_printf (_ ("To be returned: %u"), n);

  hall_ui_clear (GTK_CONTAINER (self->list));
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *items = hall_return_basket_get_items (self->basket);
      GtkWidget *row = hall_basket_row_new (g_ptr_array_index (items, i), self->catalog);

      g_signal_connect (row, "removed", G_CALLBACK (on_removed_cb), self);
      gtk_container_add (GTK_CONTAINER (self->list), row);
    }
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
forget (HallReturnList *self)
{
  if (self->basket != NULL)
    g_clear_signal_handler (&self->changed_id, self->basket);
  g_clear_object (&self->basket);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
}

static void
hall_return_list_dispose (GObject *object)
{
  forget (HALL_RETURN_LIST (object));
  G_OBJECT_CLASS (hall_return_list_parent_class)->dispose (object);
}

static void
hall_return_list_class_init (HallReturnListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_return_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-return-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HallReturnList, title);
  gtk_widget_class_bind_template_child (widget_class, HallReturnList, list);
}

static void
hall_return_list_init (HallReturnList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_tab_through_rows (self->list);
}

GtkWidget *
hall_return_list_new (void)
{
  return g_object_new (HALL_TYPE_RETURN_LIST, NULL);
}

void
hall_return_list_set_basket (HallReturnList *self, HallReturnBasket *basket, HallCatalog *catalog)
{
  g_return_if_fail (HALL_IS_RETURN_LIST (self));
  g_return_if_fail (basket == NULL || catalog != NULL);

  forget (self);
  if (basket != NULL)
    {
      self->basket = g_object_ref (basket);
      self->catalog = hall_catalog_ref (catalog);
      self->changed_id = g_signal_connect_swapped (basket, "changed", G_CALLBACK (show), self);
    }
  show (self);
}
