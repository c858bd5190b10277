/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-spot.h"

/* In the order of the corners. */
static const HallPoint unit[] = { { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } };

void
hall_sheet_spot_from_lay (HallSheetSpot *self,
                          guint page,
                          guint sheet_page,
                          const HallSheetLay *lay)
{
  self->page = page;
  self->sheet_page = sheet_page;
  for (guint i = 0; i < G_N_ELEMENTS (unit); i++)
    {
      HallPoint corner =
          hall_sheet_lay_to_picture (lay, unit[i].x * lay->width_mm, unit[i].y * lay->height_mm);

      self->corners[i] = (HallPoint){ corner.x / lay->width, corner.y / lay->height };
    }
}

gboolean
hall_sheet_spot_get_warp (const HallSheetSpot *self, HallWarp *warp)
{
  HallWarp back;

  return hall_warp_from_points (warp, unit, self->corners) && hall_warp_invert (warp, &back);
}

HallPlace
hall_sheet_spot_place (const HallSheetSpot *self, const HallBox *box)
{
  double left = 1, top = 1, right = 0, bottom = 0;
  HallWarp warp;

  if (!hall_sheet_spot_get_warp (self, &warp))
    return (HallPlace){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (unit); i++)
    {
      HallPoint at = { (box->x + unit[i].x * box->width) / HALL_PAPER_WIDTH_MM,
                       (box->y + unit[i].y * box->height) / HALL_PAPER_HEIGHT_MM };
      HallPoint seen = hall_warp_map (&warp, at);

      left = MIN (left, CLAMP (seen.x, 0, 1));
      top = MIN (top, CLAMP (seen.y, 0, 1));
      right = MAX (right, CLAMP (seen.x, 0, 1));
      bottom = MAX (bottom, CLAMP (seen.y, 0, 1));
    }
  if (right <= left || bottom <= top)
    return (HallPlace){ 0 };
  return (HallPlace){ self->page, left, top, right - left, bottom - top };
}
