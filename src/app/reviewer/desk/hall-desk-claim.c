/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-desk-claim.h"

#include <glib/gi18n.h>

#include "hall-badge.h"
#include "hall-ui.h"

struct _HallDeskClaim
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *words;
  HallHold *hold;
};

G_DEFINE_FINAL_TYPE (HallDeskClaim, hall_desk_claim, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The decisions that only who has the order may take. */
static const HallAction decisions[] = { HALL_ACTION_APPROVE, HALL_ACTION_REJECT,
                                        HALL_ACTION_RECORD_AUTH };

static gboolean
waits_for_decision (const HallOrder *order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (decisions); i++)
    if (hall_order_can (order, decisions[i]))
      return TRUE;
  return FALSE;
}

static void
show (HallDeskClaim *self)
{
  HallHoldState state = hall_hold_get_state (self->hold);
  const char *text = NULL;

  if (state == HALL_HOLD_OTHERS)
    text = hall_hold_get_sentence (self->hold);
  else if (state == HALL_HOLD_IDLE)
    text = _ ("Nothing was done for ten minutes, so colleagues may take this order now. Press a "
              "key to take it again.");
  gtk_label_set_text (self->words, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hall_desk_claim_dispose (GObject *object)
{
  HallDeskClaim *self = HALL_DESK_CLAIM (object);

  if (self->hold != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->hold, self);
      hall_hold_release (self->hold);
    }
  g_clear_object (&self->hold);
  G_OBJECT_CLASS (hall_desk_claim_parent_class)->dispose (object);
}

static void
hall_desk_claim_class_init (HallDeskClaimClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_desk_claim_dispose;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_DESK_CLAIM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-desk-claim.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDeskClaim, icon);
  gtk_widget_class_bind_template_child (widget_class, HallDeskClaim, words);
}

static void
hall_desk_claim_init (HallDeskClaim *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->words);
  hall_badge_show_icon (self->icon, hall_badge_for_verdict (HALL_DOUBTFUL));
  hall_badge_paint (GTK_WIDGET (self->words), hall_badge_for_verdict (HALL_DOUBTFUL));
}

GtkWidget *
hall_desk_claim_new (HallSession *session)
{
  HallDeskClaim *self = g_object_new (HALL_TYPE_DESK_CLAIM, NULL);

  self->hold = hall_hold_new (session, HALL_HOLD_IDLE_S);
  g_signal_connect_swapped (self->hold, "changed", G_CALLBACK (show), self);
  return GTK_WIDGET (self);
}

void
hall_desk_claim_follow (HallDeskClaim *self, const HallOrder *order)
{
  g_return_if_fail (HALL_IS_DESK_CLAIM (self));

  if (order != NULL && waits_for_decision (order))
    hall_hold_take (self->hold, order->number);
  else
    hall_hold_release (self->hold);
}

void
hall_desk_claim_touch (HallDeskClaim *self)
{
  g_return_if_fail (HALL_IS_DESK_CLAIM (self));

  hall_hold_touch (self->hold);
}

gboolean
hall_desk_claim_may_decide (HallDeskClaim *self)
{
  HallHoldState state;

  g_return_val_if_fail (HALL_IS_DESK_CLAIM (self), FALSE);

  state = hall_hold_get_state (self->hold);
  return state != HALL_HOLD_OTHERS && state != HALL_HOLD_IDLE;
}
