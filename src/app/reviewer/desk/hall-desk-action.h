/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pressing a button of the desk means: which event it sends, what it asks for before, how
 * it looks. One row for each action that staff can be offered.
 */
#pragma once

#include "hall-order.h"
#include "hall-return-basket.h"
#include "hall-wire-hall.h"

/* What is asked for before the event is sent. */
typedef enum
{
  HALL_ASK_CONFIRM, /* only whether */
  HALL_ASK_RETURNS, /* the reasons that were chosen, to be looked at */
  HALL_ASK_FUNDS,   /* amount and payer, as the bank has them */
  HALL_ASK_NOTE,
  HALL_ASK_COURIER,
  HALL_N_ASKS
} HallAsk;

typedef struct
{
  HallEvent event;
  HallAsk ask;
  gboolean primary;
  gboolean destructive;
  gboolean quiet;          /* rarely wanted: in the menu, not among the buttons */
  const char *explanation; /* what follows from it; to be translated */
  const char *note;        /* (nullable): what is to be written; to be translated */
  gboolean note_needed;
} HallDeskAction;

/* (nullable): NULL for what the desk has no button for. */
const HallDeskAction *hall_desk_action_get (HallAction action);

/* (nullable): why it cannot be sent yet, given what is chosen; NULL: nothing is in the way. */
const char *hall_desk_action_find_obstacle (const HallDeskAction *self,
                                            HallReturnBasket *basket,
                                            const HallCatalog *catalog);

/**
 * hall_desk_action_needs_colleague:
 * @identity: (nullable)
 *
 * Whether production is not offered to @identity only because the same person reviewed.
 */
gboolean hall_desk_action_needs_colleague (const HallOrder *order, const HallIdentity *identity);
