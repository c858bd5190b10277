/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents to look at, rendered in another thread, with broken and hostile ones among them.
 */
#include "app-test.h"
#include "hall-error.h"
#include "hall-page-source.h"
#include "page-papers.h"
#include "sample.h"

/* A blue picture of @width x @height. */
static GBytes *
make_jpeg (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x0000ffff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gboolean
load (HallPageSource *source, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hall_page_source_load_async (source, NULL, on_answered_cb, &result);
  app_test_wait (is_there, &result);
  return hall_page_source_load_finish (source, result, error);
}

static cairo_surface_t *
render (HallPageSource *source, const HallPageWish *wish, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hall_page_source_render_async (source, wish, NULL, on_answered_cb, &result);
  app_test_wait (is_there, &result);
  return hall_page_source_render_finish (source, result, error);
}

static void
test_source_pdf (void)
{
  g_autoptr (GBytes) bytes = page_papers_print (3);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (GError) error = NULL;
  HallPageWish wish = { 1, 0, 2.0 };
  cairo_surface_t *surface;
  double width_pt, height_pt;

  g_assert_true (load (source, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hall_page_source_get_n_pages (source), ==, 3);
  hall_page_source_get_size (source, 0, &width_pt, &height_pt);
  g_assert_cmpfloat_with_epsilon (width_pt, 595.3, 1);

  surface = render (source, &wish, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1191);
  cairo_surface_destroy (surface);

  wish.turns = 1;
  surface = render (source, &wish, &error);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1191); /* lies on its side */
  cairo_surface_destroy (surface);

  wish.page = 3;
  g_assert_null (render (source, &wish, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
}

static HallPageText *
read_text (HallPageSource *source, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hall_page_source_read_async (source, page, NULL, on_answered_cb, &result);
  app_test_wait (is_there, &result);
  return hall_page_source_read_finish (source, result, error);
}

/* A box for each character, on the page and where it can be seen. */
static void
test_source_text (void)
{
  g_autoptr (GBytes) bytes = page_papers_print_form ();
  g_autoptr (GBytes) jpeg = make_jpeg (100, 100);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (HallPageSource) picture = hall_page_source_new (jpeg);
  g_autoptr (HallPageText) text = NULL;
  g_autoptr (HallPageText) nothing = NULL;
  g_autoptr (GError) error = NULL;
  guint n_boxes = 0;

  g_assert_true (load (source, &error));
  text = read_text (source, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text->text, SAMPLE_ORDER));
  g_assert_cmpint (g_utf8_strlen (text->text, -1), ==, hall_page_text_get_length (text));
  for (guint i = 0; i < text->boxes->len; i++)
    {
      const HallPageBox *box = &g_array_index (text->boxes, HallPageBox, i);

      g_assert_true (box->x >= -0.01 && box->x + box->width <= 1.01);
      g_assert_true (box->y >= -0.01 && box->y + box->height <= 1.01);
      n_boxes += box->width > 0;
    }
  g_assert_cmpuint (n_boxes, >, 200);
  g_assert_null (read_text (source, 99, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);

  g_assert_true (load (picture, NULL));
  nothing = read_text (picture, 0, NULL);
  g_assert_cmpstr (nothing->text, ==, "");
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

static void
test_source_jpeg (void)
{
  g_autoptr (GBytes) bytes = make_jpeg (400, 200);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  g_assert_true (load (source, &error));
  g_assert_cmpuint (hall_page_source_get_n_pages (source), ==, 1);
  for (guint turns = 0; turns < 4; turns++)
    {
      HallPageWish wish = { 0, turns, 96.0 / 72 };
      int width = turns % 2 != 0 ? 200 : 400;

      surface = render (source, &wish, &error);
      g_assert_no_error (error);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
      /* Turned into the page, not out of it. */
      g_assert_cmphex (get_pixel (surface, 5, 5) & 0xff, >, 0xf0);
      g_assert_cmphex (get_pixel (surface, width - 5, 600 - width - 5) & 0xff, >, 0xf0);
      g_assert_cmphex (get_pixel (surface, width / 2, 20) >> 16, <, 0x10);
      cairo_surface_destroy (surface);
    }
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize length;
} broken[] = {
  { "empty", "", 0 },
  { "neither", "GIF89a", 6 },
  { "pdf-cut", "%PDF-1.4\n1 0 obj", 16 },
  { "jpeg-cut", "\xff\xd8\xff\xe0\x00\x10JFIF", 10 },
  { "zeros", "\0\0\0\0\0\0\0\0", 8 },
};

static void
test_source_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i].bytes, broken[i].length);
      g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i].name);
      g_assert_false (load (source, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpuint (hall_page_source_get_n_pages (source), ==, 0);
    }
}

/* Whatever is asked for, no surface eats the memory. */
static void
test_source_too_large (void)
{
  g_autoptr (GBytes) bytes = page_papers_print (1);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (GError) error = NULL;
  HallPageWish wish = { 0, 0, 1000 };
  cairo_surface_t *surface;

  g_assert_true (load (source, &error));
  surface = render (source, &wish, &error);
  g_assert_no_error (error);
  g_assert_cmpint ((gint64) cairo_image_surface_get_width (surface)
                       * cairo_image_surface_get_height (surface),
                   <, 25 * 1000 * 1000);
  cairo_surface_destroy (surface);
}

static void
test_source_cancelled (void)
{
  g_autoptr (GBytes) bytes = page_papers_print (1);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HallPageWish wish = { 0, 0, 3 };

  g_assert_true (load (source, NULL));
  g_cancellable_cancel (cancellable);
  hall_page_source_render_async (source, &wish, cancellable, on_answered_cb, &result);
  app_test_wait (is_there, &result);
  g_assert_null (hall_page_source_render_finish (source, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/page-source/pdf", test_source_pdf);
  g_test_add_func ("/page-source/jpeg", test_source_jpeg);
  g_test_add_func ("/page-source/text", test_source_text);
  g_test_add_func ("/page-source/broken", test_source_broken);
  g_test_add_func ("/page-source/too-large", test_source_too_large);
  g_test_add_func ("/page-source/cancelled", test_source_cancelled);
  return g_test_run ();
}
