/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The state machine of an order: one table of moves that answers both "may this
 * be done?" (service) and "may this be offered?" (client). It knows no clock and
 * no database: what a move depends on is given as a set of facts.
 */
#pragma once

#include "hall-lang.h"

#define STATE(id, ...) HALL_STATE_##id,
typedef enum
{
#include "hall-state-list.h"
  HALL_N_STATES
} HallState;
#undef STATE

#define EVENT(id, ...) HALL_EVENT_##id,
typedef enum
{
#include "hall-event-list.h"
  HALL_N_EVENTS
} HallEvent;
#undef EVENT

#define ACTOR(id, ...) HALL_ACTOR_##id,
typedef enum
{
#include "hall-actor-list.h"
  HALL_N_ACTORS
} HallActor;
#undef ACTOR

/* Sets of actors, as one person can hold several roles. */
#define HALL_ACTOR_BIT(actor) (1u << (actor))
#define HALL_ACTORS_STAFF                                                       \
  (HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER) | HALL_ACTOR_BIT (HALL_ACTOR_CASHIER)   \
   | HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER) | HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR) \
   | HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR))

#define FACT(id, ...) HALL_FACT_NUMBER_##id,
typedef enum
{
#include "hall-fact-list.h"
  HALL_N_FACTS
} HallFactNumber;
#undef FACT

/* One bit for each fact: HALL_FACT_FIELDS_VALID | HALL_FACT_SLOTS_COMPLETE */
#define FACT(id, ...) HALL_FACT_##id = 1u << HALL_FACT_NUMBER_##id,
typedef enum
{
  HALL_FACT_NOTHING = 0,
#include "hall-fact-list.h"
} HallFacts;
#undef FACT

/* What a state means for the applicant; the colour and icon of its label follow. */
typedef enum
{
  HALL_TONE_YOURS,   /* the handler's turn */
  HALL_TONE_WAITING, /* somebody else's turn */
  HALL_TONE_DONE,
  HALL_TONE_STOPPED, /* the handler must mend something */
  HALL_TONE_CLOSED,
  HALL_N_TONES
} HallTone;

/**
 * hall_state_next:
 * @actors: the roles of who sends the event
 * @facts: what is true of the order now
 * @to: (out): the state that follows
 * @error: %HALL_ERROR_CONFLICT if the state does not know the event, %HALL_ERROR_DENIED if
 *   it does but not from these actors, %HALL_ERROR_INVALID naming what is missing
 *
 * Source of the table: the hall's guide and its transitions T1-T24.
 */
gboolean hall_state_next (HallState from,
                          HallEvent event,
                          guint actors,
                          guint facts,
                          HallLang lang,
                          HallState *to,
                          GError **error);

/**
 * hall_state_begin:
 *
 * T1: an order begins. @actors, @facts and @error are as for hall_state_next().
 */
gboolean hall_state_begin (guint actors, guint facts, HallLang lang, HallState *to, GError **error);

/* Whether the table has a move for this event out of @from by one of @actors, facts aside. */
gboolean hall_state_allows (HallState from, HallEvent event, guint actors);

/* "awaiting-payment"; stable, part of the interface. */
const char *hall_state_get_name (HallState state);
/* HALL_N_STATES if there is no such name. */
HallState hall_state_from_name (const char *name);
const char *hall_state_get_label (HallState state, HallLang lang);
/* One sentence for the handler: what happens now, or what to do. */
const char *hall_state_get_next_step (HallState state, HallLang lang);
HallTone hall_state_get_tone (HallState state);

/* Paid, or on the way to be: nothing that changes the price is possible any more. */
gboolean hall_state_is_paid (HallState state);
/* Nothing will happen any more. */
gboolean hall_state_is_final (HallState state);

/* Whether @event is a decision that the handler is told of: once somebody of the staff has made it,
 * it waits before it takes effect, so that it can be undone. */
gboolean hall_event_waits (HallEvent event, guint actors);

const char *hall_event_get_name (HallEvent event);
HallEvent hall_event_from_name (const char *name);
const char *hall_event_get_label (HallEvent event, HallLang lang);

const char *hall_actor_get_name (HallActor actor);
HallActor hall_actor_from_name (const char *name);
const char *hall_actor_get_label (HallActor actor, HallLang lang);

const char *hall_fact_get_name (HallFactNumber fact);
