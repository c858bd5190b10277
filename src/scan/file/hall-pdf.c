/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-pdf.h"

#include <gio/gio.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#define PT_TO_MM(pt) ((pt) *25.4 / 72.0)

/* A reader finds the end within this many bytes. Source: ISO 32000-1, annex H, note 18. */
#define TAIL_BYTES 1024
#define END_MARK   "%%EOF"
#define ENCRYPT    "/Encrypt"

/* Opens what needs no password, and nothing that has one: an encrypted file whose user
 * password is empty would open with none at all. */
#define NO_PASSWORD "certhall has no password"

/* A picture counts as what was scanned from this share of the page on. */
#define COVERING     0.3
#define MAX_PICTURES 16

struct _HallPdf
{
  PopplerDocument *document;
};

static gboolean
has_text (const guint8 *data, gsize size, const char *text)
{
  gsize length = strlen (text);

  while (size >= length)
    {
      const guint8 *found = memchr (data, text[0], size - length + 1);

      if (found == NULL)
        return FALSE;
      if (memcmp (found, text, length) == 0)
        return TRUE;
      size -= (gsize) (found + 1 - data);
      data = found + 1;
    }
  return FALSE;
}

/* Blanks and zero bytes behind the end mark are harmless: some mail programs add them. */
static gboolean
has_end (const guint8 *data, gsize size)
{
  gsize tail;

  while (size > 0 && (data[size - 1] == 0 || g_ascii_isspace (data[size - 1])))
    size--;
  tail = MIN (size, TAIL_BYTES);
  return has_text (data + size - tail, tail, END_MARK);
}

static HallIssueCode
find_reason (const guint8 *data, gsize size, const GError *error)
{
  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
      || has_text (data, size, ENCRYPT))
    return HALL_ISSUE_PDF_ENCRYPTED;
  return has_end (data, size) ? HALL_ISSUE_FILE_DAMAGED : HALL_ISSUE_FILE_TRUNCATED;
}

HallPdf *
hall_pdf_open (GBytes *bytes, HallIssueCode *issue)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallPdf) self = g_new0 (HallPdf, 1);

  /* Not ..._new_from_bytes(): poppler 22.12 crashes there when a password is wrong. */
  self->document =
      poppler_document_new_from_stream (stream, (goffset) size, NO_PASSWORD, NULL, &error);
  if (self->document == NULL)
    {
      *issue = find_reason (data, size, error);
      return NULL;
    }
  /* Poppler mends what it can; what it mended is not what was scanned. */
  if (!has_end (data, size))
    *issue = HALL_ISSUE_FILE_TRUNCATED;
  else if (poppler_document_get_n_pages (self->document) < 1)
    *issue = HALL_ISSUE_PDF_NO_PAGES;
  else
    return g_steal_pointer (&self);
  return NULL;
}

void
hall_pdf_free (HallPdf *self)
{
  g_clear_object (&self->document);
  g_free (self);
}

guint
hall_pdf_get_n_pages (const HallPdf *self)
{
  return (guint) poppler_document_get_n_pages (self->document);
}

/* (transfer full) (nullable) */
static PopplerPage *
get_page (const HallPdf *self, guint index)
{
  if (index >= hall_pdf_get_n_pages (self))
    return NULL;
  return poppler_document_get_page (self->document, (int) index);
}

gboolean
hall_pdf_get_page_size (const HallPdf *self, guint index, double *width_mm, double *height_mm)
{
  PopplerPage *page = get_page (self, index);
  double width = 0, height = 0;

  if (page == NULL)
    return FALSE;
  poppler_page_get_size (page, &width, &height);
  g_object_unref (page);
  *width_mm = PT_TO_MM (width);
  *height_mm = PT_TO_MM (height);
  return isfinite (width) && isfinite (height) && MIN (*width_mm, *height_mm) >= HALL_PDF_MIN_MM
         && MAX (*width_mm, *height_mm) <= HALL_PDF_MAX_MM;
}

static cairo_surface_t *
draw (PopplerPage *page, double scale)
{
  double width = 0, height = 0;
  cairo_surface_t *surface;
  cairo_t *cairo;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) MAX (ceil (width * scale), 1),
                                        (int) MAX (ceil (height * scale), 1));
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

cairo_surface_t *
hall_pdf_render (const HallPdf *self, guint index, double dpi, guint max_side)
{
  PopplerPage *page = get_page (self, index);
  double width = 0, height = 0;
  cairo_surface_t *surface;

  if (page == NULL)
    return NULL;
  poppler_page_get_size (page, &width, &height);
  surface = draw (page, MIN (dpi / 72, max_side / MAX (width, height)));
  g_object_unref (page);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

gboolean
hall_pdf_copy_page (const HallPdf *self, guint index, cairo_t *cairo)
{
  PopplerPage *page = get_page (self, index);

  if (page == NULL)
    return FALSE;
  poppler_page_render_for_printing (page, cairo);
  g_object_unref (page);
  return cairo_status (cairo) == CAIRO_STATUS_SUCCESS;
}

/* 0 unless the picture covers COVERING of the page. */
static double
measure_picture (PopplerPage *page, const PopplerImageMapping *mapping)
{
  double width = 0, height = 0;
  double shown_width = fabs (mapping->area.x2 - mapping->area.x1);
  double shown_height = fabs (mapping->area.y2 - mapping->area.y1);
  cairo_surface_t *picture;
  double dpi = 0;

  poppler_page_get_size (page, &width, &height);
  if (shown_width * shown_height < COVERING * width * height)
    return 0;
  picture = poppler_page_get_image (page, mapping->image_id);
  if (picture != NULL && cairo_surface_get_type (picture) == CAIRO_SURFACE_TYPE_IMAGE)
    dpi = MAX (cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture))
          * 72.0 / MAX (shown_width, shown_height);
  g_clear_pointer (&picture, cairo_surface_destroy);
  return dpi;
}

double
hall_pdf_measure_picture (struct _PopplerPage *page)
{
  GList *mappings;
  double dpi = 0;
  guint n = 0;

  mappings = poppler_page_get_image_mapping (page);
  for (GList *at = mappings; at != NULL && n < MAX_PICTURES; at = at->next, n++)
    dpi = MAX (dpi, measure_picture (page, at->data));
  poppler_page_free_image_mapping (mappings);
  return dpi;
}

double
hall_pdf_get_picture_dpi (const HallPdf *self, guint index)
{
  PopplerPage *page = get_page (self, index);
  double dpi = 0;

  if (page != NULL)
    dpi = hall_pdf_measure_picture (page);
  g_clear_object (&page);
  return dpi;
}
