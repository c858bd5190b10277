/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labelled-scan.h"

#include <cairo-pdf.h>

#include "scan-papers.h"

#define POINTS_PER_MM (72 / 25.4)
#define KEPT_DPI      150 /* most cases begin with a page at this; drawing it takes a while */

struct _LabelledScanner
{
  const LabelledPapers *papers;
  GMutex lock;
  cairo_surface_t *kept[N_PAPERS]; /* owned: first pages, not changed once there */
};

LabelledScanner *
labelled_scanner_new (const LabelledPapers *papers)
{
  LabelledScanner *self = g_new0 (LabelledScanner, 1);

  self->papers = papers;
  g_mutex_init (&self->lock);
  return self;
}

void
labelled_scanner_free (LabelledScanner *self)
{
  for (guint i = 0; i < N_PAPERS; i++)
    g_clear_pointer (&self->kept[i], cairo_surface_destroy);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static cairo_surface_t *
draw (const LabelledScanner *self, Paper paper, guint page, double dpi)
{
  if (self->papers->sheets[paper] != NULL)
    return scan_sim_draw (self->papers->sheets[paper]->pdf, (int) page - 1, dpi);
  if (paper == PAPER_LICENCE)
    return scan_papers_licence (dpi);
  return paper == PAPER_ID_CARD ? scan_papers_id_card (dpi) : scan_papers_empty (dpi);
}

/* (transfer full) */
static cairo_surface_t *
get_sheet (LabelledScanner *self, Paper paper, guint page, double dpi)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (page != 1 || dpi != KEPT_DPI)
    return draw (self, paper, page, dpi);
  locker = g_mutex_locker_new (&self->lock);
  if (self->kept[paper] == NULL)
    self->kept[paper] = draw (self, paper, page, dpi);
  return cairo_surface_reference (self->kept[paper]);
}

static GBytes *
take_page (LabelledScanner *self, Paper paper, guint page, const ScanRecipe *recipe)
{
  cairo_surface_t *sheet = get_sheet (self, paper, page, recipe->dpi);
  GBytes *jpeg = scan_sim_take_jpeg (sheet, recipe);

  cairo_surface_destroy (sheet);
  return jpeg;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The JPEG as it is, over the whole of a page. */
static void
put_page (cairo_surface_t *pdf, GBytes *jpeg)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (jpeg, &size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (jpeg);
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (pdf);

  cairo_surface_set_mime_data (image, CAIRO_MIME_TYPE_JPEG, data, size,
                               (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (jpeg));
  cairo_scale (cairo, HALL_PAPER_WIDTH_MM * POINTS_PER_MM / width,
               HALL_PAPER_HEIGHT_MM * POINTS_PER_MM / height);
  cairo_set_source_surface (cairo, image, 0, 0);
  cairo_paint (cairo);
  cairo_show_page (cairo);
  cairo_destroy (cairo);
  cairo_surface_destroy (image);
}

GBytes *
labelled_scan_take (LabelledScanner *self, const LabelledCase *one)
{
  g_autoptr (GBytes) first = take_page (self, one->paper, one->number, &one->recipe);
  g_autoptr (GBytes) second = NULL;
  GByteArray *pdf;
  cairo_surface_t *surface;

  if (!one->is_pdf)
    return g_steal_pointer (&first);
  if (one->second_number > 0)
    second = take_page (self, one->second_paper, one->second_number, &one->second);
  pdf = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append, pdf, HALL_PAPER_WIDTH_MM * POINTS_PER_MM,
                                                 HALL_PAPER_HEIGHT_MM * POINTS_PER_MM);
  put_page (surface, first);
  if (second != NULL)
    put_page (surface, second);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (pdf);
}
