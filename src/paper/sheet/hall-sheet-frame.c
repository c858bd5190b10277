/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-frame.h"

#include "hall-qr.h"
#include "hall-sheet-marks.h"

#define MODULE_MM  1.0 /* a module must cover 3.3 pixels of a scan: it does from 85 dpi up */
#define CODE_MM    3.5 /* height of the code's text */
#define GAP_MM     2.0
#define TITLE_Y_MM 22.0
#define FACTS_Y_MM 33.4
#define FACT_MM    5.0
#define FOOT_Y_MM  277.5

/* The facts under the title stand at the edges of the table below. */
#define FACT_LABEL_MM 30.0
#define FACT_VALUE_MM 45.0

#define PRACTICE_TEXT "练习 · 无效"

struct _HallSheetFrame
{
  const HallSheetInfo *info;
  const HallSheetTexts *texts;
  HallQr *qr;
  char *code;
};

HallSheetFrame *
hall_sheet_frame_new (const HallSheetInfo *info, const HallSheetTexts *texts, GError **error)
{
  g_autoptr (HallFormCode) code = hall_sheet_info_make_code (info, texts->sheet);
  g_autofree char *text = hall_form_code_to_text (code);
  HallQr *qr = hall_qr_new (text, error);
  HallSheetFrame *self;

  if (qr == NULL)
    return NULL;
  self = g_new0 (HallSheetFrame, 1);
  self->info = info;
  self->texts = texts;
  self->qr = qr;
  self->code = g_steal_pointer (&text);
  return self;
}

void
hall_sheet_frame_free (HallSheetFrame *self)
{
  hall_qr_free (self->qr);
  g_free (self->code);
  g_free (self);
}

/* The code's quiet zone may lie in the page's margin, which is white. */
static double
get_code_side (const HallSheetFrame *self)
{
  return hall_qr_get_size (self->qr) * MODULE_MM;
}

double
hall_sheet_frame_get_top (const HallSheetFrame *self)
{
  return HALL_PAPER_MARGIN_MM + get_code_side (self) + HALL_QR_QUIET_MODULES * MODULE_MM + CODE_MM
         + GAP_MM;
}

double
hall_sheet_frame_get_bottom (const HallSheetFrame *self)
{
  (void) self;
  return FOOT_Y_MM - GAP_MM;
}

static void
draw_code (const HallSheetFrame *self, HallPaper *paper, HallSheetPlan *plan)
{
  static const HallTextStyle style = { .size_pt = 7, .align = PANGO_ALIGN_RIGHT };
  double side = get_code_side (self);
  double right = HALL_PAPER_WIDTH_MM - HALL_PAPER_MARGIN_MM;
  double quiet_mm = HALL_QR_QUIET_MODULES * MODULE_MM;
  HallBox code = { right - side, HALL_PAPER_MARGIN_MM, side, side };
  HallBox quiet = { code.x - quiet_mm, code.y - quiet_mm, side + 2 * quiet_mm,
                    side + 2 * quiet_mm };
  HallBox box = { HALL_PAPER_MARGIN_MM,
                  HALL_PAPER_MARGIN_MM + side + HALL_QR_QUIET_MODULES * MODULE_MM,
                  HALL_PAPER_INNER_MM, CODE_MM };

  hall_qr_draw (self->qr, hall_paper_get_cairo (paper), HALL_MM_TO_PT (code.x),
                HALL_MM_TO_PT (code.y), HALL_MM_TO_PT (MODULE_MM));
  hall_paper_keep_clear (paper, &quiet);
  hall_sheet_plan_add (plan, HALL_REGION_CODE, NULL, hall_paper_get_page (paper), &code);
  hall_paper_draw_text (paper, &style, self->code, &box);
}

/* In the middle of the page, as large as the room beside the code allows. */
static void
draw_title (const HallSheetFrame *self, HallPaper *paper)
{
  static const double sizes_pt[] = { 20, 18, 16, 14, 12 };
  double right = HALL_PAPER_WIDTH_MM - HALL_PAPER_MARGIN_MM - get_code_side (self)
                 - HALL_QR_QUIET_MODULES * MODULE_MM;
  double width = 2 * (right - HALL_PAPER_WIDTH_MM / 2);
  HallTextStyle style = { .bold = TRUE, .align = PANGO_ALIGN_CENTER };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes_pt); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;

      style.size_pt = sizes_pt[i];
      layout = hall_paper_layout (paper, &style, self->texts->title, width);
      if (pango_layout_get_line_count (layout) > 1 && i + 1 < G_N_ELEMENTS (sizes_pt))
        continue;
      hall_paper_draw_layout (paper, layout, HALL_PAPER_WIDTH_MM / 2 - width / 2, TITLE_Y_MM);
      return;
    }
}

static void
draw_fact (HallPaper *paper, const char *label, const char *value, double x, double y)
{
  static const HallTextStyle label_style = { .size_pt = 9, .grey = 0.25 };
  static const HallTextStyle value_style = { .size_pt = 9 };
  HallBox label_box = { x, y, FACT_LABEL_MM, FACT_MM };
  HallBox value_box = { x + FACT_LABEL_MM, y, FACT_VALUE_MM, FACT_MM };

  hall_paper_draw_text (paper, &label_style, label, &label_box);
  hall_paper_draw_text (paper, &value_style, value, &value_box);
}

static void
draw_facts (const HallSheetFrame *self, HallPaper *paper)
{
  const HallSheetInfo *info = self->info;
  g_autofree char *time = hall_sheet_info_format_time (info);
  g_autofree char *hash = hall_form_code_shorten_hash (info->sha256);
  g_autofree char *revision = g_strdup_printf ("第 %u 版", info->revision);
  double left = HALL_PAPER_MARGIN_MM, middle = left + HALL_PAPER_INNER_MM / 2;
  double y = FACTS_Y_MM;

  draw_fact (paper, "业务单号", info->order != NULL ? info->order : "草稿（尚无单号）", left, y);
  draw_fact (paper, "打印版次", info->order != NULL ? revision : "草稿", middle, y);
  draw_fact (paper, "确认时间", time, left, y + FACT_MM);
  draw_fact (paper, "内容校验码", hash, middle, y + FACT_MM);
}

static void
draw_head (const HallSheetFrame *self, HallPaper *paper)
{
  static const HallTextStyle style = { .size_pt = 9, .grey = 0.25 };
  HallBox box = { HALL_PAPER_MARGIN_MM, HALL_PAPER_MARGIN_MM, 140, FACT_MM };
  const char *hall = self->info->hall_name != NULL ? self->info->hall_name : "";
  g_autofree char *line =
      g_strdup_printf ("%s%s%s", hall, *hall != '\0' ? "　" : "", self->texts->project);

  hall_paper_draw_text (paper, &style, line, &box);
  draw_title (self, paper);
  draw_facts (self, paper);
}

static void
draw_foot (const HallSheetFrame *self, HallPaper *paper, guint n_pages)
{
  static const HallTextStyle left = { .size_pt = 8.5 };
  static const HallTextStyle right = { .size_pt = 8.5, .align = PANGO_ALIGN_RIGHT };
  static const HallTextStyle middle = { .size_pt = 8.5, .bold = TRUE, .align = PANGO_ALIGN_CENTER };
  HallBox box = { HALL_PAPER_MARGIN_MM, FOOT_Y_MM, HALL_PAPER_INNER_MM, 4 };
  g_autofree char *count =
      g_strdup_printf ("第 %u 页，共 %u 页", hall_paper_get_page (paper), n_pages);

  hall_paper_draw_text (paper, &left, self->texts->foot, &box);
  hall_paper_draw_text (paper, &right, count, &box);
  if (self->info->practice)
    hall_paper_draw_text (paper, &middle, PRACTICE_TEXT, &box);
}

void
hall_sheet_frame_draw (const HallSheetFrame *self,
                       HallPaper *paper,
                       HallSheetPlan *plan,
                       guint n_pages)
{
  hall_paper_begin_page (paper);
  if (self->info->practice)
    hall_paper_set_across (paper, PRACTICE_TEXT);
  hall_sheet_marks_draw (paper, plan);
  draw_code (self, paper, plan);
  draw_head (self, paper);
  draw_foot (self, paper, n_pages);
}
