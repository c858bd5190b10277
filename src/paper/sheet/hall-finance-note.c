/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-finance-note.h"

#include "hall-error.h"
#include "hall-grid.h"
#include "hall-mask.h"
#include "hall-rule-list.h"

#define TITLE "0.01 元到账说明（请转交财务人员）"
#define FOOT  "本说明不含密码，可以转交、转发。"

#define TITLE_Y_MM    22.0
#define GREETING_Y_MM 36.0
#define LINE_MM       5.0
#define BLOCK_GAP_MM  6.0
#define FOOT_Y_MM     277.5

#define PRACTICE_TEXT "练习 · 无效"

#define ZH(label) hall_label_get ((label), HALL_LANG_ZH_CN)

/* What differs between the two ways to prove an account; see HallFinAuthMode. */
typedef struct
{
  const char *greeting;
  const char *place; /* where in the transfer */
  const char *const *todo;
} NoteTexts;

static const char *const todo_pin[] = {
  "收到这笔 0.01 元后，在网上银行打开该笔交易的明细或电子回单，查看“附言”（有的银行称“摘要”“用途”"
  "或“备注”）。",
  "附言中“证书PIN码”后面的数字就是数字证书的初始 PIN 码，请原样抄录，不要漏掉开头的 0。",
  "把 PIN 码当面或电话告知上述经办人本人。经办人首次使用数字证书时要用到它。",
  "0.01 元按实际入账处理即可，不用开票，也不用退回。",
  NULL,
};

static const char *const todo_code[] = {
  "收到这笔 0.01 元后，在网上银行打开该笔交易的明细或电子回单，查看“附言”（有的银行称“摘要”“用途”"
  "或“备注”）。",
  "附言中“业务单验证码”后面的数字就是验证码，请原样抄录，不要漏掉开头的 0。",
  "把验证码当面或电话告知上述经办人本人，由经办人填写到业务单中，金融认证才能完成。",
  "0.01 元按实际入账处理即可，不用开票，也不用退回。",
  NULL,
};

static const char *const avoid[] = {
  "不要把 0.01 元转回去，也不要拒收：这笔款只用于核验账户，不用退还。",
  "不要当作诈骗或错账处理：这是核验对公账户的打款，只进不出，不会要求贵单位付款。",
  "不要把附言内容告诉经办人以外的任何人，也不要发到群聊或网上。自称客服、银行或公安的人索要时，一律不给。",
  "不要因为金额小而忽略，也不要等月底对账时再看：没有附言中的数字，数字证书无法使用。",
  NULL,
};

static const NoteTexts texts_by_mode[HALL_N_FIN_AUTH_MODES] = {
  [HALL_FIN_AUTH_REMARK_IS_PIN] = { "财务同事，您好！本单位正在办理数字证书。为核验对公账户，近日会有一笔 0.01 元转入，"
                                    "数字证书的初始 PIN 码写在这笔转账的附言中，请您留意查收。",
                                    "转账附言，“证书PIN码”之后的数字", todo_pin },
  [HALL_FIN_AUTH_REMARK_IS_CODE] = { "财务同事，您好！本单位正在办理数字证书。为核验对公账户，近日会有一笔 0.01 元转入，"
                                     "业务单的验证码写在这笔转账的附言中，请您留意查收。",
                                     "转账附言，“业务单验证码”之后的数字", todo_code },
};

/* What a note is made from while it is made. Nothing is owned. */
typedef struct
{
  HallPaper *paper;
  const HallCatalog *catalog;
  const HallApplication *application;
  const HallSheetInfo *info;
  const char *payer;
  const NoteTexts *texts;
} Note;

static const char *
get_role (const Note *self, HallFieldRole role)
{
  return hall_application_get_role (self->application, self->catalog, role);
}

/* Returns: (transfer full) (element-type HallStrip) */
static GPtrArray *
make_transfer (const Note *self)
{
  g_autofree char *account = hall_mask_account (get_role (self, HALL_FIELD_ROLE_ACCOUNT_NUMBER));
  const HallGridItem payer = { "付款户名", self->payer, FALSE, NULL };
  const HallGridItem amount = { "金额", "0.01 元", FALSE, NULL };
  const HallGridItem times = { "笔数", "1 笔", FALSE, NULL };
  const HallGridItem when = {
    "到账时间", "业务单审核通过后由系统自动打款；到账快慢取决于银行，遇节假日可能顺延", FALSE, NULL
  };
  const HallGridItem name = { "收款户名", get_role (self, HALL_FIELD_ROLE_ACCOUNT_NAME), FALSE,
                              NULL };
  const HallGridItem branch = { "收款开户行", get_role (self, HALL_FIELD_ROLE_ACCOUNT_BRANCH),
                                FALSE, NULL };
  const HallGridItem number = { "收款账号", account, FALSE, NULL };
  const HallGridItem place = { "查看位置", self->texts->place, FALSE, NULL };
  GPtrArray *group = hall_group_new ();

  g_ptr_array_add (group, hall_grid_band (self->paper, NULL, "这笔转账", NULL));
  g_ptr_array_add (group, hall_grid_wide (self->paper, &payer));
  g_ptr_array_add (group, hall_grid_pair (self->paper, &amount, &times));
  g_ptr_array_add (group, hall_grid_wide (self->paper, &when));
  g_ptr_array_add (group, hall_grid_wide (self->paper, &name));
  g_ptr_array_add (group, hall_grid_wide (self->paper, &branch));
  g_ptr_array_add (group, hall_grid_wide (self->paper, &number));
  g_ptr_array_add (group, hall_grid_wide (self->paper, &place));
  return group;
}

/* Returns: (transfer full) (element-type HallStrip) */
static GPtrArray *
make_order (const Note *self)
{
  const HallCertificateType *type =
      hall_catalog_find_type (self->catalog, self->application->certificate_type);
  const HallGridItem order = { "业务单号",
                               self->info->order != NULL ? self->info->order : "草稿（尚无单号）",
                               FALSE, NULL };
  const HallGridItem project = { "办理项目", ZH (&self->catalog->label), FALSE, NULL };
  const HallGridItem certificate = { "证书类型", ZH (&type->label), FALSE, NULL };
  const HallGridItem handler = { "经办人", get_role (self, HALL_FIELD_ROLE_HANDLER_NAME), FALSE,
                                 NULL };
  const HallGridItem mobile = { "联系电话", get_role (self, HALL_FIELD_ROLE_HANDLER_MOBILE), FALSE,
                                NULL };
  const HallGridItem organisation = { "申请单位",
                                      get_role (self, HALL_FIELD_ROLE_ORGANISATION_NAME), FALSE,
                                      NULL };
  GPtrArray *group = hall_group_new ();

  g_ptr_array_add (group, hall_grid_band (self->paper, NULL, "这笔业务", "有疑问请联系经办人"));
  g_ptr_array_add (group, hall_grid_wide (self->paper, &organisation));
  g_ptr_array_add (group, hall_grid_wide (self->paper, &project));
  g_ptr_array_add (group, hall_grid_pair (self->paper, &order, &certificate));
  g_ptr_array_add (group, hall_grid_pair (self->paper, &handler, &mobile));
  return group;
}

/* Returns: where it ends */
static double
draw_head (const Note *self)
{
  static const HallTextStyle hall = { .size_pt = 9, .grey = 0.25 };
  static const HallTextStyle title = { .size_pt = 18, .bold = TRUE, .align = PANGO_ALIGN_CENTER };
  static const HallTextStyle greeting = { .size_pt = 10.5, .line_factor = 1.05, .indent_em = 2 };
  HallBox box = { HALL_PAPER_MARGIN_MM, HALL_PAPER_MARGIN_MM, HALL_PAPER_INNER_MM, LINE_MM };

  if (self->info->hall_name != NULL)
    hall_paper_draw_text (self->paper, &hall, self->info->hall_name, &box);
  box.y = TITLE_Y_MM;
  hall_paper_draw_text (self->paper, &title, TITLE, &box);
  box.y = GREETING_Y_MM;
  return box.y + hall_paper_draw_text (self->paper, &greeting, self->texts->greeting, &box);
}

static void
draw_foot (const Note *self)
{
  static const HallTextStyle left = { .size_pt = 8.5 };
  static const HallTextStyle middle = { .size_pt = 8.5, .bold = TRUE, .align = PANGO_ALIGN_CENTER };
  HallBox box = { HALL_PAPER_MARGIN_MM, FOOT_Y_MM, HALL_PAPER_INNER_MM, LINE_MM };

  hall_paper_draw_text (self->paper, &left, FOOT, &box);
  if (self->info->practice)
    hall_paper_draw_text (self->paper, &middle, PRACTICE_TEXT, &box);
}

/* FALSE if what was filled in leaves no room for the rules. */
static gboolean
draw_note (const Note *self, GError **error)
{
  g_autoptr (GPtrArray) tables =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  HallBox box = { HALL_PAPER_MARGIN_MM, 0, HALL_PAPER_INNER_MM, 0 };

  hall_paper_begin_page (self->paper);
  if (self->info->practice)
    hall_paper_set_across (self->paper, PRACTICE_TEXT);
  g_ptr_array_add (tables, make_transfer (self));
  g_ptr_array_add (tables, make_order (self));
  box.y = hall_groups_draw (tables, self->paper, NULL, draw_head (self) + BLOCK_GAP_MM,
                            BLOCK_GAP_MM / 2)
          + BLOCK_GAP_MM;
  box.y = hall_rule_list_draw (self->paper, "请您这样做", self->texts->todo, &box) + BLOCK_GAP_MM;
  box.y = hall_rule_list_draw (self->paper, "请不要这样做", avoid, &box);
  draw_foot (self);
  if (box.y <= FOOT_Y_MM)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "the names are too long for the note");
  return FALSE;
}

GBytes *
hall_finance_note_print (const HallCatalog *catalog,
                         const HallApplication *application,
                         const HallSheetInfo *info,
                         const char *payer,
                         GError **error)
{
  Note self = {
    .catalog = catalog,
    .application = application,
    .info = info,
    .payer = payer != NULL ? payer : info->hall_name,
    .texts = &texts_by_mode[catalog->fin_auth_mode],
  };
  g_autoptr (HallPaper) paper = NULL;

  if (hall_catalog_find_type (catalog, application->certificate_type) == NULL)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s has no certificate type “%s”",
                   catalog->id, application->certificate_type);
      return NULL;
    }
  if (self.payer == NULL)
    self.payer = "受理本业务的电子认证机构";
  paper = hall_paper_new (TITLE, info->hall_name, info->confirmed_at_s, error);
  self.paper = paper;
  if (paper == NULL || !draw_note (&self, error))
    return NULL;
  return hall_paper_finish (paper, error);
}
