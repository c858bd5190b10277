/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the page may be is told in two ways: as the largest light, colourless patch, and, for
 * desks as light as paper, as four long edges. Either is only a start: each side is then looked
 * for across itself, and counts only if the colour changes along most of it.
 */
#include "hall-corners.h"

#include <math.h>

#include "hall-edges.h"
#include "hall-fit-recipe.h"
#include "hall-quad.h"

#define SIDE     560 /* pixels of the longer side in which it is looked for */
#define CHANNELS 3
#define LEVELS   256

#define MIN_AREA   0.10 /* of the picture */
#define FULL_AREA  0.97
#define MIN_FILLED 0.45 /* of the quadrilateral around a patch: print takes some of it */

#define SAMPLES    60   /* along a side */
#define ENDS       0.05 /* of a side are left out: corners are often bent */
#define STEP       0.5  /* pixels, across it */
#define FAR        11.0
#define NEAR       4.0
#define ON_LINE    1.2
#define MIN_CHANGE 9.0 /* grey levels, of the three colours together */
#define BESIDE     0.8 /* pixels, from an edge to what is compared */
#define AWAY       3.0
#define MIN_SHARE  0.6
#define BORDER     2.5

typedef enum
{
  NOT_FOUND,
  FOUND,
  CUT /* there is a page, but not all of it */
} Answer;

typedef struct
{
  GdkPixbuf *picture; /* owned */
  int width, height;
} Scene;

static const guint8 *
pixel_at (const Scene *scene, int x, int y)
{
  return gdk_pixbuf_read_pixels (scene->picture)
         + (gsize) CLAMP (y, 0, scene->height - 1)
               * (guint) gdk_pixbuf_get_rowstride (scene->picture)
         + (gsize) CLAMP (x, 0, scene->width - 1) * CHANNELS;
}

static void
mix_at (const Scene *scene, double x, double y, double colour[CHANNELS])
{
  int left = (int) floor (x - 0.5), top = (int) floor (y - 0.5);
  double part_x = x - 0.5 - left, part_y = y - 0.5 - top;

  for (guint i = 0; i < CHANNELS; i++)
    colour[i] = (pixel_at (scene, left, top)[i] * (1 - part_x)
                 + pixel_at (scene, left + 1, top)[i] * part_x)
                    * (1 - part_y)
                + (pixel_at (scene, left, top + 1)[i] * (1 - part_x)
                   + pixel_at (scene, left + 1, top + 1)[i] * part_x)
                      * part_y;
}

/* How much the colour changes across a line with that normal, at a point of it: between three
 * pixels on either side that begin @gap away. */
static double
get_change (const Scene *scene, HallPoint at, HallPoint normal, double gap)
{
  double inside[CHANNELS] = { 0 }, outside[CHANNELS] = { 0 }, change = 0;

  for (guint i = 0; i < 3; i++)
    {
      double far = gap + i, a[CHANNELS], b[CHANNELS];

      mix_at (scene, at.x - normal.x * far, at.y - normal.y * far, a);
      mix_at (scene, at.x + normal.x * far, at.y + normal.y * far, b);
      for (guint j = 0; j < CHANNELS; j++)
        {
          inside[j] += a[j] / 3;
          outside[j] += b[j] / 3;
        }
    }
  for (guint j = 0; j < CHANNELS; j++)
    change += fabs (inside[j] - outside[j]);
  return change;
}

/* The place across the side where the colour changes most; FALSE if it hardly does. */
static gboolean
find_edge (const Scene *scene, HallPoint at, HallPoint normal, double reach, HallPoint *edge)
{
  double best = MIN_CHANGE, where = 0;
  gboolean found = FALSE;

  for (double d = -reach; d <= reach; d += STEP)
    {
      HallPoint point = { at.x + normal.x * d, at.y + normal.y * d };
      double change = get_change (scene, point, normal, BESIDE);

      if (change > best)
        {
          best = change;
          where = d;
          found = TRUE;
        }
    }
  *edge = (HallPoint){ at.x + normal.x * where, at.y + normal.y * where };
  return found;
}

static gboolean
refine_side (const Scene *scene, HallPoint a, HallPoint b, double reach, HallLine *line)
{
  HallLine start = hall_line_through (a, b);
  HallPoint edges[SAMPLES];
  guint n = 0;
  double share;

  for (guint i = 0; i < SAMPLES; i++)
    {
      double part = ENDS + (1 - 2 * ENDS) * i / (SAMPLES - 1.0);
      HallPoint at = { a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part };

      if (find_edge (scene, at, start.normal, reach, &edges[n]))
        n++;
    }
  return hall_line_fit (line, edges, n, ON_LINE, &share) && share * n / SAMPLES >= MIN_SHARE;
}

/* A line that is drawn has the same colour on both sides; an edge has not. */
static gboolean
is_step (const Scene *scene, HallPoint a, HallPoint b)
{
  HallLine line = hall_line_through (a, b);
  guint n = 0;

  for (guint i = 0; i < SAMPLES; i++)
    {
      double part = ENDS + (1 - 2 * ENDS) * i / (SAMPLES - 1.0);
      HallPoint at = { a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part };

      n += get_change (scene, at, line.normal, AWAY) > MIN_CHANGE;
    }
  return n >= MIN_SHARE * SAMPLES;
}

static gboolean
refine (const Scene *scene, HallPoint corners[4], double reach)
{
  HallLine lines[4];

  for (guint i = 0; i < 4; i++)
    if (!refine_side (scene, corners[i], corners[(i + 1) % 4], reach, &lines[i]))
      return FALSE;
  for (guint i = 0; i < 4; i++)
    if (!hall_line_cross (&lines[(i + 3) % 4], &lines[i], &corners[i]))
      return FALSE;
  hall_quad_sort (corners);
  return hall_quad_is_page (corners);
}

/* A side along the edge of the picture is no edge of the page. */
static gboolean
is_on_border (const Scene *scene, HallPoint a, HallPoint b)
{
  return (a.x < BORDER && b.x < BORDER) || (a.y < BORDER && b.y < BORDER)
         || (a.x > scene->width - BORDER && b.x > scene->width - BORDER)
         || (a.y > scene->height - BORDER && b.y > scene->height - BORDER);
}

static gboolean
is_seen (const Scene *scene, const HallPoint corners[4])
{
  double area = hall_quad_get_area (corners) / ((double) scene->width * scene->height);

  for (guint i = 0; i < 4; i++)
    if (is_on_border (scene, corners[i], corners[(i + 1) % 4]) || corners[i].x < -BORDER
        || corners[i].y < -BORDER || corners[i].x > scene->width + BORDER
        || corners[i].y > scene->height + BORDER)
      return FALSE;
  return area >= MIN_AREA && area <= FULL_AREA;
}

static gboolean
accept (const Scene *scene, HallPoint corners[4])
{
  if (!hall_quad_is_page (corners) || !is_seen (scene, corners) || !refine (scene, corners, FAR)
      || !refine (scene, corners, NEAR) || !is_seen (scene, corners))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    if (!is_step (scene, corners[i], corners[(i + 1) % 4]))
      return FALSE;
  return TRUE;
}

/* Light and colourless: the darkest of a pixel's three colours. */
static guint8 *
measure_paper (const Scene *scene)
{
  guint8 *paper = g_malloc ((gsize) scene->width * (gsize) scene->height);

  for (int y = 0; y < scene->height; y++)
    for (int x = 0; x < scene->width; x++)
      {
        const guint8 *pixel = pixel_at (scene, x, y);

        paper[y * scene->width + x] = MIN (MIN (pixel[0], pixel[1]), pixel[2]);
      }
  return paper;
}

/* The level that parts those above @from best in two. Source: Otsu 1979. */
static guint
choose_level (const guint8 *paper, gsize n, guint from)
{
  double counts[LEVELS] = { 0 }, sum = 0, total = 0, below = 0, sum_below = 0, best = -1;
  guint level = from;

  for (gsize i = 0; i < n; i++)
    if (paper[i] >= from)
      {
        counts[paper[i]]++;
        sum += paper[i];
        total++;
      }
  for (guint i = from; i < LEVELS; i++)
    {
      double between;

      below += counts[i];
      sum_below += counts[i] * i;
      if (below == 0 || below == total)
        continue;
      between = sum_below / below - (sum - sum_below) / (total - below);
      between *= between * below * (total - below);
      if (between > best)
        {
          best = between;
          level = i;
        }
    }
  return level;
}

/* Fills the patch around @start with @mark. Returns: its pixels */
static guint
fill (guint8 *mask, const Scene *scene, guint start, guint8 mark, GArray *stack)
{
  guint width = (guint) scene->width, n = width * (guint) scene->height, count = 0;

  g_array_set_size (stack, 0);
  g_array_append_val (stack, start);
  mask[start] = mark;
  while (stack->len > 0)
    {
      guint at = g_array_index (stack, guint, stack->len - 1);
      const guint around[] = { at % width > 0 ? at - 1 : n, at % width < width - 1 ? at + 1 : n,
                               at >= width ? at - width : n, at + width };

      g_array_set_size (stack, stack->len - 1);
      count++;
      for (guint i = 0; i < G_N_ELEMENTS (around); i++)
        if (around[i] < n && mask[around[i]] == 1)
          {
            mask[around[i]] = mark;
            g_array_append_val (stack, around[i]);
          }
    }
  return count;
}

/* The largest patch is marked with 3, all others with 2. Returns: its pixels */
static guint
mark_largest (guint8 *mask, const Scene *scene)
{
  GArray *stack = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = (guint) scene->width * (guint) scene->height, largest = 0, where = 0;

  for (guint i = 0; i < n; i++)
    if (mask[i] == 1)
      {
        guint count = fill (mask, scene, i, 2, stack);

        if (count > largest)
          {
            largest = count;
            where = i;
          }
      }
  for (guint i = 0; i < n; i++)
    mask[i] = mask[i] == 2;
  if (largest > 0)
    fill (mask, scene, where, 3, stack);
  g_array_unref (stack);
  return largest;
}

/* The first and last pixel of the patch in each row. Returns: (transfer full) */
static GArray *
trace (const guint8 *mask, const Scene *scene)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (HallPoint));

  for (int y = 0; y < scene->height; y++)
    {
      const guint8 *row = mask + (gsize) y * (guint) scene->width;
      int first = 0, last = scene->width - 1;
      HallPoint point = { 0, y + 0.5 };

      while (first < scene->width && row[first] != 3)
        first++;
      while (last > first && row[last] != 3)
        last--;
      if (first == scene->width)
        continue;
      point.x = first;
      g_array_append_val (points, point);
      point.x = last + 1;
      g_array_append_val (points, point);
    }
  return points;
}

/* What is lighter than a level, without the thin bridges to other light things. */
static guint8 *
make_mask (const guint8 *paper, const Scene *scene, guint level)
{
  gsize width = (gsize) scene->width, n = width * (gsize) scene->height;
  guint8 *mask = g_malloc0 (n);

  for (gsize i = width + 1; i + width + 1 < n; i++)
    mask[i] = paper[i] > level && paper[i - 1] > level && paper[i + 1] > level
              && paper[i - width] > level && paper[i + width] > level;
  return mask;
}

/* The page goes beyond the picture, on one to three sides. */
static gboolean
is_cut (const Scene *scene, const HallPoint corners[4])
{
  guint n = 0;

  for (guint i = 0; i < 4; i++)
    n += is_on_border (scene, corners[i], corners[(i + 1) % 4]);
  return n >= 1 && n <= 3;
}

static Answer
find_patch (const Scene *scene, const guint8 *paper, guint level, HallPoint corners[4])
{
  g_autofree guint8 *mask = make_mask (paper, scene, level);
  double all = (double) scene->width * scene->height;
  guint count = mark_largest (mask, scene);
  GArray *points;
  gboolean found;

  if (count < MIN_AREA * MIN_FILLED * all)
    return NOT_FOUND;
  points = trace (mask, scene);
  found = hall_quad_around (&g_array_index (points, HallPoint, 0), points->len, corners)
          && count >= MIN_FILLED * hall_quad_get_area (corners);
  g_array_unref (points);
  if (found && hall_quad_is_page (corners) && is_cut (scene, corners))
    return CUT;
  return found && accept (scene, corners) ? FOUND : NOT_FOUND;
}

static gboolean
find (const Scene *scene, HallPoint corners[4])
{
  g_autofree guint8 *paper = measure_paper (scene);
  gsize n = (gsize) scene->width * (gsize) scene->height;
  guint level = choose_level (paper, n, 0);
  const guint levels[] = { level, choose_level (paper, n, level), level / 2 };
  gboolean cut = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      Answer answer = find_patch (scene, paper, levels[i], corners);

      if (answer == FOUND)
        return TRUE;
      cut = cut || (i == 0 && answer == CUT);
    }
  return !cut && hall_edges_find_quad (scene->picture, corners) && accept (scene, corners);
}

gboolean
hall_corners_find (const GdkPixbuf *picture, HallPoint corners[4])
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  double scale = MIN ((double) SIDE / MAX (width, height), 1);
  Scene scene = { NULL, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1) };
  gboolean found;

  if (gdk_pixbuf_get_n_channels (picture) != CHANNELS || MIN (scene.width, scene.height) < 32)
    return FALSE;
  scene.picture = gdk_pixbuf_scale_simple (picture, scene.width, scene.height, GDK_INTERP_BILINEAR);
  if (scene.picture == NULL)
    return FALSE;
  found = find (&scene, corners);
  g_object_unref (scene.picture);
  for (guint i = 0; found && i < 4; i++)
    corners[i] = (HallPoint){ CLAMP (corners[i].x / scene.width, 0, 1),
                              CLAMP (corners[i].y / scene.height, 0, 1) };
  return found && hall_fit_corners_are_sound (corners);
}
