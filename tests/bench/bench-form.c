/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a form takes, beside its floor: the same texts in the same fonts and sizes, the
 * code and as many frames, drawn by Pango and cairo into a PDF without any layout of ours.
 * Measured turn about in one run, so that a busy machine slows both. Then the same page by programs
 * that make PDF out of HTML, where they are installed.
 */
#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

/* Of the processor: what other programs do at the same time is not ours. */
static double
now_ms (void)
{
  return (double) clock () * 1000 / CLOCKS_PER_SEC;
}

/* Programs that make a PDF of a page in HTML. Each is started for each page, as a service would
 * have to. "{in}" and "{out}" are files, "{dir}" is where both are. */
static const struct
{
  const char *name;
  const char *args[10];
} others[] = {
  { "chromium",
    { "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
      "--user-data-dir={dir}/chromium", "--print-to-pdf={out}", "{in}" } },
  { "soffice",
    { "soffice", "-env:UserInstallation=file://{dir}/office", "--headless", "--convert-to",
      "pdf:writer_web_pdf_Export", "--outdir", "{dir}", "{in}" } },
  { "weasyprint", { "weasyprint", "{in}", "{out}" } },
};

/* (transfer full): the form's texts where they stand on the form */
static char *
write_html (GArray *pieces)
{
  GString *html = g_string_new ("<!doctype html><meta charset=utf-8><style>@page{size:A4;margin:0}"
                                "p{position:absolute;margin:0;white-space:nowrap}</style>");

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      g_autofree char *text = g_markup_escape_text (piece->text, -1);

      g_string_append_printf (html, "<p style='left:%.1fpt;top:%.1fpt;font-size:%.1fpt'>%s</p>",
                              piece->x, piece->y, piece->size_pt, text);
    }
  return g_string_free (html, FALSE);
}

static char *
fill_in (const char *argument, const char *dir)
{
  GString *text = g_string_new (argument);

  g_string_replace (text, "{in}", "{dir}/form.html", 0);
  g_string_replace (text, "{out}", "{dir}/form.pdf", 0);
  g_string_replace (text, "{dir}", dir, 0);
  return g_string_free (text, FALSE);
}

/* Milliseconds by the wall; negative: it failed. */
static double
run_other (gsize index, const char *dir)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  double start = (double) g_get_monotonic_time ();
  int status = 1;

  for (guint i = 0; others[index].args[i] != NULL; i++)
    g_ptr_array_add (argv, fill_in (others[index].args[i], dir));
  g_ptr_array_add (argv, NULL);
  if (!g_spawn_sync (NULL, (char **) argv->pdata, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, NULL)
      || status != 0)
    return -1;
  return ((double) g_get_monotonic_time () - start) / 1000;
}

/* The second run counts: the first sets up the program's own folders. */
static void
measure_other (gsize index, const char *dir, double ours_ms)
{
  g_autofree char *found = g_find_program_in_path (others[index].name);
  g_autofree char *out = g_build_filename (dir, "form.pdf", NULL);
  g_autofree char *pdf = NULL;
  double ms = 0;
  gsize size = 0;

  if (found == NULL)
    {
      printf ("%-12s skipped: not installed\n", others[index].name);
      return;
    }
  for (guint i = 0; i < 2 && ms >= 0; i++)
    ms = run_other (index, dir);
  if (ms < 0 || !g_file_get_contents (out, &pdf, &size, NULL))
    printf ("%-12s skipped: it made no PDF\n", others[index].name);
  else
    printf ("%-12s %8.0f ms, %6.1f KB, %5.0f times as long as ours\n", others[index].name, ms,
            (double) size / 1024, ms / ours_ms);
  remove (out);
}

static void
measure_others (GArray *pieces, double ours_ms)
{
  g_autofree char *dir = g_dir_make_tmp ("certhall-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "form.html", NULL);
  g_autofree char *html = write_html (pieces);
  g_autofree char *quoted = g_shell_quote (dir);
  g_autofree char *clean = g_strdup_printf ("rm -rf %s", quoted);

  if (!g_file_set_contents (path, html, -1, NULL))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    measure_other (i, dir, ours_ms);
  g_spawn_command_line_sync (clean, NULL, NULL, NULL, NULL);
}

static void
measure (const char *type, gboolean with_others)
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
  if (with_others)
    measure_others (pieces, median);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  measure ("organisation", FALSE);
  measure ("organisation-person", TRUE);
  return 0;
}
