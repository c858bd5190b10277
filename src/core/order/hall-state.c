/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-state.h"

#include "hall-error.h"

typedef struct
{
  const char *name;
  HallTone tone;
  HallStaticLabel label;
  HallStaticLabel next;
} Row;

#define STATE(id, name_, tone_, en, zh, next_en, next_zh) \
  [HALL_STATE_##id] = { .name = name_,                    \
                        .tone = HALL_TONE_##tone_,        \
                        .label = HALL_TEXTS (en, zh),     \
                        .next = HALL_TEXTS (next_en, next_zh) },
static const Row states[HALL_N_STATES] = {
#include "hall-state-list.h"
};
#undef STATE

#define EVENT(id, name_, en, zh) \
  [HALL_EVENT_##id] = { .name = name_, .label = HALL_TEXTS (en, zh) },
static const Row events[HALL_N_EVENTS] = {
#include "hall-event-list.h"
};
#undef EVENT

#define ACTOR(id, name_, en, zh) \
  [HALL_ACTOR_##id] = { .name = name_, .label = HALL_TEXTS (en, zh) },
static const Row actor_rows[HALL_N_ACTORS] = {
#include "hall-actor-list.h"
};
#undef ACTOR

#define FACT(id, name_, en, zh) \
  [HALL_FACT_NUMBER_##id] = { .name = name_, .label = HALL_TEXTS (en, zh) },
static const Row fact_rows[HALL_N_FACTS] = {
#include "hall-fact-list.h"
};
#undef FACT

typedef struct
{
  HallState from;
  HallEvent event;
  HallActor actor;
  guint need;
  guint unless;
  HallState to;
} Move;

#define FACT_(id) HALL_FACT_##id
#define MOVE(from_, event_, actor_, need_, unless_, to_)                                           \
  {                                                                                                \
    HALL_STATE_##from_, HALL_EVENT_##event_, HALL_ACTOR_##actor_, need_, unless_, HALL_STATE_##to_ \
  },
static const Move moves[] = {
#include "hall-move-list.h"
};
#undef MOVE

static guint
find_name (const Row *rows, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (rows[i].name, name) == 0)
      return i;
  return n;
}

/* Says what the move that comes nearest still needs, or what speaks against it. */
static void
set_missing (const Move *nearest, guint facts, HallLang lang, GError **error)
{
  guint missing = nearest->need & ~facts;
  guint first = (guint) g_bit_nth_lsf (missing, -1);

  if (missing != 0 && (nearest->unless & facts) == 0)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, fact_rows[first].label.text[lang]);
  else
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                         lang == HALL_LANG_ZH_CN ? "这一步已经办理，无需重复。"
                                                 : "This has been done already.");
}

static guint
count_bits (guint bits)
{
  guint count = 0;

  for (; bits != 0; bits &= bits - 1)
    count++;
  return count;
}

static void
set_refused (HallState from, HallEvent event, gboolean known, HallLang lang, GError **error)
{
  const char *state = hall_state_get_label (from, lang);
  const char *what = hall_event_get_label (event, lang);

  if (lang == HALL_LANG_ZH_CN)
    g_set_error (error, HALL_ERROR, known ? HALL_ERROR_DENIED : HALL_ERROR_CONFLICT,
                 known ? "您的角色不能执行“%s”（当前状态：%s）。"
                       : "不能执行“%s”：业务单当前状态为“%s”。",
                 what, state);
  else
    g_set_error (error, HALL_ERROR, known ? HALL_ERROR_DENIED : HALL_ERROR_CONFLICT,
                 known ? "Your role does not allow “%s” (state: %s)."
                       : "“%s” is not possible: the order's state is “%s”.",
                 what, state);
}

gboolean
hall_state_next (HallState from,
                 HallEvent event,
                 guint actors,
                 guint facts,
                 HallLang lang,
                 HallState *to,
                 GError **error)
{
  const Move *nearest = NULL;
  gboolean known = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      const Move *move = &moves[i];

      if (move->from != from || move->event != event)
        continue;
      known = TRUE;
      if ((HALL_ACTOR_BIT (move->actor) & actors) == 0)
        continue;
      if ((move->need & ~facts) == 0 && (move->unless & facts) == 0)
        {
          *to = move->to;
          return TRUE;
        }
      if (nearest == NULL
          || ((move->unless & facts) == 0
              && (count_bits (move->need & ~facts) < count_bits (nearest->need & ~facts)
                  || (nearest->unless & facts) != 0)))
        nearest = move;
    }
  if (nearest != NULL)
    set_missing (nearest, facts, lang, error);
  else
    set_refused (from, event, known, lang, error);
  return FALSE;
}

gboolean
hall_state_begin (guint actors, guint facts, HallLang lang, HallState *to, GError **error)
{
  static const Move begin = { .actor = HALL_ACTOR_HANDLER,
                              .need = HALL_FACT_CONSENTED,
                              .to = HALL_STATE_DRAFT };

  if ((HALL_ACTOR_BIT (begin.actor) & actors) == 0)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_DENIED,
                         lang == HALL_LANG_ZH_CN ? "只有经办人可以开始申请。"
                                                 : "Only a handler can begin an application.");
  else if ((begin.need & ~facts) != 0)
    set_missing (&begin, facts, lang, error);
  else
    {
      *to = begin.to;
      return TRUE;
    }
  return FALSE;
}

gboolean
hall_state_allows (HallState from, HallEvent event, guint actors)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].from == from && moves[i].event == event
        && (HALL_ACTOR_BIT (moves[i].actor) & actors) != 0)
      return TRUE;
  return FALSE;
}

const char *
hall_state_get_name (HallState state)
{
  g_return_val_if_fail (state < HALL_N_STATES, NULL);
  return states[state].name;
}

HallState
hall_state_from_name (const char *name)
{
  return (HallState) find_name (states, HALL_N_STATES, name);
}

const char *
hall_state_get_label (HallState state, HallLang lang)
{
  g_return_val_if_fail (state < HALL_N_STATES && lang < HALL_N_LANGS, "");
  return states[state].label.text[lang];
}

const char *
hall_state_get_next_step (HallState state, HallLang lang)
{
  g_return_val_if_fail (state < HALL_N_STATES && lang < HALL_N_LANGS, "");
  return states[state].next.text[lang];
}

HallTone
hall_state_get_tone (HallState state)
{
  g_return_val_if_fail (state < HALL_N_STATES, HALL_TONE_WAITING);
  return states[state].tone;
}

gboolean
hall_state_is_paid (HallState state)
{
  return !hall_state_allows (state, HALL_EVENT_CANCEL, HALL_ACTOR_BIT (HALL_ACTOR_HANDLER))
         && states[state].tone != HALL_TONE_CLOSED;
}

gboolean
hall_state_is_final (HallState state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].from == state)
      return FALSE;
  return TRUE;
}

gboolean
hall_event_waits (HallEvent event, guint actors)
{
  static const gboolean waits[HALL_N_EVENTS] = {
    [HALL_EVENT_REVIEW_PASSED] = TRUE,   [HALL_EVENT_REVIEW_REJECTED] = TRUE,
    [HALL_EVENT_FUNDS_CONFIRMED] = TRUE, [HALL_EVENT_FUNDS_REJECTED] = TRUE,
    [HALL_EVENT_REQUEST_REFUND] = TRUE,
  };

  g_return_val_if_fail (event < HALL_N_EVENTS, FALSE);
  return waits[event] && (actors & HALL_ACTORS_STAFF) != 0;
}

const char *
hall_event_get_name (HallEvent event)
{
  g_return_val_if_fail (event < HALL_N_EVENTS, NULL);
  return events[event].name;
}

HallEvent
hall_event_from_name (const char *name)
{
  return (HallEvent) find_name (events, HALL_N_EVENTS, name);
}

const char *
hall_event_get_label (HallEvent event, HallLang lang)
{
  g_return_val_if_fail (event < HALL_N_EVENTS && lang < HALL_N_LANGS, "");
  return events[event].label.text[lang];
}

const char *
hall_actor_get_name (HallActor actor)
{
  g_return_val_if_fail (actor < HALL_N_ACTORS, NULL);
  return actor_rows[actor].name;
}

HallActor
hall_actor_from_name (const char *name)
{
  return (HallActor) find_name (actor_rows, HALL_N_ACTORS, name);
}

const char *
hall_actor_get_label (HallActor actor, HallLang lang)
{
  g_return_val_if_fail (actor < HALL_N_ACTORS && lang < HALL_N_LANGS, "");
  return actor_rows[actor].label.text[lang];
}

const char *
hall_fact_get_name (HallFactNumber fact)
{
  g_return_val_if_fail (fact < HALL_N_FACTS, NULL);
  return fact_rows[fact].name;
}
