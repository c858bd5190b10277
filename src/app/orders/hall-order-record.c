/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be known of an order.
 */
#include "hall-order-record.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-fact-group.h"
#include "hall-money.h"
#include "hall-ui.h"
#include "hall-when.h"

struct _HallOrderRecord
{
  GtkBox parent_instance;

  HallFactGroup *returns;
  HallFactGroup *parcel;
  HallFactGroup *payment;
  HallFactGroup *papers;
};

G_DEFINE_FINAL_TYPE (HallOrderRecord, hall_order_record, GTK_TYPE_BOX)

enum
{
  CORRECT,
  CORRECT_ACCOUNT,
  PAPER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of HallPaperKind. */
static const struct
{
  HallDocumentKind kind;
  const char *text;
} papers[] = {
  [HALL_PAPER_FORM] = { HALL_DOCUMENT_APPLICATION_FORM,
                        N_ ("As you confirmed it: to be signed by hand and stamped.") },
  [HALL_PAPER_SEAL_SHEET] = { HALL_DOCUMENT_SEAL_SHEET, N_ ("For the impression of the seal.") },
};

static void
on_correct_clicked_cb (HallOrderRecord *self)
{
  g_signal_emit (self, signals[CORRECT], 0);
}

static void
on_correct_account_clicked_cb (HallOrderRecord *self)
{
  g_signal_emit (self, signals[CORRECT_ACCOUNT], 0);
}

static void
on_paper_clicked_cb (GtkWidget *button, HallOrderRecord *self)
{
  g_signal_emit (self, signals[PAPER], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "paper")));
}

static void
show_next_step (HallFactRow *row,
                const HallOrder *order,
                const HallReturn *item,
                const HallCatalog *catalog)
{
  const char *step = hall_reason_get_next_step (catalog, item->place, hall_app_lang ());
  g_autofree char *marked = NULL;

  if (hall_order_find_mark (order, item->place) != NULL)
    marked =
        g_strdup_printf ("%s\n%s", step, _ ("The reviewer has marked the place on the document."));
  hall_fact_row_set_hint (row, marked != NULL ? marked : step);
}

static void
show_returns (HallOrderRecord *self, const HallOrder *order, const HallCatalog *catalog)
{
  HallLang lang = hall_app_lang ();

  if (order->state == HALL_STATE_REJECTED && order->letter != NULL)
    hall_fact_group_add (self->returns, _ ("From the hall"), order->letter);
  for (guint i = 0; order->state == HALL_STATE_REJECTED && i < order->returns->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (order->returns, i);
      g_autofree char *reason = hall_return_format (item, lang);
      HallFactRow *row =
          hall_fact_group_add (self->returns, hall_place_get_label (catalog, item->place, lang),
                               reason);
      GtkWidget *button = hall_fact_row_add_button (row, _ ("Correct"));

      show_next_step (row, order, item, catalog);
      hall_ui_set_class (GTK_WIDGET (row), "hall-fact-returned", TRUE);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_correct_clicked_cb), self);
    }
}

/* Returns: (transfer none): what the bank account is called in the form */
static const char *
get_account_label (const HallCatalog *catalog)
{
  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      if (section->subject == HALL_SECTION_ACCOUNT)
        return hall_label_get (&section->label, hall_app_lang ());
    }
  return _ ("Bank account");
}

/* Why the bank sent the 0.01 yuan back. */
static void
show_bank_reason (HallOrderRecord *self, const HallOrder *order, const HallCatalog *catalog)
{
  HallReason reason =
      order->bank_reason != NULL ? hall_reason_from_code (order->bank_reason) : HALL_N_REASONS;
  g_autofree char *tries = NULL;
  HallFactRow *row;
  GtkWidget *button;

  if (order->state != HALL_STATE_FIN_AUTH_FAILED || reason == HALL_N_REASONS)
    return;
  tries = g_strdup_printf (ngettext ("The account can be handed in %u more time.",
                                     "The account can be handed in %u more times.",
                                     order->account_tries_left),
                           order->account_tries_left);
  row = hall_fact_group_add (self->returns, get_account_label (catalog),
                             hall_reason_get_label (reason, hall_app_lang ()));
  hall_fact_row_set_hint (row, tries);
  hall_ui_set_class (GTK_WIDGET (row), "hall-fact-returned", TRUE);
  if (!hall_order_can (order, HALL_ACTION_FIN_AUTH))
    return;
  button = hall_fact_row_add_button (row, _ ("Correct"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_correct_account_clicked_cb), self);
}

static void
show_certificate (HallOrderRecord *self, const HallOrder *order)
{
  g_autofree char *validity = NULL;
  HallFactRow *row;

  if (order->serial == NULL)
    return;
  row = hall_fact_group_add (self->parcel, _ ("Certificate serial number"), order->serial);
  hall_fact_row_set_copy (row, order->serial);
  /* Translators: the first and the last day on which a certificate can be used */
  validity = g_strdup_printf (_ ("%s to %s"), order->valid_from, order->valid_to);
  hall_fact_group_add (self->parcel, _ ("Valid"), validity);
}

static void
show_parcel (HallOrderRecord *self, const HallOrder *order)
{
  HallFactRow *row;

  if (order->tracking_number == NULL)
    return;
  hall_fact_group_add (self->parcel, _ ("Courier"), order->courier != NULL ? order->courier : "");
  row = hall_fact_group_add (self->parcel, _ ("Courier number"), order->tracking_number);
  hall_fact_row_set_copy (row, order->tracking_number);
  hall_fact_row_set_hint (row, _ ("The freight is paid on delivery."));
}

/* The initial PIN never comes by the courier: who gets it, and how. */
static void
show_pin (HallOrderRecord *self, const HallOrder *order)
{
  const char *recipient;
  g_autofree char *text = NULL;
  g_autofree char *when = NULL;
  g_autofree char *sent = NULL;
  HallFactRow *row;

  if (order->pin == NULL || hall_state_get_tone (order->state) == HALL_TONE_CLOSED)
    return;
  recipient = hall_pin_recipient_get_label (order->pin->recipient, hall_app_lang ());
  if (order->pin->way == HALL_PIN_BY_REMARK)
    /* Translators: %s is who gets it, as in "the organisation's finance staff" */
    text = g_strdup_printf (_ ("In the remark of a transfer of 0.01 yuan to the organisation's "
                               "account. Ask %s for it."),
                            recipient);
  else
    /* Translators: %s is who gets it, as in "the handler" */
    text = g_strdup_printf (_ ("By text message to %s."), recipient);
  row = hall_fact_group_add (self->parcel, _ ("PIN"), text);
  if (order->pin_sent_s == 0)
    return;
  when = hall_when_format (order->pin_sent_s);
  sent = g_strdup_printf (_ ("Sent on %s. Keep it apart from the certificate."), when);
  hall_fact_row_set_hint (row, sent);
}

static void
add_substate (HallOrderRecord *self, const char *label, const HallOrder *order, int group)
{
  hall_fact_group_add (self->payment, label,
                       hall_substate_get_label (order->sub[group], hall_app_lang ()));
}

static void
show_payment (HallOrderRecord *self, const HallOrder *order)
{
  g_autofree char *yuan = hall_money_format (order->amount_fen);
  /* Translators: an amount of money */
  g_autofree char *amount = g_strdup_printf (_ ("%s yuan"), yuan);
  g_autofree char *channel = NULL;

  hall_fact_group_add (self->payment, _ ("Amount"), amount);
  if (order->channel >= 0)
    hall_fact_group_add (self->payment, _ ("Paid by"),
                         hall_pay_channel_get_label ((HallPayChannel) order->channel,
                                                     hall_app_lang ()));
  add_substate (self, _ ("Payment"), order, HALL_SUBSTATE_PAYMENT);
  if (order->sub[HALL_SUBSTATE_FIN_AUTH] != HALL_FIN_AUTH_NOT_REQUIRED)
    add_substate (self, _ ("Bank proof"), order, HALL_SUBSTATE_FIN_AUTH);
  if (order->sub[HALL_SUBSTATE_INVOICE] != HALL_INVOICE_NONE)
    add_substate (self, _ ("Invoice"), order, HALL_SUBSTATE_INVOICE);
}

/* The sheets are there once the data was confirmed. */
static void
show_papers (HallOrderRecord *self, const HallOrder *order, const HallCatalog *catalog)
{
  for (guint i = 0; order->revision > 0 && i < G_N_ELEMENTS (papers); i++)
    {
      const HallRequirement *requirement = hall_catalog_find_document (catalog, papers[i].kind);
      HallFactRow *row;
      GtkWidget *button;

      if (requirement == NULL)
        continue;
      row =
          hall_fact_group_add (self->papers, hall_label_get (&requirement->label, hall_app_lang ()),
                               _ (papers[i].text));
      button = hall_fact_row_add_button (row, _ ("Open"));
      g_object_set_data (G_OBJECT (button), "paper", GUINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (on_paper_clicked_cb), self);
    }
}

static void
hall_order_record_class_init (HallOrderRecordClass *klass)
{
  signals[CORRECT] = g_signal_new ("correct", HALL_TYPE_ORDER_RECORD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[CORRECT_ACCOUNT] = g_signal_new ("correct-account", HALL_TYPE_ORDER_RECORD,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAPER] = g_signal_new ("paper", HALL_TYPE_ORDER_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static HallFactGroup *
add_group (HallOrderRecord *self, const char *title)
{
  GtkWidget *group = hall_fact_group_new (title);

  gtk_container_add (GTK_CONTAINER (self), group);
  return HALL_FACT_GROUP (group);
}

static void
hall_order_record_init (HallOrderRecord *self)
{
  self->returns = add_group (self, _ ("To be mended"));
  self->parcel = add_group (self, _ ("Certificate and PIN"));
  self->payment = add_group (self, _ ("Payment"));
  self->papers = add_group (self, _ ("Sheets"));
}

GtkWidget *
hall_order_record_new (void)
{
  return g_object_new (HALL_TYPE_ORDER_RECORD, "visible", TRUE, "orientation",
                       GTK_ORIENTATION_VERTICAL, "spacing", 18, NULL);
}

void
hall_order_record_show (HallOrderRecord *self, const HallOrder *order, const HallCatalog *catalog)
{
  g_return_if_fail (HALL_IS_ORDER_RECORD (self));

  hall_fact_group_clear (self->returns);
  hall_fact_group_clear (self->parcel);
  hall_fact_group_clear (self->payment);
  hall_fact_group_clear (self->papers);
  show_returns (self, order, catalog);
  show_bank_reason (self, order, catalog);
  show_certificate (self, order);
  show_parcel (self, order);
  show_pin (self, order);
  show_payment (self, order);
  show_papers (self, order, catalog);
}

GtkWidget *
hall_order_record_get_parcel (HallOrderRecord *self)
{
  g_return_val_if_fail (HALL_IS_ORDER_RECORD (self), NULL);

  return GTK_WIDGET (self->parcel);
}
