/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-printed-pages.h"

#include "hall-pdf.h"
#include "hall-pixels.h"

#define MAX_SIDE 2000

struct _HallPrintedPages
{
  const HallPrintedSheet *sheet;
  HallPdf *pdf;     /* (nullable) */
  GPtrArray *greys; /* (element-type HallGrey): page by page; NULL: not drawn yet */
};

static void
free_grey (gpointer grey)
{
  if (grey != NULL)
    hall_grey_free (grey);
}

HallPrintedPages *
hall_printed_pages_new (const HallPrintedSheet *sheet)
{
  HallPrintedPages *self = g_new0 (HallPrintedPages, 1);
  HallIssueCode issue;

  self->sheet = sheet;
  self->pdf = hall_pdf_open (sheet->pdf, &issue);
  self->greys = g_ptr_array_new_with_free_func (free_grey);
  g_ptr_array_set_size (self->greys,
                        self->pdf != NULL ? (int) hall_pdf_get_n_pages (self->pdf) : 0);
  return self;
}

void
hall_printed_pages_free (HallPrintedPages *self)
{
  g_clear_pointer (&self->pdf, hall_pdf_free);
  g_ptr_array_unref (self->greys);
  g_free (self);
}

const HallSheetPlan *
hall_printed_pages_get_plan (const HallPrintedPages *self)
{
  return self->sheet->plan;
}

const HallGrey *
hall_printed_pages_get (HallPrintedPages *self, guint number)
{
  cairo_surface_t *surface;
  HallPixels pixels;

  if (number < 1 || number > self->greys->len)
    return NULL;
  if (g_ptr_array_index (self->greys, number - 1) != NULL)
    return g_ptr_array_index (self->greys, number - 1);
  surface = hall_pdf_render (self->pdf, number - 1, HALL_PRINTED_PAGES_DPI, MAX_SIDE);
  if (surface == NULL)
    return NULL;
  pixels = hall_pixels_of_surface (surface);
  g_ptr_array_index (self->greys, number - 1) = hall_grey_new (&pixels, HALL_GREY_EYE);
  cairo_surface_destroy (surface);
  return g_ptr_array_index (self->greys, number - 1);
}
