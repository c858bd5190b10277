/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order in detail. What may be done with it, the hall says.
 */
#include "hall-order-detail.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-notice.h"
#include "hall-order-actions.h"
#include "hall-order-code.h"
#include "hall-order-data.h"
#include "hall-order-documents.h"
#include "hall-order-record.h"
#include "hall-paper-window.h"
#include "hall-status-pill.h"
#include "hall-timeline.h"
#include "hall-ui.h"
#include "hall-when.h"

struct _HallOrderDetail
{
  GtkBox parent_instance;

  GtkBox *notice_box;
  GtkStack *stack; /* "loading" or "order" */
  GtkScrolledWindow *scroller;
  GtkBox *column;
  GtkLabel *organisation;
  GtkBox *pill_box;
  GtkLabel *type;
  GtkLabel *number_label;
  GtkLabel *next_step;
  GtkLabel *deadline;
  GtkBox *actions_box;
  GtkBox *code_box;
  GtkBox *record_box;
  GtkBox *documents_box;
  GtkBox *data_box;
  GtkBox *timeline_box;

  HallNotice *notice; /* each in the box of its name */
  HallStatusPill *pill;
  HallOrderActions *actions;
  HallOrderCode *code;
  HallOrderRecord *record;
  HallOrderDocuments *documents;
  HallOrderData *data;
  HallTimeline *timeline;
  GtkWidget *question; /* (nullable): the dialog that asks before something is done */

  HallOrderWatch *watch;
  HallCatalog *catalog; /* (nullable): until it is there */
  gboolean loading_catalog;
  HallAction running;        /* what @question is about, or what is under way */
  GCancellable *cancellable; /* of all calls */
};

G_DEFINE_FINAL_TYPE (HallOrderDetail, hall_order_detail, GTK_TYPE_BOX)

enum
{
  BACK,
  OPEN_ORDER,
  ACCOUNT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_head (HallOrderDetail *self, const HallOrder *order)
{
  HallLang lang = hall_app_lang ();
  const HallCertificateType *type = hall_catalog_find_type (self->catalog, order->certificate_type);
  gboolean named = order->organisation != NULL && *order->organisation != '\0';
  g_autofree char *number = hall_order_format_number (order->number);
  g_autofree char *until = hall_when_format (order->deadline_s);
  /* Translators: %s is a day and a time */
  g_autofree char *deadline = g_strdup_printf (_ ("The hall decides by %s."), until);

  gtk_label_set_text (self->organisation,
                      named ? order->organisation : _ ("Organisation not filled in yet"));
  gtk_label_set_text (self->type, type != NULL ? hall_label_get (&type->label, lang) : "");
  gtk_label_set_text (self->number_label, number);
  hall_status_pill_show_order (self->pill, order);
  gtk_label_set_text (self->next_step, hall_state_get_next_step (order->state, lang));
  gtk_label_set_text (self->deadline, deadline);
  gtk_widget_set_visible (GTK_WIDGET (self->deadline), order->deadline_s > 0);
}

static void
show_order (HallOrderDetail *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  if (order == NULL || self->catalog == NULL)
    return;
  show_head (self, order);
  hall_order_actions_show (self->actions, order->actions);
  hall_order_code_show (self->code, order);
  hall_order_record_show (self->record, order, self->catalog);
  hall_order_documents_show (self->documents, order, self->catalog);
  hall_order_data_show (self->data, order->application, self->catalog);
  hall_timeline_set_steps (self->timeline, order->timeline);
  gtk_stack_set_visible_child_name (self->stack, "order");
}

static void
show_failure (HallOrderDetail *self, const GError *error)
{
  hall_notice_show (self->notice, HALL_WRONG, error->message, _ ("Try again"));
}

static void
on_catalog_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallOrderDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog =
      hall_session_load_catalog_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loading_catalog = FALSE;
  if (catalog == NULL)
    {
      show_failure (self, error);
      return;
    }
  self->catalog = g_steal_pointer (&catalog);
  show_order (self);
}

static void
on_order_changed_cb (HallOrderDetail *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  if (self->catalog != NULL)
    {
      show_order (self);
      return;
    }
  if (self->loading_catalog)
    return;
  self->loading_catalog = TRUE;
  hall_session_load_catalog_async (hall_order_watch_get_session (self->watch),
                                   hall_order_get_catalog (order), self->cancellable,
                                   on_catalog_loaded_cb, g_object_ref (self));
}

static void
on_watch_failed_cb (HallOrderDetail *self, const GError *error)
{
  show_failure (self, error);
}

/* Trying again, or having read what was said. */
static void
on_notice_answered_cb (HallOrderDetail *self)
{
  hall_notice_clear (self->notice);
  if (hall_order_watch_get_order (self->watch) != NULL && self->catalog == NULL)
    on_order_changed_cb (self);
  else
    hall_order_watch_start (self->watch);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallOrderDetail) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_order_watch_send_finish (HALL_ORDER_WATCH (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hall_order_actions_set_busy (self->actions, self->running, FALSE);
  if (error != NULL)
    hall_notice_show_error (self->notice, error);
}

static void
on_question_answered_cb (GtkDialog *dialog, int response, HallOrderDetail *self)
{
  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response != GTK_RESPONSE_YES)
    return;
  hall_notice_clear (self->notice);
  hall_order_actions_set_busy (self->actions, self->running, TRUE);
  hall_order_watch_send_async (self->watch, hall_order_deed_get (self->running)->event, NULL,
                               self->cancellable, on_sent_cb, g_object_ref (self));
}

/* What it is about is named, so that nobody gives up the wrong order. */
static char *
describe (const HallOrder *order, const char *outcome)
{
  g_autofree char *number = hall_order_format_number (order->number);

  return g_strdup_printf ("%s\n%s\n\n%s", number,
                          order->organisation != NULL ? order->organisation : "", outcome);
}

static void
ask (HallOrderDetail *self, HallAction action)
{
  const HallOrderDeed *deed = hall_order_deed_get (action);
  g_autofree char *text = describe (hall_order_watch_get_order (self->watch), _ (deed->outcome));
  GtkWidget *dialog =
      gtk_message_dialog_new (GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))),
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", _ (deed->question));
  GtkWidget *yes;

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", text);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Not now"), GTK_RESPONSE_CANCEL);
  yes = gtk_dialog_add_button (GTK_DIALOG (dialog), _ (deed->yes), GTK_RESPONSE_YES);
  gtk_style_context_add_class (gtk_widget_get_style_context (yes),
                               deed->gives_up ? GTK_STYLE_CLASS_DESTRUCTIVE_ACTION
                                              : GTK_STYLE_CLASS_SUGGESTED_ACTION);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog),
                                   deed->gives_up ? GTK_RESPONSE_CANCEL : GTK_RESPONSE_YES);
  g_signal_connect (dialog, "response", G_CALLBACK (on_question_answered_cb), self);
  g_signal_connect (dialog, "destroy", G_CALLBACK (gtk_widget_destroyed), &self->question);
  self->running = action;
  self->question = dialog;
  gtk_window_present (GTK_WINDOW (dialog));
}

/* (nullable) */
static const HallPlace *
find_mark (HallOrderDetail *self, const char *slot)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  return order != NULL && slot != NULL ? hall_order_find_mark (order, slot) : NULL;
}

static void
open_paper (HallOrderDetail *self, HallPaperKind paper, const char *slot, const char *file_name)
{
  static const HallDocumentKind kinds[] = {
    [HALL_PAPER_FORM] = HALL_DOCUMENT_APPLICATION_FORM,
    [HALL_PAPER_SEAL_SHEET] = HALL_DOCUMENT_SEAL_SHEET,
  };
  const HallRequirement *requirement =
      slot != NULL ? hall_catalog_find_requirement (self->catalog, slot)
                   : hall_catalog_find_document (self->catalog, kinds[paper]);
  const char *number = hall_order_watch_get_number (self->watch);
  const char *title =
      requirement != NULL ? hall_label_get (&requirement->label, hall_app_lang ()) : number;
  g_autofree char *own_name = g_strdup_printf ("%s %s.pdf", title, number);
  HallPaperWish wish = { .paper = paper,
                         .number = number,
                         .slot = slot,
                         .title = title,
                         .file_name = file_name != NULL ? file_name : own_name,
                         .mark = find_mark (self, slot) };
  GtkWidget *window =
      hall_paper_window_new (GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))),
                             hall_order_watch_get_session (self->watch), &wish);

  gtk_window_present (GTK_WINDOW (window));
}

static void
on_paper_cb (HallOrderDetail *self, guint paper)
{
  open_paper (self, paper, NULL, NULL);
}

static void
on_document_cb (HallOrderDetail *self, const char *slot)
{
  const HallDocument *document =
      hall_order_find_document (hall_order_watch_get_order (self->watch), slot);

  if (document != NULL)
    open_paper (self, HALL_PAPER_DOCUMENT, slot, document->file_name);
}

/* Brings a part of the page to the top. */
static void
scroll_to (HallOrderDetail *self, GtkWidget *part)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  int y = 0;

  if (gtk_widget_translate_coordinates (part, GTK_WIDGET (self->column), 0, 0, NULL, &y))
    gtk_adjustment_set_value (adjustment, y);
}

static void
on_action_chosen_cb (HallOrderDetail *self, guint action)
{
  switch (hall_order_deed_get (action)->kind)
    {
    case HALL_DEED_OPEN:
      g_signal_emit (self, signals[OPEN_ORDER], 0);
      break;
    case HALL_DEED_SEND:
      ask (self, action);
      break;
    case HALL_DEED_ACCOUNT:
      g_signal_emit (self, signals[ACCOUNT], 0);
      break;
    case HALL_DEED_CODE:
      hall_order_code_focus (self->code);
      break;
    case HALL_DEED_PRINT:
      open_paper (self, HALL_PAPER_FORM, NULL, NULL);
      break;
    case HALL_DEED_DATA:
      hall_order_data_unfold (self->data);
      scroll_to (self, GTK_WIDGET (self->data));
      break;
    case HALL_DEED_PARCEL:
      scroll_to (self, hall_order_record_get_parcel (self->record));
      break;
    default:
      break;
    }
}

static void
on_correct_cb (HallOrderDetail *self)
{
  g_signal_emit (self, signals[OPEN_ORDER], 0);
}

static void
on_correct_account_cb (HallOrderDetail *self)
{
  g_signal_emit (self, signals[ACCOUNT], 0);
}

static void
on_back_clicked_cb (GtkButton *button, HallOrderDetail *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
on_copy_clicked_cb (GtkButton *button, HallOrderDetail *self)
{
  gtk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self), GDK_SELECTION_CLIPBOARD),
                          hall_order_watch_get_number (self->watch), -1);
}

static void
hall_order_detail_dispose (GObject *object)
{
  HallOrderDetail *self = HALL_ORDER_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  if (self->question != NULL)
    gtk_widget_destroy (self->question);
  if (self->watch != NULL)
    hall_order_watch_stop (self->watch);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  G_OBJECT_CLASS (hall_order_detail_parent_class)->dispose (object);
}

static void
hall_order_detail_finalize (GObject *object)
{
  g_object_unref (HALL_ORDER_DETAIL (object)->cancellable);
  G_OBJECT_CLASS (hall_order_detail_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, HALL_TYPE_ORDER_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
hall_order_detail_class_init (HallOrderDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_order_detail_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_order_detail_finalize;
  signals[BACK] = add_signal ("back");
  signals[OPEN_ORDER] = add_signal ("open-order");
  signals[ACCOUNT] = add_signal ("account");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-order-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, column);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, organisation);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, pill_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, type);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, number_label);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, next_step);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, deadline);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, actions_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, code_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, record_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, documents_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, data_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDetail, timeline_box);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
}

static void
hall_order_detail_init (HallOrderDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->next_step);
  self->cancellable = g_cancellable_new ();
}

/* A part that is not to be seen takes no room, nor the space beside it. */
static gpointer
put (GtkBox *box, GtkWidget *widget)
{
  gtk_box_pack_start (box, widget, TRUE, TRUE, 0);
  g_object_bind_property (widget, "visible", box, "visible", G_BINDING_SYNC_CREATE);
  return widget;
}

static void
build (HallOrderDetail *self)
{
  HallSession *session = hall_order_watch_get_session (self->watch);

  self->notice = put (self->notice_box, hall_notice_new ());
  self->pill = put (self->pill_box, hall_status_pill_new ());
  self->actions = put (self->actions_box, hall_order_actions_new ());
  self->code = put (self->code_box, hall_order_code_new (self->watch));
  self->record = put (self->record_box, hall_order_record_new ());
  self->documents = put (self->documents_box, hall_order_documents_new (session));
  self->data = put (self->data_box, hall_order_data_new ());
  self->timeline = put (self->timeline_box, hall_timeline_new ());
}

static void
connect_to (HallOrderDetail *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
listen (HallOrderDetail *self)
{
  connect_to (self, self->notice, "answered", G_CALLBACK (on_notice_answered_cb));
  connect_to (self, self->actions, "chosen", G_CALLBACK (on_action_chosen_cb));
  connect_to (self, self->record, "correct", G_CALLBACK (on_correct_cb));
  connect_to (self, self->record, "correct-account", G_CALLBACK (on_correct_account_cb));
  connect_to (self, self->record, "paper", G_CALLBACK (on_paper_cb));
  connect_to (self, self->documents, "view", G_CALLBACK (on_document_cb));
  connect_to (self, self->watch, "changed", G_CALLBACK (on_order_changed_cb));
  connect_to (self, self->watch, "failed", G_CALLBACK (on_watch_failed_cb));
}

GtkWidget *
hall_order_detail_new (HallSession *session, const char *number)
{
  HallOrderDetail *self = g_object_new (HALL_TYPE_ORDER_DETAIL, NULL);

  self->watch = hall_order_watch_new (session, number);
  build (self);
  listen (self);
  hall_order_watch_start (self->watch);
  return GTK_WIDGET (self);
}

const char *
hall_order_detail_get_number (HallOrderDetail *self)
{
  g_return_val_if_fail (HALL_IS_ORDER_DETAIL (self), NULL);

  return hall_order_watch_get_number (self->watch);
}

gboolean
hall_order_detail_fill_code (HallOrderDetail *self, const char *code)
{
  g_return_val_if_fail (HALL_IS_ORDER_DETAIL (self), FALSE);

  return hall_order_code_fill (self->code, code);
}
