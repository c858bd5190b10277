/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statement-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-money.h"
#include "hall-transfer-match.h"
#include "hall-ui.h"

#define EVERYTHING (HALL_AGREES_NUMBER | HALL_AGREES_PAYER | HALL_AGREES_AMOUNT)

struct _HallStatementRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *amount;
  GtkLabel *payer;
  GtkLabel *detail;
  GtkLabel *verdict;
  GtkButton *use_button;
  GtkButton *aside_button;

  gint64 id;
  gint64 amount_fen;
  char *payer_name;
  char *best; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallStatementRow, hall_statement_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  USE,
  ASIDE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  HallAgreement bit;
  const char *agrees;
  const char *differs;
} words[] = {
  { HALL_AGREES_NUMBER, N_ ("order number in the remark"), N_ ("no order number in the remark") },
  { HALL_AGREES_PAYER, N_ ("payer is the organisation"), N_ ("payer is not the organisation") },
  { HALL_AGREES_AMOUNT, N_ ("amount is the price"), N_ ("amount is not the price") },
};

static const HallMatch *
find_proposal (const HallStatementItem *item, const char *order)
{
  for (guint i = 0; i < item->proposals->len; i++)
    {
      const HallMatch *proposal = g_ptr_array_index (item->proposals, i);

      if (order != NULL ? g_str_equal (proposal->order, order)
                        : proposal->state == HALL_STATE_PAYMENT_VERIFYING)
        return proposal;
    }
  return NULL;
}

/* "80 of 100: ✓ … ✗ …": a mark and a word for each, so that colour is not needed. */
static char *
describe (const HallMatch *proposal)
{
  g_autoptr (GString) out = g_string_new (NULL);

  /* Translators: how well a transfer agrees with an order, out of 100 */
  g_string_append_printf (out, _ ("Agreement %u of 100:"),
                          hall_agreement_get_score (proposal->agreement));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gboolean agrees = (proposal->agreement & words[i].bit) != 0;

      /* no line ends between a mark and its word */
      g_string_append_printf (out, " %s\302\240%s", agrees ? "✓" : "✗",
                              _ (agrees ? words[i].agrees : words[i].differs));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What a line is that is for no order that waits. */
static char *
describe_stranger (const HallStatementItem *item)
{
  const HallMatch *other = item->proposals->len > 0 ? g_ptr_array_index (item->proposals, 0) : NULL;

  if (other == NULL)
    return g_strdup (_ ("No order that waits for money has this payer or this remark."));
  /* Translators: %1$s is an order's number, %2$s its state */
  return g_strdup_printf (_ ("The remark names order %1$s, which does not wait for money (%2$s)."),
                          other->order, hall_state_get_label (other->state, hall_app_lang ()));
}

static void
show_proposal (HallStatementRow *self, const HallStatementItem *item, const char *order)
{
  const HallMatch *proposal = find_proposal (item, order);
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->use_button), proposal != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->aside_button), order == NULL);
  if (proposal == NULL)
    {
      text = describe_stranger (item);
      gtk_label_set_text (self->verdict, text);
      hall_ui_set_class (GTK_WIDGET (self->verdict), "hall-dim", TRUE);
      return;
    }
  self->best = g_strdup (proposal->order);
  text = describe (proposal);
  if (order == NULL)
    whole = g_strdup_printf ("%s %s\n%s", proposal->order, proposal->organisation, text);
  gtk_label_set_text (self->verdict, whole != NULL ? whole : text);
  hall_ui_set_class (GTK_WIDGET (self->verdict),
                     proposal->agreement == EVERYTHING ? "hall-done" : "hall-doubtful", TRUE);
  gtk_button_set_label (self->use_button,
                        order != NULL ? _ ("This is it") : _ ("Look at the order"));
  /* the hall accepts nothing but the price, from the organisation */
  gtk_widget_set_sensitive (GTK_WIDGET (self->use_button),
                            order == NULL
                                || (proposal->agreement & HALL_AGREES_AMOUNT
                                    && proposal->agreement & HALL_AGREES_PAYER));
}

static void
on_use_clicked_cb (GtkButton *button, HallStatementRow *self)
{
  g_signal_emit (self, signals[USE], 0);
}

static void
on_aside_clicked_cb (GtkButton *button, HallStatementRow *self)
{
  g_signal_emit (self, signals[ASIDE], 0);
}

static void
hall_statement_row_finalize (GObject *object)
{
  HallStatementRow *self = HALL_STATEMENT_ROW (object);

  g_free (self->payer_name);
  g_free (self->best);
  G_OBJECT_CLASS (hall_statement_row_parent_class)->finalize (object);
}

static void
hall_statement_row_class_init (HallStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_statement_row_finalize;
  signals[USE] = g_signal_new ("use", HALL_TYPE_STATEMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  signals[ASIDE] = g_signal_new ("aside", HALL_TYPE_STATEMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-statement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallStatementRow, amount);
  gtk_widget_class_bind_template_child (widget_class, HallStatementRow, payer);
  gtk_widget_class_bind_template_child (widget_class, HallStatementRow, detail);
  gtk_widget_class_bind_template_child (widget_class, HallStatementRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, HallStatementRow, use_button);
  gtk_widget_class_bind_template_child (widget_class, HallStatementRow, aside_button);
  gtk_widget_class_bind_template_callback (widget_class, on_use_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_aside_clicked_cb);
}

static void
hall_statement_row_init (HallStatementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_transfer (const HallStatementItem *item)
{
  const HallTransfer *transfer = item->transfer;
  const char *parts[] = { transfer->date, item->bank, transfer->account, transfer->remark,
                          transfer->reference };
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", parts[i]);
  return g_string_free (out, FALSE);
}

GtkWidget *
hall_statement_row_new (const HallStatementItem *item, const char *order)
{
  HallStatementRow *self = g_object_new (HALL_TYPE_STATEMENT_ROW, NULL);
  g_autofree char *yuan = hall_money_format (item->transfer->amount_fen);
  g_autofree char *amount = g_strdup_printf ("¥ %s", yuan);
  g_autofree char *detail = describe_transfer (item);

  self->id = item->id;
  self->amount_fen = item->transfer->amount_fen;
  self->payer_name = g_strdup (item->transfer->payer);
  gtk_label_set_text (self->amount, amount);
  gtk_label_set_text (self->payer, self->payer_name);
  gtk_label_set_text (self->detail, detail);
  show_proposal (self, item, order);
  return GTK_WIDGET (self);
}

gint64
hall_statement_row_get_id (HallStatementRow *self)
{
  g_return_val_if_fail (HALL_IS_STATEMENT_ROW (self), 0);

  return self->id;
}

const char *
hall_statement_row_get_payer (HallStatementRow *self)
{
  g_return_val_if_fail (HALL_IS_STATEMENT_ROW (self), NULL);

  return self->payer_name;
}

gint64
hall_statement_row_get_amount_fen (HallStatementRow *self)
{
  g_return_val_if_fail (HALL_IS_STATEMENT_ROW (self), 0);

  return self->amount_fen;
}

const char *
hall_statement_row_get_best (HallStatementRow *self)
{
  g_return_val_if_fail (HALL_IS_STATEMENT_ROW (self), NULL);

  return self->best;
}
