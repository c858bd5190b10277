/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-box.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

struct _HallSealBox
{
  GtkBox parent_instance;

  GtkDrawingArea *picture;
  GtkLabel *size;

  GdkPixbuf *seal; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallSealBox, hall_seal_box, GTK_TYPE_BOX)

#define SQUARE_PX 8 /* of the board that shows through */

/* Paper is white, in the dark too; the squares say where there is nothing. */
static void
draw_board (cairo_t *cairo, int width, int height)
{
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_set_source_rgb (cairo, 0.93, 0.93, 0.93);
  for (int y = 0; y < height; y += SQUARE_PX)
    for (int x = (y / SQUARE_PX % 2) * SQUARE_PX; x < width; x += 2 * SQUARE_PX)
      cairo_rectangle (cairo, x, y, SQUARE_PX, SQUARE_PX);
  cairo_fill (cairo);
}

static gboolean
on_picture_drawn_cb (GtkWidget *picture, cairo_t *cairo, HallSealBox *self)
{
  int width = gtk_widget_get_allocated_width (picture);
  int height = gtk_widget_get_allocated_height (picture);
  double scale;

  draw_board (cairo, width, height);
  if (self->seal == NULL)
    return GDK_EVENT_STOP;
  scale = MIN ((double) width / gdk_pixbuf_get_width (self->seal),
               (double) height / gdk_pixbuf_get_height (self->seal));
  cairo_translate (cairo, (width - gdk_pixbuf_get_width (self->seal) * scale) / 2,
                   (height - gdk_pixbuf_get_height (self->seal) * scale) / 2);
  cairo_scale (cairo, scale, scale);
  gdk_cairo_set_source_pixbuf (cairo, self->seal, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_GOOD);
  cairo_paint (cairo);
  return GDK_EVENT_STOP;
}

static void
hall_seal_box_dispose (GObject *object)
{
  g_clear_object (&HALL_SEAL_BOX (object)->seal);
  G_OBJECT_CLASS (hall_seal_box_parent_class)->dispose (object);
}

static void
hall_seal_box_class_init (HallSealBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_seal_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-seal-box.ui");
  gtk_widget_class_bind_template_child (widget_class, HallSealBox, picture);
  gtk_widget_class_bind_template_child (widget_class, HallSealBox, size);
  gtk_widget_class_bind_template_callback (widget_class, on_picture_drawn_cb);
}

static void
hall_seal_box_init (HallSealBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_seal_box_new (int side_px)
{
  HallSealBox *self = g_object_new (HALL_TYPE_SEAL_BOX, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self->picture), side_px, side_px);
  return GTK_WIDGET (self);
}

void
hall_seal_box_show (HallSealBox *self, GdkPixbuf *seal, double width_mm, double height_mm)
{
  g_autofree char *size = NULL;

  g_return_if_fail (HALL_IS_SEAL_BOX (self));

  g_set_object (&self->seal, seal);
  gtk_widget_set_visible (GTK_WIDGET (self), seal != NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self->picture));
  if (seal == NULL)
    return;
  /* Translators: how large a seal is on paper */
  size =
      g_strdup_printf (_ ("%1$.1f × %2$.1f mm, true size, without the paper"), width_mm, height_mm);
  gtk_label_set_text (self->size, size);
}
