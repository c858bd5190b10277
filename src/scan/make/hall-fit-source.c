/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fit-source.h"

#include <math.h>

#include "hall-application.h"
#include "hall-error.h"
#include "hall-fit-jpeg.h"
#include "hall-fit-tiff.h"
#include "hall-jpeg.h"
#include "hall-pdf.h"

/* Decoded at most: 150 MB. JPEG files with more are read at a fraction of their size. */
#define MAX_PIXELS       50e6
#define MEGA             1e6
#define MAX_JPEG_PIXELS  250e6
#define CHUNK_BYTES      (64 * 1024)
#define MM_PER_INCH      25.4
#define PDF_DPI          300.0 /* of pages that are no pictures */
#define PDF_MIN_DPI      150.0
#define PDF_MAX_DPI      600.0
#define PDF_MAX_SIDE     7200
#define MIN_BELIEVED_DPI 100.0 /* cameras and programs write 72 or 96 for "unknown" */
#define MAX_BELIEVED_DPI 1200.0

struct _HallFitSource
{
  GBytes *bytes; /* owned */
  HallFitFormat format;
  guint n_pages;
  HallJpegInfo jpeg;
  HallFitMetadata metadata;
  GBytes *stripped; /* owned (nullable) */
  HallPdf *pdf;     /* owned (nullable) */
};

void
hall_fit_fail (GError **error, HallIssueCode code, const char *arg1, const char *arg2)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_autofree char *sentence = NULL;

  hall_issue_set (&issue, code, arg1, arg2);
  sentence = hall_issue_format (&issue, HALL_LANG_EN);
  g_ptr_array_add (findings, hall_finding_new ("document", &issue));
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, sentence);
  if (error != NULL)
    hall_error_set_findings (*error, findings);
}

static void
fail_pixels (GError **error, double pixels, double max_pixels)
{
  g_autofree char *has = g_strdup_printf ("%.0f", ceil (pixels / MEGA));
  g_autofree char *most = g_strdup_printf ("%.0f", max_pixels / MEGA);

  hall_fit_fail (error, HALL_ISSUE_IMAGE_TOO_MANY_PIXELS, has, most);
}

static gboolean
open_jpeg (HallFitSource *self, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  HallJpegState state = hall_jpeg_probe (data, size, &self->jpeg);
  double pixels = (double) self->jpeg.width * self->jpeg.height;

  if (state != HALL_JPEG_WHOLE)
    hall_fit_fail (error,
                   state == HALL_JPEG_TRUNCATED ? HALL_ISSUE_FILE_TRUNCATED
                                                : HALL_ISSUE_FILE_DAMAGED,
                   NULL, NULL);
  else if (pixels > MAX_JPEG_PIXELS)
    fail_pixels (error, pixels, MAX_JPEG_PIXELS);
  else
    self->stripped = hall_fit_metadata_strip_jpeg (self->bytes, &self->metadata);
  if (state == HALL_JPEG_WHOLE && self->stripped == NULL && error != NULL && *error == NULL)
    hall_fit_fail (error, HALL_ISSUE_FILE_DAMAGED, NULL, NULL);
  return self->stripped != NULL;
}

static gboolean
open_pdf (HallFitSource *self, GError **error)
{
  HallIssueCode issue = HALL_ISSUE_FILE_DAMAGED;

  self->pdf = hall_pdf_open (self->bytes, &issue);
  if (self->pdf != NULL)
    self->n_pages = hall_pdf_get_n_pages (self->pdf);
  else
    hall_fit_fail (error, issue, NULL, NULL);
  return self->pdf != NULL;
}

HallFitSource *
hall_fit_source_open (GBytes *bytes, GError **error)
{
  g_autoptr (HallFitSource) self = g_new0 (HallFitSource, 1);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) inner = NULL;
  gboolean good = TRUE;

  self->bytes = g_bytes_ref (bytes);
  self->format = hall_fit_format_guess (data, size);
  self->n_pages = 1;
  self->metadata.orientation = 1;
  if (!hall_fit_format_is_known (self->format))
    hall_fit_fail (&inner, size == 0 ? HALL_ISSUE_FILE_EMPTY : HALL_ISSUE_FIT_FORMAT, NULL, NULL);
  else if (self->format == HALL_FIT_JPEG)
    good = open_jpeg (self, &inner);
  else if (self->format == HALL_FIT_PDF)
    good = open_pdf (self, &inner);
  else if (self->format == HALL_FIT_TIFF)
    self->n_pages = hall_fit_tiff_count (bytes);
  if (good && inner == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&inner));
  return NULL;
}

void
hall_fit_source_free (HallFitSource *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->stripped, g_bytes_unref);
  g_clear_pointer (&self->pdf, hall_pdf_free);
  g_free (self);
}

HallFitFormat
hall_fit_source_get_format (const HallFitSource *self)
{
  return self->format;
}

guint
hall_fit_source_get_n_pages (const HallFitSource *self)
{
  return self->n_pages;
}

const HallFitMetadata *
hall_fit_source_get_metadata (const HallFitSource *self)
{
  return &self->metadata;
}

GBytes *
hall_fit_source_get_stripped (const HallFitSource *self)
{
  return self->stripped;
}

static void
note_size (HallFitSize *size, double width, double height, double dpi)
{
  gboolean believed = dpi >= MIN_BELIEVED_DPI && dpi <= MAX_BELIEVED_DPI;

  size->width = width;
  size->height = height;
  size->width_mm = believed ? width / dpi * MM_PER_INCH : 0;
  size->height_mm = believed ? height / dpi * MM_PER_INCH : 0;
}

/* (transfer full) (nullable) */
static GdkPixbuf *
turn_upright (GdkPixbuf *picture, guint orientation)
{
  g_autofree char *text = g_strdup_printf ("%u", orientation);

  if (orientation == 1)
    return g_object_ref (picture);
  gdk_pixbuf_set_option (picture, "orientation", text);
  return gdk_pixbuf_apply_embedded_orientation (picture);
}

static GdkPixbuf *
draw_jpeg (HallFitSource *self, guint min_side, GError **error)
{
  g_autoptr (GdkPixbuf) picture = hall_fit_jpeg_decode (self->bytes, MAX_PIXELS, min_side, NULL);

  if (picture == NULL)
    {
      hall_fit_fail (error, HALL_ISSUE_FILE_DAMAGED, NULL, NULL);
      return NULL;
    }
  return turn_upright (picture, self->metadata.orientation);
}

/* (transfer full): as 24 of 24 bits */
static GdkPixbuf *
from_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  const guint8 *data = cairo_image_surface_get_data (surface);

  for (int y = 0; picture != NULL && y < height; y++)
    {
      const guint32 *from =
          (const void *) (data + (gsize) y * (guint) cairo_image_surface_get_stride (surface));
      guint8 *to =
          gdk_pixbuf_get_pixels (picture) + (gsize) y * (guint) gdk_pixbuf_get_rowstride (picture);

      for (int x = 0; x < width; x++, to += 3)
        {
          to[0] = (guint8) (from[x] >> 16);
          to[1] = (guint8) (from[x] >> 8);
          to[2] = (guint8) from[x];
        }
    }
  return picture;
}

static gboolean
measure_pdf (HallFitSource *self, guint page, HallFitSize *size)
{
  double dpi;

  if (!hall_pdf_get_page_size (self->pdf, page, &size->width_mm, &size->height_mm))
    return FALSE;
  dpi = hall_pdf_get_picture_dpi (self->pdf, page);
  dpi = dpi > 0 ? CLAMP (dpi, PDF_MIN_DPI, PDF_MAX_DPI) : PDF_DPI;
  dpi = MIN (dpi, PDF_MAX_SIDE * MM_PER_INCH / MAX (size->width_mm, size->height_mm));
  size->width = size->width_mm / MM_PER_INCH * dpi;
  size->height = size->height_mm / MM_PER_INCH * dpi;
  return TRUE;
}

static GdkPixbuf *
draw_pdf (HallFitSource *self, guint page, guint min_side, const HallFitSize *size, GError **error)
{
  double dpi = size->width_mm > 0 ? size->width / size->width_mm * MM_PER_INCH : 0;
  cairo_surface_t *surface = NULL;
  GdkPixbuf *picture = NULL;

  if (dpi > 0)
    surface = hall_pdf_render (self->pdf, page, dpi, min_side > 0 ? min_side : PDF_MAX_SIDE);
  if (surface != NULL)
    picture = from_surface (surface);
  if (picture == NULL)
    hall_fit_fail (error, HALL_ISSUE_FILE_DAMAGED, NULL, NULL);
  g_clear_pointer (&surface, cairo_surface_destroy);
  return picture;
}

/* A size of nothing makes the loader give up before it decodes. */
static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  double *pixels = data;

  *pixels = (double) width * height;
  if (*pixels > MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, const double *pixels)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size; at += CHUNK_BYTES)
    if (*pixels > MAX_PIXELS
        || !gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK_BYTES, size - at), NULL))
      {
        gdk_pixbuf_loader_close (loader, NULL);
        return FALSE;
      }
  return gdk_pixbuf_loader_close (loader, NULL);
}

static double
read_dpi (GdkPixbuf *picture)
{
  const char *text = gdk_pixbuf_get_option (picture, "x-dpi");

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

/* (transfer full) (nullable): by its loader */
static GdkPixbuf *
load (HallFitSource *self, guint page, double *dpi, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GBytes) bytes = self->format == HALL_FIT_TIFF
                                 ? hall_fit_tiff_turn_to (self->bytes, page)
                                 : g_bytes_ref (self->bytes);
  double pixels = 0;
  GdkPixbuf *picture = NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), &pixels);
  if (feed (loader, bytes, &pixels) && pixels <= MAX_PIXELS)
    picture = gdk_pixbuf_loader_get_pixbuf (loader);
  if (picture == NULL && pixels > MAX_PIXELS)
    fail_pixels (error, pixels, MAX_PIXELS);
  else if (picture == NULL)
    hall_fit_fail (error, HALL_ISSUE_FILE_DAMAGED, NULL, NULL);
  if (picture == NULL)
    return NULL;
  *dpi = read_dpi (picture);
  return gdk_pixbuf_apply_embedded_orientation (picture);
}

/* (transfer full) (nullable): no transparency, 24 bits */
static GdkPixbuf *
flatten (GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  GdkPixbuf *flat;

  if (!gdk_pixbuf_get_has_alpha (picture))
    return g_object_ref (picture);
  flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  if (flat == NULL)
    return NULL;
  gdk_pixbuf_fill (flat, 0xFFFFFFFF);
  gdk_pixbuf_composite (picture, flat, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);
  return flat;
}

static GdkPixbuf *
draw_other (HallFitSource *self, guint page, guint min_side, HallFitSize *size, GError **error)
{
  double dpi = 0;
  g_autoptr (GdkPixbuf) picture = load (self, page, &dpi, error);
  g_autoptr (GdkPixbuf) flat = picture != NULL ? flatten (picture) : NULL;
  double longer;

  if (flat == NULL)
    return NULL;
  note_size (size, gdk_pixbuf_get_width (flat), gdk_pixbuf_get_height (flat), dpi);
  longer = MAX (size->width, size->height);
  if (min_side == 0 || longer <= min_side)
    return g_steal_pointer (&flat);
  return gdk_pixbuf_scale_simple (flat, MAX ((int) (size->width * min_side / longer), 1),
                                  MAX ((int) (size->height * min_side / longer), 1),
                                  GDK_INTERP_BILINEAR);
}

gboolean
hall_fit_source_measure (HallFitSource *self, guint page, HallFitSize *size)
{
  *size = (HallFitSize){ 0 };
  if (self->format == HALL_FIT_JPEG)
    note_size (size, self->jpeg.width, self->jpeg.height, self->metadata.dpi);
  return self->format == HALL_FIT_JPEG
         || (self->format == HALL_FIT_PDF && measure_pdf (self, page, size));
}

GdkPixbuf *
hall_fit_source_draw (
    HallFitSource *self, guint page, guint min_side, HallFitSize *size, GError **error)
{
  hall_fit_source_measure (self, page, size);
  if (page >= self->n_pages)
    {
      g_autofree char *number = g_strdup_printf ("%u", page + 1);

      hall_fit_fail (error, HALL_ISSUE_FIT_PAGE, number, NULL);
    }
  else if (self->format == HALL_FIT_JPEG)
    return draw_jpeg (self, min_side, error);
  else if (self->format == HALL_FIT_PDF)
    return draw_pdf (self, page, min_side, size, error);
  else
    return draw_other (self, page, min_side, size, error);
  return NULL;
}

gboolean
hall_fit_source_copy (HallFitSource *self, guint page, cairo_t *cairo)
{
  return self->pdf != NULL && hall_pdf_copy_page (self->pdf, page, cairo);
}

gboolean
hall_fit_source_get_page_mm (HallFitSource *self, guint page, double *width_mm, double *height_mm)
{
  return self->pdf != NULL && hall_pdf_get_page_size (self->pdf, page, width_mm, height_mm);
}
