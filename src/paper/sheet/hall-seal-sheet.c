/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-sheet.h"

#include "hall-capture-frame.h"
#include "hall-error.h"
#include "hall-grid.h"
#include "hall-rule-list.h"
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
#define BLOCK_GAP_MM       4.0

/* From the table down to the end of the last frame, the higher of the two variants. */
#define PRIVATE_MM                                                                       \
  (2 * (BLOCK_GAP_MM + HALL_CAPTURE_CAPTION_MM + PRIVATE_HEIGHT_MM) + CONFIRM_SPACING_MM \
   + CONFIRM_MM)

#define ZH(label) hall_label_get ((label), HALL_LANG_ZH_CN)

static const HallTextStyle head_style = { .size_pt = 10.5, .bold = TRUE };

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

/* What a sheet is made from while it is made. Nothing is owned. */
typedef struct
{
  HallPaper *paper;
  HallSheetPlan *plan; /* (nullable) */
  const HallCatalog *catalog;
  const HallApplication *application;
  const HallCertificateType *type;
  gsize max_bytes; /* of the scan */
} SealSheet;

/* Frames side by side. */
typedef struct
{
  HallRegionKind kind;
  const char *caption;
  guint count;
  HallBox first;
} FrameRow;

/* Numbered from 1. Returns: where they end */
static double
draw_frames (const SealSheet *self, const FrameRow *row)
{
  HallBox box = row->first;

  for (guint i = 1; i <= row->count; i++, box.x += box.width + BOX_GAP_MM)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *caption = g_strdup_printf ("%s %u", row->caption, i);
      HallCaptureFrame frame = { row->kind, number, caption, box };

      hall_capture_frame_draw (&frame, self->paper, self->plan);
    }
  return box.y + box.height;
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
draw_rules (const SealSheet *self, double x, double y)
{
  const char *const *rules = self->type->for_person ? private_rules : official_rules;
  g_autoptr (GPtrArray) filled = g_ptr_array_new_with_free_func (g_free);
  HallBox box = { x, y, HALL_PAPER_WIDTH_MM - HALL_PAPER_MARGIN_MM - x, 0 };

  for (guint i = 0; rules[i] != NULL; i++)
    g_ptr_array_add (filled, fill_in_limit (rules[i], self->max_bytes));
  g_ptr_array_add (filled, NULL);
  hall_rule_list_draw (self->paper, "采集要求", (const char *const *) filled->pdata, &box);
}

static void
draw_official (const SealSheet *self, double y)
{
  FrameRow row = {
    HALL_REGION_OFFICIAL_FRAME,
    "公章印模",
    3,
    { HALL_PAPER_MARGIN_MM, y + BLOCK_GAP_MM + HALL_CAPTURE_CAPTION_MM, OFFICIAL_MM, OFFICIAL_MM },
  };

  y = draw_frames (self, &row);
  draw_rules (self, HALL_PAPER_MARGIN_MM, y + 2 * BLOCK_GAP_MM);
}

/* One way to give the impression: a box to tick, and two frames. */
typedef struct
{
  const char *name; /* in the plan */
  const char *label;
  HallRegionKind kind;
  const char *caption;
} Way;

/* Returns: where it ends */
static double
draw_way (const SealSheet *self, const Way *way, double y)
{
  static const HallPen pen = { .width_mm = 0.25 };
  HallBox tick = { HALL_PAPER_MARGIN_MM, y + PRIVATE_HEIGHT_MM / 2 - 2, 4, 4 };
  HallBox text = { tick.x + 7, tick.y - 0.6, 40, 5 };
  FrameRow row = {
    way->kind,
    way->caption,
    2,
    { HALL_PAPER_WIDTH_MM - HALL_PAPER_MARGIN_MM - 2 * PRIVATE_WIDTH_MM - BOX_GAP_MM, y,
      PRIVATE_WIDTH_MM, PRIVATE_HEIGHT_MM },
  };

  hall_paper_draw_box (self->paper, &pen, &tick);
  hall_sheet_plan_add (self->plan, HALL_REGION_TICK, way->name, hall_paper_get_page (self->paper),
                       &tick);
  hall_paper_draw_text (self->paper, &head_style, way->label, &text);
  return draw_frames (self, &row);
}

static void
draw_private (const SealSheet *self, double y)
{
  static const Way ways[] = {
    { "private", "采用私章", HALL_REGION_PRIVATE_FRAME, "私章印模" },
    { "signature", "采用手写签名", HALL_REGION_SIGNATURE_FRAME, "手写签名" },
  };
  HallCaptureFrame confirm = { HALL_REGION_CONFIRM_FRAME,
                               NULL,
                               "单位公章确认",
                               { HALL_PAPER_MARGIN_MM, 0, CONFIRM_MM, CONFIRM_MM } };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    y = draw_way (self, &ways[i], y + BLOCK_GAP_MM + HALL_CAPTURE_CAPTION_MM);
  confirm.box.y = y + CONFIRM_SPACING_MM;
  hall_capture_frame_draw (&confirm, self->paper, self->plan);
  draw_rules (self, confirm.box.x + CONFIRM_MM + 2 * BOX_GAP_MM,
              confirm.box.y - HALL_CAPTURE_CAPTION_MM);
}

static HallGridItem
make_item (const SealSheet *self, const char *label, HallFieldRole role)
{
  const HallField *field = self->catalog->roles[role];

  return (HallGridItem){ label, hall_application_get_role (self->application, self->catalog, role),
                         FALSE, field != NULL ? field->id : NULL };
}

static double
draw_facts (const SealSheet *self, double y)
{
  const HallGridItem organisation = make_item (self, "机构名称", HALL_FIELD_ROLE_ORGANISATION_NAME);
  const HallGridItem type = { "证书类型", ZH (&self->type->label), FALSE, "certificate.type" };
  const HallGridItem handler = make_item (self, "经办人", HALL_FIELD_ROLE_HANDLER_NAME);
  const HallGridItem other = self->type->for_person
                                 ? make_item (self, "申请人", HALL_FIELD_ROLE_SUBJECT_NAME)
                                 : make_item (self, "证件号码", HALL_FIELD_ROLE_ORGANISATION_CODE);
  const HallGridItem date = { "采集日期", "　　　　年　　　月　　　日", FALSE, NULL };
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *group = hall_group_new ();

  g_ptr_array_add (page, group);
  g_ptr_array_add (group, hall_grid_wide (self->paper, &organisation));
  g_ptr_array_add (group, hall_grid_pair (self->paper, &type, &other));
  g_ptr_array_add (group, hall_grid_pair (self->paper, &handler, &date));
  return hall_groups_draw (page, self->paper, self->plan, y, 0);
}

/* FALSE if the names at the top leave no room for the frames. */
static gboolean
draw_sheet (const SealSheet *self, const HallSheetFrame *frame, GError **error)
{
  double bottom = hall_sheet_frame_get_bottom (frame);
  double y;

  hall_sheet_frame_draw (frame, self->paper, self->plan, 1);
  y = draw_facts (self, hall_sheet_frame_get_top (frame));
  if (y + PRIVATE_MM > bottom)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
                   "the names are too long for the seal capture sheet");
      return FALSE;
    }
  if (self->type->for_person)
    draw_private (self, y);
  else
    draw_official (self, y);
  return TRUE;
}

GBytes *
hall_seal_sheet_print (const HallCatalog *catalog,
                       const HallApplication *application,
                       const HallSheetInfo *info,
                       HallSheetPlan *plan,
                       GError **error)
{
  const HallRequirement *slot = hall_catalog_find_document (catalog, HALL_DOCUMENT_SEAL_SHEET);
  const HallSheetTexts texts = { HALL_SHEET_SEAL, TITLE, ZH (&catalog->label), FOOT };
  SealSheet self = {
    .plan = plan,
    .catalog = catalog,
    .application = application,
    .type = hall_catalog_find_type (catalog, application->certificate_type),
    .max_bytes = slot != NULL ? slot->max_bytes : 0,
  };
  g_autoptr (HallSheetFrame) frame = NULL;
  g_autoptr (HallPaper) paper = NULL;

  if (self.type == NULL || slot == NULL)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
                   "%s has no certificate type “%s” or no seal capture sheet", catalog->id,
                   application->certificate_type);
      return NULL;
    }
  frame = hall_sheet_frame_new (info, &texts, error);
  if (frame != NULL)
    paper = hall_paper_new (TITLE, info->hall_name, info->confirmed_at_s, error);
  self.paper = paper;
  if (paper == NULL || !draw_sheet (&self, frame, error))
    return NULL;
  return hall_paper_finish (paper, error);
}
