/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a document, small. Each picture is fetched when its row comes into view.
 */
#include "hall-page-strip.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

#define TILE_PX 96 /* of the longer side */

struct _HallPageStrip
{
  GtkScrolledWindow parent_instance;

  GtkListBox *list;
  HallPageSource *source; /* (nullable) */
  GCancellable *cancellable;
  gboolean setting; /* by the program */
};

G_DEFINE_FINAL_TYPE (HallPageStrip, hall_page_strip, GTK_TYPE_SCROLLED_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a row's picture knows. */
typedef struct
{
  HallPageStrip *strip; /* not owned: it owns the row */
  guint page;
  gboolean asked;
  cairo_surface_t *surface; /* (nullable) */
} Tile;

static void
tile_free (gpointer data, GClosure *closure)
{
  Tile *tile = data;

  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  g_free (tile);
}

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) area = user_data;
  g_autoptr (GError) error = NULL;
  Tile *tile = g_object_get_data (G_OBJECT (area), "tile");
  cairo_surface_t *surface =
      hall_page_source_render_finish (HALL_PAGE_SOURCE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  tile->surface = surface;
  gtk_widget_queue_draw (area);
}

static void
ask (Tile *tile, GtkWidget *area)
{
  HallPageWish wish = { .page = tile->page };
  double width, height;

  hall_page_source_get_size (tile->strip->source, tile->page, &width, &height);
  wish.scale = TILE_PX / MAX (width, height) * gtk_widget_get_scale_factor (area) * 2;
  tile->asked = TRUE;
  hall_page_source_render_async (tile->strip->source, &wish, tile->strip->cancellable,
                                 on_rendered_cb, g_object_ref (area));
}

static gboolean
on_tile_draw_cb (GtkWidget *area, cairo_t *cairo, Tile *tile)
{
  int width = gtk_widget_get_allocated_width (area);
  int height = gtk_widget_get_allocated_height (area);
  double paper_width, paper_height, scale;

  if (tile->strip->source == NULL)
    return GDK_EVENT_PROPAGATE;
  if (!tile->asked)
    ask (tile, area);
  hall_page_source_get_size (tile->strip->source, tile->page, &paper_width, &paper_height);
  scale = MIN ((width - 2) / paper_width, (height - 2) / paper_height);
  cairo_translate (cairo, (int) ((width - paper_width * scale) / 2),
                   (int) ((height - paper_height * scale) / 2));
  cairo_rectangle (cairo, -1, -1, paper_width * scale + 2, paper_height * scale + 2);
  cairo_set_source_rgba (cairo, 0, 0, 0, 0.3);
  cairo_fill (cairo);
  cairo_rectangle (cairo, 0, 0, paper_width * scale, paper_height * scale);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_fill_preserve (cairo);
  if (tile->surface == NULL)
    return GDK_EVENT_PROPAGATE;
  cairo_scale (cairo, paper_width * scale / cairo_image_surface_get_width (tile->surface),
               paper_height * scale / cairo_image_surface_get_height (tile->surface));
  cairo_set_source_surface (cairo, tile->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_GOOD);
  cairo_fill (cairo);
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
make_row (HallPageStrip *self, guint page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *area = gtk_drawing_area_new ();
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  /* Translators: a small picture of the page with this number */
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), page + 1);
  GtkWidget *label = gtk_label_new (number);
  Tile *tile = g_new0 (Tile, 1);

  tile->strip = self;
  tile->page = page;
  gtk_widget_set_size_request (area, TILE_PX, TILE_PX + 2);
  g_object_set_data (G_OBJECT (area), "tile", tile);
  g_signal_connect_data (area, "draw", G_CALLBACK (on_tile_draw_cb), tile, tile_free, 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "hall-hint");
  gtk_container_add (GTK_CONTAINER (box), area);
  gtk_container_add (GTK_CONTAINER (box), label);
  gtk_container_set_border_width (GTK_CONTAINER (box), 6);
  gtk_container_add (GTK_CONTAINER (row), box);
  hall_ui_set_accessible_name (row, name);
  gtk_widget_show_all (row);
  return row;
}

static void
on_row_selected_cb (GtkListBox *list, GtkListBoxRow *row, HallPageStrip *self)
{
  if (row != NULL && !self->setting)
    g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
hall_page_strip_dispose (GObject *object)
{
  HallPageStrip *self = HALL_PAGE_STRIP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (hall_page_strip_parent_class)->dispose (object);
}

static void
hall_page_strip_finalize (GObject *object)
{
  g_object_unref (HALL_PAGE_STRIP (object)->cancellable);
  G_OBJECT_CLASS (hall_page_strip_parent_class)->finalize (object);
}

static void
hall_page_strip_class_init (HallPageStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_page_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_page_strip_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_PAGE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
hall_page_strip_init (HallPageStrip *self)
{
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
hall_page_strip_new (void)
{
  HallPageStrip *self =
      g_object_new (HALL_TYPE_PAGE_STRIP, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_show (GTK_WIDGET (self->list));
  gtk_container_add (GTK_CONTAINER (self), GTK_WIDGET (self->list));
  hall_ui_set_accessible_name (GTK_WIDGET (self->list), _ ("Pages"));
  hall_ui_set_class (GTK_WIDGET (self), "hall-page-strip", TRUE);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected_cb), self);
  return GTK_WIDGET (self);
}

void
hall_page_strip_set_source (HallPageStrip *self, HallPageSource *source)
{
  guint n_pages = source != NULL ? hall_page_source_get_n_pages (source) : 0;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  hall_ui_clear (GTK_CONTAINER (self->list));
  g_set_object (&self->source, source);
  for (guint i = 0; i < n_pages; i++)
    gtk_container_add (GTK_CONTAINER (self->list), make_row (self, i));
}

void
hall_page_strip_mark (HallPageStrip *self, guint page)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) page);

  self->setting = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->setting = FALSE;
}
