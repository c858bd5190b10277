/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with an order.
 */
#include "hall-order-actions.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-ui.h"

struct _HallOrderActions
{
  GtkBox parent_instance;

  GtkFlowBox *flow;

  HallActions actions;
  GtkWidget *buttons[HALL_N_ACTIONS]; /* (nullable): in @flow */
};

G_DEFINE_FINAL_TYPE (HallOrderActions, hall_order_actions, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const HallOrderDeed deeds[HALL_N_ACTIONS] = {
  [HALL_ACTION_RESUBMIT] = { .kind = HALL_DEED_OPEN, .rank = 1 },
  [HALL_ACTION_PAY] = { .kind = HALL_DEED_OPEN, .rank = 2 },
  [HALL_ACTION_AUTHENTICATE] = { .kind = HALL_DEED_OPEN, .rank = 3 },
  [HALL_ACTION_UPLOAD] = { .kind = HALL_DEED_OPEN, .rank = 4 },
  [HALL_ACTION_FIN_AUTH] = { .kind = HALL_DEED_ACCOUNT, .rank = 5 },
  [HALL_ACTION_ENTER_CODE] = { .kind = HALL_DEED_CODE, .rank = 6 },
  [HALL_ACTION_RECEIVE] = { .kind = HALL_DEED_SEND,
                            .rank = 7,
                            .event = HALL_EVENT_COMPLETE,
                            .question = N_ ("Have you received the certificate?"),
                            .outcome = N_ ("The order is completed by it."),
                            .yes = N_ ("_Received") },
  [HALL_ACTION_EDIT] = { .kind = HALL_DEED_OPEN, .rank = 8 },
  [HALL_ACTION_EDIT_DELIVERY] = { .kind = HALL_DEED_OPEN },
  [HALL_ACTION_UPLOAD_VOUCHER] = { .kind = HALL_DEED_OPEN },
  [HALL_ACTION_PRINT] = { .kind = HALL_DEED_PRINT },
  [HALL_ACTION_VIEW] = { .kind = HALL_DEED_DATA },
  [HALL_ACTION_TRACK] = { .kind = HALL_DEED_PARCEL },
  [HALL_ACTION_CANCEL] = { .kind = HALL_DEED_SEND,
                           .event = HALL_EVENT_CANCEL,
                           .question = N_ ("Cancel this order?"),
                           .outcome =
                               N_ ("It is closed for good. Nothing has been paid; you can apply "
                                   "again at any time."),
                           .yes = N_ ("_Cancel the order"),
                           .gives_up = TRUE },
  [HALL_ACTION_REQUEST_REFUND] = { .kind = HALL_DEED_SEND,
                                   .event = HALL_EVENT_REQUEST_REFUND,
                                   .question = N_ ("Ask for the money back?"),
                                   .outcome =
                                       N_ ("The application ends here, and no certificate will be "
                                           "made. The hall pays back what was paid."),
                                   .yes = N_ ("_Request the refund"),
                                   .gives_up = TRUE },
};

const HallOrderDeed *
hall_order_deed_get (HallAction action)
{
  g_return_val_if_fail (action < HALL_N_ACTIONS, &deeds[0]);

  return &deeds[action];
}

static gboolean
is_offered (HallOrderActions *self, HallAction action)
{
  return (self->actions & HALL_ACTION_BIT (action)) != 0 && deeds[action].kind != HALL_DEED_NOTHING;
}

/* HALL_N_ACTIONS if none is the next step. */
static HallAction
find_next (HallOrderActions *self)
{
  HallAction next = HALL_N_ACTIONS;

  for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
    if (is_offered (self, action) && deeds[action].rank > 0
        && (next == HALL_N_ACTIONS || deeds[action].rank < deeds[next].rank))
      next = action;
  return next;
}

static void
on_button_clicked_cb (GtkWidget *button, HallOrderActions *self)
{
  for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
    if (self->buttons[action] == button)
      {
        g_signal_emit (self, signals[CHOSEN], 0, (guint) action);
        return;
      }
}

static void
add_button (HallOrderActions *self, HallAction action, gboolean is_next)
{
  GtkWidget *button = hall_busy_button_new (hall_action_get_label (action, hall_app_lang ()));
  GtkWidget *child = gtk_flow_box_child_new ();

  if (is_next)
    hall_busy_button_make_primary (HALL_BUSY_BUTTON (button));
  hall_ui_set_class (button, "hall-giving-up", deeds[action].gives_up);
  gtk_widget_set_can_focus (child, FALSE);
  gtk_widget_set_visible (child, TRUE);
  gtk_container_add (GTK_CONTAINER (child), button);
  gtk_container_add (GTK_CONTAINER (self->flow), child);
  g_signal_connect (button, "clicked", G_CALLBACK (on_button_clicked_cb), self);
  self->buttons[action] = button;
}

static void
add_buttons (HallOrderActions *self, HallAction next, gboolean giving_up)
{
  for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
    if (is_offered (self, action) && action != next && deeds[action].gives_up == giving_up)
      add_button (self, action, FALSE);
}

static void
hall_order_actions_class_init (HallOrderActionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_ORDER_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-order-actions.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOrderActions, flow);
}

static void
hall_order_actions_init (HallOrderActions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_order_actions_new (void)
{
  return g_object_new (HALL_TYPE_ORDER_ACTIONS, NULL);
}

void
hall_order_actions_show (HallOrderActions *self, HallActions actions)
{
  HallAction next;

  g_return_if_fail (HALL_IS_ORDER_ACTIONS (self));

  if (actions == self->actions)
    return;
  self->actions = actions;
  hall_ui_clear (GTK_CONTAINER (self->flow));
  memset (self->buttons, 0, sizeof self->buttons);
  next = find_next (self);
  if (next != HALL_N_ACTIONS)
    add_button (self, next, TRUE);
  add_buttons (self, next, FALSE);
  add_buttons (self, next, TRUE);
}

void
hall_order_actions_set_busy (HallOrderActions *self, HallAction action, gboolean busy)
{
  g_return_if_fail (HALL_IS_ORDER_ACTIONS (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->flow), !busy);
  if (action < HALL_N_ACTIONS && self->buttons[action] != NULL)
    hall_busy_button_set_busy (HALL_BUSY_BUTTON (self->buttons[action]), busy);
}
