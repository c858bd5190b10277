/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Judging the parts of an order, and the decision that follows.
 */
#include "hall-deciding.h"
#include "hall-error.h"
#include "hall-lease.h"
#include "hall-limits.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-wire-finding.h"
#include "hall-wire-review.h"

#define REVIEWER HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER)
#define CASHIER  HALL_ACTOR_BIT (HALL_ACTOR_CASHIER)

static HallAnswer *
answer_judging (HallContext *context, const HallCase *order, GError **error)
{
  g_autoptr (HallJudging) judging = hall_judging_load (context, order, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  HallEvent decision;

  if (judging == NULL)
    return NULL;
  decision = hall_judging_decide (judging);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < judging->places->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (judging->places, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "verdicts");
  hall_wire_add_judgements (builder, judging->judgements, context->lang);
  if (decision < HALL_N_EVENTS)
    hall_wire_add_text (builder, "decision", hall_event_get_name (decision));
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static HallAnswer *
get_verdicts (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);

  return order != NULL ? answer_judging (context, order, error) : NULL;
}

static gboolean
is_under_review (HallContext *context, const HallCase *order, GError **error)
{
  HallState state = order->record->state;

  if (state == HALL_STATE_UNDER_REVIEW || state == HALL_STATE_PAYMENT_VERIFYING)
    return hall_lease_check (context, order->record, HALL_EVENT_REVIEW_REJECTED, error);
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                       hall_reply_say (context, "业务单现在不在审核中。",
                                       "The order is not under review now."));
  return FALSE;
}

static HallAnswer *
put_verdicts (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "verdicts", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (GPtrArray) judgements = NULL;
  g_autoptr (HallCase) order = NULL;

  hall_json_expect (json, members);
  judgements = hall_wire_read_judgements (json, "verdicts");
  if (!hall_json_finish (json, error))
    return NULL;
  order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  if (order == NULL || !hall_reply_check_match (context, request, order->record, error)
      || !is_under_review (context, order, error)
      || !hall_judging_keep (context, order, g_steal_pointer (&judgements), error))
    return NULL;
  return answer_judging (context, order, error);
}

static HallAnswer *
get_letter (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  g_autoptr (HallLetter) letter =
      order != NULL ? hall_deciding_compose (context, order, NULL, error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (letter == NULL)
    return NULL;
  hall_wire_add_letter (builder, letter);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static HallAnswer *
post_decision (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "decision", "text", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallCase) order = NULL;
  const char *name;
  const char *text;
  HallEvent event;

  hall_json_expect (json, members);
  name = hall_json_string (json, "decision");
  text = hall_json_optional_string (json, "text");
  event = hall_event_from_name (name);
  if (name != NULL && event != HALL_EVENT_REVIEW_PASSED && event != HALL_EVENT_REVIEW_REJECTED)
    hall_json_fail (json, "decision", "“%s” is no decision", name);
  if (!hall_json_finish (json, error))
    return NULL;
  order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  if (order == NULL || !hall_reply_check_match (context, request, order->record, error)
      || !hall_lease_require (context, order->record, event, error)
      || !hall_deciding_hold (context, order, event, text, error))
    return NULL;
  return hall_reply_moved (context, order, error);
}

static HallAnswer *
delete_decision (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);

  if (order == NULL || !hall_deciding_undo (context, order, error))
    return NULL;
  return hall_reply_moved (context, order, error);
}

const HallRoute hall_routes_review[] = {
  { "GET", HALL_PATH_VERDICTS, HALL_ACTORS_STAFF, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_verdicts,
    NULL },
  { "PUT", HALL_PATH_VERDICTS, REVIEWER, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_NEEDS_MATCH, put_verdicts, NULL },
  { "GET", HALL_PATH_LETTER, REVIEWER, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_letter, NULL },
  { "POST", HALL_PATH_DECISION, REVIEWER, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_IDEMPOTENT | HALL_ROUTE_NEEDS_MATCH, post_decision, NULL },
  { "DELETE", HALL_PATH_DECISION, REVIEWER | CASHIER, HALL_BODY_NONE, 0, HALL_ROUTE_WRITES,
    delete_decision, NULL },
  { NULL },
};
