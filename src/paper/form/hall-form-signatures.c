/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-form-signatures.h"

#define SIGN_MM      21.0 /* high, and 62 wide: a signature needs 60 x 20 */
#define DATE_MM      6.5
#define SIGNED_MM    (SIGN_MM + DATE_MM)
#define HALL_BAND_MM 5.6
#define HALL_ROW_MM  6.4
#define HALL_ROWS    4

/* An enterprise's seal is round and at most 45 mm wide: State Council 1999, no. 25. */
#define SEAL_MM         48.0
#define SEAL_CAPTION_MM 6.0

static const HallPen thin = { .width_mm = 0.15 };
static const HallPen dashed = {
  .width_mm = 0.25, .red = 0.45, .green = 0.45, .blue = 0.45, .dashed = TRUE
};

static const char *const hall_rows[HALL_ROWS] = { "受理员", "审核员", "受理日期", "受理结果" };

static void
draw_line (HallPaper *paper, double x, double y, double width, double height)
{
  HallBox box = { x, y, width, height };

  hall_paper_draw_line (paper, &thin, &box);
}

/* A label in the label column, in the middle of @height. */
static void
draw_label (HallPaper *paper, const char *label, double x, double y, double height)
{
  double width = HALL_GRID_LABEL_MM - 2 * HALL_GRID_INSET_MM;
  g_autoptr (PangoLayout) layout = hall_paper_layout (paper, &hall_grid_label_style, label, width);

  hall_paper_draw_layout (paper, layout, x + HALL_GRID_INSET_MM,
                          y + (height - hall_layout_get_height_mm (layout)) / 2);
}

/* Somebody's signature and its date; @name: in the plan. */
static void
draw_signed (const HallFormTable *table, const char *name, const char *label, double x, double y)
{
  static const HallTextStyle style = { .size_pt = 9.5, .align = PANGO_ALIGN_RIGHT };
  HallPaper *paper = table->paper;
  HallBox sign = { x + HALL_GRID_LABEL_MM, y, HALL_GRID_VALUE_MM, SIGN_MM };
  HallBox date = { sign.x, y + SIGN_MM, HALL_GRID_VALUE_MM - HALL_GRID_INSET_MM, DATE_MM };

  draw_label (paper, label, x, y, SIGNED_MM);
  draw_line (paper, sign.x, y, 0, SIGNED_MM);
  hall_paper_keep_clear (paper, &sign);
  hall_paper_draw_text (paper, &style, "日期：　　　　年　　　月　　　日", &date);
  hall_sheet_plan_add (table->plan, HALL_REGION_SIGNATURE, name, hall_paper_get_page (paper),
                       &sign);
}

static void
draw_band (HallPaper *paper, double x, double y, double width)
{
  static const HallTextStyle style = { .size_pt = 8.5, .bold = TRUE };
  g_autoptr (PangoLayout) layout = hall_paper_layout (paper, &style, "以下由受理机构填写", -1);
  HallBox band = { x, y, width, HALL_BAND_MM };

  hall_paper_fill_box (paper, 0.92, &band);
  hall_paper_draw_box (paper, &thin, &band);
  hall_paper_draw_layout (paper, layout, x + HALL_GRID_INSET_MM,
                          y + (HALL_BAND_MM - hall_layout_get_height_mm (layout)) / 2);
}

/* How the hall's rows lie in their part of the table. */
typedef struct
{
  guint columns;
  double label_mm, column_mm;
} HallRows;

static const HallRows under_signature = { 1, HALL_GRID_LABEL_MM, HALL_GRID_HALF_MM };
static const HallRows across_the_foot = { HALL_ROWS, 18.0, HALL_PAPER_INNER_MM / HALL_ROWS };

static double
get_height (const HallRows *rows)
{
  return HALL_BAND_MM + HALL_ROWS / rows->columns * HALL_ROW_MM;
}

static void
draw_hall_rows (HallPaper *paper, const HallRows *rows, double left, double y)
{
  draw_band (paper, left, y, rows->columns * rows->column_mm);
  y += HALL_BAND_MM;
  for (guint i = 0; i < HALL_ROWS; i++)
    {
      double x = left + (i % rows->columns) * rows->column_mm;
      double top = y + (i / rows->columns) * HALL_ROW_MM;

      draw_label (paper, hall_rows[i], x, top, HALL_ROW_MM);
      draw_line (paper, x + rows->label_mm, top, 0, HALL_ROW_MM);
      if (i >= rows->columns)
        draw_line (paper, x, top, rows->column_mm, 0);
      if (i % rows->columns > 0)
        draw_line (paper, x, top, 0, HALL_ROW_MM);
    }
}

static void
draw_seal (const HallFormTable *table, double x, double y, double height)
{
  static const HallTextStyle style = { .size_pt = 9.5, .grey = 0.25, .align = PANGO_ALIGN_CENTER };
  HallBox caption = { x, y + 0.8, HALL_GRID_HALF_MM, SEAL_CAPTION_MM };
  HallBox circle = { x + (HALL_GRID_HALF_MM - SEAL_MM) / 2,
                     y + SEAL_CAPTION_MM + (height - SEAL_CAPTION_MM - SEAL_MM) / 2, SEAL_MM,
                     SEAL_MM };

  draw_line (table->paper, x, y, 0, height);
  hall_paper_draw_text (table->paper, &style, "加盖单位公章（红色鲜章）", &caption);
  hall_paper_keep_clear (table->paper, &circle);
  hall_paper_draw_circle (table->paper, &dashed, &circle);
  hall_sheet_plan_add (table->plan, HALL_REGION_SEAL, NULL, hall_paper_get_page (table->paper),
                       &circle);
}

/* Signature and the hall's rows on the left, the seal on the right. */
static void
draw_for_organisation (const HallStrip *strip, HallPaper *paper, double y, gpointer data)
{
  double x = HALL_PAPER_MARGIN_MM;

  draw_line (paper, x, y, HALL_PAPER_INNER_MM, 0);
  draw_signed (data, "handler", "经办人\n手写签名", x, y);
  draw_hall_rows (paper, &under_signature, x, y + SIGNED_MM);
  draw_seal (data, x + HALL_GRID_HALF_MM, y, strip->height);
}

/* Two signatures on the left, the seal on the right, the hall's rows below. */
static void
draw_for_person (const HallStrip *strip, HallPaper *paper, double y, gpointer data)
{
  double x = HALL_PAPER_MARGIN_MM;

  (void) strip;
  draw_line (paper, x, y, HALL_PAPER_INNER_MM, 0);
  draw_signed (data, "handler", "经办人\n手写签名", x, y);
  draw_line (paper, x, y + SIGNED_MM, HALL_GRID_HALF_MM, 0);
  draw_signed (data, "subject", "申请人\n手写签名", x, y + SIGNED_MM);
  draw_seal (data, x + HALL_GRID_HALF_MM, y, 2 * SIGNED_MM);
  draw_hall_rows (paper, &across_the_foot, x, y + 2 * SIGNED_MM);
}

HallStrip *
hall_form_signatures_make (HallFormTable *table)
{
  if (table->type->for_person)
    return hall_strip_new_drawn (2 * SIGNED_MM + get_height (&across_the_foot), draw_for_person,
                                 table);
  return hall_strip_new_drawn (SIGNED_MM + get_height (&under_signature), draw_for_organisation,
                               table);
}
