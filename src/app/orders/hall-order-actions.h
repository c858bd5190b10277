/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with an order: a button for each action that the hall offers, and for
 * nothing else; the one to be done next comes first, what gives something up comes last.
 *
 * Signal "chosen" (guint action): a HallAction; hall_order_deed_get() says what it comes to.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order.h"

typedef enum
{
  HALL_DEED_NOTHING, /* not the handler's */
  HALL_DEED_OPEN,    /* goes on in the wizard */
  HALL_DEED_SEND,    /* asks, then moves the order */
  HALL_DEED_ACCOUNT, /* the bank account is filled in again */
  HALL_DEED_CODE,    /* the cursor goes where the code is typed */
  HALL_DEED_PRINT,   /* the form, to look at and print */
  HALL_DEED_DATA,    /* shows what was filled in */
  HALL_DEED_PARCEL,  /* shows the courier */
  HALL_N_DEEDS
} HallDeedKind;

/* What an action comes to. Texts in English, to be translated. */
typedef struct
{
  HallDeedKind kind;
  guint rank;           /* the lower, the sooner it is to be done; 0: never the next step */
  HallEvent event;      /* what is sent, and … */
  const char *question; /* … what is asked before it */
  const char *outcome;  /* what will come of it */
  const char *yes;      /* with a mnemonic */
  gboolean gives_up;    /* something is lost by it */
} HallOrderDeed;

const HallOrderDeed *hall_order_deed_get (HallAction action);

#define HALL_TYPE_ORDER_ACTIONS (hall_order_actions_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderActions, hall_order_actions, HALL, ORDER_ACTIONS, GtkBox)

GtkWidget *hall_order_actions_new (void);

void hall_order_actions_show (HallOrderActions *self, HallActions actions);

/* The action runs: its button shows it, and none can be pressed. */
void hall_order_actions_set_busy (HallOrderActions *self, HallAction action, gboolean busy);
