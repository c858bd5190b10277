/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moves of an order by people. What an event needs and does stands in orders/hall-effects.c.
 */
#include "hall-deciding.h"
#include "hall-lease.h"
#include "hall-limits.h"
#include "hall-move.h"
#include "hall-reply.h"
#include "hall-routes.h"

#define PEOPLE (HALL_ACTOR_BIT (HALL_ACTOR_HANDLER) | HALL_ACTORS_STAFF)

/* Events that some person can send in some state; the others belong to providers and the clock. */
static gboolean
is_for_people (HallEvent event)
{
  for (guint state = 0; state < HALL_N_STATES; state++)
    if (hall_state_allows (state, event, PEOPLE))
      return TRUE;
  return FALSE;
}

static gboolean
is_review (HallEvent event)
{
  return event == HALL_EVENT_REVIEW_PASSED || event == HALL_EVENT_REVIEW_REJECTED;
}

static gboolean
run (HallContext *context,
     HallCase *order,
     HallEvent event,
     const HallRequest *request,
     GError **error)
{
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_auto (HallMove) move = { 0 };

  hall_move_init (&move, context, order, event);
  move.body = json;
  return hall_move_run (&move, error);
}

/* Decisions that the handler is told of wait; a review's follow from its verdicts alone, and the
 * state machine says so. */
static gboolean
send (HallContext *context,
      HallCase *order,
      HallEvent event,
      const HallRequest *request,
      GError **error)
{
  if (is_review (event) || !hall_event_waits (event, context->caller.actors))
    return run (context, order, event, request, error);
  return hall_deciding_hold_event (context, order, event, request->json, error);
}

static HallAnswer *
post_event (HallContext *context, const HallRequest *request, GError **error)
{
  const char *name = hall_request_get_arg (request, 1);
  HallEvent event = hall_event_from_name (name);
  g_autoptr (HallCase) order = NULL;

  if (event >= HALL_N_EVENTS || !is_for_people (event))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                   hall_reply_say (context, "没有“%s”这个操作。", "There is no event “%s”."), name);
      return NULL;
    }
  order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  if (order == NULL || !hall_reply_check_match (context, request, order->record, error)
      || !hall_lease_require (context, order->record, event, error)
      || !send (context, order, event, request, error))
    return NULL;
  return hall_reply_moved (context, order, error);
}

const HallRoute hall_routes_event[] = {
  { "POST", HALL_PATH_EVENT, PEOPLE, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_IDEMPOTENT | HALL_ROUTE_NEEDS_MATCH, post_event, NULL },
  { NULL },
};
