/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * read KIND MEDIA-TYPE: the file is the one part; what stands on the document of that kind that its
 * first page shows goes out as JSON (hall_licence_to_json()). All that the reader needs is opened
 * before the first byte is read.
 */
#include <stdio.h>

#include "hall-jpeg.h"
#include "hall-licence-find.h"
#include "hall-pdf.h"
#include "hall-render-jobs.h"
#include "hall-render-parts.h"

#define DPI 200
/* Of an A4 page at that. */
#define MAX_SIDE 2339

/* (nullable): print in black; what is red, as seals are, has vanished */
static HallGrey *
open_jpeg (GBytes *bytes)
{
  g_autoptr (GdkPixbuf) pixbuf = hall_jpeg_decode (bytes, MAX_SIDE, NULL, NULL);
  HallPixels pixels = { .red = 0, .green = 1, .blue = 2 };

  if (pixbuf == NULL)
    return NULL;
  pixels.data = gdk_pixbuf_read_pixels (pixbuf);
  pixels.width = (guint) gdk_pixbuf_get_width (pixbuf);
  pixels.height = (guint) gdk_pixbuf_get_height (pixbuf);
  pixels.stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  pixels.pixel_bytes = (guint) gdk_pixbuf_get_n_channels (pixbuf);
  return hall_grey_new (&pixels, HALL_GREY_RED);
}

/* (nullable) */
static HallGrey *
open_pdf (GBytes *bytes)
{
  HallIssueCode issue = HALL_ISSUE_NONE;
  g_autoptr (HallPdf) pdf = hall_pdf_open (bytes, &issue);
  cairo_surface_t *surface = pdf != NULL ? hall_pdf_render (pdf, 0, DPI, MAX_SIDE) : NULL;
  gboolean is_big = G_BYTE_ORDER == G_BIG_ENDIAN;
  HallPixels pixels = { .pixel_bytes = 4, .red = is_big ? 1 : 2, .green = is_big ? 2 : 1 };
  HallGrey *grey;

  if (surface == NULL)
    return NULL;
  pixels.blue = is_big ? 3 : 0;
  pixels.data = cairo_image_surface_get_data (surface);
  pixels.width = (guint) cairo_image_surface_get_width (surface);
  pixels.height = (guint) cairo_image_surface_get_height (surface);
  pixels.stride = (gsize) cairo_image_surface_get_stride (surface);
  grey = hall_grey_new (&pixels, HALL_GREY_RED);
  cairo_surface_destroy (surface);
  return grey;
}

static void
write_output (const HallLicence *licence)
{
  g_autoptr (JsonNode) root = hall_licence_to_json (licence);
  g_autofree char *text = json_to_string (root, FALSE);

  fputs (text, stdout);
}

/* %HALL_N_DOCUMENTS: there is none of that name */
static HallDocumentKind
find_kind (const char *name)
{
  HallDocumentKind kind = 0;

  while (kind < HALL_N_DOCUMENTS && !g_str_equal (hall_document_kind_get_name (kind), name))
    kind++;
  return kind;
}

int
hall_render_read (int argc, char **argv)
{
  HallDocumentKind kind = argc == 3 ? find_kind (argv[1]) : HALL_N_DOCUMENTS;
  g_autoptr (HallOcr) ocr = kind < HALL_N_DOCUMENTS ? hall_ocr_open (NULL) : NULL;
  g_autoptr (GBytes) bytes = ocr != NULL ? hall_render_read_part () : NULL;
  g_autoptr (HallGrey) grey = NULL;
  g_autoptr (HallLicence) licence = NULL;

  if (bytes == NULL)
    return 2;
  if (g_str_equal (argv[2], hall_media_type_get_name (HALL_MEDIA_PDF)))
    grey = open_pdf (bytes);
  else if (g_str_equal (argv[2], hall_media_type_get_name (HALL_MEDIA_JPEG)))
    grey = open_jpeg (bytes);
  licence = grey != NULL ? hall_licence_find (ocr, kind, grey) : hall_licence_new ();
  write_output (licence);
  return 0;
}
