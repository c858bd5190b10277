/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-box.h"

#include <glib/gi18n.h>

#include "hall-order.h"
#include "hall-seal-extract.h"
#include "hall-ui.h"

struct _HallSealBox
{
  GtkBox parent_instance;

  GtkDrawingArea *picture;
  GtkLabel *title;
  GtkLabel *size;

  GdkPixbuf *seal;           /* (nullable) */
  GBytes *sheet;             /* (nullable): what is shown, or being looked at */
  GCancellable *cancellable; /* (nullable): of the look */
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

/* What the thread finds. */
typedef struct
{
  GdkPixbuf *picture;
  double width_mm, height_mm;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->picture);
  g_free (found);
}

static void
extract_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GBytes *sheet = data;
  gsize size;
  const guint8 *start = g_bytes_get_data (sheet, &size);
  GError *error = NULL;
  g_autoptr (HallSealImage) image =
      hall_seal_extract (sheet, hall_media_type_guess (start, size), NULL, cancellable, &error);
  g_autoptr (GInputStream) stream = NULL;
  GdkPixbuf *picture = NULL;
  Found *found;

  if (image != NULL)
    {
      stream = g_memory_input_stream_new_from_bytes (image->png);
      picture = gdk_pixbuf_new_from_stream (stream, cancellable, &error);
    }
  if (picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  found = g_new0 (Found, 1);
  found->picture = picture;
  found->width_mm = image->width_mm;
  found->height_mm = image->height_mm;
  g_task_return_pointer (task, found, found_free);
}

static void
on_extracted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallSealBox) self = user_data;
  g_autoptr (GError) error = NULL;
  Found *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      g_debug ("no electronic seal is shown: %s", error->message);
      return;
    }
  hall_seal_box_show (self, found->picture, found->width_mm, found->height_mm);
  found_free (found);
}

static void
stop (HallSealBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sheet, g_bytes_unref);
}

static void
hall_seal_box_dispose (GObject *object)
{
  stop (HALL_SEAL_BOX (object));
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
  gtk_widget_class_bind_template_child (widget_class, HallSealBox, title);
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

static gboolean
is_no_good (GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      if (finding->issue.code == HALL_ISSUE_SEAL_NO_GOOD)
        return TRUE;
    }
  return FALSE;
}

void
hall_seal_box_set_findings (HallSealBox *self, GPtrArray *findings)
{
  g_return_if_fail (HALL_IS_SEAL_BOX (self));

  gtk_label_set_text (self->title, is_no_good (findings)
                                       ? _ ("The best impression so far; not good enough yet")
                                       : _ ("This is how the electronic seal will look"));
}

void
hall_seal_box_load (HallSealBox *self, GBytes *sheet)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HALL_IS_SEAL_BOX (self));

  if (sheet != NULL && self->sheet != NULL && g_bytes_equal (sheet, self->sheet))
    return;
  stop (self);
  hall_seal_box_show (self, NULL, 0, 0);
  if (sheet == NULL)
    return;
  self->sheet = g_bytes_ref (sheet);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_extracted_cb, g_object_ref (self));
  g_task_set_source_tag (task, hall_seal_box_load);
  g_task_set_task_data (task, g_bytes_ref (sheet), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, extract_in_thread);
}
