/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checking, confirming, printing. One sheet is in view; a preview until the data is confirmed.
 */
#include "hall-confirm-page.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-draft-sheet.h"
#include "hall-notice.h"
#include "hall-open.h"
#include "hall-page-view.h"
#include "hall-print-guide.h"
#include "hall-question.h"
#include "hall-reopen-box.h"
#include "hall-sheet-print.h"
#include "hall-sheet-save.h"

struct _HallConfirmPage
{
  GtkBox parent_instance;

  GtkBox *guide_box;
  GtkBox *sheet_box; /* a button for each sheet */
  GtkRadioButton *sheet_buttons[HALL_N_SHEETS];
  GtkButton *print_button;
  GtkButton *save_button;
  GtkBox *view_box;
  GtkBox *notice_box;

  HallPrintGuide *guide; /* in @guide_box */
  HallPageView *view;    /* in @view_box */
  HallNotice *notice;    /* in @notice_box */

  HallDraft *draft; /* (nullable): NULL once disposed */
  HallSheet sheet;  /* in view */
  char *key;        /* (nullable): what the sheet in view, or on its way, is drawn from */
  GBytes *bytes;    /* (nullable): the sheet in view */
  GCancellable *loading;
  GCancellable *saving;
  GFile *saved;  /* (nullable): what was saved last */
  GTask *asking; /* (nullable): going on, while the question is open */
};

static void hall_confirm_page_wizard_init (HallWizardPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallConfirmPage,
                               hall_confirm_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_WIZARD_PAGE,
                                                      hall_confirm_page_wizard_init))

static const char *
get_sheet_name (HallConfirmPage *self, HallSheet sheet)
{
  const HallRequirement *requirement = hall_draft_sheet_get_requirement (self->draft, sheet);

  return requirement != NULL ? hall_label_get (&requirement->label, hall_app_lang ()) : "";
}

static void
show_tools (HallConfirmPage *self)
{
  gboolean ready = self->bytes != NULL && !hall_draft_sheet_is_preview (self->draft);

  gtk_button_set_label (self->print_button, self->sheet == HALL_SHEET_FORM
                                                ? _ ("_Print the form")
                                                : _ ("_Print the sheet"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->print_button), ready);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), ready);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallConfirmPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hall_draft_sheet_load_finish (HALL_DRAFT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->draft == NULL)
    return;
  if (bytes == NULL)
    {
      g_clear_pointer (&self->key, g_free); /* the next look tries again */
      hall_page_view_show_problem (self->view, error->message);
      hall_notice_show (self->notice, HALL_WRONG, error->message, _ ("Try again"));
      return;
    }
  self->bytes = g_steal_pointer (&bytes);
  hall_page_view_set_document (self->view, get_sheet_name (self, self->sheet), self->bytes);
  show_tools (self);
}

static void
load (HallConfirmPage *self)
{
  g_autofree char *key = hall_draft_sheet_get_key (self->draft, self->sheet);

  if (g_strcmp0 (key, self->key) == 0)
    return;
  g_free (self->key);
  self->key = g_steal_pointer (&key);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_cancellable_cancel (self->loading);
  g_object_unref (self->loading);
  self->loading = g_cancellable_new ();
  show_tools (self);
  hall_page_view_set_document (self->view, get_sheet_name (self, self->sheet), NULL);
  hall_draft_sheet_load_async (self->draft, self->sheet, self->loading, on_loaded_cb,
                               g_object_ref (self));
}

static void
show_sheets (HallConfirmPage *self)
{
  for (HallSheet sheet = 0; sheet < HALL_N_SHEETS; sheet++)
    {
      gtk_button_set_label (GTK_BUTTON (self->sheet_buttons[sheet]), get_sheet_name (self, sheet));
      gtk_widget_set_visible (GTK_WIDGET (self->sheet_buttons[sheet]),
                              hall_draft_sheet_get_requirement (self->draft, sheet) != NULL);
    }
}

static void
follow_draft (HallConfirmPage *self)
{
  hall_print_guide_show (self->guide, self->draft);
  show_sheets (self);
  show_tools (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
  hall_wizard_page_next_changed (HALL_WIZARD_PAGE (self));
}

static void
on_sheet_toggled_cb (GtkToggleButton *button, HallConfirmPage *self)
{
  if (self->draft == NULL || !gtk_toggle_button_get_active (button))
    return;
  for (HallSheet sheet = 0; sheet < HALL_N_SHEETS; sheet++)
    if (GTK_TOGGLE_BUTTON (self->sheet_buttons[sheet]) == button)
      self->sheet = sheet;
  load (self);
}

static void
on_printed_cb (HallVerdict verdict, const char *message, gpointer user_data)
{
  HallConfirmPage *self = user_data;

  if (self->draft != NULL && message != NULL)
    hall_notice_show (self->notice, verdict, message, NULL);
}

/* "申请表 20261122000017": of a job, and of a file. Returns: (transfer full) */
static char *
name_sheet (HallConfirmPage *self)
{
  return g_strdup_printf ("%s %s", get_sheet_name (self, self->sheet),
                          hall_draft_get_order (self->draft)->number);
}

static void
on_print_clicked_cb (GtkButton *button, HallConfirmPage *self)
{
  g_autofree char *name = name_sheet (self);

  g_clear_object (&self->saved);
  hall_notice_clear (self->notice);
  hall_sheet_print (GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))), name, self->bytes,
                    on_printed_cb, G_OBJECT (self));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallConfirmPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = hall_sheet_save_finish (GTK_WIDGET (source), result, &error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  if (self->draft == NULL)
    return; /* the window has gone */
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
  if (file == NULL)
    {
      hall_notice_show_error (self->notice, error);
      return;
    }
  path = g_file_get_parse_name (file);
  /* Translators: the path of a file */
  text = g_strdup_printf (_ ("Saved as %s"), path);
  g_set_object (&self->saved, file);
  hall_notice_show (self->notice, HALL_GOOD, text, _ ("Open"));
}

static void
on_save_clicked_cb (GtkButton *button, HallConfirmPage *self)
{
  g_autofree char *name = name_sheet (self);
  g_autofree char *file_name = g_strconcat (name, ".pdf", NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  hall_notice_clear (self->notice);
  hall_sheet_save_async (GTK_WIDGET (self), file_name, self->bytes, self->saving, on_saved_cb,
                         g_object_ref (self));
}

static void
on_file_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallConfirmPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hall_open_file_finish (result, &error) && self->draft != NULL)
    hall_notice_show_error (self->notice, error);
}

/* Either the file was saved, or the sheet could not be had. */
static void
on_notice_answered_cb (HallConfirmPage *self)
{
  if (self->saved != NULL)
    hall_open_file_async (self->saved, self->saving, on_file_opened_cb, g_object_ref (self));
  else
    {
      hall_notice_clear (self->notice);
      load (self);
    }
}

static void
on_reopened_cb (HallConfirmPage *self)
{
  hall_wizard_page_go_to (HALL_WIZARD_PAGE (self), HALL_STEP_FILL);
}

static void
on_reopen_failed_cb (HallConfirmPage *self, const GError *error)
{
  hall_notice_show_error (self->notice, error);
}

static void
on_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallConfirmPage *self = g_task_get_source_object (task);
  gboolean confirmed = hall_draft_send_finish (HALL_DRAFT (source), result, &error);

  if (self->draft == NULL)
    g_task_return_boolean (task, FALSE); /* the window has gone */
  else if (!confirmed)
    {
      hall_notice_show_error (self->notice, error);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    {
      /* One stays here, to print. */
      hall_notice_show (self->notice, HALL_GOOD, _ ("Confirmed. Please print both sheets now."),
                        NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->print_button));
      g_task_return_boolean (task, FALSE);
    }
}

/* @yes: FALSE also when the dialog went with the window */
static void
answer_question (HallConfirmPage *self, gboolean yes)
{
  GTask *task = g_steal_pointer (&self->asking);

  if (task == NULL)
    return;
  if (yes)
    {
      hall_draft_send_async (self->draft, HALL_EVENT_CONFIRM_INFO, NULL,
                             g_task_get_cancellable (task), on_confirmed_cb, task);
      return;
    }
  g_task_return_boolean (task, FALSE);
  g_object_unref (task);
}

static void
on_answered_cb (GtkDialog *dialog, int response, HallConfirmPage *self)
{
  answer_question (self, response == GTK_RESPONSE_ACCEPT && self->draft != NULL);
}

static void
on_question_gone_cb (GtkWidget *dialog, HallConfirmPage *self)
{
  answer_question (self, FALSE);
}

static void
ask (HallConfirmPage *self)
{
  const HallQuestion question = {
    /* Translators: the guide's own title and words: 操作提示, 确认信息填写无误，去下一步？ */
    .title = _ ("Please note"),
    .text = _ ("Is everything filled in correctly? Go to the next step?"),
    .yes = _ ("_OK"),
    .no = _ ("_Cancel"),
  };
  GtkDialog *dialog = hall_question_ask (GTK_WIDGET (self), &question);

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered_cb), self, 0);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_question_gone_cb), self, 0);
}

static void
hall_confirm_page_next_async (HallWizardPage *page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallConfirmPage *self = HALL_CONFIRM_PAGE (page);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_clear_object (&self->saved);
  hall_notice_clear (self->notice);
  if (!hall_draft_sheet_is_preview (self->draft))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  self->asking = g_steal_pointer (&task);
  ask (self);
}

static gboolean
hall_confirm_page_next_finish (HallWizardPage *page, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static const char *
hall_confirm_page_get_next_label (HallWizardPage *page)
{
  HallConfirmPage *self = HALL_CONFIRM_PAGE (page);

  return hall_draft_sheet_is_preview (self->draft) ? _ ("_Confirm") : _ ("_Next");
}

static void
hall_confirm_page_enter (HallWizardPage *page)
{
  load (HALL_CONFIRM_PAGE (page));
}

static void
hall_confirm_page_wizard_init (HallWizardPageInterface *iface)
{
  iface->enter = hall_confirm_page_enter;
  iface->get_next_label = hall_confirm_page_get_next_label;
  iface->next_async = hall_confirm_page_next_async;
  iface->next_finish = hall_confirm_page_next_finish;
}

static void
hall_confirm_page_dispose (GObject *object)
{
  HallConfirmPage *self = HALL_CONFIRM_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->saving);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hall_confirm_page_parent_class)->dispose (object);
}

static void
hall_confirm_page_finalize (GObject *object)
{
  HallConfirmPage *self = HALL_CONFIRM_PAGE (object);

  g_object_unref (self->loading);
  g_object_unref (self->saving);
  g_clear_object (&self->saved);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->key);
  G_OBJECT_CLASS (hall_confirm_page_parent_class)->finalize (object);
}

static void
hall_confirm_page_class_init (HallConfirmPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hall_confirm_page_dispose;
  object_class->finalize = hall_confirm_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-confirm-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallConfirmPage, guide_box);
  gtk_widget_class_bind_template_child (widget_class, HallConfirmPage, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, HallConfirmPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, HallConfirmPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, HallConfirmPage, view_box);
  gtk_widget_class_bind_template_child (widget_class, HallConfirmPage, notice_box);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
add_sheet_buttons (HallConfirmPage *self)
{
  for (HallSheet sheet = 0; sheet < HALL_N_SHEETS; sheet++)
    {
      GtkWidget *button =
          gtk_radio_button_new_from_widget (sheet > 0 ? self->sheet_buttons[0] : NULL);

      gtk_toggle_button_set_mode (GTK_TOGGLE_BUTTON (button), FALSE);
      gtk_container_add (GTK_CONTAINER (self->sheet_box), button);
      g_signal_connect (button, "toggled", G_CALLBACK (on_sheet_toggled_cb), self);
      self->sheet_buttons[sheet] = GTK_RADIO_BUTTON (button);
    }
}

static void
hall_confirm_page_init (HallConfirmPage *self)
{
  GtkWidget *guide;
  GtkWidget *view;
  GtkWidget *notice;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->loading = g_cancellable_new ();
  self->saving = g_cancellable_new ();
  add_sheet_buttons (self);
  guide = hall_print_guide_new ();
  self->guide = HALL_PRINT_GUIDE (guide);
  gtk_container_add (GTK_CONTAINER (self->guide_box), guide);
  view = hall_page_view_new ();
  self->view = HALL_PAGE_VIEW (view);
  gtk_box_pack_start (self->view_box, view, TRUE, TRUE, 0);
  notice = hall_notice_new ();
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  g_signal_connect_swapped (notice, "answered", G_CALLBACK (on_notice_answered_cb), self);
}

GtkWidget *
hall_confirm_page_new (HallFrame *frame, HallDraft *draft)
{
  HallConfirmPage *self = g_object_new (HALL_TYPE_CONFIRM_PAGE, NULL);
  GtkWidget *reopen = hall_reopen_box_new (frame, draft);

  self->draft = g_object_ref (draft);
  gtk_container_add (GTK_CONTAINER (hall_print_guide_get_middle (self->guide)), reopen);
  g_signal_connect_swapped (reopen, "reopened", G_CALLBACK (on_reopened_cb), self);
  g_signal_connect_swapped (reopen, "failed", G_CALLBACK (on_reopen_failed_cb), self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (follow_draft), self, G_CONNECT_SWAPPED);
  follow_draft (self);
  return GTK_WIDGET (self);
}
