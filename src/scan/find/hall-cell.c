/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-cell.h"

#include <math.h>

#include "hall-printed-pages.h"

#define AROUND      HALL_CELL_AROUND
#define PER_MM      (HALL_PRINTED_PAGES_DPI / 25.4)
#define PRINTED     120  /* as much ink as a dot of print has at least */
#define SEEN        95   /* as much as is written, and not a shade */
#define FAINT       0.35 /* of what print has in this cell: it is gone */
#define MIN_DOTS    25
#define WHITE_SHARE 0.75
#define RULE        24 /* dots: 4 mm; a level line that long is no stroke of a character */
#define RED_MARGIN  22 /* a pixel that is so much more red than anything else is seal */
#define RED_THICK   5  /* dots: 0.85 mm; a pen's line is thinner */

static guint
get_row (const HallCell *self)
{
  return self->width + 2 * AROUND;
}

/* Ink of one pixel of the picture, before the paper's white is known: how dark it is. */
static guint8
sample (const HallPixels *pixels, HallPoint at, guint8 *is_red)
{
  int x = (int) floor (at.x - 0.5), y = (int) floor (at.y - 0.5);
  double u = at.x - 0.5 - x, v = at.y - 0.5 - y, sum = 0, reds = 0;

  for (int i = 0; i < 4; i++)
    {
      guint px = (guint) CLAMP (x + i % 2, 0, (int) pixels->width - 1);
      guint py = (guint) CLAMP (y + i / 2, 0, (int) pixels->height - 1);
      const guint8 *pixel = pixels->data + py * pixels->stride + (gsize) px * pixels->pixel_bytes;
      int red = pixel[pixels->red], other = MAX (pixel[pixels->green], pixel[pixels->blue]);
      double weight = (i % 2 == 0 ? 1 - u : u) * (i / 2 == 0 ? 1 - v : v);

      reds += weight * MAX (red - other, 0);
      sum += weight * (red - other > RED_MARGIN ? MIN (red * 5 / 4, 255) : red);
    }
  *is_red = reds > RED_MARGIN;
  return (guint8) (sum + 0.5);
}

static guint8
find_white (const guint8 *grey, gsize n)
{
  gsize counts[256] = { 0 }, sum = 0;
  guint level = 0;

  for (gsize i = 0; i < n; i++)
    counts[grey[i]]++;
  while (level < 255 && (sum += counts[level]) < n * WHITE_SHARE)
    level++;
  return (guint8) MAX (level, 40);
}

static void
read_scan (HallCell *self, const HallPixels *pixels, const HallSheetLay *lay, int left, int top)
{
  gsize n = (gsize) get_row (self) * (self->height + 2 * AROUND), at = 0;
  guint white;

  self->scan = g_malloc (n);
  self->red = g_malloc (n);
  for (guint y = 0; y < self->height + 2 * AROUND; y++)
    for (guint x = 0; x < get_row (self); x++, at++)
      self->scan[at] =
          sample (pixels,
                  hall_sheet_lay_to_picture (lay, (left - AROUND + (int) x + 0.5) / PER_MM,
                                             (top - AROUND + (int) y + 0.5) / PER_MM),
                  &self->red[at]);
  white = find_white (self->scan, n);
  for (at = 0; at < n; at++)
    self->scan[at] = (guint8) (255 - MIN (self->scan[at] * 255 / white, 255));
}

static guint8
get_scan (const HallCell *self, int x, int y)
{
  return self->scan[(gsize) (y + AROUND) * get_row (self) + (gsize) (x + AROUND)];
}

/* Moves the scan until as much as possible of its ink lies on print. */
static void
align (HallCell *self)
{
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (gsize));
  gint64 best = 0;

  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      if (self->print[(gsize) y * self->width + x] >= PRINTED)
        {
          gsize at = (gsize) (y + AROUND) * get_row (self) + x + AROUND;

          g_array_append_val (dots, at);
        }
  self->n_print = dots->len;
  for (int dy = -AROUND + 2; self->n_print >= MIN_DOTS && dy <= AROUND - 2; dy++)
    for (int dx = -AROUND + 2; dx <= AROUND - 2; dx++)
      {
        gssize moved = (gssize) dy * get_row (self) + dx;
        gint64 sum = 0;

        for (guint i = 0; i < dots->len; i++)
          sum += self->scan[(gssize) g_array_index (dots, gsize, i) + moved];
        sum = sum * 64 - dx * dx - dy * dy; /* of equal ones the nearest */
        if (sum <= best)
          continue;
        best = sum;
        self->dx = dx;
        self->dy = dy;
      }
}

HallCell *
hall_cell_new (const HallGrey *print,
               const HallPixels *pixels,
               const HallSheetLay *lay,
               const HallBox *box)
{
  int left = (int) ceil (box->x * PER_MM), top = (int) ceil (box->y * PER_MM);
  int right = (int) ((box->x + box->width) * PER_MM);
  int bottom = (int) ((box->y + box->height) * PER_MM);
  HallCell *self;

  if (left < 0 || top < 0 || right > (int) print->width || bottom > (int) print->height
      || right - left < 4 || bottom - top < 4)
    return NULL;
  self = g_new0 (HallCell, 1);
  self->width = (guint) (right - left);
  self->height = (guint) (bottom - top);
  self->print = g_malloc ((gsize) self->width * self->height);
  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      self->print[(gsize) y * self->width + x] =
          255 - print->data[(gsize) (top + (int) y) * print->width + (gsize) left + x];
  read_scan (self, pixels, lay, left, top);
  align (self);
  return self;
}

void
hall_cell_free (HallCell *self)
{
  g_free (self->print);
  g_free (self->scan);
  g_free (self->red);
  g_free (self);
}

/* The most ink within @reach dots. */
static guint8
get_scan_around (const HallCell *self, int x, int y, int reach)
{
  guint8 most = 0;

  for (int v = y - reach; v <= y + reach; v++)
    for (int u = x - reach; u <= x + reach; u++)
      most = MAX (most, get_scan (self, u, v));
  return most;
}

static guint8
get_print_around (const HallCell *self, int x, int y, int reach)
{
  guint8 most = 0;

  for (int v = MAX (y - reach, 0); v <= MIN (y + reach, (int) self->height - 1); v++)
    for (int u = MAX (x - reach, 0); u <= MIN (x + reach, (int) self->width - 1); u++)
      most = MAX (most, self->print[(gsize) v * self->width + (gsize) u]);
  return most;
}

/* The ink that the printed dots have in the scan, in the middle of their order. */
static guint
find_level (const HallCell *self)
{
  gsize counts[256] = { 0 }, sum = 0;
  guint level = 0;

  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      if (self->print[(gsize) y * self->width + x] >= PRINTED)
        counts[get_scan_around (self, (int) x + self->dx, (int) y + self->dy, 1)]++;
  while (level < 255 && (sum += counts[level]) < self->n_print / 2)
    level++;
  return level;
}

static gboolean
is_printed (const HallCell *self, int x, int y)
{
  return x >= 0 && x < (int) self->width
         && self->print[(gsize) y * self->width + (gsize) x] >= PRINTED;
}

/* Part of an underline: too thin for every scanner to see, and it says nothing. */
static gboolean
is_rule (const HallCell *self, int x, int y)
{
  int left = x, right = x;

  while (is_printed (self, left - 1, y))
    left--;
  while (is_printed (self, right + 1, y))
    right++;
  return right - left + 1 >= RULE;
}

static gboolean
is_missing (const HallCell *self, int x, int y, double least)
{
  return self->print[(gsize) y * self->width + (gsize) x] >= PRINTED
         && get_scan_around (self, x + self->dx, y + self->dy, 1) < least;
}

double
hall_cell_get_match (const HallCell *self)
{
  guint found = 0;

  if (self->n_print < MIN_DOTS)
    return 1;
  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      found += self->print[(gsize) y * self->width + x] >= PRINTED
               && get_scan_around (self, (int) x + self->dx, (int) y + self->dy, 1) >= SEEN / 2;
  return (double) found / self->n_print;
}

static gboolean
is_extra (const HallCell *self, int x, int y)
{
  return get_scan (self, x + self->dx, y + self->dy) >= SEEN
         && get_print_around (self, x, y, 2) < PRINTED / 2;
}

/* A speck is no stroke: others of its kind must be beside it. */
static guint
count_beside (const HallCell *self, int x, int y)
{
  guint n = 0;

  for (int v = MAX (y - 1, 0); v <= MIN (y + 1, (int) self->height - 1); v++)
    for (int u = MAX (x - 1, 0); u <= MIN (x + 1, (int) self->width - 1); u++)
      n += is_extra (self, u, v);
  return n;
}

/* Dark in this row or one beside it: a line drawn by hand slopes a little. */
static gboolean
is_written (const HallCell *self, int x, int y)
{
  for (int v = y - 1; v <= y + 1; v++)
    if (get_scan (self, x + self->dx, v + self->dy) >= SEEN)
      return TRUE;
  return FALSE;
}

/* The longest line that the scan has and the print has not: a value struck out. In dots. */
static guint
find_stroke (const HallCell *self)
{
  guint longest = 0;

  for (int y = 0; y < (int) self->height; y++)
    {
      guint written = 0, printed = 0, most_written = 0, most_printed = 0;

      for (int x = 0; x < (int) self->width; x++)
        {
          written = is_written (self, x, y) ? written + 1 : 0;
          printed = get_print_around (self, x, y, 2) >= PRINTED / 2 ? printed + 1 : 0;
          most_written = MAX (most_written, written);
          most_printed = MAX (most_printed, printed);
        }
      if (most_written > most_printed)
        longest = MAX (longest, most_written - most_printed);
    }
  return longest;
}

static gboolean
is_red (const HallCell *self, int x, int y)
{
  return self->red[(gsize) (y + AROUND) * get_row (self) + (gsize) (x + AROUND)] != 0;
}

/* Part of a level line: red here or beside, paper a little above and below. */
static gboolean
is_red_line (const HallCell *self, int x, int y)
{
  return (is_red (self, x, y - 1) || is_red (self, x, y) || is_red (self, x, y + 1))
         && !is_red (self, x, y - RED_THICK) && !is_red (self, x, y + RED_THICK);
}

/* A red pen's longest line, in dots. */
static guint
find_red_stroke (const HallCell *self)
{
  guint longest = 0;

  for (int y = 0; y < (int) self->height; y++)
    {
      guint run = 0;

      for (int x = 0; x < (int) self->width; x++)
        {
          run = is_red_line (self, x, y) ? run + 1 : 0;
          longest = MAX (longest, run);
        }
    }
  return longest;
}

HallCellChange
hall_cell_compare (const HallCell *self)
{
  double least = find_level (self) * FAINT;
  guint missing = 0, extra = 0;
  int left = (int) self->width, right = -1, top = (int) self->height, bottom = -1;

  for (int y = 0; y < (int) self->height; y++)
    for (int x = 0; x < (int) self->width; x++)
      {
        missing +=
            self->n_print >= MIN_DOTS && is_missing (self, x, y, least) && !is_rule (self, x, y);
        if (!is_extra (self, x, y) || count_beside (self, x, y) < 3)
          continue;
        extra++;
        left = MIN (left, x);
        right = MAX (right, x);
        top = MIN (top, y);
        bottom = MAX (bottom, y);
      }
  return (HallCellChange){ extra / (PER_MM * PER_MM), missing / (PER_MM * PER_MM),
                           extra > 0 ? MAX (right - left, bottom - top) / PER_MM : 0,
                           find_red_stroke (self) / PER_MM, find_stroke (self) / PER_MM };
}
