/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-finder.h"

#include <math.h>

#include "hall-ring.h"
#include "hall-stain.h"

#define MM_PER_INCH 25.4

/* Round seals: from a person's to the largest official one. */
#define MIN_MM 12.0
#define MAX_MM 52.0
#define GAP_MM 0.8

#define N_RAYS 180

/* A ring has paper inside; a red spot, a stamp of another kind or a face has not. */
#define MAX_FILL 0.80
#define MIN_FILL 0.04
#define MIN_IN   0.75 /* of the ink lies on and in the ring */

#define MIN_COVER      0.45
#define MIN_COVER_CUT  0.20 /* of a seal that is not all on the page */
#define COMPLETE_COVER 0.80

typedef struct
{
  const HallInk *ink;
  const HallSheetLay *lay;
  HallInkColour colour;
} Search;

/* The outermost ink of @stain in each direction, in mm. Returns: how many there are */
static guint
trace (const Search *self, const HallStain *stain, HallPoint points[N_RAYS])
{
  double x0 = (stain->left + stain->right + 1) / 2.0, y0 = (stain->top + stain->bottom + 1) / 2.0;
  double far[N_RAYS] = { 0 };
  guint n = 0;

  for (guint y = stain->top; y <= stain->bottom; y++)
    for (guint x = stain->left; x <= stain->right; x++)
      {
        double dx = x + 0.5 - x0, dy = y + 0.5 - y0;
        double away = dx * dx + dy * dy;
        guint ray;

        if (self->ink->planes[self->colour][(gsize) y * self->ink->width + x] < HALL_INK_MIN)
          continue;
        ray = (guint) ((atan2 (dy, dx) + G_PI) / (2 * G_PI) * N_RAYS) % N_RAYS;
        if (away <= far[ray])
          continue;
        far[ray] = away;
        points[ray] = (HallPoint){ dx, dy };
      }
  for (guint i = 0; i < N_RAYS; i++)
    if (far[i] > 0)
      points[n++] = hall_sheet_lay_to_page (self->lay, x0 + points[i].x, y0 + points[i].y);
  return n;
}

/* The part of the stain's ink that lies on or in @ring, and how much of the ring it fills. */
static void
measure_fill (
    const Search *self, const HallStain *stain, const HallRing *ring, double *in, double *fill)
{
  double pixel_mm = MM_PER_INCH / self->lay->dpi;
  double radius = ring->diameter / 2 * 1.06 + pixel_mm;
  gsize n_in = 0, n = 0;

  for (guint y = stain->top; y <= stain->bottom; y++)
    for (guint x = stain->left; x <= stain->right; x++)
      {
        HallPoint at;

        if (self->ink->planes[self->colour][(gsize) y * self->ink->width + x] < HALL_INK_MIN)
          continue;
        at = hall_sheet_lay_to_page (self->lay, x + 0.5, y + 0.5);
        n++;
        n_in += hypot (at.x - ring->centre.x, at.y - ring->centre.y) <= radius;
      }
  *in = (double) n_in / (double) MAX (n, 1);
  *fill = (double) n_in * pixel_mm * pixel_mm / (G_PI / 4 * ring->diameter * ring->diameter);
}

/* Whether part of the ring would lie outside of the page or of the picture. */
static gboolean
is_cut (const HallSheetLay *lay, const HallRing *ring)
{
  double slack = MM_PER_INCH / lay->dpi;

  for (guint i = 0; i < 16; i++)
    {
      double angle = i * G_PI / 8, radius = ring->diameter / 2;
      double x = ring->centre.x + radius * cos (angle), y = ring->centre.y + radius * sin (angle);
      HallPoint at = hall_sheet_lay_to_picture (lay, x, y);

      if (at.x < -1 || at.y < -1 || at.x > lay->width + 1 || at.y > lay->height + 1)
        return TRUE;
      if (lay->is_known
          && (x < -slack || y < -slack || x > lay->width_mm + slack || y > lay->height_mm + slack))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_seal (const Search *self, const HallStain *stain, const HallRing *ring, gboolean cut)
{
  double in, fill;

  measure_fill (self, stain, ring, &in, &fill);
  return ring->covered >= (cut ? MIN_COVER_CUT : MIN_COVER) && in >= MIN_IN && fill >= MIN_FILL
         && fill <= MAX_FILL;
}

static gboolean
is_in (const HallRegion *region, guint page, HallPoint point)
{
  return region->page == page && point.x >= region->box.x
         && point.x <= region->box.x + region->box.width && point.y >= region->box.y
         && point.y <= region->box.y + region->box.height;
}

char *
hall_seal_finder_name_region (const HallSheetPlan *plan, guint page, HallPoint point_mm)
{
  static const gboolean wanted[HALL_N_REGIONS] = {
    [HALL_REGION_SEAL] = TRUE,
    [HALL_REGION_SIGNATURE] = TRUE,
    [HALL_REGION_OFFICIAL_FRAME] = TRUE,
    [HALL_REGION_PRIVATE_FRAME] = TRUE,
    [HALL_REGION_SIGNATURE_FRAME] = TRUE,
    [HALL_REGION_CONFIRM_FRAME] = TRUE,
  };

  for (guint i = 0; plan != NULL && i < plan->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (plan->regions, i);
      const char *kind = hall_region_kind_get_name (region->kind);

      if (!wanted[region->kind] || !is_in (region, page, point_mm))
        continue;
      return *region->name != '\0' ? g_strdup_printf ("%s-%s", kind, region->name)
                                   : g_strdup (kind);
    }
  return g_strdup ("page");
}

/* (nullable) (transfer full): without its region */
static HallSeal *
look_at (const Search *self, const HallStain *stain, guint page)
{
  double longer = MAX (stain->right - stain->left, stain->bottom - stain->top) + 1;
  HallPoint points[N_RAYS];
  HallRing ring;
  HallBox box;
  HallSeal *seal;
  gboolean cut;

  if (longer * MM_PER_INCH / self->lay->dpi < MIN_MM * 0.7)
    return NULL;
  if (!hall_ring_fit (&ring, points, trace (self, stain, points), MIN_MM, MAX_MM))
    return NULL;
  cut = is_cut (self->lay, &ring);
  if (!is_seal (self, stain, &ring, cut))
    return NULL;
  box = (HallBox){ ring.centre.x - ring.diameter / 2, ring.centre.y - ring.diameter / 2,
                   ring.diameter, ring.diameter };
  seal = g_new0 (HallSeal, 1);
  seal->colour = self->colour == HALL_INK_RED ? HALL_SEAL_RED : HALL_SEAL_BLUE;
  seal->centre_mm = ring.centre;
  seal->diameter_mm = ring.diameter;
  seal->roundness = ring.roundness;
  seal->complete = !cut && ring.covered >= COMPLETE_COVER;
  seal->pale = stain->sum < HALL_INK_PALE * stain->n;
  seal->place = hall_sheet_lay_place (self->lay, page, &box);
  return seal;
}

void
hall_seal_finder_find (const HallInk *ink,
                       const HallSheetLay *lay,
                       guint page,
                       const HallSheetPlan *plan,
                       guint plan_page,
                       GPtrArray *seals)
{
  static const HallInkColour colours[] = { HALL_INK_RED, HALL_INK_BLUE };
  double per_mm = lay->dpi / MM_PER_INCH;

  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      Search search = { ink, lay, colours[i] };
      g_autoptr (GArray) stains =
          hall_stains_find (ink, colours[i], MAX ((guint) (GAP_MM * per_mm + 0.5), 1),
                            (guint) (MAX_MM * per_mm));

      for (guint j = 0; j < stains->len; j++)
        {
          HallSeal *seal = look_at (&search, &g_array_index (stains, HallStain, j), page);

          if (seal == NULL)
            continue;
          seal->region = hall_seal_finder_name_region (plan, plan_page, seal->centre_mm);
          g_ptr_array_add (seals, seal);
        }
    }
}
