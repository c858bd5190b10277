/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-look.h"

#include "hall-code-reader.h"
#include "hall-jpeg.h"
#include "hall-look-page.h"
#include "hall-pdf.h"
#include "hall-pixels.h"
#include "hall-print-check.h"

#define PIXELS_PER_MEGAPIXEL 1000000
#define MAX_MM               1e6 /* what is said of a page of any size */

/* An A4 page is 3508 pixels long at 300 dpi and 1754 at 150. Larger pages are photographs that
 * some program took for 72 dpi, or plans; the code on them has the same share of the page. */
#define FULL_DPI  300
#define FULL_SIDE 3600 /* scanners add a little */
#define HALF_DPI  150
#define HALF_SIDE 1754

/* A JPEG that is longer is decoded at half its size first, in a fraction of the time: a form code
 * is mostly found in that. */
#define QUICK_SIDE 3300

#define MAX_THOROUGH_PAGES 2
#define MAX_EXAMINED_PAGES 8
#define MM_PER_INCH        25.4

/* One file being looked at. Nothing is owned. */
typedef struct
{
  GBytes *bytes;
  const HallLookOptions *options;
  HallLook *look;
  HallCodeReader *reader;
  HallPrintedPages *printed; /* (nullable) */
  GCancellable *cancellable;
} Looking;

HallLook *
hall_look_new (void)
{
  HallLook *self = g_new0 (HallLook, 1);

  self->findings = hall_findings_new ();
  self->seals = hall_seals_new ();
  self->spots = g_array_new (FALSE, FALSE, sizeof (HallSheetSpot));
  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_form_code_free);
  return self;
}

void
hall_look_free (HallLook *self)
{
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->seals);
  g_array_unref (self->spots);
  g_free (self);
}

void
hall_look_add (HallLook *self, HallIssueCode code, gint64 arg1, gint64 arg2, const HallPlace *place)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallFinding *finding;

  hall_issue_set_numbers (&issue, code, arg1, arg2);
  finding = hall_finding_new ("", &issue);
  if (place != NULL)
    finding->place = *place;
  g_ptr_array_add (self->findings, finding);
}

/* About the file as a whole. */
static void
add (HallLook *self, HallIssueCode code, gint64 arg1, gint64 arg2)
{
  hall_look_add (self, code, arg1, arg2, NULL);
}

static gboolean
read_codes (Looking *self, const HallPixels *pixels, HallReadEffort effort, GError **error)
{
  gboolean found = FALSE;

  self->look->looked = TRUE;
  return hall_code_reader_look (self->reader, pixels, effort, &found, self->cancellable, error);
}

/* What a JPEG says of itself. FALSE if it must not be decoded. */
static gboolean
check_jpeg (Looking *self)
{
  static const HallIssueCode issues[] = { [HALL_JPEG_WHOLE] = HALL_ISSUE_NONE,
                                          [HALL_JPEG_TRUNCATED] = HALL_ISSUE_FILE_TRUNCATED,
                                          [HALL_JPEG_DAMAGED] = HALL_ISSUE_FILE_DAMAGED };
  HallLook *look = self->look;
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  HallJpegInfo info = { 0, 0 };
  HallJpegState state = hall_jpeg_probe (data, size, &info);
  guint64 pixels = (guint64) info.width * info.height;
  gint64 megapixels = (gint64) ((pixels + PIXELS_PER_MEGAPIXEL - 1) / PIXELS_PER_MEGAPIXEL);

  look->width = info.width;
  look->height = info.height;
  if (state != HALL_JPEG_WHOLE)
    add (look, issues[state], -1, -1);
  else if (megapixels > HALL_LOOK_MAX_MEGAPIXELS)
    add (look, HALL_ISSUE_IMAGE_TOO_MANY_PIXELS, megapixels, HALL_LOOK_MAX_MEGAPIXELS);
  else if (MIN (info.width, info.height) < HALL_LOOK_MIN_PIXELS)
    add (look, HALL_ISSUE_IMAGE_TOO_SMALL, MIN (info.width, info.height), HALL_LOOK_MIN_PIXELS);
  return state == HALL_JPEG_WHOLE && megapixels <= HALL_LOOK_MAX_MEGAPIXELS;
}

/* How the sheet lies on a page; @divide says how much smaller its picture is than the one in which
 * the code was read. */
static void
lay (Looking *self, HallLookPage *page, guint divide)
{
  HallCodeSpot spot;
  gboolean has_spot = hall_code_reader_get_spot (self->reader, &spot);
  HallSheetSpot kept;

  for (guint i = 0; i < G_N_ELEMENTS (spot.corners); i++)
    {
      spot.corners[i].x /= divide;
      spot.corners[i].y /= divide;
    }
  hall_sheet_lay_find (&page->lay, &page->pixels, has_spot ? &spot : NULL);
  page->dpi = page->lay.dpi;
  page->printed = self->printed;
  page->sheet_page = hall_print_check_find_page (page);
  page->is_sheet = page->sheet_page > 0;
  if (!page->is_sheet)
    page->sheet_page = page->number;
  if (!page->lay.is_known)
    return;
  hall_sheet_spot_from_lay (&kept, page->number, page->sheet_page, &page->lay);
  g_array_append_val (self->look->spots, kept);
}

/* Everybody looks at page @number. @divide: as above; @finer: how much finer the file has it; 0:
 * that is not known. */
static void
examine (Looking *self, guint number, const HallPixels *pixels, guint divide, double finer)
{
  HallLookPage page = { .number = number, .pixels = *pixels, .options = self->options };

  lay (self, &page, divide);
  page.source_dpi = page.dpi * finer;
  if (self->options->examines)
    hall_look_page_examine (&page, self->look);
}

/* @pixbuf: (out) (transfer full) (nullable): NULL if it is damaged. FALSE if it was cancelled. */
static gboolean
decode (Looking *self, guint max_side, GdkPixbuf **pixbuf, GError **error)
{
  g_autoptr (GError) inner = NULL;

  *pixbuf = hall_jpeg_decode (self->bytes, max_side, self->cancellable, &inner);
  if (g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
  if (*pixbuf != NULL && gdk_pixbuf_get_n_channels (*pixbuf) == 3)
    return TRUE;
  g_clear_object (pixbuf);
  add (self->look, HALL_ISSUE_FILE_DAMAGED, -1, -1);
  return TRUE;
}

/* In all ways there are, in the finest picture. @divide: (out): how much larger that is than @seen
 */
static gboolean
read_thoroughly (Looking *self, const HallPixels *seen, guint *divide, GError **error)
{
  guint longer = MAX (self->look->width, self->look->height);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  HallPixels pixels = *seen;

  if (longer > QUICK_SIDE && longer <= FULL_SIDE)
    {
      if (!decode (self, FULL_SIDE, &pixbuf, error))
        return FALSE;
      if (pixbuf == NULL)
        return TRUE;
      pixels = hall_pixels_of_pixbuf (pixbuf);
      *divide = 2;
    }
  return read_codes (self, &pixels, HALL_READ_THOROUGH, error);
}

static gboolean
look_at_picture (Looking *self, const HallPixels *pixels, GError **error)
{
  gboolean is_reduced = pixels->width < self->look->width;
  guint divide = 1;
  HallCodeSpot spot;

  if (self->options->wants_code && is_reduced && !read_codes (self, pixels, HALL_READ_QUICK, error))
    return FALSE;
  if (self->options->wants_code && !hall_code_reader_get_spot (self->reader, &spot)
      && !read_thoroughly (self, pixels, &divide, error))
    return FALSE;
  examine (self, 1, pixels, divide, (double) self->look->width / pixels->width);
  return TRUE;
}

static gboolean
look_at_jpeg (Looking *self, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  HallPixels pixels;

  if (!check_jpeg (self))
    return TRUE;
  if (!decode (self, QUICK_SIDE, &pixbuf, error))
    return FALSE;
  if (pixbuf == NULL)
    return TRUE;
  self->look->pages = 1;
  pixels = hall_pixels_of_pixbuf (pixbuf);
  return look_at_picture (self, &pixels, error);
}

/* Worth the decoding for what is printed, stamped and scanned; others may come as they were made,
 * text over a coarse background. */
static double
get_finer (const Looking *self, const HallPdf *pdf, guint page)
{
  const HallLookOptions *options = self->options;
  double width = 0, height = 0;

  if (!options->is_for_slot || !options->is_by_hand
      || (options->document != HALL_DOCUMENT_SEAL_SHEET
          && options->document != HALL_DOCUMENT_APPLICATION_FORM)
      || !hall_pdf_get_page_size (pdf, page, &width, &height))
    return 0;
  return hall_pdf_get_picture_dpi (pdf, page)
         / MIN (HALF_DPI, HALF_SIDE / MAX (width, height) * MM_PER_INCH);
}

static gboolean
look_at_page (Looking *self, const HallPdf *pdf, guint page, gboolean is_thorough, GError **error)
{
  cairo_surface_t *surface = hall_pdf_render (pdf, page, is_thorough ? FULL_DPI : HALF_DPI,
                                              is_thorough ? FULL_SIDE : HALF_SIDE);
  HallPixels pixels;
  gboolean done = TRUE;

  if (surface == NULL)
    return TRUE;
  pixels = hall_pixels_of_surface (surface);
  if (self->options->wants_code)
    done = read_codes (self, &pixels, is_thorough ? HALL_READ_THOROUGH : HALL_READ_QUICK, error);
  if (done && !is_thorough && page < MAX_EXAMINED_PAGES)
    examine (self, page + 1, &pixels, 1, get_finer (self, pdf, page));
  else if (done && page < MAX_EXAMINED_PAGES)
    lay (self, &(HallLookPage){ .number = page + 1, .pixels = pixels, .options = self->options },
         1);
  cairo_surface_destroy (surface);
  return done;
}

/* All pages quickly; the first ones thoroughly, only while no code has been found. */
static gboolean
look_at_pages (Looking *self, const HallPdf *pdf, GError **error)
{
  GPtrArray *codes = hall_code_reader_get_codes (self->reader);

  for (guint i = 0; i < self->look->pages; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
        || !look_at_page (self, pdf, i, FALSE, error))
      return FALSE;
  if (!self->options->wants_code)
    return TRUE;
  for (guint i = 0; i < MIN (self->look->pages, MAX_THOROUGH_PAGES) && codes->len == 0; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
        || !look_at_page (self, pdf, i, TRUE, error))
      return FALSE;
  return TRUE;
}

/* FALSE if a page has a size that no page has. */
static gboolean
measure_pages (Looking *self, const HallPdf *pdf)
{
  gboolean is_good = TRUE;

  for (guint i = 0; i < self->look->pages; i++)
    {
      double width = 0, height = 0;

      if (!hall_pdf_get_page_size (pdf, i, &width, &height))
        {
          add (self->look, HALL_ISSUE_PAGE_SIZE, i + 1, -1);
          is_good = FALSE;
        }
      if (i == 0)
        {
          self->look->width = (guint) (CLAMP (width, 0, MAX_MM) + 0.5);
          self->look->height = (guint) (CLAMP (height, 0, MAX_MM) + 0.5);
        }
    }
  return is_good;
}

static gboolean
look_at_pdf (Looking *self, GError **error)
{
  HallLook *look = self->look;
  HallIssueCode issue = HALL_ISSUE_NONE;
  g_autoptr (HallPdf) pdf = hall_pdf_open (self->bytes, &issue);

  if (pdf == NULL)
    {
      add (look, issue, -1, -1);
      return TRUE;
    }
  look->pages = hall_pdf_get_n_pages (pdf);
  if (look->pages > self->options->max_pages)
    {
      add (look, HALL_ISSUE_PDF_TOO_MANY_PAGES, look->pages, self->options->max_pages);
      return TRUE;
    }
  if (!measure_pages (self, pdf) || !(self->options->wants_code || self->options->examines))
    return TRUE;
  return look_at_pages (self, pdf, error);
}

static void
take_codes (Looking *self)
{
  GPtrArray *codes = hall_code_reader_get_codes (self->reader);

  for (guint i = 0; i < codes->len; i++)
    {
      const HallFormCode *code = g_ptr_array_index (codes, i);

      g_ptr_array_add (self->look->codes,
                       hall_form_code_new (code->sheet, code->order, code->revision, code->hash));
    }
  self->look->strangers = hall_code_reader_get_strangers (self->reader) > 0;
}

HallLook *
hall_look_take (GBytes *bytes,
                const HallLookOptions *options,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (HallLook) look = hall_look_new ();
  g_autoptr (HallCodeReader) reader = hall_code_reader_new ();
  g_autoptr (HallPrintedPages) printed =
      options->sheet != NULL ? hall_printed_pages_new (options->sheet) : NULL;
  Looking self = { bytes, options, look, reader, printed, cancellable };
  gboolean done = TRUE;

  if (options->media_type == HALL_MEDIA_JPEG)
    done = look_at_jpeg (&self, error);
  else if (options->media_type == HALL_MEDIA_PDF)
    done = look_at_pdf (&self, error);
  if (!done)
    return NULL;
  take_codes (&self);
  hall_look_page_conclude (look, options);
  return g_steal_pointer (&look);
}
