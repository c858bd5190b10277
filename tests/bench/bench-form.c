/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a form takes, beside its floor: the same texts in the same fonts and sizes, the
 * code and as many frames, drawn by Pango and cairo into a PDF without any layout of ours.
 * Measured turn about in one run, so that a busy machine slows both.
 */
#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hall-font.h"
#include "hall-form-sheet.h"
#include "hall-paper.h"
#include "hall-qr.h"
#include "page-text.h"
#include "sample.h"

#define N_RUNS   200
#define N_FRAMES 60

/* One piece of text as it stands on the form. */
typedef struct
{
  char *text;
  double size_pt;
  gboolean is_bold;
  double x, y;
} Piece;

static void
piece_clear (gpointer data)
{
  g_free (((Piece *) data)->text);
}

/* The lines of a stretch of text that is in one font. */
static void
add_pieces (GArray *pieces,
            const char *text,
            const PopplerTextAttributes *font,
            PopplerRectangle box)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      Piece piece = { NULL, font->font_size, strstr (font->font_name, "Bold") != NULL, box.x1,
                      box.y1 };

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      piece.text = g_strdup (lines[i]);
      g_array_append_val (pieces, piece);
    }
}

/* (transfer full) (element-type Piece) */
static GArray *
read_pieces (GBytes *pdf)
{
  PopplerDocument *document = page_text_open (pdf);
  PopplerPage *page = poppler_document_get_page (document, 0);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  GList *fonts = poppler_page_get_text_attributes (page);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint n_boxes = 0;

  poppler_page_get_text_layout (page, &boxes, &n_boxes);
  g_array_set_clear_func (pieces, piece_clear);
  for (GList *l = fonts; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *font = l->data;
      g_autofree char *part =
          g_utf8_substring (text, font->start_index, MIN (font->end_index + 1, (int) n_boxes));

      add_pieces (pieces, part, font, boxes[font->start_index]);
    }
  poppler_page_free_text_attributes (fonts);
  g_object_unref (page);
  g_object_unref (document);
  return pieces;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What is not text. */
static void
draw_figures (cairo_t *cairo)
{
  g_autoptr (HallQr) qr = hall_qr_new ("CH1.F.20261122000017.2.9F3A0C2B41D0", NULL);

  hall_qr_draw (qr, cairo, 480, 40, HALL_MM_TO_PT (1));
  for (guint i = 0; i < N_FRAMES; i++)
    {
      cairo_rectangle (cairo, 42.5, 140 + 10.7 * i, 510, 18.7);
      cairo_set_line_width (cairo, 0.4);
      cairo_stroke (cairo);
    }
}

/* (transfer full) */
static GBytes *
draw_floor (GArray *pieces)
{
  PangoContext *context = hall_font_get_context (NULL);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595.28, 841.89);
  cairo_t *cairo = cairo_create (surface);

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      g_autoptr (PangoLayout) layout = pango_layout_new (context);
      g_autoptr (PangoFontDescription) font = pango_font_description_new ();

      pango_font_description_set_family_static (font, HALL_FONT_FAMILIES);
      pango_font_description_set_size (font, (int) (piece->size_pt * PANGO_SCALE));
      pango_font_description_set_weight (font,
                                         piece->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, piece->text, -1);
      cairo_move_to (cairo, piece->x, piece->y);
      pango_cairo_show_layout (cairo, layout);
    }
  draw_figures (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static int
compare_times (const void *a, const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_percentile (double *times, guint n, double percent)
{
  qsort (times, n, sizeof *times, compare_times);
  return times[MIN ((guint) (n * percent / 100), n - 1)];
}

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static void
measure (const char *type)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  g_autoptr (HallApplication) application = sample_application (catalog, type);
  g_autofree char *sha256 = hall_application_hash_printed (application, catalog);
  HallSheetInfo info = sample_info (sha256);
  double start = now_ms ();
  g_autoptr (GBytes) form = hall_form_sheet_print (catalog, application, &info, NULL, NULL);
  double first = now_ms () - start;
  g_autoptr (GArray) pieces = read_pieces (form);
  g_autoptr (GBytes) floor = draw_floor (pieces);
  double ours[N_RUNS], theirs[N_RUNS];
  double median, floor_median;

  for (guint i = 0; i < N_RUNS; i++)
    {
      start = now_ms ();
      g_bytes_unref (hall_form_sheet_print (catalog, application, &info, NULL, NULL));
      ours[i] = now_ms () - start;
      start = now_ms ();
      g_bytes_unref (draw_floor (pieces));
      theirs[i] = now_ms () - start;
    }
  median = get_percentile (ours, N_RUNS, 50);
  floor_median = get_percentile (theirs, N_RUNS, 50);
  printf ("form %-20s %6.2f ms median, %6.2f p95, %6.2f first, %6.1f KB\n", type, median,
          get_percentile (ours, N_RUNS, 95), first, (double) g_bytes_get_size (form) / 1024);
  printf ("floor: %3u texts          %6.2f ms median, %6.2f p95,               %6.1f KB\n",
          pieces->len, floor_median, get_percentile (theirs, N_RUNS, 95),
          (double) g_bytes_get_size (floor) / 1024);
  printf ("ratio                     %6.2f\n", median / floor_median);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  measure ("organisation");
  measure ("organisation-person");
  return 0;
}
