/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The buttons of an order. The service works them out and sends them with the
 * order; a client draws exactly these.
 */
#pragma once

#include "hall-state.h"

#define ACTION(id, ...) HALL_ACTION_##id,
typedef enum
{
#include "hall-action-list.h"
  HALL_N_ACTIONS
} HallAction;
#undef ACTION

/* A set of actions. */
typedef guint32 HallActions;
#define HALL_ACTION_BIT(action) ((HallActions) 1 << (action))

/**
 * hall_actions_for:
 * @actors: the roles of who asks
 * @facts: what is true of the order now
 */
HallActions hall_actions_for (HallState state, guint actors, guint facts);

const char *hall_action_get_name (HallAction action);
/* HALL_N_ACTIONS if there is no such name. */
HallAction hall_action_from_name (const char *name);
const char *hall_action_get_label (HallAction action, HallLang lang);
