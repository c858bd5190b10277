/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked before an order moves on.
 */
#include "hall-action-dialog.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-desk-action.h"
#include "hall-error.h"
#include "hall-input-row.h"
#include "hall-money.h"
#include "hall-notice.h"
#include "hall-desk-facts.h"
#include "hall-basket-row.h"
#include "hall-ui.h"

#define MAX_ROWS 2

struct _HallActionDialog
{
  GtkDialog parent_instance;

  GtkLabel *title;
  GtkLabel *subject;
  GtkLabel *explanation;
  GtkBox *notice_box;
  GtkWidget *returns_scroller;
  GtkListBox *returns;
  GtkListBox *list;
  GtkBox *button_box;

  HallNotice *notice;           /* in @notice_box */
  HallBusyButton *button;       /* in @button_box */
  HallInputRow *rows[MAX_ROWS]; /* in @list, as the ask wants them */
  HallAction action;
  const HallDeskAction *what;
  HallReturnBasket *basket;
  gint64 amount_fen; /* as typed */
};

G_DEFINE_FINAL_TYPE (HallActionDialog, hall_action_dialog, GTK_TYPE_DIALOG)

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is typed for an ask: the member of the event that it becomes, and its label. */
static const struct
{
  const char *member;
  const char *label; /* NULL: that of the action's note */
} inputs[HALL_N_ASKS][MAX_ROWS] = {
  [HALL_ASK_FUNDS] = { { "amount_fen", N_ ("Amount") }, { "payer", N_ ("Payer") } },
  [HALL_ASK_NOTE] = { { "note", NULL } },
  [HALL_ASK_COURIER] = { { "courier", N_ ("Courier") },
                         { "tracking_number", N_ ("Courier number") } },
};

static const char *
get_text (HallActionDialog *self, guint row)
{
  return self->rows[row] != NULL ? hall_input_row_get_text (self->rows[row]) : "";
}

/* Only what the hall could not even be asked; it judges the rest itself. */
static gboolean
check (HallActionDialog *self)
{
  if (self->what->ask == HALL_ASK_FUNDS
      && !hall_money_parse (get_text (self, 0), &self->amount_fen))
    {
      hall_input_row_show_problem (self->rows[0], _ ("Write an amount such as 900.00."));
      hall_input_row_focus (self->rows[0]);
      return FALSE;
    }
  for (guint i = 0; i < MAX_ROWS && self->rows[i] != NULL; i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (get_text (self, i)));

      if (*text != '\0' || (self->what->ask == HALL_ASK_NOTE && !self->what->note_needed))
        continue;
      hall_input_row_show_problem (self->rows[i], _ ("This has to be filled in."));
      hall_input_row_focus (self->rows[i]);
      return FALSE;
    }
  return TRUE;
}

static void
on_confirm_clicked_cb (HallActionDialog *self)
{
  if (hall_busy_button_is_busy (self->button)
      || !gtk_widget_get_sensitive (GTK_WIDGET (self->button)))
    return;
  hall_notice_clear (self->notice);
  if (check (self))
    g_signal_emit (self, signals[CONFIRMED], 0);
}

static void
on_cancel_clicked_cb (GtkButton *button, HallActionDialog *self)
{
  gtk_widget_destroy (GTK_WIDGET (self));
}

static void
hall_action_dialog_dispose (GObject *object)
{
  HallActionDialog *self = HALL_ACTION_DIALOG (object);

  g_clear_object (&self->basket);
  G_OBJECT_CLASS (hall_action_dialog_parent_class)->dispose (object);
}

static void
hall_action_dialog_class_init (HallActionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_action_dialog_dispose;
  signals[CONFIRMED] = g_signal_new ("confirmed", HALL_TYPE_ACTION_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-action-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HallActionDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HallActionDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, HallActionDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, HallActionDialog, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallActionDialog, returns_scroller);
  gtk_widget_class_bind_template_child (widget_class, HallActionDialog, returns);
  gtk_widget_class_bind_template_child (widget_class, HallActionDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HallActionDialog, button_box);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static void
hall_action_dialog_init (HallActionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notice = HALL_NOTICE (hall_notice_new ());
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  hall_ui_tab_through_rows (self->list);
  g_signal_connect (self, "response", G_CALLBACK (gtk_widget_destroy), NULL);
}

static void
add_inputs (HallActionDialog *self)
{
  for (guint i = 0; i < MAX_ROWS && inputs[self->what->ask][i].member != NULL; i++)
    {
      const char *label = inputs[self->what->ask][i].label;
      GtkWidget *row = hall_input_row_new (_ (label != NULL ? label : self->what->note),
                                           GTK_INPUT_PURPOSE_FREE_FORM);

      self->rows[i] = HALL_INPUT_ROW (row);
      g_signal_connect_swapped (row, "entered", G_CALLBACK (on_confirm_clicked_cb), self);
      gtk_container_add (GTK_CONTAINER (self->list), row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->rows[0] != NULL);
  if (self->rows[0] != NULL)
    hall_input_row_focus (self->rows[0]);
}

/* What the hall expects stands below what is typed, to be compared with the statement. */
static void
add_hints (HallActionDialog *self, const HallOrder *order)
{
  g_autofree char *amount = hall_money_format (order->amount_fen);
  g_autofree char *hint = NULL;

  switch (self->what->ask)
    {
    case HALL_ASK_FUNDS:
      hint = g_strdup_printf (_ ("The order costs %s yuan."), amount);
      hall_input_row_set_hint (self->rows[0], hint);
      g_clear_pointer (&hint, g_free);
      hint = g_strdup_printf (_ ("It should be %s."), hall_desk_facts_get_name (order));
      hall_input_row_set_hint (self->rows[1], hint);
      break;
    case HALL_ASK_NOTE:
      if (self->action == HALL_ACTION_RECORD_AUTH && order->alternative_note != NULL)
        {
          hint = g_strdup_printf (_ ("The handler wrote: %s"), order->alternative_note);
          hall_input_row_set_hint (self->rows[0], hint);
        }
      break;
    default:
      break;
    }
}

static void
add_returns (HallActionDialog *self, HallCatalog *catalog)
{
  GPtrArray *items = hall_return_basket_get_items (self->basket);
  gboolean wanted = self->what->ask == HALL_ASK_RETURNS;

  gtk_widget_set_visible (self->returns_scroller, wanted);
  for (guint i = 0; wanted && i < items->len; i++)
    {
      GtkWidget *row = hall_basket_row_new (g_ptr_array_index (items, i), catalog);

      hall_basket_row_set_fixed (HALL_BASKET_ROW (row));
      gtk_container_add (GTK_CONTAINER (self->returns), row);
    }
}

static void
add_button (HallActionDialog *self)
{
  GtkWidget *button = hall_busy_button_new (hall_action_get_label (self->action, hall_app_lang ()));

  self->button = HALL_BUSY_BUTTON (button);
  gtk_widget_set_can_default (button, TRUE);
  if (self->what->destructive)
    hall_ui_set_class (button, "destructive-action", TRUE);
  else
    hall_busy_button_make_primary (self->button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_confirm_clicked_cb), self);
  gtk_container_add (GTK_CONTAINER (self->button_box), button);
  if (self->rows[0] == NULL && !self->what->destructive)
    gtk_widget_grab_focus (button);
}

GtkWidget *
hall_action_dialog_new (HallAction action,
                        const HallOrder *order,
                        HallCatalog *catalog,
                        HallReturnBasket *basket)
{
  HallActionDialog *self = g_object_new (HALL_TYPE_ACTION_DIALOG, NULL);
  g_autofree char *number = hall_order_format_number (order->number);
  g_autofree char *subject = g_strdup_printf ("%s · %s", hall_desk_facts_get_name (order), number);
  const char *title = hall_action_get_label (action, hall_app_lang ());

  self->action = action;
  self->what = hall_desk_action_get (action);
  self->basket = g_object_ref (basket);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subject, subject);
  gtk_label_set_text (self->explanation, _ (self->what->explanation));
  add_inputs (self);
  add_hints (self, order);
  add_returns (self, catalog);
  add_button (self);
  return GTK_WIDGET (self);
}

HallAction
hall_action_dialog_get_action (HallActionDialog *self)
{
  g_return_val_if_fail (HALL_IS_ACTION_DIALOG (self), HALL_N_ACTIONS);

  return self->action;
}

void
hall_action_dialog_fill_body (HallActionDialog *self, HallEventBody *body)
{
  g_return_if_fail (HALL_IS_ACTION_DIALOG (self));

  *body = (HallEventBody){ 0 };
  switch (self->what->ask)
    {
    case HALL_ASK_RETURNS:
      body->returns = hall_return_basket_get_items (self->basket);
      break;
    case HALL_ASK_FUNDS:
      body->amount_fen = self->amount_fen;
      body->payer = get_text (self, 1);
      break;
    case HALL_ASK_NOTE:
      body->note = get_text (self, 0);
      break;
    case HALL_ASK_COURIER:
      body->courier = get_text (self, 0);
      body->tracking_number = get_text (self, 1);
      break;
    default:
      break;
    }
}

void
hall_action_dialog_set_busy (HallActionDialog *self, gboolean busy)
{
  g_return_if_fail (HALL_IS_ACTION_DIALOG (self));

  hall_busy_button_set_busy (self->button, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !busy);
}

/* FALSE if no row is about it. */
static gboolean
show_finding (HallActionDialog *self, const HallFinding *finding)
{
  g_autofree char *text = hall_issue_format (&finding->issue, hall_app_lang ());

  for (guint i = 0; i < MAX_ROWS && self->rows[i] != NULL; i++)
    if (g_strcmp0 (inputs[self->what->ask][i].member, finding->where) == 0)
      {
        hall_input_row_show_problem (self->rows[i], text);
        return TRUE;
      }
  return FALSE;
}

void
hall_action_dialog_show_error (HallActionDialog *self, const GError *error)
{
  GPtrArray *findings;
  guint n_shown = 0;

  g_return_if_fail (HALL_IS_ACTION_DIALOG (self));

  findings = hall_error_get_findings (error);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (show_finding (self, g_ptr_array_index (findings, i)))
      n_shown++;
  if (n_shown == 0)
    hall_notice_show_error (self->notice, error);
}
