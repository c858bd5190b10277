/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-admin-table.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

#define CELL_PAD    4 /* as in the heads of the columns */
#define EMPTY_ALPHA 0.55

struct _HallAdminTable
{
  GtkScrolledWindow parent_instance;

  GtkTreeView *tree;
  GtkListStore *rows;
  char **titles;
  char *chosen; /* (nullable): the first cell of the row that was chosen before a renewal */
  gboolean renewing;
  gboolean loaded; /* it has been filled, with rows or without */
};

G_DEFINE_FINAL_TYPE (HallAdminTable, hall_admin_table, GTK_TYPE_SCROLLED_WINDOW)

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_columns (HallAdminTable *self)
{
  return g_strv_length (self->titles);
}

static void
on_selection_changed_cb (HallAdminTable *self)
{
  if (!self->renewing)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_row_activated_cb (HallAdminTable *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
hall_admin_table_finalize (GObject *object)
{
  HallAdminTable *self = HALL_ADMIN_TABLE (object);

  g_strfreev (self->titles);
  g_free (self->chosen);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (hall_admin_table_parent_class)->finalize (object);
}

static void
hall_admin_table_class_init (HallAdminTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_admin_table_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_ADMIN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", HALL_TYPE_ADMIN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

/* A table without a row says so, below the heads of its columns. */
static gboolean
on_drawn_cb (HallAdminTable *self, cairo_t *cr)
{
  GtkWidget *tree = GTK_WIDGET (self->tree);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA ink;
  int width, height;

  if (self->renewing || !self->loaded || hall_admin_table_get_n_rows (self) > 0)
    return GDK_EVENT_PROPAGATE;
  layout = gtk_widget_create_pango_layout (tree, _ ("Nothing here yet."));
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (tree),
                               gtk_widget_get_state_flags (tree), &ink);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, EMPTY_ALPHA);
  cairo_move_to (cr, (gtk_widget_get_allocated_width (tree) - width) / 2,
                 gtk_widget_get_allocated_height (tree) / 3);
  pango_cairo_show_layout (cr, layout);
  return GDK_EVENT_PROPAGATE;
}

static void
hall_admin_table_init (HallAdminTable *self)
{
  GtkWidget *tree = gtk_tree_view_new ();

  self->tree = GTK_TREE_VIEW (tree);
  gtk_widget_show (tree);
  gtk_container_add (GTK_CONTAINER (self), tree);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_scrolled_window_set_shadow_type (GTK_SCROLLED_WINDOW (self), GTK_SHADOW_IN);
  g_signal_connect_object (gtk_tree_view_get_selection (self->tree), "changed",
                           G_CALLBACK (on_selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tree, "row-activated", G_CALLBACK (on_row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tree, "draw", G_CALLBACK (on_drawn_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
add_column (HallAdminTable *self, guint i)
{
  gboolean number = self->titles[i][0] == '#';
  const char *title = self->titles[i] + (number ? 1 : 0);
  GtkCellRenderer *cell = gtk_cell_renderer_text_new ();
  GtkTreeViewColumn *column =
      gtk_tree_view_column_new_with_attributes (title, cell, "text", (int) i, NULL);

  g_object_set (cell, "xalign", number ? 1.0 : 0.0, "ypad", 6, "xpad", CELL_PAD, NULL);
  gtk_tree_view_column_set_alignment (column, number ? 1.0F : 0.0F);
  gtk_tree_view_column_set_resizable (column, TRUE);
  gtk_tree_view_append_column (self->tree, column);
}

GtkWidget *
hall_admin_table_new (const char *name, const char *const *titles)
{
  HallAdminTable *self = g_object_new (HALL_TYPE_ADMIN_TABLE, "visible", TRUE, NULL);

  hall_ui_set_accessible_name (GTK_WIDGET (self->tree), name);
  hall_admin_table_set_columns (self, titles);
  return GTK_WIDGET (self);
}

void
hall_admin_table_set_columns (HallAdminTable *self, const char *const *titles)
{
  guint n = g_strv_length ((char **) titles);
  g_autofree GType *types = g_new (GType, n);
  GtkTreeViewColumn *column;

  g_return_if_fail (HALL_IS_ADMIN_TABLE (self));

  while ((column = gtk_tree_view_get_column (self->tree, 0)) != NULL)
    gtk_tree_view_remove_column (self->tree, column);
  g_strfreev (self->titles);
  self->titles = g_strdupv ((char **) titles);
  for (guint i = 0; i < n; i++)
    types[i] = G_TYPE_STRING;
  g_clear_object (&self->rows);
  self->rows = gtk_list_store_newv ((int) n, types);
  gtk_tree_view_set_model (self->tree, GTK_TREE_MODEL (self->rows));
  for (guint i = 0; i < n; i++)
    add_column (self, i);
}

/* (transfer full) */
static char *
get_cell (HallAdminTable *self, GtkTreeIter *iter, guint column)
{
  char *text = NULL;

  gtk_tree_model_get (GTK_TREE_MODEL (self->rows), iter, (int) column, &text, -1);
  return text;
}

void
hall_admin_table_begin (HallAdminTable *self)
{
  GtkTreeIter iter;

  g_clear_pointer (&self->chosen, g_free);
  if (gtk_tree_selection_get_selected (gtk_tree_view_get_selection (self->tree), NULL, &iter))
    self->chosen = get_cell (self, &iter, 0);
  self->renewing = TRUE;
  gtk_list_store_clear (self->rows);
}

void
hall_admin_table_add (HallAdminTable *self, const char *const *cells)
{
  GtkTreeIter iter;

  gtk_list_store_append (self->rows, &iter);
  for (guint i = 0; i < count_columns (self); i++)
    gtk_list_store_set (self->rows, &iter, (int) i, cells[i], -1);
  if (self->chosen != NULL && g_strcmp0 (self->chosen, cells[0]) == 0)
    gtk_tree_selection_select_iter (gtk_tree_view_get_selection (self->tree), &iter);
}

void
hall_admin_table_end (HallAdminTable *self)
{
  self->renewing = FALSE;
  self->loaded = TRUE;
  hall_ui_set_accessible_description (GTK_WIDGET (self->tree),
                                      hall_admin_table_get_n_rows (self) == 0
                                          ? _ ("Nothing here yet.")
                                          : "");
  gtk_widget_queue_draw (GTK_WIDGET (self->tree));
  g_signal_emit (self, signals[CHOSEN], 0);
}

int
hall_admin_table_get_chosen (HallAdminTable *self)
{
  GtkTreeIter iter;
  g_autoptr (GtkTreePath) path = NULL;

  if (!gtk_tree_selection_get_selected (gtk_tree_view_get_selection (self->tree), NULL, &iter))
    return -1;
  path = gtk_tree_model_get_path (GTK_TREE_MODEL (self->rows), &iter);
  return gtk_tree_path_get_indices (path)[0];
}

void
hall_admin_table_choose (HallAdminTable *self, int row)
{
  g_autoptr (GtkTreePath) path = gtk_tree_path_new_from_indices (row, -1);

  gtk_tree_selection_select_path (gtk_tree_view_get_selection (self->tree), path);
}

guint
hall_admin_table_get_n_rows (HallAdminTable *self)
{
  return (guint) gtk_tree_model_iter_n_children (GTK_TREE_MODEL (self->rows), NULL);
}

void
hall_admin_table_write (HallAdminTable *self, HallCsvWriter *csv)
{
  GtkTreeIter iter;
  gboolean more = gtk_tree_model_get_iter_first (GTK_TREE_MODEL (self->rows), &iter);

  for (guint i = 0; i < count_columns (self); i++)
    hall_csv_writer_add (csv, self->titles[i] + (self->titles[i][0] == '#' ? 1 : 0));
  hall_csv_writer_end_line (csv);
  for (; more; more = gtk_tree_model_iter_next (GTK_TREE_MODEL (self->rows), &iter))
    {
      for (guint i = 0; i < count_columns (self); i++)
        {
          g_autofree char *text = get_cell (self, &iter, i);

          hall_csv_writer_add (csv, text);
        }
      hall_csv_writer_end_line (csv);
    }
}
