/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order is paid. That it was paid is heard from the hall alone; the wizard goes on by itself.
 */
#include "hall-payment-page.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-channel-chooser.h"
#include "hall-limits.h"
#include "hall-badge.h"
#include "hall-money.h"
#include "hall-notice.h"
#include "hall-open.h"
#include "hall-pin-words.h"
#include "hall-price-row.h"
#include "hall-qr-view.h"
#include "hall-transfer-box.h"
#include "hall-ui.h"

struct _HallPaymentPage
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *why;
  GtkListBox *price_list;
  GtkBox *channel_box;
  GtkStack *stack; /* "none", "online", "transfer" or "done" */
  GtkLabel *none_text;
  GtkBox *none_notice;
  GtkBox *online_notice;
  GtkBox *transfer_notice;
  GtkBox *online;
  GtkBox *qr_box;
  GtkLabel *pin_text;
  GtkBox *check_box;
  GtkBox *transfer_box;
  GtkImage *done_icon;
  GtkLabel *done_text;

  HallNotice *notice;           /* where it is seen: in one of the three boxes */
  HallQrView *qr;               /* in @qr_box */
  HallBusyButton *check_button; /* in @check_box */
  HallTransferBox *transfer;    /* in @transfer_box */
  HallChannelChooser *chooser;  /* in @channel_box */
  HallDraft *draft;
  GCancellable *cancellable;
  HallPayChannel channel; /* HALL_N_PAY_CHANNELS: none was chosen */
  char *payment;          /* (nullable): id of the code that is shown */
  gboolean asking;        /* for a code */
};

#define MIN_WIDTH_PX 560 /* for the code and the words side by side */

static void wizard_page_init (HallWizardPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallPaymentPage,
                               hall_payment_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_WIZARD_PAGE, wizard_page_init))

static const HallOrder *
get_order (HallPaymentPage *self)
{
  return hall_draft_get_order (self->draft);
}

/* What the place of the notice is for while there is nothing to say: that nothing is paid. */
static void
rest_notice (HallPaymentPage *self)
{
  const HallInfo *info = hall_session_get_info (hall_draft_get_session (self->draft));
  HallPayChannel channel = MIN (self->channel, HALL_PAY_TRANSFER);

  if (info != NULL && (info->practice || info->sandbox[channel]))
    hall_notice_show (self->notice, HALL_HINT,
                      _ ("Practice: no money moves. Do not really pay anything."), NULL);
  else
    hall_notice_clear (self->notice);
}

static gboolean
can_pay (HallPaymentPage *self)
{
  return hall_order_can (get_order (self), HALL_ACTION_PAY);
}

/* Also after a return, when the money has not been seen. */
static gboolean
can_transfer (HallPaymentPage *self)
{
  return hall_order_can (get_order (self), HALL_ACTION_UPLOAD_VOUCHER);
}

/* (nullable): The code of the channel that was chosen. */
static const HallPaymentCode *
get_code (HallPaymentPage *self)
{
  const HallPaymentCode *code = get_order (self)->payment;

  return code != NULL && code->channel == self->channel ? code : NULL;
}

static gboolean
wants_code (HallPaymentPage *self)
{
  return can_pay (self) && self->channel < HALL_PAY_TRANSFER && get_code (self) == NULL;
}

static void
show_code (HallPaymentPage *self)
{
  const HallPaymentCode *code = get_code (self);
  gint64 now_s = hall_session_get_now_s (hall_draft_get_session (self->draft));

  if (code == NULL)
    {
      if (self->payment != NULL)
        hall_qr_view_set_text (self->qr, NULL);
      g_clear_pointer (&self->payment, g_free);
      return;
    }
  hall_qr_view_set_can_open (self->qr, code->sandbox);
  if (g_strcmp0 (code->id, self->payment) == 0)
    return;
  g_free (self->payment);
  self->payment = g_strdup (code->id);
  hall_qr_view_set_amount (self->qr, code->amount_fen);
  hall_qr_view_set_text (self->qr, code->qr);
  hall_qr_view_set_time_left (self->qr,
                              (guint) CLAMP (code->expires_s - now_s, 0, HALL_PAYMENT_LIFE_S),
                              HALL_PAYMENT_LIFE_S);
}

static void ask_for_code (HallPaymentPage *self);

static void
on_code_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallPaymentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean made = hall_order_watch_pay_finish (HALL_ORDER_WATCH (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->asking = FALSE;
  hall_qr_view_set_renewing (self->qr, FALSE);
  if (made && wants_code (self)) /* another channel was chosen meanwhile */
    {
      ask_for_code (self);
      return;
    }
  if (!made)
    {
      hall_notice_show_error (self->notice, error);
      hall_qr_view_set_time_left (self->qr, 0, HALL_PAYMENT_LIFE_S);
    }
  show_code (self);
}

static void
ask_for_code (HallPaymentPage *self)
{
  if (self->asking)
    return;
  self->asking = TRUE;
  rest_notice (self);
  hall_qr_view_set_renewing (self->qr, TRUE);
  hall_order_watch_pay_async (hall_draft_get_watch (self->draft), self->channel, self->cancellable,
                              on_code_made_cb, g_object_ref (self));
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallPaymentPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hall_open_uri_finish (result, &error) && self->draft != NULL)
    hall_notice_show_error (self->notice, error);
}

static void
on_open_cb (HallPaymentPage *self)
{
  const HallPaymentCode *code = get_code (self);

  if (code != NULL)
    hall_open_uri_async (code->qr, self->cancellable, on_opened_cb, g_object_ref (self));
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallPaymentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean looked = hall_order_watch_load_finish (HALL_ORDER_WATCH (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hall_busy_button_set_busy (self->check_button, FALSE);
  if (!looked)
    hall_notice_show_error (self->notice, error);
  else if (can_pay (self))
    hall_notice_show (self->notice, HALL_HINT,
                      _ ("The payment has not arrived yet. It can take a minute."), NULL);
}

static void
on_check_clicked_cb (HallPaymentPage *self)
{
  hall_busy_button_set_busy (self->check_button, TRUE);
  hall_order_watch_load_async (hall_draft_get_watch (self->draft), self->cancellable, on_looked_cb,
                               g_object_ref (self));
}

static void
show_channel (HallPaymentPage *self)
{
  const HallCertificateType *type = hall_draft_get_certificate_type (self->draft);
  HallFinAuthMode mode = hall_draft_get_catalog (self->draft)->fin_auth_mode;
  g_autofree char *pin = NULL;

  if (self->channel == HALL_N_PAY_CHANNELS)
    return;
  if (self->channel != HALL_PAY_TRANSFER)
    {
      pin = hall_pin_words_format (hall_pin_rule (self->channel, type->for_person, mode));
      gtk_label_set_text (self->pin_text, pin);
      hall_qr_view_set_words (self->qr,
                              self->channel == HALL_PAY_WECHAT ? _ ("Scan with WeChat")
                                                               : _ ("Scan with Alipay"),
                              _ ("and pay on the phone."));
      show_code (self);
    }
}

/* Beside what it is about, so that the square code stays in view. */
static void
place_notice (HallPaymentPage *self, const char *place)
{
  GtkBox *box = g_str_equal (place, "online")     ? self->online_notice
                : g_str_equal (place, "transfer") ? self->transfer_notice
                                                  : self->none_notice;
  GtkWidget *notice = GTK_WIDGET (self->notice);
  GtkWidget *now = gtk_widget_get_parent (notice);

  if (now == GTK_WIDGET (box))
    return;
  g_object_ref (notice);
  gtk_container_remove (GTK_CONTAINER (now), notice);
  gtk_container_add (GTK_CONTAINER (box), notice);
  g_object_unref (notice);
}

static void
show_order (HallPaymentPage *self)
{
  const char *place = "done";

  if (self->channel == HALL_PAY_TRANSFER && can_transfer (self))
    place = "transfer";
  else if (can_pay (self))
    place = self->channel == HALL_N_PAY_CHANNELS ? "none" : "online";
  gtk_widget_set_visible (GTK_WIDGET (self->channel_box), can_pay (self));
  place_notice (self, place);
  gtk_stack_set_visible_child_name (self->stack, place);
  show_channel (self);
  hall_wizard_page_next_changed (HALL_WIZARD_PAGE (self));
}

static void
on_chosen_cb (HallPaymentPage *self)
{
  self->channel = hall_channel_chooser_get (self->chooser);
  rest_notice (self);
  show_order (self);
  if (wants_code (self))
    ask_for_code (self);
}

static void
hall_payment_page_enter (HallWizardPage *page)
{
  HallPaymentPage *self = HALL_PAYMENT_PAGE (page);

  rest_notice (self);
  show_order (self);
  if (wants_code (self))
    ask_for_code (self);
  if (self->channel == HALL_N_PAY_CHANNELS)
    gtk_widget_child_focus (GTK_WIDGET (self->channel_box), GTK_DIR_TAB_FORWARD);
}

static const char *
hall_payment_page_get_next_label (HallWizardPage *page)
{
  HallPaymentPage *self = HALL_PAYMENT_PAGE (page);

  if (!can_pay (self))
    return _ ("_Next");
  return self->channel == HALL_PAY_TRANSFER ? _ ("_Submit") : NULL;
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallPaymentPage *self = g_task_get_source_object (task);

  if (hall_draft_send_finish (HALL_DRAFT (source), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  hall_notice_show_error (self->notice, error);
  g_task_return_boolean (task, FALSE);
}

static void
hall_payment_page_next_async (HallWizardPage *page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallPaymentPage *self = HALL_PAYMENT_PAGE (page);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gboolean good;

  g_task_set_source_tag (task, hall_payment_page_next_async);
  rest_notice (self);
  good = !can_transfer (self) || hall_transfer_box_check (self->transfer);
  if (good && can_pay (self))
    {
      hall_draft_send_async (self->draft, HALL_EVENT_VOUCHER_UPLOADED, NULL, cancellable,
                             on_sent_cb, task);
      return;
    }
  g_task_return_boolean (task, good);
  g_object_unref (task);
}

static gboolean
hall_payment_page_next_finish (HallWizardPage *page, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, page), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
wizard_page_init (HallWizardPageInterface *iface)
{
  iface->enter = hall_payment_page_enter;
  iface->get_next_label = hall_payment_page_get_next_label;
  iface->next_async = hall_payment_page_next_async;
  iface->next_finish = hall_payment_page_next_finish;
}

static void
hall_payment_page_dispose (GObject *object)
{
  HallPaymentPage *self = HALL_PAYMENT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->payment, g_free);
  G_OBJECT_CLASS (hall_payment_page_parent_class)->dispose (object);
}

static void
hall_payment_page_class_init (HallPaymentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_payment_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-payment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, title);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, why);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, price_list);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, channel_box);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, none_text);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, none_notice);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, online_notice);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, transfer_notice);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, online);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, qr_box);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, pin_text);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, check_box);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, transfer_box);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, done_icon);
  gtk_widget_class_bind_template_child (widget_class, HallPaymentPage, done_text);
}

static void
hall_payment_page_init (HallPaymentPage *self)
{
  GtkWidget *notice = hall_notice_new ();
  GtkWidget *qr = hall_qr_view_new ();
  GtkWidget *check = hall_busy_button_new (_ ("I have _paid"));
  const HallBadge *done = hall_badge_for_tone (HALL_TONE_DONE);

  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_stack_when_narrow (self->online, MIN_WIDTH_PX);
  self->cancellable = g_cancellable_new ();
  self->channel = HALL_N_PAY_CHANNELS;
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->none_notice), notice);
  self->qr = HALL_QR_VIEW (qr);
  gtk_container_add (GTK_CONTAINER (self->qr_box), qr);
  self->check_button = HALL_BUSY_BUTTON (check);
  gtk_container_add (GTK_CONTAINER (self->check_box), check);
  gtk_label_set_text (self->title, hall_step_get_label (HALL_STEP_PAYMENT, hall_app_lang ()));
  hall_badge_paint (GTK_WIDGET (self->done_icon), done);
  gtk_image_set_from_icon_name (self->done_icon, done->icon, GTK_ICON_SIZE_DND);
  gtk_label_set_text (self->done_text, _ ("Nothing is to be paid now"));
  hall_qr_view_set_text (self->qr, NULL);
  hall_qr_view_set_can_open (self->qr, FALSE);
  g_signal_connect_swapped (qr, "renew", G_CALLBACK (ask_for_code), self);
  g_signal_connect_swapped (qr, "open", G_CALLBACK (on_open_cb), self);
  g_signal_connect_swapped (check, "clicked", G_CALLBACK (on_check_clicked_cb), self);
}

/* What it costs; and what the choice decides besides: how the PIN comes. */
static void
add_prices (HallPaymentPage *self)
{
  const HallCertificateType *type = hall_draft_get_certificate_type (self->draft);
  g_autofree char *pins =
      hall_pin_words_compare_markup (type->for_person,
                                     hall_draft_get_catalog (self->draft)->fin_auth_mode);

  g_autofree char *yuan = hall_money_format (get_order (self)->amount_fen);
  /* Translators: the certificate type and what it costs in yuan */
  g_autofree char *why =
      g_strdup_printf (_ ("%1$s: ¥ %2$s"), hall_label_get (&type->label, hall_app_lang ()), yuan);

  gtk_label_set_text (self->why, why);
  gtk_label_set_markup (self->none_text, pins);
  gtk_widget_set_visible (GTK_WIDGET (self->price_list), type->prices->len > 1);
  for (guint i = 0; i < type->prices->len; i++)
    {
      const HallPriceItem *item = g_ptr_array_index (type->prices, i);

      gtk_container_add (GTK_CONTAINER (self->price_list),
                         hall_price_row_new (hall_label_get (&item->label, hall_app_lang ()),
                                             item->amount_fen, FALSE));
    }
  if (type->prices->len > 1)
    gtk_container_add (GTK_CONTAINER (self->price_list),
                       hall_price_row_new (_ ("Total"), get_order (self)->amount_fen, TRUE));
}

/* What was chosen before; after a return only the transfer is left to be mended. */
static void
choose_again (HallPaymentPage *self)
{
  int channel = get_order (self)->channel;

  if (!can_pay (self))
    self->channel = HALL_PAY_TRANSFER;
  else if (channel >= 0)
    {
      hall_channel_chooser_set (self->chooser, (HallPayChannel) channel);
      self->channel = hall_channel_chooser_get (self->chooser);
    }
}

GtkWidget *
hall_payment_page_new (HallFrame *frame, HallDraft *draft)
{
  HallPaymentPage *self = g_object_new (HALL_TYPE_PAYMENT_PAGE, NULL);
  GtkWidget *transfer = hall_transfer_box_new (frame, draft);
  GtkWidget *chooser;

  self->draft = g_object_ref (draft);
  self->transfer = HALL_TRANSFER_BOX (transfer);
  gtk_container_add (GTK_CONTAINER (self->transfer_box), transfer);
  add_prices (self);
  chooser = hall_channel_chooser_new (hall_session_get_info (hall_draft_get_session (draft)));
  self->chooser = HALL_CHANNEL_CHOOSER (chooser);
  gtk_container_add (GTK_CONTAINER (self->channel_box), chooser);
  choose_again (self);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (on_chosen_cb), self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_order), self, G_CONNECT_SWAPPED);
  rest_notice (self);
  show_order (self);
  return GTK_WIDGET (self);
}
