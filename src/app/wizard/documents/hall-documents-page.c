/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The documents of the order.
 */
#include "hall-documents-page.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-document-slot.h"
#include "hall-file-check.h"
#include "hall-notice.h"
#include "hall-ui.h"

struct _HallDocumentsPage
{
  GtkBox parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *count;
  GtkBox *notice_box;
  GtkBox *slots_box;

  HallNotice *notice; /* in @notice_box */
  HallFrame *frame;   /* not owned: it owns this */
  HallDraft *draft;
  GPtrArray *slots; /* (element-type HallDocumentSlot): in @slots_box */
};

static void wizard_page_init (HallWizardPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallDocumentsPage,
                               hall_documents_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_WIZARD_PAGE, wizard_page_init))

/* What the place of the notice is for while there is nothing to say: the practice hall's hint. */
static void
rest_notice (HallDocumentsPage *self)
{
  const HallInfo *info = hall_session_get_info (hall_draft_get_session (self->draft));

  if (info != NULL && info->practice)
    hall_notice_show (self->notice, HALL_HINT,
                      _ ("Practice hall: without a scanner, “Use a practice scan” makes a page."),
                      NULL);
  else
    hall_notice_clear (self->notice);
}

/* (nullable): the first with something to do in it. */
static HallDocumentSlot *
find_wanting (HallDocumentsPage *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      HallDocumentSlot *slot = g_ptr_array_index (self->slots, i);

      if (hall_upload_wants_file (hall_document_slot_get_upload (slot)))
        return slot;
    }
  return NULL;
}

static gboolean
is_busy (HallDocumentsPage *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (hall_document_slot_is_busy (g_ptr_array_index (self->slots, i)))
      return TRUE;
  return FALSE;
}

static void
show_count (HallDocumentsPage *self)
{
  guint n_there = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->slots->len; i++)
    if (!hall_upload_wants_file (
            hall_document_slot_get_upload (g_ptr_array_index (self->slots, i))))
      n_there++;
  /* Translators: how many of the documents are there: "2 of 3" */
  text = g_strdup_printf (_ ("%1$u of %2$u uploaded"), n_there, self->slots->len);
  gtk_label_set_text (self->count, text);
}

static void
on_upload_changed_cb (HallDocumentsPage *self)
{
  show_count (self);
  if (find_wanting (self) == NULL && !is_busy (self))
    rest_notice (self);
}

static void
add_slot (HallDocumentsPage *self, HallUpload *upload)
{
  GtkWidget *slot = hall_document_slot_new (self->frame, self->draft, upload);

  gtk_container_add (GTK_CONTAINER (self->slots_box), slot);
  g_ptr_array_add (self->slots, slot);
  g_signal_connect_object (upload, "changed", G_CALLBACK (on_upload_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
on_items_changed_cb (HallDocumentsPage *self)
{
  GListModel *uploads = G_LIST_MODEL (hall_draft_get_uploads (self->draft));

  for (guint i = 0; i < self->slots->len; i++)
    g_signal_handlers_disconnect_by_data (hall_document_slot_get_upload (
                                              g_ptr_array_index (self->slots, i)),
                                          self);
  g_ptr_array_set_size (self->slots, 0);
  hall_ui_clear (GTK_CONTAINER (self->slots_box));
  for (guint i = 0; i < g_list_model_get_n_items (uploads); i++)
    {
      g_autoptr (HallUpload) upload = g_list_model_get_item (uploads, i);

      if (!hall_upload_get_requirement (upload)->at_payment)
        add_slot (self, upload);
    }
  show_count (self);
}

static void
say_missing (HallDocumentSlot *slot)
{
  HallUpload *upload = hall_document_slot_get_upload (slot);
  const HallDocument *document = hall_upload_get_document (upload);
  HallIssueCode code = document == NULL     ? HALL_ISSUE_DOCUMENT_MISSING
                       : !document->current ? HALL_ISSUE_DOCUMENT_OUTDATED
                                            : HALL_ISSUE_NOT_CHANGED;
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *text = NULL;

  hall_issue_set (&issue, code, NULL, NULL);
  text = hall_issue_format (&issue, hall_app_lang ());
  hall_document_slot_show_problem (slot, text);
}

/* TRUE if nothing keeps one from going on; if not, it is said where. */
static gboolean
check (HallDocumentsPage *self)
{
  HallDocumentSlot *first = find_wanting (self);

  rest_notice (self);
  if (is_busy (self))
    {
      hall_notice_show (self->notice, HALL_HINT,
                        _ ("A document is still on its way. Go on when it is there."), NULL);
      return FALSE;
    }
  if (first == NULL)
    return TRUE;
  for (guint i = 0; i < self->slots->len; i++)
    {
      HallDocumentSlot *slot = g_ptr_array_index (self->slots, i);

      if (hall_upload_wants_file (hall_document_slot_get_upload (slot)))
        say_missing (slot);
    }
  hall_document_slot_focus (first);
  return FALSE;
}

/* (nullable) */
static const HallFinding *
find_finding (GPtrArray *findings, const char *slot)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      if (g_strcmp0 (finding->where, slot) == 0 && finding->severity >= HALL_DOUBTFUL)
        return finding;
    }
  return NULL;
}

/* What the hall finds beside the slots it is about. FALSE if it names none of them. */
static gboolean
show_findings (HallDocumentsPage *self, GPtrArray *findings)
{
  HallDocumentSlot *first = NULL;

  for (guint i = 0; i < self->slots->len; i++)
    {
      HallDocumentSlot *slot = g_ptr_array_index (self->slots, i);
      const char *place = hall_upload_get_requirement (hall_document_slot_get_upload (slot))->slot;
      const HallFinding *finding = find_finding (findings, place);
      g_autofree char *text = NULL;

      if (finding == NULL)
        continue;
      text = hall_issue_format (&finding->issue, hall_app_lang ());
      hall_document_slot_show_problem (slot, text);
      if (first == NULL)
        first = slot;
    }
  if (first != NULL)
    hall_document_slot_focus (first);
  return first != NULL;
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallDocumentsPage *self = g_task_get_source_object (task);
  GPtrArray *findings;

  if (hall_draft_send_finish (HALL_DRAFT (source), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  findings = hall_error_get_findings (error);
  if (findings == NULL || !show_findings (self, findings))
    hall_notice_show_error (self->notice, error);
  g_task_return_boolean (task, FALSE);
}

static void
hall_documents_page_enter (HallWizardPage *page)
{
  HallDocumentsPage *self = HALL_DOCUMENTS_PAGE (page);
  HallDocumentSlot *first = find_wanting (self);

  rest_notice (self);
  if (first != NULL)
    hall_document_slot_focus (first);
}

static const char *
hall_documents_page_get_next_label (HallWizardPage *page)
{
  return _ ("_Next");
}

static void
hall_documents_page_next_async (HallWizardPage *page,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallDocumentsPage *self = HALL_DOCUMENTS_PAGE (page);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gboolean good = check (self);

  g_task_set_source_tag (task, hall_documents_page_next_async);
  if (good && hall_draft_get_order (self->draft)->state == HALL_STATE_AWAITING_DOCUMENTS)
    {
      hall_draft_send_async (self->draft, HALL_EVENT_DOCUMENTS_COMPLETE, NULL, cancellable,
                             on_sent_cb, task);
      return;
    }
  g_task_return_boolean (task, good);
  g_object_unref (task);
}

static gboolean
hall_documents_page_next_finish (HallWizardPage *page, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, page), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
wizard_page_init (HallWizardPageInterface *iface)
{
  iface->enter = hall_documents_page_enter;
  iface->get_next_label = hall_documents_page_get_next_label;
  iface->next_async = hall_documents_page_next_async;
  iface->next_finish = hall_documents_page_next_finish;
}

static void
hall_documents_page_dispose (GObject *object)
{
  g_clear_object (&HALL_DOCUMENTS_PAGE (object)->draft);
  G_OBJECT_CLASS (hall_documents_page_parent_class)->dispose (object);
}

static void
hall_documents_page_finalize (GObject *object)
{
  g_ptr_array_unref (HALL_DOCUMENTS_PAGE (object)->slots);
  G_OBJECT_CLASS (hall_documents_page_parent_class)->finalize (object);
}

static void
hall_documents_page_class_init (HallDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_documents_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_documents_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDocumentsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentsPage, title);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentsPage, count);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentsPage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentsPage, slots_box);
}

static void
hall_documents_page_init (HallDocumentsPage *self)
{
  GtkWidget *notice = hall_notice_new ();
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->slots = g_ptr_array_new ();
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  gtk_label_set_text (self->title, hall_step_get_label (HALL_STEP_DOCUMENTS, hall_app_lang ()));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gtk_container_set_focus_vadjustment (GTK_CONTAINER (self->slots_box), adjustment);
}

GtkWidget *
hall_documents_page_new (HallFrame *frame, HallDraft *draft)
{
  HallDocumentsPage *self = g_object_new (HALL_TYPE_DOCUMENTS_PAGE, NULL);
  HallUploads *uploads = hall_draft_get_uploads (draft);

  self->frame = frame;
  self->draft = g_object_ref (draft);
  hall_uploads_set_inspect (uploads, hall_file_check,
                            hall_catalog_ref (hall_draft_get_catalog (draft)),
                            (GDestroyNotify) hall_catalog_unref);
  g_signal_connect_object (uploads, "items-changed", G_CALLBACK (on_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_items_changed_cb (self);
  rest_notice (self);
  return GTK_WIDGET (self);
}
