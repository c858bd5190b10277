/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-black-seal.h"

#include <math.h>

#define MM_PER_INCH 25.4

/* Of official seals, with room for a wrong scale. In mm. */
#define MIN_RADIUS  16.0
#define MAX_RADIUS  25.0
#define RADIUS_STEP 0.7

#define MIN_SLOPE 60 /* from pixel to pixel, twice: an edge */
#define MIN_DARK  50
#define CELL      2 /* pixels of the ink to a cell of the votes, each way */
#define N_PEAKS   6
#define N_ANGLES  120

/* The ring is dark all round, what lies beside it is not, and there is a star or text in it. */
#define MIN_COVER   0.75
#define MAX_BESIDE  0.55
#define BESIDE_MM   2.0
#define MIN_INSIDE  0.04
#define INSIDE_PART 0.55

typedef struct
{
  const HallInk *ink;
  double per_mm;
  guint columns, rows;
  guint16 *votes; /* owned: how many edges have their ring's centre there */
} Votes;

static void
vote (Votes *self, double x, double y)
{
  if (x < 0 || y < 0 || x >= self->columns * CELL || y >= self->rows * CELL)
    return;
  self->votes[(gsize) (y / CELL) * self->columns + (gsize) (x / CELL)]++;
}

/* An edge lies across the way to its ring's centre, which is on either side. */
static void
vote_for_edge (Votes *self, int x, int y, double dx, double dy)
{
  double length = hypot (dx, dy);

  for (double radius = MIN_RADIUS; radius <= MAX_RADIUS; radius += RADIUS_STEP)
    {
      double away = radius * self->per_mm / length;

      vote (self, x + dx * away, y + dy * away);
      vote (self, x - dx * away, y - dy * away);
    }
}

static void
count_votes (Votes *self)
{
  const HallInk *ink = self->ink;
  const guint8 *plane = ink->planes[HALL_INK_DARK];

  for (guint y = 1; y + 1 < ink->height; y++)
    for (guint x = 1; x + 1 < ink->width; x++)
      {
        gsize at = (gsize) y * ink->width + x;
        int dx = plane[at + 1] - plane[at - 1];
        int dy = plane[at + ink->width] - plane[at - ink->width];

        if (ABS (dx) + ABS (dy) >= MIN_SLOPE)
          vote_for_edge (self, (int) x, (int) y, dx, dy);
      }
}

/* The cell with most votes; it and those around it are then empty. */
static HallPoint
take_peak (Votes *self)
{
  gsize best = 0;
  guint column, row;

  for (gsize i = 0; i < (gsize) self->columns * self->rows; i++)
    if (self->votes[i] > self->votes[best])
      best = i;
  column = (guint) (best % self->columns);
  row = (guint) (best / self->columns);
  for (guint y = MAX (row, 2) - 2; y <= MIN (row + 2, self->rows - 1); y++)
    for (guint x = MAX (column, 2) - 2; x <= MIN (column + 2, self->columns - 1); x++)
      self->votes[(gsize) y * self->columns + x] = 0;
  return (HallPoint){ (column + 0.5) * CELL, (row + 0.5) * CELL };
}

/* The part of the circle that is dark; a pixel aside is close enough. */
static double
get_cover (const HallInk *ink, HallPoint centre, double radius)
{
  guint n = 0;

  for (guint i = 0; i < N_ANGLES; i++)
    {
      double angle = i * 2 * G_PI / N_ANGLES;
      int x = (int) (centre.x + radius * cos (angle));
      int y = (int) (centre.y + radius * sin (angle));

      n += hall_ink_get (ink, HALL_INK_DARK, x, y) >= MIN_DARK;
    }
  return (double) n / N_ANGLES;
}

static double
get_inside (const HallInk *ink, HallPoint centre, double radius)
{
  guint n = 0, dark = 0;
  int reach = (int) (radius * INSIDE_PART);

  for (int y = -reach; y <= reach; y++)
    for (int x = -reach; x <= reach; x++, n++)
      dark += hall_ink_get (ink, HALL_INK_DARK, (int) centre.x + x, (int) centre.y + y) >= MIN_DARK;
  return (double) dark / MAX (n, 1);
}

/* The best circle around @peak, in pixels. Returns: the part of it that is dark */
static double
refine (const Votes *self, HallPoint peak, HallPoint *centre, double *radius)
{
  double best = 0;

  for (int dy = -CELL; dy <= CELL; dy++)
    for (int dx = -CELL; dx <= CELL; dx++)
      for (double r = MIN_RADIUS * self->per_mm; r <= MAX_RADIUS * self->per_mm; r += 1)
        {
          HallPoint at = { peak.x + dx, peak.y + dy };
          double cover = get_cover (self->ink, at, r);

          if (cover <= best)
            continue;
          best = cover;
          *centre = at;
          *radius = r;
        }
  return best;
}

static gboolean
is_seal (const Votes *self, HallPoint peak, HallPoint *centre, double *radius)
{
  double aside = BESIDE_MM * self->per_mm;

  return refine (self, peak, centre, radius) >= MIN_COVER
         && get_cover (self->ink, *centre, *radius + aside) <= MAX_BESIDE
         && get_inside (self->ink, *centre, *radius) >= MIN_INSIDE;
}

gboolean
hall_black_seal_find (const HallInk *ink, const HallSheetLay *lay, HallRing *ring)
{
  Votes votes = { .ink = ink,
                  .per_mm = lay->dpi / MM_PER_INCH,
                  .columns = ink->width / CELL + 1,
                  .rows = ink->height / CELL + 1 };
  HallPoint centre;
  double radius = 0;
  gboolean found = FALSE;

  votes.votes = g_new0 (guint16, (gsize) votes.columns * votes.rows);
  count_votes (&votes);
  for (guint i = 0; i < N_PEAKS && !found; i++)
    found = is_seal (&votes, take_peak (&votes), &centre, &radius);
  g_free (votes.votes);
  if (found)
    *ring = (HallRing){ .centre = hall_sheet_lay_to_page (lay, centre.x, centre.y),
                        .diameter = 2 * radius / votes.per_mm,
                        .roundness = 1,
                        .covered = 1 };
  return found;
}
