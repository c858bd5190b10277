/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-text.h"

#include <math.h>

/* Characters whose middles are less apart than this stand on one line. */
#define SAME_LINE_PT 2.5

PopplerDocument *
page_text_open (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

typedef struct
{
  gunichar c;
  PopplerRectangle box;
} Letter;

static double
get_middle (const Letter *letter)
{
  return (letter->box.y1 + letter->box.y2) / 2;
}

/* (transfer full) (element-type Letter): all but blanks */
static GArray *
read_letters (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  guint n_boxes = 0, i = 0;

  if (!poppler_page_get_text_layout (page, &boxes, &n_boxes))
    return letters;
  g_assert_cmpuint (n_boxes, ==, g_utf8_strlen (text, -1));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      Letter letter = { g_utf8_get_char (p), boxes[i] };

      if (!g_unichar_isspace (letter.c))
        g_array_append_val (letters, letter);
    }
  return letters;
}

static int
compare_middle (gconstpointer a, gconstpointer b)
{
  double difference = get_middle (a) - get_middle (b);

  return (difference > 0) - (difference < 0);
}

static int
compare_left (gconstpointer a, gconstpointer b)
{
  double difference = ((const Letter *) a)->box.x1 - ((const Letter *) b)->box.x1;

  return (difference > 0) - (difference < 0);
}

static void
print_line (GString *out, Letter *letters, guint n)
{
  qsort (letters, n, sizeof *letters, compare_left);
  for (guint i = 0; i < n; i++)
    {
      double height = letters[i].box.y2 - letters[i].box.y1;
      double gap = i > 0 ? letters[i].box.x1 - letters[i - 1].box.x2 : 0;

      if (gap > 0.12 * height)
        g_string_append (out, gap > height ? "  " : " ");
      g_string_append_unichar (out, letters[i].c);
    }
  g_string_append_c (out, '\n');
}

static void
print_page (GString *out, PopplerPage *page, double left, double right)
{
  g_autoptr (GArray) letters = read_letters (page);
  guint start = 0;

  for (guint i = letters->len; i > 0; i--)
    {
      const PopplerRectangle *box = &g_array_index (letters, Letter, i - 1).box;

      if (box->x1 < left || box->x2 > right)
        g_array_remove_index (letters, i - 1);
    }

  g_array_sort (letters, compare_middle);
  for (guint i = 1; i <= letters->len; i++)
    if (i == letters->len
        || get_middle (&g_array_index (letters, Letter, i))
                   - get_middle (&g_array_index (letters, Letter, i - 1))
               > SAME_LINE_PT)
      {
        print_line (out, &g_array_index (letters, Letter, start), i - start);
        start = i;
      }
}

char *
page_text_print (GBytes *pdf)
{
  return page_text_print_between (pdf, -G_MAXDOUBLE, G_MAXDOUBLE);
}

char *
page_text_print_between (GBytes *pdf, double left, double right)
{
  PopplerDocument *document = page_text_open (pdf);
  GString *out = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      g_string_append_printf (out, "== page %d\n", i + 1);
      print_page (out, page, left, right);
      g_object_unref (page);
    }
  g_object_unref (document);
  return g_string_free (out, FALSE);
}

char *
page_text_squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* Half a point is what a letter's box may be larger than its ink. */
static gboolean
contains (const PopplerRectangle *box, const PopplerRectangle *letter)
{
  return letter->x1 >= box->x1 - 0.5 && letter->x2 <= box->x2 + 0.5 && letter->y1 >= box->y1 - 0.5
         && letter->y2 <= box->y2 + 0.5;
}

static gboolean
touches (const PopplerRectangle *box, const PopplerRectangle *letter)
{
  return letter->x2 > box->x1 + 0.5 && letter->x1 < box->x2 - 0.5 && letter->y2 > box->y1 + 0.5
         && letter->y1 < box->y2 - 0.5;
}

char *
page_text_read_box (GBytes *pdf, int index, const PopplerRectangle *box)
{
  PopplerDocument *document = page_text_open (pdf);
  PopplerPage *page = poppler_document_get_page (document, index);
  g_autoptr (GArray) letters = read_letters (page);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < letters->len; i++)
    {
      const Letter *letter = &g_array_index (letters, Letter, i);

      if (!touches (box, &letter->box))
        continue;
      if (!contains (box, &letter->box))
        g_error ("U+%04X at %.1f, %.1f is only partly in its cell", letter->c, letter->box.x1,
                 letter->box.y1);
      g_string_append_unichar (out, letter->c);
    }
  g_object_unref (page);
  g_object_unref (document);
  return g_string_free (out, FALSE);
}

PopplerRectangle
page_text_bounds (GBytes *pdf, int index)
{
  PopplerDocument *document = page_text_open (pdf);
  PopplerPage *page = poppler_document_get_page (document, index);
  g_autoptr (GArray) letters = read_letters (page);
  PopplerRectangle all = { 1e6, 1e6, -1e6, -1e6 };

  for (guint i = 0; i < letters->len; i++)
    {
      const PopplerRectangle *box = &g_array_index (letters, Letter, i).box;

      all.x1 = MIN (all.x1, box->x1);
      all.y1 = MIN (all.y1, box->y1);
      all.x2 = MAX (all.x2, box->x2);
      all.y2 = MAX (all.y2, box->y2);
    }
  g_object_unref (page);
  g_object_unref (document);
  return all;
}

cairo_surface_t *
page_text_render (GBytes *pdf, int index, double dpi)
{
  PopplerDocument *document = page_text_open (pdf);
  PopplerPage *page = poppler_document_get_page (document, index);
  cairo_surface_t *surface;
  cairo_t *cairo;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * dpi / 72),
                                        (int) ceil (height * dpi / 72));
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, dpi / 72, dpi / 72);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  g_object_unref (page);
  g_object_unref (document);
  return surface;
}
