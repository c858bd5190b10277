/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-pages.h"

#include <handy.h>

#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-consent-row.h"
#include "hall-document-card.h"
#include "hall-empty.h"
#include "hall-field-group.h"
#include "hall-form-sheet.h"
#include "hall-notice.h"
#include "hall-page-view.h"
#include "hall-qr-view.h"
#include "hall-status-pill.h"
#include "hall-step-pane.h"
#include "hall-timeline.h"
#include "sample.h"

static gboolean
is_chinese (void)
{
  return hall_app_lang () == HALL_LANG_ZH_CN;
}

static GtkWidget *
add (GtkWidget *box, GtkWidget *child)
{
  gtk_container_add (GTK_CONTAINER (box), child);
  return child;
}

static GtkWidget *
new_column (guint spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, (int) spacing);
}

/* As pages are laid out: a clamped column that scrolls. */
static GtkWidget *
wrap (GtkWidget *column)
{
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *clamp = hdy_clamp_new ();

  hdy_clamp_set_maximum_size (HDY_CLAMP (clamp), 680);
  gtk_container_set_border_width (GTK_CONTAINER (column), 24);
  gtk_container_add (GTK_CONTAINER (clamp), column);
  gtk_container_add (GTK_CONTAINER (scroller), clamp);
  return scroller;
}

static GtkWidget *
new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_style_context_add_class (gtk_widget_get_style_context (list), "content");
  return list;
}

static HallFinding *
new_finding (const char *where, HallIssueCode code, const char *arg1, const char *arg2)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, code, arg1, arg2);
  return hall_finding_new (where, &issue);
}

static GtkWidget *
build_basic (const HallCatalog *catalog)
{
  GtkWidget *column = new_column (12);
  GtkWidget *pills = add (column, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  GtkWidget *buttons;
  static const HallState states[] = { HALL_STATE_AWAITING_PAYMENT, HALL_STATE_UNDER_REVIEW,
                                      HALL_STATE_COMPLETED, HALL_STATE_FIN_AUTH_FAILED,
                                      HALL_STATE_EXPIRED };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    hall_status_pill_set (HALL_STATUS_PILL (add (pills, hall_status_pill_new ())),
                          hall_state_get_tone (states[i]),
                          hall_state_get_label (states[i], hall_app_lang ()));
  for (HallVerdict verdict = HALL_GOOD; verdict < HALL_N_VERDICTS; verdict++)
    hall_notice_show (HALL_NOTICE (add (column, hall_notice_new ())), verdict,
                      is_chinese () ? "网络未连接。已填写的内容保存在本机，恢复后自动继续。"
                                    : "There is no network connection. What you have entered is "
                                      "kept, and goes on by itself.",
                      verdict == HALL_DOUBTFUL ? (is_chinese () ? "重试" : "Try again") : NULL);
  add (column, hall_notice_new ());
  buttons = add (column, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  add (buttons, hall_busy_button_new (is_chinese () ? "上一步" : "Back"));
  hall_busy_button_make_primary (
      HALL_BUSY_BUTTON (add (buttons, hall_busy_button_new (is_chinese () ? "下一步" : "Next"))));
  hall_busy_button_set_busy (HALL_BUSY_BUTTON (
                                 add (buttons,
                                      hall_busy_button_new (is_chinese () ? "提交" : "Hand in"))),
                             TRUE);
  add (column, hall_empty_new ("emblem-documents-symbolic",
                               is_chinese () ? "还没有业务单" : "No orders yet",
                               is_chinese () ? "提交的申请和办理进度会显示在这里。"
                                             : "Your applications and how far they are will be "
                                               "shown here.",
                               is_chinese () ? "办理证书" : "Apply for a certificate"));
  return wrap (column);
}

static void
add_step (GPtrArray *steps,
          HallEvent event,
          HallState state,
          HallActor actor,
          const char *who,
          const char *note)
{
  HallTimelineStep *step = hall_timeline_step_new ();

  step->at_s = SAMPLE_TIME_S + steps->len * 5400;
  step->event = event;
  step->state = state;
  step->actor = actor;
  step->who = g_strdup (who);
  step->note = g_strdup (note);
  g_ptr_array_add (steps, step);
}

static GtkWidget *
build_steps (const HallCatalog *catalog)
{
  static const char *const zh[] = { "项目与协议", "填写信息", "核对与打印", "上传资料",
                                    "经办人认证", "缴费",     "提交结果",   NULL };
  static const char *const en[] = {
    "Project and consents", "Fill in", "Check and print", "Documents",
    "Verification",         "Payment", "Result",          NULL
  };
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *list = add (frame, hall_step_pane_new ());
  GtkWidget *column = new_column (12);
  GtkWidget *timeline = add (column, hall_timeline_new ());
  GtkWidget *page = add (frame, wrap (column));
  g_autoptr (GPtrArray) steps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_timeline_step_free);

  hall_step_pane_set_steps (HALL_STEP_PANE (list), is_chinese () ? zh : en);
  hall_step_pane_set_mark (HALL_STEP_PANE (list), 0, HALL_STEP_MARK_CLOSED);
  hall_step_pane_set_mark (HALL_STEP_PANE (list), 1, HALL_STEP_MARK_DONE);
  hall_step_pane_set_mark (HALL_STEP_PANE (list), 2, HALL_STEP_MARK_TROUBLED);
  hall_step_pane_set_current (HALL_STEP_PANE (list), 3);
  hall_step_pane_set_note (HALL_STEP_PANE (list), is_chinese () ? "已保存 10:42" : "Saved 10:42");
  hall_step_pane_fold_with (HALL_STEP_PANE (list), GTK_BOX (frame), 700);
  gtk_widget_set_hexpand (page, TRUE);
  gtk_widget_set_vexpand (page, TRUE);

  add_step (steps, HALL_EVENT_CREATE, HALL_STATE_DRAFT, HALL_ACTOR_HANDLER, NULL, NULL);
  add_step (steps, HALL_EVENT_PAY_NOTIFY, HALL_STATE_UNDER_REVIEW, HALL_ACTOR_PROVIDER, NULL, NULL);
  add_step (steps, HALL_EVENT_REVIEW_REJECTED, HALL_STATE_REJECTED, HALL_ACTOR_REVIEWER, "reviewer",
            is_chinese () ? "营业执照复印件不清晰，请重新扫描。" : "The licence cannot be read.");
  add_step (steps, HALL_EVENT_RESUBMIT, HALL_STATE_UNDER_REVIEW, HALL_ACTOR_HANDLER, NULL, NULL);
  add_step (steps, HALL_EVENT_SHIP, HALL_STATE_SHIPPED, HALL_ACTOR_PRODUCER, NULL,
            "SF1234567890123");
  hall_timeline_set_steps (HALL_TIMELINE (timeline), steps);
  return frame;
}

static HallFieldGroup *
add_group (GtkWidget *column, const HallCatalog *catalog, const char *section_id)
{
  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      if (g_str_equal (section->id, section_id))
        return HALL_FIELD_GROUP (add (column, hall_field_group_new (section)));
    }
  g_assert_not_reached ();
}

static GtkWidget *
build_form (const HallCatalog *catalog)
{
  GtkWidget *column = new_column (30);
  HallFieldGroup *organisation = add_group (column, catalog, "organisation");
  HallFieldGroup *subject = add_group (column, catalog, "subject_person");
  g_autoptr (HallApplication) application = sample_application (catalog, "organisation");
  g_autoptr (GPtrArray) findings = hall_findings_new ();

  hall_application_set (application, "organisation.uscc", "91999999MA0000024Y");
  hall_application_set (application, "organisation.address", "深圳");
  g_ptr_array_add (findings,
                   new_finding ("organisation.uscc", HALL_ISSUE_USCC_CHECK_DIGIT, "Y", NULL));
  g_ptr_array_add (findings, new_finding ("organisation.address", HALL_ISSUE_TOO_SHORT, "5", "2"));
  hall_field_group_set_unfolded (organisation, TRUE);
  hall_field_group_show_application (organisation, application);
  hall_field_group_show_findings (organisation, findings);

  hall_field_row_set_value (hall_field_group_get_row (subject, "subject_person.name"), "王五");
  hall_field_row_set_locked (hall_field_group_get_row (subject, "subject_person.name"),
                             is_chinese () ? "已审核通过，不能修改。"
                                           : "Accepted already; it cannot be changed.");
  hall_field_row_set_value (hall_field_group_get_row (subject, "subject_person.mobile"),
                            "13700137000");
  hall_field_row_set_return (hall_field_group_get_row (subject, "subject_person.mobile"),
                             is_chinese ()
                                 ? "手机号码实名信息与申请人不一致，请更换本人实名登记的号码。"
                                 : "The number is not registered in this person's name.");
  return wrap (column);
}

static GtkWidget *
build_account (const HallCatalog *catalog)
{
  GtkWidget *column = new_column (30);
  HallFieldGroup *account = add_group (column, catalog, "basic_account");
  HallFieldGroup *invoice = add_group (column, catalog, "invoice");
  g_autoptr (HallApplication) application = sample_application (catalog, "organisation");
  g_autoptr (GPtrArray) nothing = hall_findings_new ();

  hall_field_group_show_application (account, application);
  hall_field_group_reveal_findings (account);
  hall_field_group_show_findings (account, nothing);
  hall_field_group_show_application (invoice, application);
  return wrap (column);
}

static GtkWidget *
build_consents (const HallCatalog *catalog)
{
  GtkWidget *column = new_column (12);
  GtkWidget *list = add (column, new_list ());

  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *row = hall_consent_row_new (g_ptr_array_index (catalog->consents, i));

      add (list, row);
      if (i == 1)
        hall_consent_row_set_recorded (HALL_CONSENT_ROW (row));
      if (i == 2)
        hall_consent_row_set_missing (HALL_CONSENT_ROW (row), TRUE);
    }
  return wrap (column);
}

static GBytes *
print_form (const HallCatalog *catalog)
{
  g_autoptr (HallApplication) application = sample_application (catalog, "organisation");
  g_autofree char *hash = hall_application_hash_printed (application, catalog);
  HallSheetInfo info = sample_info (hash);
  g_autoptr (GError) error = NULL;
  GBytes *form = hall_form_sheet_print (catalog, application, &info, NULL, &error);

  g_assert_no_error (error);
  return form;
}

static GtkWidget *
build_documents (const HallCatalog *catalog)
{
  GtkWidget *column = new_column (18);
  HallDocumentCard *cards[4];
  g_autoptr (GBytes) form = print_form (catalog);
  g_autoptr (GPtrArray) findings = hall_findings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    cards[i] = HALL_DOCUMENT_CARD (
        add (column, hall_document_card_new (g_ptr_array_index (catalog->requirements, i))));

  hall_document_card_show_file (cards[0], "数字证书申请表-扫描件-2026年11月22日.pdf", 812345, 2);
  hall_document_card_set_content (cards[0], form);
  hall_document_card_add_mark (cards[0], HALL_GOOD,
                               is_chinese () ? "表单码与业务单一致" : "The form code fits");
  g_ptr_array_add (findings, new_finding ("business_licence", HALL_ISSUE_FILE_TOO_LARGE, "3.1 MiB",
                                          "2.0 MiB"));
  hall_document_card_show_file (cards[1], "licence.jpg", 3250000, 0);
  hall_document_card_set_findings (cards[1], findings);
  hall_document_card_set_return (cards[1], is_chinese () ? "营业执照复印件未盖公章。"
                                                         : "The copy has not been stamped.");
  hall_document_card_show_file (cards[2], "采集表.jpg", 1800000, 1);
  hall_document_card_set_progress (cards[2], 0.4);
  return wrap (column);
}

static GtkWidget *
build_codes (const HallCatalog *catalog)
{
  GtkWidget *grid = gtk_flow_box_new ();
  HallQrView *views[4];

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (grid), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (grid), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (grid), 3);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      views[i] = HALL_QR_VIEW (add (grid, hall_qr_view_new ()));
      gtk_container_set_border_width (GTK_CONTAINER (views[i]), 12);
      hall_qr_view_set_words (views[i], is_chinese () ? "用微信扫一扫" : "Scan with WeChat",
                              is_chinese () ? "支付证书费用。" : "To pay for the certificate.");
      hall_qr_view_set_amount (views[i], 90000);
    }
  hall_qr_view_set_text (views[0],
                         "http://127.0.0.1:40123/cashier/0a1b2c3d4e5f60718293a4b5c6d7e8f9");
  hall_qr_view_set_time_left (views[0], 5020, 7200);
  hall_qr_view_set_can_open (views[0], TRUE);
  hall_qr_view_set_text (views[1], NULL);
  hall_qr_view_set_renewing (views[1], TRUE);
  hall_qr_view_set_text (views[2], "x");
  hall_qr_view_set_time_left (views[2], 0, 600);
  hall_qr_view_set_text (views[3], "x");
  hall_qr_view_set_done (views[3], is_chinese () ? "已收到付款" : "Paid");
  return wrap (grid);
}

static GtkWidget *
build_view (const HallCatalog *catalog)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *left = add (pair, hall_page_view_new ());
  GtkWidget *right = add (pair, hall_page_view_new ());
  g_autoptr (GBytes) form = print_form (catalog);
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF-1.4 broken", 15);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  hall_page_view_set_document (HALL_PAGE_VIEW (left), "form", form);
  hall_page_view_set_document (HALL_PAGE_VIEW (right), "broken", broken);
  return pair;
}

const GalleryPage gallery_pages[] = {
  { "basic", build_basic },     { "steps", build_steps },       { "form", build_form },
  { "account", build_account }, { "consents", build_consents }, { "documents", build_documents },
  { "codes", build_codes },     { "view", build_view },         { NULL },
};
