/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for staff.
 */
#include "hall-record-list.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-view.h"
#include "hall-wire-finding.h"
#include "hall-wire-order.h"

typedef struct
{
  const char *name;
  const char *auth; /* (nullable): only orders with this handler_auth */
  gsize n_states;
  HallState states[HALL_RECORD_LIST_MAX_STATES];
} Tab;

#define IN(...) \
  .n_states = sizeof ((HallState[]){ __VA_ARGS__ }) / sizeof (HallState), .states = { __VA_ARGS__ }

static const Tab tabs[] = {
  { .name = "review", IN (HALL_STATE_UNDER_REVIEW, HALL_STATE_PAYMENT_VERIFYING) },
  { .name = "auth",
    .auth = "alternative",
    IN (HALL_STATE_AWAITING_HANDLER_AUTH, HALL_STATE_REJECTED) },
  { .name = "funds", IN (HALL_STATE_PAYMENT_VERIFYING) },
  { .name = "fin-auth-failed", IN (HALL_STATE_FIN_AUTH_FAILED) },
  { .name = "production", IN (HALL_STATE_ACCEPTED) },
  { .name = "shipping", IN (HALL_STATE_IN_PRODUCTION, HALL_STATE_SHIPPED) },
  { .name = "refund", IN (HALL_STATE_REFUND_PENDING) },
  { .name = "all",
    IN (HALL_STATE_UNDER_REVIEW,
        HALL_STATE_PAYMENT_VERIFYING,
        HALL_STATE_FIN_AUTH_PENDING,
        HALL_STATE_FIN_AUTH_FAILED,
        HALL_STATE_ACCEPTED,
        HALL_STATE_IN_PRODUCTION,
        HALL_STATE_SHIPPED,
        HALL_STATE_REFUND_PENDING) },
};

static const Tab *
find_tab (const HallRequest *request, GError **error)
{
  const char *name = hall_request_get_query (request, "tab");

  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_strcmp0 (name != NULL ? name : "all", tabs[i].name) == 0)
      return &tabs[i];
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "there is no tab “%s”", name);
  return NULL;
}

static gboolean
add_counts (HallContext *context, JsonBuilder *builder, GError **error)
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      gint64 count =
          hall_record_count (context->db, tabs[i].states, tabs[i].n_states, tabs[i].auth, error);

      if (count < 0)
        return FALSE;
      hall_wire_add_int (builder, tabs[i].name, count);
    }
  json_builder_end_object (builder);
  return TRUE;
}

static void
add_orders (HallContext *context, JsonBuilder *builder, GPtrArray *records)
{
  json_builder_set_member_name (builder, "orders");
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (HallOrder) view = hall_view_summary (context, g_ptr_array_index (records, i));

      hall_wire_add_order_summary (builder, view);
    }
  json_builder_end_array (builder);
}

static HallAnswer *
get_queue (HallContext *context, const HallRequest *request, GError **error)
{
  const Tab *tab = find_tab (request, error);
  HallRecordQuery query = { .cursor = hall_request_get_query (request, "cursor") };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *next = NULL;
  HallAnswer *answer;
  gint64 newest;

  if (tab == NULL || !hall_reply_read_limit (request, &query.limit, error))
    return NULL;
  newest = hall_record_newest_change (context->db, NULL, error);
  if (newest < 0)
    return NULL;
  if (hall_reply_is_known (request, newest))
    return hall_reply_not_modified (newest, HALL_TOPIC_QUEUE);
  query.states = tab->states;
  query.n_states = tab->n_states;
  query.auth = tab->auth;
  records = hall_record_list (context->db, &query, &next, error);
  if (records == NULL)
    return NULL;
  json_builder_begin_object (builder);
  add_orders (context, builder, records);
  hall_wire_add_text (builder, "next", next);
  if (!add_counts (context, builder, error))
    return NULL;
  json_builder_end_object (builder);
  answer = hall_answer_new_json (200, json_builder_get_root (builder));
  hall_answer_set_etag (answer, newest);
  return answer;
}

const HallRoute hall_routes_queue[] = {
  { "GET", HALL_PATH_QUEUE, HALL_ACTORS_STAFF, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_queue,
    NULL },
  { NULL },
};
