/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying the handler, from the desktop's side: a link for the phone, or another way.
 */
#include <string.h>

#include "hall-limits.h"
#include "hall-move.h"
#include "hall-phone-store.h"
#include "hall-phone-task.h"
#include "hall-reply.h"
#include "hall-routes.h"

#define DAY_S          (24 * 3600)
#define MAX_NOTE_BYTES 1500

/* FALSE with @error unless the order waits for its handler to be verified. */
static gboolean
may_authenticate (HallContext *context, const HallCase *order, GError **error)
{
  guint facts = hall_case_get_facts (order, context);
  HallActions actions = hall_actions_for (order->record->state, context->caller.actors, facts);

  if ((actions & HALL_ACTION_BIT (HALL_ACTION_AUTHENTICATE)) != 0)
    return TRUE;
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                       hall_reply_say (context, "当前不需要经办人认证。",
                                       "The handler does not have to be verified now."));
  return FALSE;
}

static HallAnswer *
post_auth_link (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  g_autoptr (HallLink) link = NULL;
  gint64 made;

  if (order == NULL || !may_authenticate (context, order, error))
    return NULL;
  made = hall_phone_store_count (context->db, order->record->number, context->now_s - DAY_S, error);
  if (made < 0)
    return NULL;
  if (made >= HALL_AUTH_MAX_PER_DAY && !context->setup->practice)
    return hall_answer_new_too_many (DAY_S, context->lang);
  link = hall_phone_task_new_link (order->record->number, context->now_s);
  order->record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PENDING;
  if (!hall_phone_store_void_all (context->db, order->record->number, error)
      || !hall_phone_store_add (context->db, context->setup->vault, link, error)
      || !hall_move_touch (context, order, HALL_ACTOR_HANDLER, "auth-link", NULL, error))
    return NULL;
  return hall_reply_moved (context, order, error);
}

static HallAnswer *
put_alternative (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "note", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallCase) order = NULL;
  const char *note;

  hall_json_expect (json, members);
  note = hall_json_string (json, "note");
  if (note != NULL && strlen (note) > MAX_NOTE_BYTES)
    hall_json_fail (json, "note", "more than %d bytes", MAX_NOTE_BYTES);
  if (!hall_json_finish (json, error))
    return NULL;
  order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  if (order == NULL || !may_authenticate (context, order, error))
    return NULL;
  order->record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_ALTERNATIVE;
  hall_record_set (order->record, alternative_note, note);
  if (!hall_phone_store_void_all (context->db, order->record->number, error)
      || !hall_move_touch (context, order, HALL_ACTOR_HANDLER, "ask-alternative-auth", NULL, error))
    return NULL;
  return hall_reply_moved (context, order, error);
}

#define HANDLER HALL_ACTOR_BIT (HALL_ACTOR_HANDLER)

const HallRoute hall_routes_auth[] = {
  { "POST", HALL_PATH_AUTH_LINK, HANDLER, HALL_BODY_NONE, HALL_MAX_JSON_BYTES, HALL_ROUTE_WRITES,
    post_auth_link, NULL },
  { "PUT", HALL_PATH_ALTERNATIVE_AUTH, HANDLER, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES, put_alternative, NULL },
  { NULL },
};
