/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-drawer.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <poppler.h>

#include "hall-error.h"
#include "hall-jpeg.h"
#include "hall-page-memory.h"
#include "hall-pdf.h"

/* Decoded at most; larger pictures are halved while they are read. Decoded, turned and for cairo
 * they take 10 bytes a pixel, and the memory of the helper has to do. */
#define MAX_PICTURE_PIXELS 12.5e6
#define MAX_DIVISOR        8
#define SCREEN_DPI         96.0
#define ROUNDING           1e-4  /* of a pixel: what is whole stays whole */
#define PRINT_DPI          300.0 /* of pages that are no picture: finer is not seen */

struct _HallPageDrawer
{
  GArray *sizes;             /* owned */
  PopplerDocument *document; /* (nullable) */
  cairo_surface_t *picture;  /* (nullable) */
  guint8 *memory;            /* (nullable): not owned */
  guint slot;                /* of it */
  double picture_scale;      /* pixels of @picture for each point */
};

static void
fail (GError **error, const char *why)
{
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "this page cannot be shown: %s", why);
}

static gboolean
open_document (HallPageDrawer *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) why = NULL;
  int n_pages;

  self->document = poppler_document_new_from_bytes (bytes, NULL, &why);
  if (self->document == NULL)
    {
      fail (error, why->message);
      return FALSE;
    }
  n_pages = MIN (poppler_document_get_n_pages (self->document), HALL_PAGE_MAX_PAGES);
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, i);
      HallPageSize size = { 595, 842 }; /* a page that cannot be read is shown as an empty A4 */

      if (page != NULL)
        poppler_page_get_size (page, &size.width_pt, &size.height_pt);
      g_clear_object (&page);
      size.width_pt = CLAMP (size.width_pt, 1, HALL_PAGE_MAX_SIDE_PT);
      size.height_pt = CLAMP (size.height_pt, 1, HALL_PAGE_MAX_SIDE_PT);
      g_array_append_val (self->sizes, size);
    }
  if (n_pages <= 0)
    fail (error, "no page");
  return n_pages > 0;
}

/* @user_data: (out): (int *) what both sides are divided by */
static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  int *divisor = user_data;

  *divisor = 1;
  while (*divisor < MAX_DIVISOR
         && (double) width * height > MAX_PICTURE_PIXELS * *divisor * *divisor)
    *divisor *= 2;
  gdk_pixbuf_loader_set_size (loader, MAX (width / *divisor, 1), MAX (height / *divisor, 1));
}

static double
read_dpi (GdkPixbuf *picture)
{
  const char *text = gdk_pixbuf_get_option (picture, "x-dpi");
  double dpi = text != NULL ? g_ascii_strtod (text, NULL) : 0;

  return dpi >= 72 && dpi <= 2400 ? dpi : SCREEN_DPI;
}

/* Returns: (transfer full): the same picture as cairo has it; JPEG files have no transparency */
static cairo_surface_t *
to_surface (GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture);
  int height = gdk_pixbuf_get_height (picture);
  int n_channels = gdk_pixbuf_get_n_channels (picture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint8 *to = cairo_image_surface_get_data (surface);
  const guint8 *from = gdk_pixbuf_read_pixels (picture);

  for (int y = 0; to != NULL && y < height; y++)
    {
      guint32 *line =
          (guint32 *) (void *) (to + (gsize) y * cairo_image_surface_get_stride (surface));
      const guint8 *pixel = from + (gsize) y * gdk_pixbuf_get_rowstride (picture);

      for (int x = 0; x < width; x++, pixel += n_channels)
        line[x] = (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Returns: (transfer full) (nullable) */
static GdkPixbuf *
decode (GBytes *bytes, int *divisor, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  g_autoptr (GError) why = NULL;
  GdkPixbuf *picture = NULL;

  if (loader == NULL)
    {
      fail (error, "no JPEG reader");
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), divisor);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, &why))
    gdk_pixbuf_loader_close (loader, NULL);
  else if (gdk_pixbuf_loader_close (loader, &why) && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    picture = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  if (picture == NULL)
    fail (error, why != NULL ? why->message : "not a JPEG");
  return picture;
}

static gboolean
open_picture (HallPageDrawer *self, GBytes *bytes, GError **error)
{
  int divisor = 1;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  HallJpegInfo info;
  g_autoptr (GdkPixbuf) picture = NULL;
  HallPageSize size;
  double points; /* for each pixel */

  if (hall_jpeg_probe (data, length, &info) == HALL_JPEG_DAMAGED)
    fail (error, "it is damaged");
  else
    picture = decode (bytes, &divisor, error);
  if (picture == NULL)
    return FALSE;
  self->picture = to_surface (picture);
  if (cairo_surface_status (self->picture) != CAIRO_STATUS_SUCCESS)
    {
      fail (error, "it is too large");
      return FALSE;
    }
  points = 72 * divisor / read_dpi (picture);
  size.width_pt = CLAMP (gdk_pixbuf_get_width (picture) * points, 1, HALL_PAGE_MAX_SIDE_PT);
  size.height_pt = CLAMP (gdk_pixbuf_get_height (picture) * points, 1, HALL_PAGE_MAX_SIDE_PT);
  g_array_append_val (self->sizes, size);
  self->picture_scale = gdk_pixbuf_get_width (picture) / size.width_pt;
  return TRUE;
}

HallPageDrawer *
hall_page_drawer_open (GBytes *bytes, GError **error)
{
  g_autoptr (HallPageDrawer) self = g_new0 (HallPageDrawer, 1);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gboolean opened = FALSE;

  self->sizes = g_array_new (FALSE, FALSE, sizeof (HallPageSize));
  if (length >= 3 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff)
    opened = open_picture (self, bytes, error);
  else if (length >= 5 && memcmp (data, "%PDF-", 5) == 0)
    opened = open_document (self, bytes, error);
  else
    fail (error, "neither PDF nor JPEG");
  return opened ? g_steal_pointer (&self) : NULL;
}

void
hall_page_drawer_free (HallPageDrawer *self)
{
  g_array_unref (self->sizes);
  g_clear_object (&self->document);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_free (self);
}

GArray *
hall_page_drawer_get_sizes (HallPageDrawer *self)
{
  return self->sizes;
}

/* From the page's own space into that of the surface: turned, then scaled. */
static void
turn (cairo_t *cairo, guint turns, double width, double height)
{
  static const double angles[] = { 0, G_PI_2, G_PI, 3 * G_PI_2 };
  double shift_x = turns == 1 || turns == 2 ? 1 : 0;
  double shift_y = turns == 2 || turns == 3 ? 1 : 0;

  cairo_translate (cairo, shift_x * (turns % 2 != 0 ? height : width),
                   shift_y * (turns % 2 != 0 ? width : height));
  cairo_rotate (cairo, angles[turns % 4]);
}

void
hall_page_drawer_set_memory (HallPageDrawer *self, guint8 *memory)
{
  self->memory = memory;
}

void
hall_page_drawer_set_slot (HallPageDrawer *self, guint slot)
{
  self->slot = slot;
}

static cairo_surface_t *
new_picture (HallPageDrawer *self, int width, int height)
{
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, width);
  gsize size = (gsize) MAX (stride, 0) * (gsize) height;
  guint slot = size <= hall_page_memory_get_bytes (self->slot) ? self->slot : 0;

  if (self->memory != NULL && stride > 0 && size <= hall_page_memory_get_bytes (slot))
    return cairo_image_surface_create_for_data (self->memory + hall_page_memory_get_offset (slot),
                                                CAIRO_FORMAT_RGB24, width, height, stride);
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
}

static cairo_surface_t *
new_surface (HallPageDrawer *self,
             const HallPageWish *wish,
             double width_pt,
             double height_pt,
             cairo_t **cairo)
{
  double limit = sqrt (HALL_PAGE_MAX_PIXELS / (width_pt * height_pt));
  double scale = CLAMP (wish->scale, 0.01, limit);
  gboolean lying = wish->turns % 2 != 0;
  int width = MAX ((int) ceil ((lying ? height_pt : width_pt) * scale - ROUNDING), 1);
  int height = MAX ((int) ceil ((lying ? width_pt : height_pt) * scale - ROUNDING), 1);
  cairo_surface_t *surface = new_picture (self, width, height);

  *cairo = cairo_create (surface);
  cairo_set_source_rgb (*cairo, 1, 1, 1);
  cairo_paint (*cairo);
  cairo_scale (*cairo, scale, scale);
  turn (*cairo, wish->turns % 4, width_pt, height_pt);
  return surface;
}

static void
draw_picture (HallPageDrawer *self, const HallPageSize *size, cairo_t *cairo)
{
  cairo_scale (cairo, size->width_pt / cairo_image_surface_get_width (self->picture),
               size->height_pt / cairo_image_surface_get_height (self->picture));
  cairo_set_source_surface (cairo, self->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_GOOD);
  cairo_paint (cairo);
}

/* FALSE if the page is not to be had. */
static gboolean
draw_page (HallPageDrawer *self, guint index, cairo_t *cairo)
{
  PopplerPage *page = poppler_document_get_page (self->document, (int) index);

  if (page == NULL)
    return FALSE;
  poppler_page_render (page, cairo);
  g_object_unref (page);
  return TRUE;
}

/* So many pixels for each point as the file has. */
static double
find_true_scale (HallPageDrawer *self, guint index)
{
  PopplerPage *page;
  double dpi = 0;

  if (self->picture != NULL)
    return self->picture_scale;
  page = poppler_document_get_page (self->document, (int) index);
  if (page != NULL)
    dpi = hall_pdf_measure_picture (page);
  g_clear_object (&page);
  return (dpi > 0 ? dpi : PRINT_DPI) / 72;
}

cairo_surface_t *
hall_page_drawer_draw (HallPageDrawer *self, const HallPageWish *wanted, GError **error)
{
  HallPageWish own = *wanted;
  const HallPageWish *wish = &own;
  const HallPageSize *size;
  cairo_surface_t *surface;
  cairo_t *cairo;

  if (wish->page >= self->sizes->len)
    {
      fail (error, "no such page");
      return NULL;
    }
  size = &g_array_index (self->sizes, HallPageSize, wish->page);
  if (own.scale <= 0)
    own.scale = find_true_scale (self, own.page);
  surface = new_surface (self, wish, size->width_pt, size->height_pt, &cairo);
  if (self->picture != NULL)
    draw_picture (self, size, cairo);
  else if (!draw_page (self, wish->page, cairo))
    {
      fail (error, "it is damaged");
      g_clear_pointer (&surface, cairo_surface_destroy);
    }
  if (surface != NULL && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      fail (error, "it takes too much memory");
      g_clear_pointer (&surface, cairo_surface_destroy);
    }
  if (cairo_status (cairo) != CAIRO_STATUS_SUCCESS)
    g_debug ("a page was drawn in part: %s", cairo_status_to_string (cairo_status (cairo)));
  cairo_destroy (cairo);
  return surface;
}

/* The boxes of poppler in points, as fractions of the page. */
static GArray *
to_boxes (const PopplerRectangle *rectangles, guint n_rectangles, const HallPageSize *size)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (HallPageBox));

  for (guint i = 0; i < MIN (n_rectangles, HALL_PAGE_MAX_CHARACTERS); i++)
    {
      const PopplerRectangle *from = &rectangles[i];
      HallPageBox box = { (float) (from->x1 / size->width_pt), (float) (from->y1 / size->height_pt),
                          (float) ((from->x2 - from->x1) / size->width_pt),
                          (float) ((from->y2 - from->y1) / size->height_pt) };

      g_array_append_val (boxes, box);
    }
  return boxes;
}

static HallPageText *
read_page (PopplerPage *page, const HallPageSize *size)
{
  g_autofree PopplerRectangle *rectangles = NULL;
  guint n_rectangles = 0;
  HallPageText *text = NULL;

  if (poppler_page_get_text_layout (page, &rectangles, &n_rectangles))
    text = hall_page_text_new (poppler_page_get_text (page),
                               to_boxes (rectangles, n_rectangles, size));
  return text != NULL ? text : hall_page_text_new_empty ();
}

HallPageText *
hall_page_drawer_read (HallPageDrawer *self, guint index, GError **error)
{
  PopplerPage *page = NULL;
  HallPageText *text;

  if (self->picture != NULL)
    return hall_page_text_new_empty ();
  if (index < self->sizes->len)
    page = poppler_document_get_page (self->document, (int) index);
  if (page == NULL)
    {
      fail (error, "no such page");
      return NULL;
    }
  text = read_page (page, &g_array_index (self->sizes, HallPageSize, index));
  g_object_unref (page);
  return text;
}
