/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-substate.h"

typedef struct
{
  HallSubstateGroup group;
  const char *name;
  HallStaticLabel label;
} Row;

#define SUBSTATE(group_, id, name_, en, zh) \
  [HALL_##group_##_##                       \
      id] = { .group = HALL_SUBSTATE_##group_, .name = name_, .label = HALL_TEXTS (en, zh) },
static const Row rows[HALL_N_SUBSTATE_VALUES] = {
#include "hall-substate-list.h"
};
#undef SUBSTATE

static const char *const group_names[HALL_N_SUBSTATES] = {
  [HALL_SUBSTATE_AUTH] = "handler_auth",
  [HALL_SUBSTATE_PAYMENT] = "payment",
  [HALL_SUBSTATE_FIN_AUTH] = "fin_auth",
  [HALL_SUBSTATE_INVOICE] = "invoice",
};

HallSubstateGroup
hall_substate_get_group (HallSubstate value)
{
  g_return_val_if_fail (value < HALL_N_SUBSTATE_VALUES, HALL_SUBSTATE_AUTH);
  return rows[value].group;
}

const char *
hall_substate_get_name (HallSubstate value)
{
  g_return_val_if_fail (value < HALL_N_SUBSTATE_VALUES, NULL);
  return rows[value].name;
}

const char *
hall_substate_get_label (HallSubstate value, HallLang lang)
{
  g_return_val_if_fail (value < HALL_N_SUBSTATE_VALUES && lang < HALL_N_LANGS, "");
  return rows[value].label.text[lang];
}

HallSubstate
hall_substate_from_name (HallSubstateGroup group, const char *name)
{
  for (guint i = 0; i < HALL_N_SUBSTATE_VALUES; i++)
    if (rows[i].group == group && g_strcmp0 (rows[i].name, name) == 0)
      return i;
  return HALL_N_SUBSTATE_VALUES;
}

const char *
hall_substate_group_get_name (HallSubstateGroup group)
{
  g_return_val_if_fail (group < HALL_N_SUBSTATES, NULL);
  return group_names[group];
}

const char *
hall_order_label (HallState state, HallSubstate fin_auth, HallLang lang)
{
  if (state == HALL_STATE_ACCEPTED && fin_auth == HALL_FIN_AUTH_SUCCEEDED)
    return hall_substate_get_label (fin_auth, lang);
  return hall_state_get_label (state, lang);
}
