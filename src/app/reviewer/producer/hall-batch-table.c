/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-batch-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hall-app-lang.h"
#include "hall-ui.h"

#define CELL_PAD 4 /* as in the heads of the columns */

struct _HallBatchTable
{
  GtkTreeView parent_instance;

  GtkListStore *store;
  GPtrArray *items; /* (element-type HallBatchItem): in the order of the rows */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (HallBatchTable, hall_batch_table, GTK_TYPE_TREE_VIEW)

enum
{
  CHOSEN_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
say_order (const HallBatchItem *item)
{
  return g_strdup (item->order);
}

static char *
say_state (const HallBatchItem *item)
{
  const char *state = hall_state_get_label (item->state, hall_app_lang ());

  return item->needs_colleague ? g_strdup_printf (_ ("%s (for a colleague)"), state)
                               : g_strdup (state);
}

static char *
say_organisation (const HallBatchItem *item)
{
  return g_strdup_printf ("%s\n%s", item->organisation,
                          item->organisation_code != NULL ? item->organisation_code : "");
}

static char *
say_certificate (const HallBatchItem *item)
{
  return item->subject != NULL ? g_strdup_printf ("%s\n%s", item->type_label, item->subject)
                               : g_strdup (item->type_label);
}

static char *
say_serial (const HallBatchItem *item)
{
  return item->serial != NULL
             ? g_strdup_printf ("%s\n%s – %s", item->serial, item->valid_from, item->valid_to)
             : g_strdup ("—");
}

/* The way it went, never what it is. */
static char *
say_pin (const HallBatchItem *item)
{
  const char *to;

  if (item->pin_recipient < 0 || item->pin_sent_s == 0)
    return g_strdup (_ ("not sent yet"));
  to = hall_pin_recipient_get_label (item->pin_recipient, hall_app_lang ());
  return g_strdup_printf (item->pin_by_sms ? _ ("by SMS to %s") : _ ("by the 0.01 yuan to %s"), to);
}

static char *
say_parcel (const HallBatchItem *item)
{
  return item->tracking_number != NULL
             ? g_strdup_printf ("%s\n%s", item->courier, item->tracking_number)
             : g_strdup ("—");
}

static char *
say_address (const HallBatchItem *item)
{
  return g_strdup_printf ("%s %s\n%s", item->recipient != NULL ? item->recipient : "",
                          item->phone != NULL ? item->phone : "",
                          item->address != NULL ? item->address : "");
}

static const struct
{
  const char *title;
  char *(*say) (const HallBatchItem *item);
  int width; /* 0: as wide as it is */
} columns[] = {
  { N_ ("Order number"), say_order, 0 },
  { N_ ("State"), say_state, 0 },
  { N_ ("Organisation"), say_organisation, 220 },
  { N_ ("Certificate"), say_certificate, 150 },
  { N_ ("Serial number and validity"), say_serial, 0 },
  { N_ ("PIN"), say_pin, 150 },
  { N_ ("Courier number"), say_parcel, 0 },
  { N_ ("To whom"), say_address, 260 },
};

static void
on_selection_changed_cb (HallBatchTable *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static void
hall_batch_table_finalize (GObject *object)
{
  HallBatchTable *self = HALL_BATCH_TABLE (object);

  g_object_unref (self->store);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (hall_batch_table_parent_class)->finalize (object);
}

static void
hall_batch_table_class_init (HallBatchTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_batch_table_finalize;
  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", HALL_TYPE_BATCH_TABLE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_column (HallBatchTable *self, guint i)
{
  GtkCellRenderer *renderer = gtk_cell_renderer_text_new ();
  GtkTreeViewColumn *column =
      gtk_tree_view_column_new_with_attributes (_ (columns[i].title), renderer, "text", i, NULL);

  g_object_set (renderer, "ypad", 6, "xpad", CELL_PAD, "yalign", 0.0, NULL);
  if (columns[i].width > 0)
    {
      g_object_set (renderer, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
      gtk_tree_view_column_set_sizing (column, GTK_TREE_VIEW_COLUMN_FIXED);
      gtk_tree_view_column_set_fixed_width (column, columns[i].width);
    }
  gtk_tree_view_column_set_resizable (column, TRUE);
  gtk_tree_view_append_column (GTK_TREE_VIEW (self), column);
}

/* FALSE where a part of the number or the name is it, as GTK asks. */
static gboolean
is_other_row (
    GtkTreeModel *model, int column, const char *wanted, GtkTreeIter *iter, gpointer user_data)
{
  g_autofree char *number = NULL;
  g_autofree char *organisation = NULL;

  gtk_tree_model_get (model, iter, 0, &number, 2, &organisation, -1);
  return strstr (number, wanted) == NULL && strstr (organisation, wanted) == NULL;
}

static void
hall_batch_table_init (HallBatchTable *self)
{
  GType types[G_N_ELEMENTS (columns)];
  GtkTreeSelection *selection = gtk_tree_view_get_selection (GTK_TREE_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    types[i] = G_TYPE_STRING;
  self->items = g_ptr_array_new ();
  self->store = gtk_list_store_newv (G_N_ELEMENTS (columns), types);
  gtk_tree_view_set_model (GTK_TREE_VIEW (self), GTK_TREE_MODEL (self->store));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  gtk_tree_selection_set_mode (selection, GTK_SELECTION_MULTIPLE);
  gtk_tree_view_set_grid_lines (GTK_TREE_VIEW (self), GTK_TREE_VIEW_GRID_LINES_HORIZONTAL);
  gtk_tree_view_set_rubber_banding (GTK_TREE_VIEW (self), TRUE);
  gtk_tree_view_set_search_equal_func (GTK_TREE_VIEW (self), is_other_row, NULL, NULL);
  hall_ui_set_accessible_name (GTK_WIDGET (self), _ ("Orders to produce"));
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (on_selection_changed_cb), self);
}

GtkWidget *
hall_batch_table_new (void)
{
  return g_object_new (HALL_TYPE_BATCH_TABLE, "visible", TRUE, NULL);
}

static void
add_row (HallBatchTable *self, const HallBatchItem *item, gboolean chosen)
{
  GtkTreeSelection *selection = gtk_tree_view_get_selection (GTK_TREE_VIEW (self));
  GtkTreeIter iter;

  gtk_list_store_append (self->store, &iter);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = columns[i].say (item);

      gtk_list_store_set (self->store, &iter, i, text, -1);
    }
  if (chosen)
    gtk_tree_selection_select_iter (selection, &iter);
}

void
hall_batch_table_set_items (HallBatchTable *self, GPtrArray *items)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (HALL_IS_BATCH_TABLE (self));

  before = hall_batch_table_get_chosen (self);
  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (chosen, g_strdup (((HallBatchItem *) g_ptr_array_index (before, i))->order));
  self->filling = TRUE;
  gtk_list_store_clear (self->store);
  g_ptr_array_ref (items);
  g_ptr_array_unref (self->items);
  self->items = items;
  for (guint i = 0; i < items->len; i++)
    {
      const HallBatchItem *item = g_ptr_array_index (items, i);

      add_row (self, item, g_hash_table_contains (chosen, item->order));
    }
  self->filling = FALSE;
  on_selection_changed_cb (self);
}

GPtrArray *
hall_batch_table_get_chosen (HallBatchTable *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  GList *rows;

  g_return_val_if_fail (HALL_IS_BATCH_TABLE (self), chosen);

  rows = gtk_tree_selection_get_selected_rows (gtk_tree_view_get_selection (GTK_TREE_VIEW (self)),
                                               NULL);
  for (GList *row = rows; row != NULL; row = row->next)
    g_ptr_array_add (chosen,
                     g_ptr_array_index (self->items, gtk_tree_path_get_indices (row->data)[0]));
  g_list_free_full (rows, (GDestroyNotify) gtk_tree_path_free);
  return chosen;
}

void
hall_batch_table_choose (HallBatchTable *self, const char *order)
{
  GtkTreeSelection *selection;

  g_return_if_fail (HALL_IS_BATCH_TABLE (self));

  selection = gtk_tree_view_get_selection (GTK_TREE_VIEW (self));
  gtk_tree_selection_unselect_all (selection);
  for (guint i = 0; i < self->items->len; i++)
    {
      const HallBatchItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->order, order))
        {
          g_autoptr (GtkTreePath) path = gtk_tree_path_new_from_indices ((int) i, -1);

          gtk_tree_selection_select_path (selection, path);
        }
    }
}
