/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What staff do at an order besides moving it: have it on the desk, leave notes for each other.
 */
#include <string.h>

#include "hall-lease.h"
#include "hall-limits.h"
#include "hall-note-store.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-second-look.h"
#include "hall-wire-finding.h"

#define MAX_NOTE_BYTES 1500
#define DESK           (HALL_ACTORS_STAFF & ~HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR))

static HallAnswer *
post_claim (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);

  if (order == NULL || !hall_lease_take (context, order->record, error))
    return NULL;
  return hall_reply_order (context, order, 200, error);
}

static HallAnswer *
delete_claim (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallRecord) record =
      hall_context_glance_at_order (context, hall_request_get_arg (request, 0), error);

  if (record == NULL || !hall_lease_release (context, record, error))
    return NULL;
  return hall_answer_new (204);
}

static HallAnswer *
answer_notes (HallContext *context, const char *number, guint status, GError **error)
{
  g_autoptr (GPtrArray) notes = hall_note_list (context->db, context->setup->vault, number, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (notes == NULL)
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    {
      const HallNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "who", note->staff);
      hall_wire_add_text (builder, "text", note->text);
      hall_wire_add_time (builder, "at", note->at_s);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return hall_answer_new_json (status, json_builder_get_root (builder));
}

static HallAnswer *
get_notes (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallRecord) record =
      hall_context_glance_at_order (context, hall_request_get_arg (request, 0), error);

  return record != NULL ? answer_notes (context, record->number, 200, error) : NULL;
}

static HallAnswer *
post_note (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "note", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallRecord) record = NULL;
  HallNote note = { .staff = context->caller.staff, .at_s = context->now_s };
  const char *text;

  hall_json_expect (json, members);
  text = hall_json_string (json, "note");
  if (text != NULL && (*text == '\0' || strlen (text) > MAX_NOTE_BYTES))
    hall_json_fail (json, "note", "1 to %d bytes", MAX_NOTE_BYTES);
  if (!hall_json_finish (json, error))
    return NULL;
  record = hall_context_glance_at_order (context, hall_request_get_arg (request, 0), error);
  note.text = (char *) text;
  if (record == NULL
      || !hall_note_add (context->db, context->setup->vault, record->number, &note, error))
    return NULL;
  return answer_notes (context, record->number, 201, error);
}

static HallAnswer *
get_second_look (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (order == NULL)
    return NULL;
  json_builder_begin_object (builder);
  if (!hall_second_look_add (context, order, builder, error))
    return NULL;
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

const HallRoute hall_routes_desk[] = {
  { "POST", HALL_PATH_CLAIM, DESK, HALL_BODY_NONE, HALL_MAX_JSON_BYTES, HALL_ROUTE_WRITES,
    post_claim, NULL },
  { "DELETE", HALL_PATH_CLAIM, DESK, HALL_BODY_NONE, 0, HALL_ROUTE_WRITES, delete_claim, NULL },
  { "GET", HALL_PATH_NOTES, HALL_ACTORS_STAFF, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_notes,
    NULL },
  { "POST", HALL_PATH_NOTES, DESK, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_IDEMPOTENT, post_note, NULL },
  { "GET", HALL_PATH_SECOND_LOOK, HALL_ACTORS_STAFF, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN,
    get_second_look, NULL },
  { NULL },
};
