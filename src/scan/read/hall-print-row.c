/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-print-row.h"

#include <math.h>
#include <stdlib.h>

/* In characters. */
#define ROW_HEIGHT     0.6 /* middles further apart than this are other rows */
#define LABEL_GAP      6.0 /* between the characters of a label: 名　　称 */
#define VALUE_DISTANCE 10.0
#define VALUE_GAP      2.2 /* inside a value */
#define FUZZY_LENGTH   4

static void
row_free (gpointer data)
{
  HallPrintRow *row = data;

  g_array_unref (row->glyphs);
  g_free (row);
}

static const HallOcrGlyph *
get_glyph (const HallPrintRow *self, guint i)
{
  return &g_array_index (self->glyphs, HallOcrGlyph, i);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_usual_height (GArray *glyphs)
{
  g_autofree double *heights = g_new (double, MAX (glyphs->len, 1));

  if (glyphs->len == 0)
    return 1;
  for (guint i = 0; i < glyphs->len; i++)
    heights[i] = g_array_index (glyphs, HallOcrGlyph, i).box.height;
  qsort (heights, glyphs->len, sizeof *heights, compare_numbers);
  /* Punctuation is small, and some letters are; Han characters are the upper half. */
  return MAX (1, heights[glyphs->len * 2 / 3]);
}

static double
get_middle (const HallOcrGlyph *glyph)
{
  return glyph->word.y + glyph->word.height / 2;
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  double first = get_middle (a), second = get_middle (b);

  return (first > second) - (first < second);
}

/* Words from left to right, each as it was read: the boxes of single characters are not exact. */
static int
compare_across (gconstpointer a, gconstpointer b)
{
  const HallOcrGlyph *first = a, *second = b;

  if (first->word.x < second->word.x || first->word.x > second->word.x)
    return first->word.x > second->word.x ? 1 : -1;
  return (first->index > second->index) - (first->index < second->index);
}

static HallPrintRow *
find_row (GPtrArray *rows, const HallOcrGlyph *glyph, double em)
{
  HallPrintRow *last = rows->len > 0 ? g_ptr_array_index (rows, rows->len - 1) : NULL;

  if (last != NULL && get_middle (glyph) - last->middle < ROW_HEIGHT * em)
    return last;
  last = g_new0 (HallPrintRow, 1);
  last->glyphs = g_array_new (FALSE, FALSE, sizeof (HallOcrGlyph));
  last->em = em;
  g_ptr_array_add (rows, last);
  return last;
}

GPtrArray *
hall_print_rows_new (GArray *glyphs)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  double em = get_usual_height (glyphs);

  g_array_sort (glyphs, compare_down);
  for (guint i = 0; i < glyphs->len; i++)
    {
      const HallOcrGlyph *glyph = &g_array_index (glyphs, HallOcrGlyph, i);
      HallPrintRow *row;

      if (glyph->box.height > 3 * em) /* a seal's ring, a picture */
        continue;
      row = find_row (rows, glyph, em);
      row->middle = (row->middle * row->glyphs->len + get_middle (glyph)) / (row->glyphs->len + 1);
      g_array_append_val (row->glyphs, *glyph);
    }
  for (guint i = 0; i < rows->len; i++)
    g_array_sort (((HallPrintRow *) g_ptr_array_index (rows, i))->glyphs, compare_across);
  return rows;
}

/* What is free between glyph @i and the next, in characters: only words stand apart. */
static double
get_gap (const HallPrintRow *self, guint i)
{
  const HallOcrBox *left = &get_glyph (self, i)->word, *right = &get_glyph (self, i + 1)->word;

  return MAX (0, right->x - left->x - left->width) / self->em;
}

/* Dirt is read as punctuation. */
static gboolean
is_mark (const HallPrintRow *self, guint i)
{
  return !g_unichar_isalnum (get_glyph (self, i)->character);
}

/* How many glyphs from @first on are the label; 0: it is not there */
static guint
match_label (const HallPrintRow *self, guint first, const char *label)
{
  guint length = (guint) g_utf8_strlen (label, -1), misread = 0, at = first;

  for (guint i = 0; i < length; i++, at++, label = g_utf8_next_char (label))
    {
      while (i > 0 && at < self->glyphs->len && is_mark (self, at))
        at++;
      if (at >= self->glyphs->len || (at > first && get_gap (self, at - 1) > LABEL_GAP))
        return 0;
      if (get_glyph (self, at)->character != g_utf8_get_char (label))
        misread++;
    }
  return misread <= (length >= FUZZY_LENGTH ? 1u : 0u) ? at - first : 0;
}

HallPrintRun
hall_print_row_find (const HallPrintRow *self, const char *label)
{
  for (guint i = 0; i < self->glyphs->len; i++)
    {
      guint count = match_label (self, i, label);

      if (count > 0)
        return (HallPrintRun){ self, i, count };
    }
  return (HallPrintRun){ self, 0, 0 };
}

static gboolean
is_opening (gunichar character)
{
  return character == '(' || character == 0xff08;
}

HallPrintRun
hall_print_run_get_value (const HallPrintRun *label, guint stop)
{
  const HallPrintRow *row = label->row;
  HallPrintRun value = { row, label->first + label->count, 0 };

  stop = MIN (stop, row->glyphs->len);
  while (value.first < stop && is_mark (row, value.first)
         && !is_opening (get_glyph (row, value.first)->character))
    value.first++;
  if (value.first >= stop || get_gap (row, value.first - 1) > VALUE_DISTANCE)
    return value;
  value.count = 1;
  while (value.first + value.count < stop
         && get_gap (row, value.first + value.count - 1) <= VALUE_GAP)
    value.count++;
  return value;
}

static gboolean
is_of_code (const HallPrintRow *self, guint i)
{
  gunichar character = get_glyph (self, i)->character;

  return character <= 127 && g_ascii_isalnum ((char) character);
}

/* How far a code goes that begins with glyph @first; marks in it are dirt. */
static guint
measure_code (const HallPrintRow *self, guint first)
{
  guint end = first;

  while (end < self->glyphs->len && (is_of_code (self, end) || is_mark (self, end))
         && (end == first || get_gap (self, end - 1) <= VALUE_GAP))
    end++;
  while (end > first && !is_of_code (self, end - 1))
    end--;
  return end - first;
}

HallPrintRun
hall_print_row_find_code (const HallPrintRow *self, guint min)
{
  HallPrintRun best = { self, 0, 0 };

  for (guint i = 0; i < self->glyphs->len; i++)
    {
      guint count = is_of_code (self, i) ? measure_code (self, i) : 0;

      if (count >= min && count > best.count)
        best = (HallPrintRun){ self, i, count };
    }
  return best;
}

char *
hall_print_run_get_text (const HallPrintRun *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->count; i++)
    g_string_append_unichar (text, get_glyph (self->row, self->first + i)->character);
  return g_string_free (text, FALSE);
}

double
hall_print_run_get_confidence (const HallPrintRun *self)
{
  double sum = 0;

  for (guint i = 0; i < self->count; i++)
    sum += get_glyph (self->row, self->first + i)->confidence;
  return self->count > 0 ? sum / self->count : 0;
}

HallOcrBox
hall_print_run_get_box (const HallPrintRun *self)
{
  HallOcrBox box = { 0 };

  for (guint i = 0; i < self->count; i++)
    {
      const HallOcrBox *next = &get_glyph (self->row, self->first + i)->box;
      double right = MAX (box.x + box.width, next->x + next->width);
      double bottom = MAX (box.y + box.height, next->y + next->height);

      box.x = i == 0 ? next->x : MIN (box.x, next->x);
      box.y = i == 0 ? next->y : MIN (box.y, next->y);
      box.width = (i == 0 ? next->x + next->width : right) - box.x;
      box.height = (i == 0 ? next->y + next->height : bottom) - box.y;
    }
  return box;
}
