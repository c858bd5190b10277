/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The four sub-states of an order. One enum alone cannot say "paid, returned,
 * bank account already proved".
 */
#pragma once

#include "hall-state.h"

typedef enum
{
  HALL_SUBSTATE_AUTH,
  HALL_SUBSTATE_PAYMENT,
  HALL_SUBSTATE_FIN_AUTH,
  HALL_SUBSTATE_INVOICE,
  HALL_N_SUBSTATES
} HallSubstateGroup;

/* One value of any group: HALL_PAYMENT_PAID, HALL_FIN_AUTH_SENT, … */
#define SUBSTATE(group, id, ...) HALL_##group##_##id,
typedef enum
{
#include "hall-substate-list.h"
  HALL_N_SUBSTATE_VALUES
} HallSubstate;
#undef SUBSTATE

HallSubstateGroup hall_substate_get_group (HallSubstate value);
const char *hall_substate_get_name (HallSubstate value);
const char *hall_substate_get_label (HallSubstate value, HallLang lang);

/* HALL_N_SUBSTATE_VALUES if the group has no such name. */
HallSubstate hall_substate_from_name (HallSubstateGroup group, const char *name);

/* "handler_auth", "payment", "fin_auth", "invoice" */
const char *hall_substate_group_get_name (HallSubstateGroup group);

/**
 * hall_order_label:
 *
 * What an order's status is called. The state "accepted" has two names in the guide:
 * 金融认证成功 when the bank proof was made, 成功受理 when none was needed.
 */
const char *hall_order_label (HallState state, HallSubstate fin_auth, HallLang lang);
