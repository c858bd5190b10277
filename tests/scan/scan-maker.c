/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-maker.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "hall-form-sheet.h"
#include "hall-paper.h"
#include "hall-qr.h"
#include "hall-seal-sheet.h"
#include "page-text.h"
#include "sample.h"

#define N_NOISE 65521

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
scan_maker_pdf (guint n_pages, double width_mm, double height_mm)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_cb, bytes, HALL_MM_TO_PT (width_mm),
                                           HALL_MM_TO_PT (height_mm));
  cairo_t *cairo;

  /* with plain tables: later versions pack them, and a broken one cannot be mended */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo = cairo_create (surface);
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_move_to (cairo, 10, 20);
      cairo_show_text (cairo, "licence");
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
save_jpeg (GdkPixbuf *pixbuf, int quality)
{
  g_autofree char *text = g_strdup_printf ("%d", quality);
  g_autoptr (GError) error = NULL;
  char *buffer = NULL;
  gsize size = 0;

  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", &error, "quality", text, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, size);
}

GBytes *
scan_maker_jpeg (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        pixels[y * stride + 3 * x] = (guint8) (x * 255 / width);
        pixels[y * stride + 3 * x + 1] = (guint8) (y * 255 / height);
        pixels[y * stride + 3 * x + 2] = (guint8) ((x ^ y) & 0xff);
      }
  return save_jpeg (pixbuf, 85);
}

GBytes *
scan_maker_sheet (HallSheet sheet, const char *order, guint revision, char **sha256)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  g_autoptr (HallApplication) application = sample_application (catalog, "organisation");
  g_autofree char *hash = hall_application_hash_printed (application, catalog);
  HallSheetInfo info = sample_info (hash);
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  info.order = order;
  info.revision = revision;
  if (sheet == HALL_SHEET_FORM)
    pdf = hall_form_sheet_print (catalog, application, &info, NULL, &error);
  else
    pdf = hall_seal_sheet_print (catalog, application, &info, NULL, &error);
  g_assert_no_error (error);
  if (sha256 != NULL)
    *sha256 = g_steal_pointer (&hash);
  return pdf;
}

/* Ink only darkens: a red ring and bar where the code is, at the top right. */
static void
stamp (cairo_surface_t *page)
{
  double unit = cairo_image_surface_get_width (page) / HALL_PAPER_WIDTH_MM;
  cairo_t *cairo = cairo_create (page);

  cairo_scale (cairo, unit, unit);
  cairo_set_operator (cairo, CAIRO_OPERATOR_MULTIPLY);
  cairo_set_source_rgb (cairo, 0.85, 0.2, 0.2);
  cairo_set_line_width (cairo, 1.5);
  cairo_arc (cairo, 180, 30, 20, 0, 2 * G_PI);
  cairo_stroke (cairo);
  cairo_rectangle (cairo, 168, 26, 24, 5);
  cairo_fill (cairo);
  cairo_destroy (cairo);
}

/* What the test itself puts on the page. */
static void
mark (cairo_surface_t *page, const ScanWay *way)
{
  double unit = cairo_image_surface_get_width (page) / HALL_PAPER_WIDTH_MM;
  cairo_t *cairo = cairo_create (page);

  cairo_scale (cairo, unit, unit);
  cairo_set_operator (cairo, CAIRO_OPERATOR_MULTIPLY);
  way->mark (cairo, way->data);
  cairo_destroy (cairo);
}

/* The page turned by @degrees on a larger white ground. */
static cairo_surface_t *
turn (cairo_surface_t *page, double degrees)
{
  double width = cairo_image_surface_get_width (page);
  double height = cairo_image_surface_get_height (page);
  double angle = degrees * G_PI / 180;
  double new_width = fabs (width * cos (angle)) + fabs (height * sin (angle));
  double new_height = fabs (width * sin (angle)) + fabs (height * cos (angle));
  cairo_surface_t *turned =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) new_width, (int) new_height);
  cairo_t *cairo = cairo_create (turned);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_translate (cairo, new_width / 2, new_height / 2);
  cairo_rotate (cairo, angle);
  cairo_set_source_surface (cairo, page, -width / 2, -height / 2);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (turned);
  return turned;
}

/* About normally distributed with deviation 1: sums of twelve uniform numbers, the same each
 * time. (transfer full) */
static double *
make_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double *noise = g_new (double, N_NOISE);

  for (guint i = 0; i < N_NOISE; i++)
    {
      noise[i] = -6;
      for (guint j = 0; j < 12; j++)
        noise[i] += g_rand_double (rand);
    }
  return noise;
}

static GdkPixbuf *
to_pixbuf (cairo_surface_t *page, double deviation)
{
  int width = cairo_image_surface_get_width (page);
  int height = cairo_image_surface_get_height (page);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guint8 *to = gdk_pixbuf_get_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  g_autofree double *noise = make_noise ();
  guint32 at = 1;

  for (int y = 0; y < height; y++)
    {
      const guint32 *from =
          (const guint32 *) (const void *) (cairo_image_surface_get_data (page)
                                            + y * cairo_image_surface_get_stride (page));

      for (int x = 0; x < width; x++)
        for (int i = 0; i < 3; i++)
          {
            double level = (from[x] >> (16 - 8 * i) & 0xff) + deviation * noise[at % N_NOISE];

            at = at * 1664525 + 1013904223; /* as in Numerical Recipes */
            to[y * stride + 3 * x + i] = (guint8) CLAMP (level, 0, 255);
          }
    }
  return pixbuf;
}

GBytes *
scan_maker_scan (GBytes *pdf, int index, const ScanWay *way)
{
  cairo_surface_t *page = page_text_render (pdf, index, way->dpi);
  cairo_surface_t *turned;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (way->seal)
    stamp (page);
  if (way->mark != NULL)
    mark (page, way);
  turned = turn (page, way->degrees);
  pixbuf = to_pixbuf (turned, way->noise);
  cairo_surface_destroy (turned);
  cairo_surface_destroy (page);
  return save_jpeg (pixbuf, way->quality);
}

/* What a scanner's software does: the JPEG itself goes into the PDF. */
GBytes *
scan_maker_wrap (GBytes *jpeg)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (jpeg);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
  double width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (jpeg, &size);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *picture =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_cb, bytes, HALL_MM_TO_PT (210),
                                           HALL_MM_TO_PT (297));
  cairo_t *cairo = cairo_create (surface);

  cairo_surface_set_mime_data (picture, CAIRO_MIME_TYPE_JPEG, data, size, NULL, NULL);
  cairo_scale (cairo, HALL_MM_TO_PT (210) / width, HALL_MM_TO_PT (297) / height);
  cairo_set_source_surface (cairo, picture, 0, 0);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (picture);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
scan_maker_stranger (const char *text)
{
  g_autoptr (HallQr) qr = hall_qr_new (text, NULL);
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1240, 1754);
  cairo_t *cairo = cairo_create (page);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  hall_qr_draw (qr, cairo, 400, 400, 6);
  cairo_destroy (cairo);
  cairo_surface_flush (page);
  pixbuf = to_pixbuf (page, 0);
  cairo_surface_destroy (page);
  return save_jpeg (pixbuf, 80);
}

gboolean
scan_maker_has_qpdf (void)
{
  g_autofree char *path = g_find_program_in_path ("qpdf");

  if (path == NULL)
    g_test_skip ("qpdf is not installed");
  return path != NULL;
}

static GBytes *
run_qpdf (const char *dir, const char *const *arguments)
{
  g_autofree char *out = g_build_filename (dir, "out.pdf", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize size = 0;
  int status = 0;

  g_strv_builder_add (builder, "qpdf");
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  g_spawn_sync (dir, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_file_get_contents (out, &content, &size, &error);
  g_assert_no_error (error);
  g_remove (out);
  return g_bytes_new_take (content, size);
}

static void
put (const char *dir, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static void
take_away (const char *dir, const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_remove (path);
}

GBytes *
scan_maker_qpdf (GBytes *pdf, const char *const *arguments)
{
  g_autofree char *dir = g_dir_make_tmp ("hall-scan-XXXXXX", NULL);
  GBytes *made;

  put (dir, "in.pdf", pdf);
  made = run_qpdf (dir, arguments);
  take_away (dir, "in.pdf");
  g_rmdir (dir);
  return made;
}

GBytes *
scan_maker_join (GBytes *first, GBytes *second)
{
  static const char *const arguments[] = { "--empty", "--pages", "1.pdf", "2.pdf",
                                           "--",      "out.pdf", NULL };
  g_autofree char *dir = g_dir_make_tmp ("hall-scan-XXXXXX", NULL);
  GBytes *made;

  put (dir, "1.pdf", first);
  put (dir, "2.pdf", second);
  made = run_qpdf (dir, arguments);
  take_away (dir, "1.pdf");
  take_away (dir, "2.pdf");
  g_rmdir (dir);
  return made;
}

GBytes *
scan_maker_insert (GBytes *bytes, gsize at, const void *insert, gsize length)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GByteArray *out = g_byte_array_new ();

  g_byte_array_append (out, data, (guint) at);
  g_byte_array_append (out, insert, (guint) length);
  g_byte_array_append (out, data + at, (guint) (size - at));
  return g_byte_array_free_to_bytes (out);
}

GBytes *
scan_maker_cut (GBytes *bytes, gsize length)
{
  return g_bytes_new (g_bytes_get_data (bytes, NULL), length);
}

GBytes *
scan_maker_raw_pdf (GPtrArray *objects)
{
  GString *out = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) table = g_string_new (NULL);
  gsize start;

  for (guint i = 0; i < objects->len; i++)
    {
      const GString *object = g_ptr_array_index (objects, i);

      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", out->len);
      g_string_append_printf (out, "%u 0 obj\n", i + 1);
      g_string_append_len (out, object->str, (gssize) object->len);
      g_string_append (out, "\nendobj\n");
    }
  start = out->len;
  g_string_append_printf (out, "xref\n0 %u\n0000000000 65535 f \n%s", objects->len + 1, table->str);
  g_string_append_printf (out,
                          "trailer\n<</Size %u/Root 1 0 R>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          objects->len + 1, start);
  return g_string_free_to_bytes (out);
}

/* (transfer full): @size bytes of @pattern, as a zlib stream */
static GByteArray *
pack (const char *pattern, gsize size)
{
  g_autoptr (GConverter) packer =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, packer);
  g_autoptr (GString) block = g_string_new (NULL);
  g_autoptr (GBytes) packed = NULL;

  while (block->len < MIN (size, 1000000))
    g_string_append (block, pattern);
  for (gsize done = 0; done < size; done += block->len)
    g_assert_true (g_output_stream_write_all (stream, block->str, block->len, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  packed = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return g_bytes_unref_to_array (g_steal_pointer (&packed));
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

GBytes *
scan_maker_bomb (const char *pattern, gsize size)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (free_string);
  g_autoptr (GByteArray) packed = pack (pattern, size);
  GString *stream = g_string_new (NULL);

  g_ptr_array_add (objects, g_string_new ("<</Type/Catalog/Pages 2 0 R>>"));
  g_ptr_array_add (objects, g_string_new ("<</Type/Pages/Kids[3 0 R]/Count 1>>"));
  g_ptr_array_add (objects, g_string_new ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
                                          "/Contents 4 0 R/Resources<<>>>>"));
  g_string_printf (stream, "<</Filter/FlateDecode/Length %u>>stream\n", packed->len);
  g_string_append_len (stream, (const char *) packed->data, packed->len);
  g_string_append (stream, "\nendstream");
  g_ptr_array_add (objects, stream);
  return scan_maker_raw_pdf (objects);
}
