/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-check.h"

#include <math.h>

#include "hall-black-seal.h"
#include "hall-seal-finder.h"

/* The colour of ink is seen well enough at this. */
#define INK_DPI 75

/* Official seals measure 35 to 47 mm; smaller rings are seals of persons. A mm is left for the
 * ink that spreads and for the printer's scale. */
#define OFFICIAL_MIN_MM 28.0
#define MIN_MM          34.0
#define MAX_MM          48.0

#define MIN_ROUNDNESS 0.93
#define MAX_ASIDE_MM  8.0 /* from the middle of the circle that is printed for it */

static gboolean
is_official (const HallSeal *seal)
{
  return seal->diameter_mm >= OFFICIAL_MIN_MM;
}

static void
add_black_seal (const HallLookPage *page,
                const HallInk *ink,
                const HallSheetLay *lay,
                HallLook *look)
{
  HallRing ring;
  HallSeal *seal;
  HallBox box;

  if (!hall_black_seal_find (ink, lay, &ring))
    return;
  box = (HallBox){ ring.centre.x - ring.diameter / 2, ring.centre.y - ring.diameter / 2,
                   ring.diameter, ring.diameter };
  seal = g_new0 (HallSeal, 1);
  seal->colour = HALL_SEAL_BLACK;
  seal->centre_mm = ring.centre;
  seal->diameter_mm = ring.diameter;
  seal->roundness = ring.roundness;
  seal->complete = TRUE;
  seal->region =
      hall_seal_finder_name_region (hall_look_page_get_plan (page), page->sheet_page, ring.centre);
  seal->place = hall_sheet_lay_place (lay, page->number, &box);
  g_ptr_array_add (look->seals, seal);
}

/* What lies beside the sheet may be as red as ink: the wood of a desk. */
static void
wipe_desk (HallInk *ink, const HallSheetLay *lay)
{
  for (guint y = 0; y < ink->height; y++)
    for (guint x = 0; x < ink->width; x++)
      {
        HallPoint at = hall_sheet_lay_to_page (lay, x + 0.5, y + 0.5);

        if (at.x < 0 || at.y < 0 || at.x > lay->width_mm || at.y > lay->height_mm)
          for (guint i = 0; i < HALL_N_INKS; i++)
            ink->planes[i][(gsize) y * ink->width + x] = 0;
      }
}

void
hall_seal_check_page (const HallLookPage *page, HallLook *look)
{
  guint divide = MAX ((guint) (page->dpi / INK_DPI + 0.5), 1);
  HallSheetLay lay = hall_sheet_lay_scale (&page->lay, 1.0 / divide);
  g_autoptr (HallInk) ink = hall_ink_new (&page->pixels, divide);
  guint before = look->seals->len;

  if (lay.is_known)
    wipe_desk (ink, &lay);
  hall_seal_finder_find (ink, &lay, page->number, hall_look_page_get_plan (page), page->sheet_page,
                         look->seals);
  if (look->seals->len == before && hall_look_options_wants_seal (page->options))
    add_black_seal (page, ink, &lay, look);
}

/* Whether it stands beside the circle that is printed for it. */
static gboolean
is_misplaced (const HallSeal *seal, const HallSheetPlan *plan)
{
  const HallRegion *region =
      plan != NULL ? hall_sheet_plan_find (plan, HALL_REGION_SEAL, NULL) : NULL;

  if (region == NULL)
    return FALSE;
  return !g_str_equal (seal->region, hall_region_kind_get_name (HALL_REGION_SEAL))
         || hypot (seal->centre_mm.x - region->box.x - region->box.width / 2,
                   seal->centre_mm.y - region->box.y - region->box.height / 2)
                > MAX_ASIDE_MM;
}

/* What can be wrong with a seal, worst first. */
static HallIssueCode
find_fault (const HallSeal *seal, const HallSheetPlan *plan)
{
  if (seal->colour == HALL_SEAL_BLACK)
    return HALL_ISSUE_SEAL_BLACK;
  if (!seal->complete)
    return HALL_ISSUE_SEAL_PARTIAL;
  if (seal->pale)
    return HALL_ISSUE_SEAL_PALE;
  if (seal->roundness < MIN_ROUNDNESS)
    return HALL_ISSUE_SEAL_NOT_ROUND;
  if (seal->diameter_mm < MIN_MM || seal->diameter_mm > MAX_MM)
    return HALL_ISSUE_SEAL_SIZE;
  return is_misplaced (seal, plan) ? HALL_ISSUE_SEAL_MISPLACED : HALL_ISSUE_NONE;
}

/* How bad each fault is: the best of several seals counts. */
static guint
rank_fault (HallIssueCode fault)
{
  static const HallIssueCode ranks[] = {
    HALL_ISSUE_NONE,           HALL_ISSUE_SEAL_MISPLACED, HALL_ISSUE_SEAL_SIZE,
    HALL_ISSUE_SEAL_NOT_ROUND, HALL_ISSUE_SEAL_PALE,      HALL_ISSUE_SEAL_PARTIAL,
    HALL_ISSUE_SEAL_BLACK,
  };
  guint rank = 0;

  while (rank < G_N_ELEMENTS (ranks) && ranks[rank] != fault)
    rank++;
  return rank;
}

void
hall_seal_check_file (HallLook *look, const HallLookOptions *options)
{
  const HallSheetPlan *plan = options->sheet != NULL ? options->sheet->plan : NULL;
  const HallSeal *best = NULL;
  HallIssueCode fault = HALL_ISSUE_NONE;

  if (!hall_look_options_wants_seal (options) || !look->examined)
    return;
  for (guint i = 0; i < look->seals->len; i++)
    {
      const HallSeal *seal = g_ptr_array_index (look->seals, i);
      HallIssueCode own = find_fault (seal, plan);

      if (!is_official (seal) || (best != NULL && rank_fault (own) >= rank_fault (fault)))
        continue;
      best = seal;
      fault = own;
    }
  if (best == NULL)
    hall_look_add (look, HALL_ISSUE_SEAL_MISSING, -1, -1, NULL);
  else if (fault == HALL_ISSUE_SEAL_SIZE)
    hall_look_add (look, fault, (gint64) (best->diameter_mm + 0.5), -1, &best->place);
  else if (fault != HALL_ISSUE_NONE)
    hall_look_add (look, fault, -1, -1, &best->place);
}
