/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fit-photo.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

static void
draw_print (cairo_t *cairo)
{
  cairo_set_source_rgb (cairo, 0.1, 0.1, 0.12);
  for (int line = 0; line < 24; line++)
    for (int word = 0; word < 9 - line % 4; word++)
      {
        cairo_rectangle (cairo, 0.1 + word * 0.088, 0.08 + line * 0.02, 0.07, 0.008);
        cairo_fill (cairo);
      }
  cairo_set_line_width (cairo, 0.002);
  for (int row = 0; row <= 8; row++)
    {
      cairo_move_to (cairo, 0.1, 0.6 + row * 0.04);
      cairo_line_to (cairo, 0.9, 0.6 + row * 0.04);
      cairo_stroke (cairo);
    }
  for (int column = 0; column <= 4; column++)
    {
      cairo_move_to (cairo, 0.1 + column * 0.2, 0.6);
      cairo_line_to (cairo, 0.1 + column * 0.2, 0.92);
      cairo_stroke (cairo);
    }
}

GdkPixbuf *
fit_photo_page (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (surface);
  GdkPixbuf *page = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, width, height);
  draw_print (cairo);
  cairo_set_source_rgb (cairo, 0.85, 0.1, 0.12);
  cairo_set_line_width (cairo, 0.012);
  cairo_arc (cairo, 0.65, 0.75, 0.1, 0, 2 * G_PI);
  cairo_stroke (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel = ((guint32 *) (void *) (cairo_image_surface_get_data (surface)
                                               + y * cairo_image_surface_get_stride (surface)))[x];
        guint8 *to = gdk_pixbuf_get_pixels (page) + y * gdk_pixbuf_get_rowstride (page) + x * 3;

        to[0] = (guint8) (pixel >> 16);
        to[1] = (guint8) (pixel >> 8);
        to[2] = (guint8) pixel;
      }
  cairo_surface_destroy (surface);
  return page;
}

static void
colour_desk (const FitPhoto *photo, double x, double y, double colour[3])
{
  double grain = sin (y * 90 + 3 * sin (x * 7)) * sin (y * 37 + x * 2);
  gboolean odd = ((int) floor (x * 14) + (int) floor (y * 14)) % 2 != 0;
  const double desks[FIT_N_DESKS][3] = {
    [FIT_DESK_DARK] = { 52, 50, 56 },
    [FIT_DESK_WOOD] = { 150 + 22 * grain, 104 + 18 * grain, 62 + 14 * grain },
    [FIT_DESK_TILES] = { odd ? 40 : 120, odd ? 70 : 140, odd ? 130 : 60 },
    [FIT_DESK_LIGHT] = { 222, 222, 220 },
    [FIT_DESK_NONE] = { 244, 244, 242 },
  };

  memcpy (colour, desks[photo->desk], sizeof desks[0]);
}

/* How far a place is from the page, in fractions of the page; 0 inside. */
static double
get_distance (HallPoint p)
{
  return hypot (MAX (MAX (-p.x, p.x - 1), 0), MAX (MAX (-p.y, p.y - 1), 0));
}

static double
get_noise (guint32 *seed)
{
  double sum = 0;

  for (int i = 0; i < 4; i++)
    {
      *seed = *seed * 1664525u + 1013904223u;
      sum += (*seed >> 8) / 16777216.0 - 0.5;
    }
  return sum * 1.7;
}

static void
colour_page (GdkPixbuf *page, HallPoint p, double colour[3])
{
  double x = CLAMP (p.x * gdk_pixbuf_get_width (page) - 0.5, 0, gdk_pixbuf_get_width (page) - 1.01);
  double y =
      CLAMP (p.y * gdk_pixbuf_get_height (page) - 0.5, 0, gdk_pixbuf_get_height (page) - 1.01);
  int stride = gdk_pixbuf_get_rowstride (page);
  const guint8 *at = gdk_pixbuf_read_pixels (page) + (int) y * stride + (int) x * 3;
  double a = x - floor (x), b = y - floor (y);

  for (int i = 0; i < 3; i++)
    colour[i] = ((at[i] * (1 - a) + at[i + 3] * a) * (1 - b)
                 + (at[i + stride] * (1 - a) + at[i + stride + 3] * a) * b)
                * (i == 2 ? 0.93 : 0.96);
}

GdkPixbuf *
fit_photo_take (const FitPhoto *photo)
{
  static const HallPoint square[4] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
  g_autoptr (GdkPixbuf) page = fit_photo_page (1240, 1754);
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, photo->width, photo->height);
  guint32 seed = photo->seed;
  HallWarp map;

  g_assert_true (hall_warp_from_points (&map, photo->corners, square));
  for (int y = 0; y < photo->height; y++)
    for (int x = 0; x < photo->width; x++)
      {
        HallPoint at = { (x + 0.5) / photo->width, (y + 0.5) / photo->height };
        HallPoint p = hall_warp_map (&map, at);
        HallPoint thrown = { p.x - 0.006, p.y - 0.008 };
        guint8 *to =
            gdk_pixbuf_get_pixels (picture) + y * gdk_pixbuf_get_rowstride (picture) + x * 3;
        double colour[3], light = 1 - photo->shadow * (at.x + at.y) / 2, noise = get_noise (&seed);

        if (get_distance (p) > 0)
          {
            colour_desk (photo, at.x, at.y, colour);
            light *= 1 - 0.35 * MAX (1 - get_distance (thrown) / 0.012, 0);
          }
        else
          colour_page (page, p, colour);
        for (int i = 0; i < 3; i++)
          to[i] = (guint8) CLAMP (colour[i] * light + noise * photo->noise, 0, 255);
      }
  return picture;
}

GBytes *
fit_photo_save (GdkPixbuf *picture, int quality)
{
  g_autofree char *text = g_strdup_printf ("%d", quality);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  gdk_pixbuf_save_to_buffer (picture, &data, &size, "jpeg", &error, "quality", text, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

GBytes *
fit_photo_tag (GBytes *jpeg, guint orientation)
{
  guint8 block[] = {
    0xFF, 0xE1, 0,   84,  'E', 'x', 'i', 'f', 0,   0,   'I', 'I', '*', 0,   8,   0, 0, 0, 2, 0,
    0x12, 0x01, 3,   0,   1,   0,   0,   0,   1,   0,   0,   0, /* orientation */
    0x25, 0x88, 4,   0,   1,   0,   0,   0,   38,  0,   0,   0, /* where the place is */
    0,    0,    0,   0,   1,   0,   1,   0,   2,   0,   2,   0,   0,   0,   'N', 0, 0, 0, 0, 0,
    0,    0, /* the place */
    '2',  '2',  '.', '5', '4', '3', '1', 'N', 'O', 'R', 'T', 'H', 'G', 'P', 'S', 0, 0, 0, 0, 0,
  };
  GByteArray *bytes = g_byte_array_new ();
  const guint8 *data = g_bytes_get_data (jpeg, NULL);

  block[2] = (sizeof block - 2) >> 8;
  block[3] = (sizeof block - 2) & 0xFF;
  block[28] = (guint8) orientation;
  g_byte_array_append (bytes, data, 2);
  g_byte_array_append (bytes, block, sizeof block);
  g_byte_array_append (bytes, data + 2, (guint) g_bytes_get_size (jpeg) - 2);
  return g_byte_array_free_to_bytes (bytes);
}

gboolean
fit_photo_contains (GBytes *bytes, const char *text, gsize length)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

GdkPixbuf *
fit_photo_decode (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *picture = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return picture;
}

const guint8 *
fit_photo_at (const GdkPixbuf *picture, double x, double y)
{
  return gdk_pixbuf_read_pixels (picture)
         + (int) (y * gdk_pixbuf_get_height (picture)) * gdk_pixbuf_get_rowstride (picture)
         + (int) (x * gdk_pixbuf_get_width (picture)) * gdk_pixbuf_get_n_channels (picture);
}

/* Red in the upper left, green in the upper right, blue below. */
GdkPixbuf *
fit_photo_flag (int width, int height)
{
  GdkPixbuf *flag = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint8 *pixel = gdk_pixbuf_get_pixels (flag) + y * gdk_pixbuf_get_rowstride (flag) + x * 3;

        pixel[0] = y < height / 2 && x < width / 2 ? 220 : 20;
        pixel[1] = y < height / 2 && x >= width / 2 ? 220 : 20;
        pixel[2] = y >= height / 2 ? 220 : 20;
      }
  return flag;
}

void
fit_photo_assert_flag (const GdkPixbuf *picture)
{
  g_assert_cmpint (fit_photo_at (picture, .25, .25)[0], >, 180);
  g_assert_cmpint (fit_photo_at (picture, .75, .25)[1], >, 180);
  g_assert_cmpint (fit_photo_at (picture, .25, .75)[2], >, 180);
  g_assert_cmpint (fit_photo_at (picture, .75, .75)[2], >, 180);
}
