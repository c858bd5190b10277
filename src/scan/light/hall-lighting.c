/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-lighting.h"

#define MM_PER_INCH 25.4

#define DARK_PAPER  125 /* the grey level of paper on which print is hard to read */
#define BLANK_TILES 6   /* with print: fewer are a page number */

#define MIN_PLAIN_TILES 20 /* without print, to judge the paper by */
#define PLAIN_SHARE \
  0.92 /* of them are of one colour; white made whiter by a scanner reaches 0.87 */
#define PLAIN_LEVELS 1

#define GLARE_CLIPPED   0.85 /* of a tile's pixels, at least */
#define MIN_GLARE_TILES 5    /* 0.8 square cm */
#define MAX_GLARE_SHARE 0.25 /* of the page: more is an exposure too long */
#define GLARE_OVER      8    /* levels between its border and the paper farther off */
#define FAR_TILES       6

#define EDGE_MM        0.4  /* how far from the border print counts as cut */
#define EDGE_PAPER     0.75 /* of the paper's level is paper */
#define EDGE_INK       0.6  /* of the paper's level is ink, if darker */
#define MAX_RUN_MM     6.0  /* of ink along the border: a word; longer ones are shadows */
#define MIN_RUNS       3
#define MIN_EDGE_PAPER 0.6 /* of the border is paper, or the sheet ends before it */

gboolean
hall_lighting_is_dark (const HallTiles *tiles)
{
  return tiles->paper < DARK_PAPER;
}

gboolean
hall_lighting_is_blank (const HallTiles *tiles)
{
  guint inked = 0;

  for (guint i = 0; i < tiles->columns * tiles->rows; i++)
    inked += tiles->tiles[i].is_inked;
  return inked < BLANK_TILES;
}

/* No print in it or beside it, where a JPEG's waves reach. */
static gboolean
is_plain (const HallTiles *tiles, int column, int row)
{
  for (int y = row - 1; y <= row + 1; y++)
    for (int x = column - 1; x <= column + 1; x++)
      {
        const HallTile *tile = hall_tiles_get (tiles, x, y);

        if (tile != NULL && tile->is_inked)
          return FALSE;
      }
  return TRUE;
}

gboolean
hall_lighting_is_screenshot (const HallTiles *tiles)
{
  guint plain = 0, exact = 0;

  for (int row = 0; row < (int) tiles->rows; row++)
    for (int column = 0; column < (int) tiles->columns; column++)
      if (is_plain (tiles, column, row))
        {
          const HallTile *tile = hall_tiles_get (tiles, column, row);

          plain++;
          exact += tile->unevenness <= PLAIN_LEVELS;
        }
  return plain >= MIN_PLAIN_TILES && exact >= PLAIN_SHARE * plain;
}

static guint8
get_green (const HallPixels *pixels, guint x, guint y)
{
  return pixels->data[y * pixels->stride + (gsize) x * pixels->pixel_bytes + pixels->green];
}

/* A spot of clipped tiles that touch each other. */
typedef struct
{
  guint n;
  int left, top, right, bottom; /* in tiles; the last ones are in it */
} Spot;

static void
grow (const HallTiles *tiles, guint8 *seen, int column, int row, Spot *spot)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (int));
  int start = row * (int) tiles->columns + column;

  *spot = (Spot){ 0, column, row, column, row };
  g_array_append_val (stack, start);
  seen[start] = TRUE;
  while (stack->len > 0)
    {
      static const int steps[4][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
      int at = g_array_index (stack, int, stack->len - 1);
      int x = at % (int) tiles->columns, y = at / (int) tiles->columns;

      g_array_set_size (stack, stack->len - 1);
      spot->n++;
      spot->left = MIN (spot->left, x);
      spot->right = MAX (spot->right, x);
      spot->top = MIN (spot->top, y);
      spot->bottom = MAX (spot->bottom, y);
      for (guint i = 0; i < 4; i++)
        {
          const HallTile *tile = hall_tiles_get (tiles, x + steps[i][0], y + steps[i][1]);
          int next = at + steps[i][0] + steps[i][1] * (int) tiles->columns;

          if (tile == NULL || seen[next] || tile->clipped < GLARE_CLIPPED)
            continue;
          seen[next] = TRUE;
          g_array_append_val (stack, next);
        }
    }
}

/* The mean level of the paper, @far tiles away from @spot on its four sides; 0 if none is there. */
static double
get_paper_beside (const HallTiles *tiles, const Spot *spot, int far)
{
  int x = (spot->left + spot->right) / 2, y = (spot->top + spot->bottom) / 2;
  const HallTile *beside[] = { hall_tiles_get (tiles, spot->left - far, y),
                               hall_tiles_get (tiles, spot->right + far, y),
                               hall_tiles_get (tiles, x, spot->top - far),
                               hall_tiles_get (tiles, x, spot->bottom + far) };
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    if (beside[i] != NULL && beside[i]->high > tiles->paper / 2)
      {
        sum += beside[i]->high;
        n++;
      }
  return n >= 3 ? sum / n : 0;
}

static gboolean
is_glare (const HallTiles *tiles, const Spot *spot)
{
  double far = get_paper_beside (tiles, spot, FAR_TILES);

  return spot->n >= MIN_GLARE_TILES && spot->n < MAX_GLARE_SHARE * tiles->columns * tiles->rows
         && spot->left > 0 && spot->top > 0 && spot->right + 1 < (int) tiles->columns
         && spot->bottom + 1 < (int) tiles->rows && far > 0
         && get_paper_beside (tiles, spot, 2) - far >= GLARE_OVER;
}

gboolean
hall_lighting_find_glare (const HallTiles *tiles, HallPlace *place)
{
  g_autofree guint8 *seen = g_malloc0 (MAX (tiles->columns * tiles->rows, 1));
  guint largest = 0;

  for (int row = 0; row < (int) tiles->rows; row++)
    for (int column = 0; column < (int) tiles->columns; column++)
      {
        Spot spot;

        if (seen[row * (int) tiles->columns + column]
            || hall_tiles_get (tiles, column, row)->clipped < GLARE_CLIPPED)
          continue;
        grow (tiles, seen, column, row, &spot);
        if (spot.n <= largest || !is_glare (tiles, &spot))
          continue;
        largest = spot.n;
        place->x = (double) spot.left / tiles->columns;
        place->y = (double) spot.top / tiles->rows;
        place->width = (double) (spot.right + 1 - spot.left) / tiles->columns;
        place->height = (double) (spot.bottom + 1 - spot.top) / tiles->rows;
      }
  return largest > 0;
}

/* One of the four borders: from a corner, @n steps along it. */
typedef struct
{
  guint x, y, dx, dy, n;
} Border;

/* Short runs of ink along a border that is paper otherwise. */
static gboolean
has_ink_on (const HallTiles *tiles, const HallPixels *pixels, const Border *border)
{
  guint max_run = (guint) (MAX_RUN_MM * tiles->dpi / MM_PER_INCH);
  guint paper = 0, runs = 0, run = 0;

  for (guint i = 0; i < border->n; i++)
    {
      guint8 level = get_green (pixels, border->x + i * border->dx, border->y + i * border->dy);

      paper += level > EDGE_PAPER * tiles->paper;
      if (level < EDGE_INK * tiles->paper)
        {
          run++;
          continue;
        }
      runs += run >= 1 && run <= max_run;
      run = 0;
    }
  return runs >= MIN_RUNS && paper > MIN_EDGE_PAPER * border->n;
}

gboolean
hall_lighting_is_cut (const HallTiles *tiles, const HallPixels *pixels)
{
  guint edge = (guint) (EDGE_MM * tiles->dpi / MM_PER_INCH);
  guint right = pixels->width - 1 - edge, bottom = pixels->height - 1 - edge;
  const Border borders[] = { { edge, edge, 1, 0, right - edge },
                             { edge, bottom, 1, 0, right - edge },
                             { edge, edge, 0, 1, bottom - edge },
                             { right, edge, 0, 1, bottom - edge } };

  if (pixels->width < 4 * edge + 4 || pixels->height < 4 * edge + 4)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    if (has_ink_on (tiles, pixels, &borders[i]))
      return TRUE;
  return FALSE;
}
