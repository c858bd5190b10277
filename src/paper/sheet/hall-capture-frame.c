/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-capture-frame.h"

#define CROSS_MM 5.0

static const HallTextStyle caption_style = { .size_pt = 9.5, .align = PANGO_ALIGN_CENTER };

static void
draw_cross (HallPaper *paper, double x, double y)
{
  static const HallPen pen = { .width_mm = 0.2 };
  HallBox across = { x - CROSS_MM / 2, y, CROSS_MM, 0 };
  HallBox down = { x, y - CROSS_MM / 2, 0, CROSS_MM };

  hall_paper_draw_line (paper, &pen, &across);
  hall_paper_draw_line (paper, &pen, &down);
}

void
hall_capture_frame_draw (const HallCaptureFrame *self, HallPaper *paper, HallSheetPlan *plan)
{
  static const HallPen pen = { .width_mm = 0.2, .red = 0.35, .green = 0.75, .blue = 0.85 };
  const HallBox *box = &self->box;
  HallBox text = { box->x, box->y - HALL_CAPTURE_CAPTION_MM, box->width, HALL_CAPTURE_CAPTION_MM };

  hall_paper_keep_clear (paper, box);
  hall_paper_draw_box (paper, &pen, box);
  for (guint i = 0; i < 4; i++)
    draw_cross (paper, box->x + (i % 2) * box->width, box->y + (i / 2) * box->height);
  hall_paper_draw_text (paper, &caption_style, self->caption, &text);
  hall_sheet_plan_add (plan, self->kind, self->name, hall_paper_get_page (paper), box);
}
