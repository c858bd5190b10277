/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-light-examiner.h"

#include "hall-lighting.h"
#include "hall-sharpness.h"

/* What is asked for is 150; scanners and their papers are a little off. */
#define MIN_DPI       130
#define MIN_A4_ASPECT 1.3 /* a picture of another shape is not a whole sheet */
#define MAX_A4_ASPECT 1.55

#define MAX_CUT_MM 5 /* of the sheet: scanners leave out so much of the margin */

static void
judge_sharpness (const HallLookPage *page, const HallTiles *tiles, HallLook *look)
{
  double sharpness = hall_sharpness_measure (tiles);

  if (sharpness <= 0)
    return;
  look->sharpness = look->sharpness > 0 ? MIN (look->sharpness, sharpness) : sharpness;
  if (sharpness < HALL_SHARPNESS_MIN)
    hall_look_add (look, HALL_ISSUE_SCAN_BLURRED, page->number, -1, NULL);
}

static void
judge_dpi (const HallLookPage *page, HallLook *look)
{
  double longer = MAX (page->pixels.width, page->pixels.height);
  double aspect = longer / MIN (page->pixels.width, page->pixels.height);

  if (page->source_dpi > 0 && page->source_dpi < MIN_DPI && aspect >= MIN_A4_ASPECT
      && aspect <= MAX_A4_ASPECT)
    hall_look_add (look, HALL_ISSUE_SCAN_COARSE, page->number, (gint64) (page->source_dpi + 0.5),
                   NULL);
}

/* Both ends of an edge of the sheet lie beyond the picture; of a sheet that lies turned on its
 * scanner, one end of each does. */
static gboolean
lacks_an_edge (const HallSheetLay *lay)
{
  const double x[] = { MAX_CUT_MM, lay->width_mm - MAX_CUT_MM };
  const double y[] = { MAX_CUT_MM, lay->height_mm - MAX_CUT_MM };
  HallPoint corners[2][2];

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 2; j++)
      corners[i][j] = hall_sheet_lay_to_picture (lay, x[i], y[j]);
  for (guint i = 0; i < 4; i++)
    {
      const HallPoint *a = i < 2 ? &corners[i][0] : &corners[0][i - 2];
      const HallPoint *b = i < 2 ? &corners[i][1] : &corners[1][i - 2];

      if (MAX (a->x, b->x) < 0 || MAX (a->y, b->y) < 0 || MIN (a->x, b->x) > lay->width
          || MIN (a->y, b->y) > lay->height)
        return TRUE;
    }
  return FALSE;
}

static void
judge_light (const HallLookPage *page, const HallTiles *tiles, HallLook *look)
{
  HallPlace place = { .page = page->number };

  if (hall_lighting_is_dark (tiles))
    hall_look_add (look, HALL_ISSUE_SCAN_DARK, page->number, -1, NULL);
  if (hall_lighting_find_glare (tiles, &place))
    hall_look_add (look, HALL_ISSUE_SCAN_GLARE, page->number, -1, &place);
  if ((page->lay.is_known && lacks_an_edge (&page->lay))
      || hall_lighting_is_cut (tiles, &page->pixels))
    hall_look_add (look, HALL_ISSUE_SCAN_CUT, page->number, -1, NULL);
}

/* A sheet straight from the program is no paper, and need not be. */
static gboolean
wants_paper (const HallLookOptions *options)
{
  return options->is_by_hand || !options->wants_code;
}

void
hall_light_examine (const HallLookPage *page, HallLook *look)
{
  g_autoptr (HallTiles) tiles = NULL;

  if (!(page->dpi > 0))
    return;
  tiles = hall_tiles_new (&page->pixels, page->dpi);
  if (wants_paper (page->options) && hall_lighting_is_screenshot (tiles))
    hall_look_add (look, HALL_ISSUE_SCAN_SCREENSHOT, page->number, -1, NULL);
  if (hall_lighting_is_blank (tiles))
    {
      hall_look_add (look, HALL_ISSUE_SCAN_BLANK, page->number, -1, NULL);
      return;
    }
  judge_sharpness (page, tiles, look);
  judge_dpi (page, look);
  judge_light (page, tiles, look);
}
