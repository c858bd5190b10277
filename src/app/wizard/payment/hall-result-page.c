/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has become of the application.
 */
#include "hall-result-page.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-fact-row.h"
#include "hall-finance-note-button.h"
#include "hall-input-row.h"
#include "hall-badge.h"
#include "hall-money.h"
#include "hall-notice.h"
#include "hall-result-words.h"
#include "hall-mend-row.h"
#include "hall-timeline.h"
#include "hall-ui.h"
#include "hall-when.h"

struct _HallResultPage
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *text;
  GtkBox *notice_box;
  GtkListBox *facts_list;
  GtkWidget *code_part;
  GtkListBox *code_list;
  GtkWidget *returns_part;
  GtkListBox *returns_list;
  GtkWidget *next_part;
  GtkBox *next_box;
  GtkBox *timeline_box;

  HallNotice *notice;     /* in @notice_box */
  HallInputRow *code;     /* in @code_list */
  HallTimeline *timeline; /* in @timeline_box */
  HallDraft *draft;
};

static void wizard_page_init (HallWizardPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallResultPage,
                               hall_result_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_WIZARD_PAGE, wizard_page_init))

/* What the place of the notice is for while there is nothing to say. */
static void
rest_notice (HallResultPage *self)
{
  hall_notice_show (self->notice, HALL_HINT,
                    _ ("When all of it is corrected, submit again. You do not pay again."), NULL);
}

static const HallOrder *
get_order (HallResultPage *self)
{
  return hall_draft_get_order (self->draft);
}

static gboolean
wants_code (HallResultPage *self)
{
  return hall_order_can (get_order (self), HALL_ACTION_ENTER_CODE);
}

static gboolean
can_resubmit (HallResultPage *self)
{
  return hall_order_can (get_order (self), HALL_ACTION_RESUBMIT);
}

/* @copied: (nullable): only to be read */
static void
add_fact (HallResultPage *self, const char *label, const char *value, const char *copied)
{
  GtkWidget *row = hall_fact_row_new (label, value);

  hall_fact_row_set_copy (HALL_FACT_ROW (row), copied);
  gtk_container_add (GTK_CONTAINER (self->facts_list), row);
}

static void
show_facts (HallResultPage *self)
{
  const HallOrder *order = get_order (self);
  g_autofree char *number = hall_order_format_number (order->number);
  g_autofree char *amount = hall_money_format (order->amount_fen);
  g_autofree char *paid = NULL;
  g_autofree char *submitted = hall_when_format (order->submitted_s);

  hall_ui_clear (GTK_CONTAINER (self->facts_list));
  add_fact (self, _ ("Order number"), number, order->number);
  add_fact (self, _ ("Status"), hall_order_get_label (order, hall_app_lang ()), NULL);
  if (order->channel >= 0)
    {
      paid = g_strdup_printf ("¥ %s · %s", amount,
                              hall_pay_channel_get_label ((HallPayChannel) order->channel,
                                                          hall_app_lang ()));
      add_fact (self, _ ("Payment"), paid, NULL);
    }
  if (order->submitted_s != 0)
    add_fact (self, _ ("Submitted"), submitted, NULL);
}

static void
show_next (HallResultPage *self)
{
  g_autoptr (GPtrArray) lines = hall_result_words_list_next (get_order (self));

  hall_ui_clear (GTK_CONTAINER (self->next_box));
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *place = gtk_label_new (number);
      GtkWidget *label = gtk_label_new (g_ptr_array_index (lines, i));

      hall_ui_set_class (place, "hall-step-number", TRUE);
      gtk_widget_set_valign (place, GTK_ALIGN_START);
      gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_container_add (GTK_CONTAINER (line), place);
      gtk_container_add (GTK_CONTAINER (line), label);
      gtk_container_add (GTK_CONTAINER (self->next_box), line);
      gtk_widget_show_all (line);
    }
  if (get_order (self)->pin != NULL && get_order (self)->pin->needs_transfer)
    gtk_container_add (GTK_CONTAINER (self->next_box),
                       hall_finance_note_button_new (hall_draft_get_session (self->draft),
                                                     get_order (self)->number));
  gtk_widget_set_visible (self->next_part, lines->len > 0);
}

/* Where a place is mended. */
static HallStep
get_step (HallResultPage *self, const char *place)
{
  const HallRequirement *slot =
      hall_catalog_find_requirement (hall_draft_get_catalog (self->draft), place);

  if (g_str_equal (place, HALL_PLACE_HANDLER_AUTH))
    return HALL_STEP_AUTH;
  if (slot != NULL)
    return slot->at_payment ? HALL_STEP_PAYMENT : HALL_STEP_DOCUMENTS;
  return HALL_STEP_FILL;
}

/* What can be seen from here: a new document, a new verification, a value that was wrong. */
static gboolean
is_mended (HallResultPage *self, const char *place)
{
  HallUpload *upload = hall_uploads_find (hall_draft_get_uploads (self->draft), place);
  gboolean is_field = hall_catalog_find_field (hall_draft_get_catalog (self->draft), place) != NULL;

  if (upload != NULL)
    return !hall_upload_wants_file (upload);
  if (g_str_equal (place, HALL_PLACE_HANDLER_AUTH))
    return !hall_order_can (get_order (self), HALL_ACTION_AUTHENTICATE);
  return is_field && hall_draft_get_return (self->draft, place) == NULL;
}

static void
on_go_cb (HallMendRow *row, HallResultPage *self)
{
  hall_wizard_page_go_to (HALL_WIZARD_PAGE (self), get_step (self, hall_mend_row_get_place (row)));
}

static void
show_returns (HallResultPage *self)
{
  const HallOrder *order = get_order (self);
  gboolean returned = order->state == HALL_STATE_REJECTED;

  hall_ui_clear (GTK_CONTAINER (self->returns_list));
  for (guint i = 0; returned && i < order->returns->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (order->returns, i);
      GtkWidget *row = hall_mend_row_new (item, hall_draft_get_catalog (self->draft));

      hall_mend_row_set_mended (HALL_MEND_ROW (row), is_mended (self, item->place));
      g_signal_connect_object (row, "go", G_CALLBACK (on_go_cb), self, 0);
      gtk_container_add (GTK_CONTAINER (self->returns_list), row);
    }
  gtk_widget_set_visible (self->returns_part, returned && order->returns->len > 0);
}

static void
show_order (HallResultPage *self)
{
  const HallOrder *order = get_order (self);
  const HallBadge *look = hall_badge_for_tone (hall_result_words_get_tone (order));
  g_autofree char *text =
      hall_result_words_format_text (order, hall_draft_get_catalog (self->draft));

  hall_badge_paint (GTK_WIDGET (self->icon), look);
  gtk_image_set_from_icon_name (self->icon, look->icon, GTK_ICON_SIZE_DIALOG);
  gtk_label_set_text (self->title, hall_result_words_get_title (order));
  gtk_label_set_text (self->text, text);
  show_facts (self);
  show_returns (self);
  show_next (self);
  gtk_widget_set_visible (self->code_part, wants_code (self));
  gtk_widget_set_visible (GTK_WIDGET (self->notice_box), can_resubmit (self));
  hall_timeline_set_steps (self->timeline, order->timeline);
  hall_wizard_page_next_changed (HALL_WIZARD_PAGE (self));
}

static void
hall_result_page_enter (HallWizardPage *page)
{
  HallResultPage *self = HALL_RESULT_PAGE (page);

  rest_notice (self);
  show_order (self);
  if (wants_code (self))
    hall_input_row_focus (self->code);
}

static const char *
hall_result_page_get_next_label (HallWizardPage *page)
{
  HallResultPage *self = HALL_RESULT_PAGE (page);

  if (can_resubmit (self))
    return _ ("_Submit again");
  return wants_code (self) ? _ ("_Submit") : _ ("_Show in My orders");
}

/* What the hall finds stands in the rows it is about; what is about none, in the notice. */
static void
show_problem (HallResultPage *self, const GError *error)
{
  GPtrArray *findings = hall_error_get_findings (error);
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (self->returns_list));
  gboolean placed = FALSE;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = hall_issue_format (&finding->issue, hall_app_lang ());

      for (GList *row = rows; row != NULL; row = row->next)
        if (g_strcmp0 (hall_mend_row_get_place (row->data), finding->where) == 0)
          {
            hall_mend_row_show_problem (row->data, text);
            placed = TRUE;
          }
    }
  if (!placed)
    hall_notice_show_error (self->notice, error);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallResultPage *self = g_task_get_source_object (task);

  if (hall_draft_send_finish (HALL_DRAFT (source), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  if (wants_code (self))
    hall_input_row_show_problem (self->code, error->message);
  else
    show_problem (self, error);
  g_task_return_boolean (task, FALSE);
}

/* FALSE, and it is said why, if there is none. */
static gboolean
check_code (HallResultPage *self)
{
  if (*hall_input_row_get_text (self->code) != '\0')
    return TRUE;
  hall_input_row_show_problem (self->code, _ ("Please enter the code from the remark."));
  hall_input_row_focus (self->code);
  return FALSE;
}

static void
send_code (HallResultPage *self, GTask *task)
{
  HallEventBody body = { .code = hall_input_row_get_text (self->code) };

  hall_draft_send_async (self->draft, HALL_EVENT_CODE_OK, &body, g_task_get_cancellable (task),
                         on_sent_cb, g_object_ref (task));
}

static void
hall_result_page_next_async (HallWizardPage *page,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  HallResultPage *self = HALL_RESULT_PAGE (page);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_result_page_next_async);
  rest_notice (self);
  if (can_resubmit (self))
    {
      hall_draft_send_async (self->draft, HALL_EVENT_RESUBMIT, NULL, cancellable, on_sent_cb,
                             g_object_ref (task));
      return;
    }
  if (wants_code (self) && check_code (self))
    {
      send_code (self, task);
      return;
    }
  if (!wants_code (self))
    hall_wizard_page_show_order (page);
  g_task_return_boolean (task, FALSE);
}

static gboolean
hall_result_page_next_finish (HallWizardPage *page, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, page), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
wizard_page_init (HallWizardPageInterface *iface)
{
  iface->enter = hall_result_page_enter;
  iface->get_next_label = hall_result_page_get_next_label;
  iface->next_async = hall_result_page_next_async;
  iface->next_finish = hall_result_page_next_finish;
}

static void
on_code_entered_cb (HallResultPage *self)
{
  hall_wizard_page_ask_next (HALL_WIZARD_PAGE (self));
}

static void
hall_result_page_dispose (GObject *object)
{
  g_clear_object (&HALL_RESULT_PAGE (object)->draft);
  G_OBJECT_CLASS (hall_result_page_parent_class)->dispose (object);
}

static void
hall_result_page_class_init (HallResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_result_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, icon);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, title);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, text);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, facts_list);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, code_part);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, code_list);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, returns_part);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, returns_list);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, next_part);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, next_box);
  gtk_widget_class_bind_template_child (widget_class, HallResultPage, timeline_box);
}

static void
hall_result_page_init (HallResultPage *self)
{
  GtkWidget *notice = hall_notice_new ();
  GtkWidget *timeline = hall_timeline_new ();
  GtkWidget *code = hall_input_row_new (_ ("Code"), GTK_INPUT_PURPOSE_DIGITS);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  self->timeline = HALL_TIMELINE (timeline);
  gtk_container_add (GTK_CONTAINER (self->timeline_box), timeline);
  self->code = HALL_INPUT_ROW (code);
  gtk_container_add (GTK_CONTAINER (self->code_list), code);
  hall_input_row_set_hint (self->code,
                           _ ("It stands in the remark of the 0.01 yuan; ask your finance "
                              "colleagues."));
  hall_ui_make_alert (self->title);
  g_signal_connect_swapped (code, "entered", G_CALLBACK (on_code_entered_cb), self);
}

GtkWidget *
hall_result_page_new (HallFrame *frame, HallDraft *draft)
{
  HallResultPage *self = g_object_new (HALL_TYPE_RESULT_PAGE, NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_order), self, G_CONNECT_SWAPPED);
  show_order (self);
  return GTK_WIDGET (self);
}

gboolean
hall_result_page_fill_code (HallResultPage *self, const char *code)
{
  g_return_val_if_fail (HALL_IS_RESULT_PAGE (self), FALSE);

  if (!wants_code (self))
    return FALSE;
  hall_input_row_set_text (self->code, code);
  hall_input_row_focus (self->code);
  return TRUE;
}
