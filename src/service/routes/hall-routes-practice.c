/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only a practice hall has: the messages its sandboxes were given, its staff's
 * passwords, and the switch of the two-person rule.
 */
#include "hall-limits.h"
#include "hall-practice-store.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-settings.h"
#include "hall-wire-finding.h"

#define NEWEST 50

static void
add_message (JsonBuilder *builder, const HallPracticeMessage *message)
{
  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "id", message->id);
  hall_wire_add_text (builder, "kind", message->kind);
  hall_wire_add_text (builder, "to", message->recipient);
  hall_wire_add_text (builder, "text", message->text);
  if (message->amount_fen > 0)
    hall_wire_add_int (builder, "amount_fen", message->amount_fen);
  hall_wire_add_text (builder, "order", message->order);
  hall_wire_add_time (builder, "at", message->at_s);
  json_builder_end_object (builder);
}

static HallAnswer *
list_messages (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (GPtrArray) messages = hall_practice_store_list (context->sandbox, NEWEST, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 newest = 0;
  HallAnswer *answer;

  if (messages == NULL)
    return NULL;
  if (messages->len > 0)
    newest = ((const HallPracticeMessage *) g_ptr_array_index (messages, 0))->id;
  if (hall_reply_is_known (request, newest))
    return hall_reply_not_modified (newest, HALL_TOPIC_PRACTICE);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < messages->len; i++)
    {
      const HallPracticeMessage *message = g_ptr_array_index (messages, i);

      /* a transfer that came back was never read by anybody */
      if (*message->result == '\0')
        add_message (builder, message);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  answer = hall_answer_new_json (200, json_builder_get_root (builder));
  hall_answer_set_etag (answer, newest);
  return answer;
}

static HallAnswer *
get_settings (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_bool (builder, "two_person_rule", hall_settings_is_two_person_rule (context));
  json_builder_set_member_name (builder, "staff");
  json_builder_begin_array (builder);
  for (const HallPracticeStaff *staff = hall_practice_staff (); staff->name != NULL; staff++)
    {
      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "name", staff->name);
      hall_wire_add_text (builder, "password", staff->password);
      json_builder_set_member_name (builder, "roles");
      json_builder_begin_array (builder);
      for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
        if ((staff->actors & HALL_ACTOR_BIT (actor)) != 0)
          json_builder_add_string_value (builder, hall_actor_get_name (actor));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static HallAnswer *
put_settings (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "two_person_rule", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  gboolean on;

  hall_json_expect (json, members);
  on = hall_json_bool (json, "two_person_rule");
  if (!hall_json_finish (json, error) || !hall_settings_set_two_person_rule (context, on, error))
    return NULL;
  return get_settings (context, request, error);
}

const HallRoute hall_routes_practice[] = {
  { "GET", HALL_PATH_PRACTICE_MESSAGES, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PRACTICE, list_messages,
    NULL },
  { "GET", HALL_PATH_PRACTICE_SETTINGS, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PRACTICE, get_settings,
    NULL },
  { "PUT", HALL_PATH_PRACTICE_SETTINGS, HALL_ACTORS_STAFF, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_PRACTICE, put_settings, NULL },
  { NULL },
};
