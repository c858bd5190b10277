/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-marks.h"

#define FAR_X (HALL_PAPER_WIDTH_MM - HALL_SHEET_MARKS_EDGE_MM - HALL_SHEET_MARKS_MM)
#define FAR_Y (HALL_PAPER_HEIGHT_MM - HALL_SHEET_MARKS_EDGE_MM - HALL_SHEET_MARKS_MM)

static const struct
{
  const char *name;
  HallBox box;
} marks[] = {
  { "top-left",
    { HALL_SHEET_MARKS_EDGE_MM, HALL_SHEET_MARKS_EDGE_MM, HALL_SHEET_MARKS_MM,
      HALL_SHEET_MARKS_MM } },
  { "top-right", { FAR_X, HALL_SHEET_MARKS_EDGE_MM, HALL_SHEET_MARKS_MM, HALL_SHEET_MARKS_MM } },
  { "bottom-left", { HALL_SHEET_MARKS_EDGE_MM, FAR_Y, HALL_SHEET_MARKS_MM, HALL_SHEET_MARKS_MM } },
  { "bottom-right", { FAR_X, FAR_Y, HALL_SHEET_MARKS_MM, HALL_SHEET_MARKS_MM } },
};

void
hall_sheet_marks_draw (HallPaper *paper, HallSheetPlan *plan)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      hall_paper_fill_circle (paper, 0, &marks[i].box);
      hall_sheet_plan_add (plan, HALL_REGION_MARK, marks[i].name, hall_paper_get_page (paper),
                           &marks[i].box);
    }
}
