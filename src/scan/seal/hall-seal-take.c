/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-take.h"

#include "hall-capture-check.h"
#include "hall-code-reader.h"
#include "hall-error.h"
#include "hall-jpeg.h"
#include "hall-pdf.h"
#include "hall-pixels.h"
#include "hall-seal-cut.h"
#include "hall-seal-finder.h"

#define MAX_SIDE    7100 /* A4 at 600 dpi */
#define LOOK_SIDE   1754 /* A4 at 150 dpi: enough to judge an impression */
#define MIN_DPI     300.0
#define MAX_DPI     600.0
#define MAX_PAGES   2
#define INK_DPI     75
#define AROUND_MM   4.0
#define MM_PER_INCH 25.4

/* The page looked at now. Nothing is owned. */
typedef struct
{
  const HallLookOptions *options;
  guint page;               /* from 1 */
  const HallPixels *pixels; /* as fine as there are */
  HallPixels seen;          /* fewer */
  guint divide;
  HallSheetLay lay; /* of @seen */
} Taking;

static GBytes *
to_png (GdkPixbuf *picture, guint dpi, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", dpi);
  char *buffer = NULL;
  gsize size = 0;

  if (!gdk_pixbuf_save_to_buffer (picture, &buffer, &size, "png", error, "x-dpi", text, "y-dpi",
                                  text, NULL))
    return NULL;
  return g_bytes_new_take (buffer, size);
}

static HallSealImage *
cut (const Taking *self, const HallImpression *impression, GError **error)
{
  HallSheetLay fine = hall_sheet_lay_scale (&self->lay, self->divide);
  g_autoptr (HallSealImage) image = g_new0 (HallSealImage, 1);
  g_autoptr (GdkPixbuf) picture = hall_seal_cut (self->pixels, &fine, impression, &image->dpi);
  HallPoint centre = { impression->box.x + impression->box.width / 2,
                       impression->box.y + impression->box.height / 2 };
  const HallPrintedSheet *sheet = self->options->sheet;

  image->png = to_png (picture, image->dpi, error);
  image->width_mm = gdk_pixbuf_get_width (picture) * MM_PER_INCH / image->dpi;
  image->height_mm = gdk_pixbuf_get_height (picture) * MM_PER_INCH / image->dpi;
  image->region =
      hall_seal_finder_name_region (sheet != NULL ? sheet->plan : NULL, self->page, centre);
  image->is_good = hall_impression_is_good (impression);
  return image->png != NULL ? g_steal_pointer (&image) : NULL;
}

/* Where no frames are known: the seal that is seen best. */
static HallSealImage *
take_any (const Taking *self, GError **error)
{
  guint divide = MAX ((guint) (self->lay.dpi / INK_DPI + 0.5), 1);
  HallSheetLay lay = hall_sheet_lay_scale (&self->lay, 1.0 / divide);
  g_autoptr (HallInk) ink = hall_ink_new (&self->seen, divide);
  g_autoptr (HallInk) fine = hall_ink_new (&self->seen, 1);
  g_autoptr (GPtrArray) seals = hall_seals_new ();

  hall_seal_finder_find (ink, &lay, self->page, NULL, 0, seals);
  for (guint i = 0; i < seals->len; i++)
    {
      const HallSeal *seal = g_ptr_array_index (seals, i);
      double side = seal->diameter_mm + 2 * AROUND_MM;
      HallRegion frame = { HALL_REGION_OFFICIAL_FRAME,
                           (char *) "",
                           self->page,
                           { seal->centre_mm.x - side / 2, seal->centre_mm.y - side / 2, side,
                             side } };
      HallImpression impression;

      hall_impression_look (&impression, &frame, ink, &lay, fine, &self->lay);
      if (impression.present)
        return cut (self, &impression, error);
    }
  return NULL;
}

/* NULL without an error if there is none on this page. */
static HallSealImage *
take_from_page (const Taking *self, GError **error)
{
  const HallPrintedSheet *sheet = self->options->sheet;
  g_autoptr (GArray) impressions = NULL;
  const HallImpression *best;

  if (sheet == NULL || !self->lay.is_known)
    return take_any (self, error);
  impressions = hall_capture_measure (&self->seen, &self->lay, sheet->plan, self->page);
  best = hall_impressions_find_best (impressions);
  return best != NULL ? cut (self, best, error) : NULL;
}

static HallSealImage *
take_from_pixels (const HallLookOptions *options,
                  guint page,
                  const HallPixels *pixels,
                  GError **error)
{
  Taking self = { .options = options, .page = page, .pixels = pixels };
  g_autoptr (HallCodeReader) reader = hall_code_reader_new ();
  g_autoptr (GdkPixbuf) small = NULL;
  HallCodeSpot spot;
  gboolean found;

  self.divide = MAX (MAX (pixels->width, pixels->height) / LOOK_SIDE, 1);
  small = hall_pixels_reduce (pixels, self.divide);
  self.seen = hall_pixels_of_pixbuf (small);
  hall_code_reader_look (reader, &self.seen, HALL_READ_THOROUGH, &found, NULL, NULL);
  found = hall_code_reader_get_spot (reader, &spot);
  hall_sheet_lay_find (&self.lay, &self.seen, found ? &spot : NULL);
  return take_from_page (&self, error);
}

static HallSealImage *
take_from_jpeg (GBytes *bytes, const HallLookOptions *options, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = hall_jpeg_decode (bytes, MAX_SIDE, NULL, error);
  HallPixels pixels;

  if (pixbuf == NULL)
    return NULL;
  pixels = hall_pixels_of_pixbuf (pixbuf);
  return pixels.pixel_bytes == 3 ? take_from_pixels (options, 1, &pixels, error) : NULL;
}

static HallSealImage *
take_from_pdf (GBytes *bytes, const HallLookOptions *options, GError **error)
{
  HallIssueCode issue = HALL_ISSUE_NONE;
  g_autoptr (HallPdf) pdf = hall_pdf_open (bytes, &issue);
  HallSealImage *image = NULL;

  if (pdf == NULL)
    g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s", hall_issue_code_get_name (issue));
  for (guint i = 0; pdf != NULL && image == NULL && i < MIN (hall_pdf_get_n_pages (pdf), MAX_PAGES);
       i++)
    {
      double dpi = CLAMP (hall_pdf_get_picture_dpi (pdf, i), MIN_DPI, MAX_DPI);
      cairo_surface_t *surface = hall_pdf_render (pdf, i, dpi, MAX_SIDE);
      HallPixels pixels;

      if (surface == NULL)
        continue;
      pixels = hall_pixels_of_surface (surface);
      image = take_from_pixels (options, i + 1, &pixels, NULL);
      cairo_surface_destroy (surface);
    }
  return image;
}

HallSealImage *
hall_seal_take (GBytes *bytes, const HallLookOptions *options, GError **error)
{
  g_autoptr (GError) inner = NULL;
  HallSealImage *image = NULL;

  if (options->media_type == HALL_MEDIA_JPEG)
    image = take_from_jpeg (bytes, options, &inner);
  else if (options->media_type == HALL_MEDIA_PDF)
    image = take_from_pdf (bytes, options, &inner);
  if (inner != NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  else if (image == NULL)
    g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "no impression was found");
  return image;
}
