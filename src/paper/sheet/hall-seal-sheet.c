/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-sheet.h"

#include "hall-error.h"
#include "hall-grid.h"
#include "hall-sheet-frame.h"

#define TITLE "电子签章采集表"
#define FOOT  "请用扫描仪彩色扫描整页原件，不要拍照或复印。"

/* An official seal is at most 45 mm wide, a private seal or a signature smaller: domain 4.2. */
#define OFFICIAL_MM        56.0
#define PRIVATE_WIDTH_MM   60.0
#define PRIVATE_HEIGHT_MM  40.0
#define CONFIRM_MM         60.0
#define CONFIRM_SPACING_MM 20.0 /* an official seal must not touch a private one */
#define BOX_GAP_MM         6.0
#define CAPTION_MM         6.0
#define CROSS_MM           5.0
#define BLOCK_GAP_MM       4.0

/* From the table down to the end of the last frame, the higher of the two variants. */
#define PRIVATE_MM \
  (2 * (BLOCK_GAP_MM + CAPTION_MM + PRIVATE_HEIGHT_MM) + CONFIRM_SPACING_MM + CONFIRM_MM)

#define ZH(label) hall_label_get ((label), HALL_LANG_ZH_CN)

static const HallTextStyle caption_style = { .size_pt = 9.5, .align = PANGO_ALIGN_CENTER };
static const HallTextStyle head_style = { .size_pt = 10.5, .bold = TRUE };
static const HallTextStyle rule_style = { .size_pt = 9.5, .line_factor = 0.95 };

static const char *const official_rules[] = {
  "使用单位公章，红色印油；合同专用章、财务专用章、发票专用章无效。",
  "公章盖在框内正中，五角星尖朝上，不压框线和文字。",
  "用力均匀，一次盖成，无重影、无缺损。三个框都要盖，审核时选用最清晰的一枚。",
  "纸面洁净平整，无折痕、无污点，框内不要有其他字迹。",
  "用扫描仪以 300 至 600 dpi 彩色扫描整页原件，不要拍照，不要修图。",
  "保存为 JPG 或 PDF，不超过 {limit}。打印出来的印章和电子印章图片无效。",
  NULL,
};

static const char *const private_rules[] = {
  "私章和手写签名任选一种，在选用的一种前面打钩。",
  "私章用红色印油，签名用黑色签字笔；盖（签）在框内正中，不压框线和文字。",
  "一次完成，无重影、无缺损。两个框都要盖（签），审核时选用较清晰的一个。",
  "最后在左侧框内加盖单位公章确认，不要与私章、签名重叠。",
  "纸面洁净平整，无折痕、无污点。",
  "用扫描仪以 300 至 600 dpi 彩色扫描整页原件，不要拍照，不要修图。",
  "保存为 JPG 或 PDF，不超过 {limit}。打印出来的印章和电子印章图片无效。",
  NULL,
};

/* What stands in the table at the top. Nothing is owned. */
typedef struct
{
  const char *organisation;
  const char *code;
  const char *type;
  const char *handler;
  const char *subject;
  gboolean is_for_person;
  gsize max_bytes;
} SheetFacts;

static void
draw_cross (HallPaper *paper, double x, double y)
{
  static const HallPen pen = { .width_mm = 0.2 };
  HallBox across = { x - CROSS_MM / 2, y, CROSS_MM, 0 };
  HallBox down = { x, y - CROSS_MM / 2, 0, CROSS_MM };

  hall_paper_draw_line (paper, &pen, &across);
  hall_paper_draw_line (paper, &pen, &down);
}

/* A clean white frame with a cross on each corner and its caption above. */
static void
draw_frame (HallPaper *paper, const char *caption, const HallBox *box)
{
  static const HallPen pen = { .width_mm = 0.2, .red = 0.35, .green = 0.75, .blue = 0.85 };
  HallBox text = { box->x, box->y - CAPTION_MM, box->width, CAPTION_MM };

  hall_paper_keep_clear (paper, box);
  hall_paper_draw_box (paper, &pen, box);
  for (guint i = 0; i < 4; i++)
    draw_cross (paper, box->x + (i % 2) * box->width, box->y + (i / 2) * box->height);
  hall_paper_draw_text (paper, &caption_style, caption, &text);
}

/* @count frames side by side, numbered. Returns: where they end */
static double
draw_frames (HallPaper *paper, const char *caption, guint count, const HallBox *first)
{
  HallBox box = *first;

  for (guint i = 0; i < count; i++, box.x += box.width + BOX_GAP_MM)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", caption, i + 1);

      draw_frame (paper, numbered, &box);
    }
  return first->y + first->height;
}

/* "2M": how people call it, and how the guide does. */
static char *
fill_in_limit (const char *rule, gsize max_bytes)
{
  gsize kib = max_bytes / 1024;
  g_autofree char *limit = kib % 1024 == 0 ? g_strdup_printf ("%" G_GSIZE_FORMAT "M", kib / 1024)
                                           : g_strdup_printf ("%" G_GSIZE_FORMAT "K", kib);
  GString *text = g_string_new (rule);

  g_string_replace (text, "{limit}", limit, 0);
  return g_string_free (text, FALSE);
}

static void
draw_rules (HallPaper *paper, const SheetFacts *facts, double x, double y)
{
  const char *const *rules = facts->is_for_person ? private_rules : official_rules;
  double width = HALL_PAPER_WIDTH_MM - HALL_PAPER_MARGIN_MM - x;
  HallBox head = { x, y, width, CAPTION_MM };

  y += hall_paper_draw_text (paper, &head_style, "采集要求", &head) + 1;
  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      g_autofree char *rule = fill_in_limit (rules[i], facts->max_bytes);
      HallBox number_box = { x, y, 6, 5 };
      HallBox text_box = { x + 6, y, width - 6, 5 };

      hall_paper_draw_text (paper, &rule_style, number, &number_box);
      y += hall_paper_draw_text (paper, &rule_style, rule, &text_box) + 1;
    }
}

static void
draw_official (HallPaper *paper, const SheetFacts *facts, double y)
{
  HallBox box = { HALL_PAPER_MARGIN_MM, y + BLOCK_GAP_MM + CAPTION_MM, OFFICIAL_MM, OFFICIAL_MM };

  y = draw_frames (paper, "公章印模", 3, &box);
  draw_rules (paper, facts, HALL_PAPER_MARGIN_MM, y + 2 * BLOCK_GAP_MM);
}

/* One way to give the impression: a box to tick, and two frames. Returns: where it ends */
static double
draw_way (HallPaper *paper, const char *way, const char *caption, double y)
{
  static const HallPen pen = { .width_mm = 0.25 };
  HallBox tick = { HALL_PAPER_MARGIN_MM, y + PRIVATE_HEIGHT_MM / 2 - 2, 4, 4 };
  HallBox text = { tick.x + 7, tick.y - 0.6, 40, 5 };
  HallBox box = { HALL_PAPER_WIDTH_MM - HALL_PAPER_MARGIN_MM - 2 * PRIVATE_WIDTH_MM - BOX_GAP_MM, y,
                  PRIVATE_WIDTH_MM, PRIVATE_HEIGHT_MM };

  hall_paper_draw_box (paper, &pen, &tick);
  hall_paper_draw_text (paper, &head_style, way, &text);
  return draw_frames (paper, caption, 2, &box);
}

static void
draw_private (HallPaper *paper, const SheetFacts *facts, double y)
{
  HallBox confirm = { HALL_PAPER_MARGIN_MM, 0, CONFIRM_MM, CONFIRM_MM };

  y = draw_way (paper, "采用私章", "私章印模", y + BLOCK_GAP_MM + CAPTION_MM);
  y = draw_way (paper, "采用手写签名", "手写签名", y + BLOCK_GAP_MM + CAPTION_MM);
  confirm.y = y + CONFIRM_SPACING_MM;
  draw_frame (paper, "单位公章确认", &confirm);
  draw_rules (paper, facts, confirm.x + CONFIRM_MM + 2 * BOX_GAP_MM, confirm.y - CAPTION_MM);
}

static double
draw_facts (HallPaper *paper, const SheetFacts *facts, double y)
{
  const HallGridItem organisation = { "机构名称", facts->organisation, FALSE };
  const HallGridItem type = { "证书类型", facts->type, FALSE };
  const HallGridItem handler = { "经办人", facts->handler, FALSE };
  const HallGridItem other = { facts->is_for_person ? "申请人" : "证件号码",
                               facts->is_for_person ? facts->subject : facts->code, FALSE };
  const HallGridItem date = { "采集日期", "　　　　年　　　月　　　日", FALSE };
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *group = hall_group_new ();

  g_ptr_array_add (page, group);
  g_ptr_array_add (group, hall_grid_wide (paper, &organisation));
  g_ptr_array_add (group, hall_grid_pair (paper, &type, &other));
  g_ptr_array_add (group, hall_grid_pair (paper, &handler, &date));
  return hall_groups_draw (page, paper, y, 0);
}

/* FALSE if the names at the top leave no room for the frames. */
static gboolean
draw_sheet (HallPaper *paper, const HallSheetFrame *frame, const SheetFacts *facts, GError **error)
{
  double bottom = hall_sheet_frame_get_bottom (frame);
  double y;

  hall_sheet_frame_draw (frame, paper, 1, 1);
  y = draw_facts (paper, facts, hall_sheet_frame_get_top (frame));
  if (y + PRIVATE_MM > bottom)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
                   "the names are too long for the seal capture sheet");
      return FALSE;
    }
  if (facts->is_for_person)
    draw_private (paper, facts, y);
  else
    draw_official (paper, facts, y);
  return TRUE;
}

GBytes *
hall_seal_sheet_print (const HallCatalog *catalog,
                       const HallApplication *application,
                       const HallSheetInfo *info,
                       GError **error)
{
  const HallCertificateType *type = hall_catalog_find_type (catalog, application->certificate_type);
  const HallRequirement *slot = hall_catalog_find_document (catalog, HALL_DOCUMENT_SEAL_SHEET);
  const HallSheetTexts texts = { HALL_SHEET_SEAL, TITLE, ZH (&catalog->label), FOOT };
  g_autoptr (HallSheetFrame) frame = NULL;
  g_autoptr (HallPaper) paper = NULL;
  SheetFacts facts;

  if (type == NULL || slot == NULL)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
                   "%s has no certificate type “%s” or no seal capture sheet", catalog->id,
                   application->certificate_type);
      return NULL;
    }
  facts = (SheetFacts){
    .organisation =
        hall_application_get_role (application, catalog, HALL_FIELD_ROLE_ORGANISATION_NAME),
    .code = hall_application_get_role (application, catalog, HALL_FIELD_ROLE_ORGANISATION_CODE),
    .type = ZH (&type->label),
    .handler = hall_application_get_role (application, catalog, HALL_FIELD_ROLE_HANDLER_NAME),
    .subject = hall_application_get_role (application, catalog, HALL_FIELD_ROLE_SUBJECT_NAME),
    .is_for_person = type->for_person,
    .max_bytes = slot->max_bytes,
  };
  frame = hall_sheet_frame_new (info, &texts, error);
  if (frame != NULL)
    paper = hall_paper_new (TITLE, info->hall_name, info->confirmed_at_s, error);
  if (paper == NULL || !draw_sheet (paper, frame, &facts, error))
    return NULL;
  return hall_paper_finish (paper, error);
}
