/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-action.h"

G_STATIC_ASSERT (HALL_N_ACTIONS <= 32);

#define ACTION(id, name, en, zh) [HALL_ACTION_##id] = name,
static const char *const names[HALL_N_ACTIONS] = {
#include "hall-action-list.h"
};
#undef ACTION

#define ACTION(id, name, en, zh) [HALL_ACTION_##id] = HALL_TEXTS (en, zh),
static const HallStaticLabel labels[HALL_N_ACTIONS] = {
#include "hall-action-list.h"
};
#undef ACTION

typedef struct
{
  guint states;
  guint actors;
  guint need;
  guint unless;
} Offer;

#define IN_(state)     (1u << HALL_STATE_##state)
#define BY_(actor)     HALL_ACTOR_BIT (HALL_ACTOR_##actor)
#define OFFER(id, ...) [HALL_ACTION_##id] = { __VA_ARGS__ },
static const Offer offers[HALL_N_ACTIONS] = {
#include "hall-offer-list.h"
};
#undef OFFER

HallActions
hall_actions_for (HallState state, guint actors, guint facts)
{
  HallActions actions = 0;

  for (guint i = 0; i < HALL_N_ACTIONS; i++)
    if ((offers[i].states & (1u << state)) != 0 && (offers[i].actors & actors) != 0
        && (offers[i].need & ~facts) == 0 && (offers[i].unless & facts) == 0)
      actions |= HALL_ACTION_BIT (i);
  return actions;
}

const char *
hall_action_get_name (HallAction action)
{
  g_return_val_if_fail (action < HALL_N_ACTIONS, NULL);
  return names[action];
}

HallAction
hall_action_from_name (const char *name)
{
  for (guint i = 0; i < HALL_N_ACTIONS; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return HALL_N_ACTIONS;
}

const char *
hall_action_get_label (HallAction action, HallLang lang)
{
  g_return_val_if_fail (action < HALL_N_ACTIONS && lang < HALL_N_LANGS, "");
  return labels[action].text[lang];
}
