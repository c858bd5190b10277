/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for staff.
 */
#include "hall-counter-store.h"
#include "hall-queue-store.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-view.h"
#include "hall-wire-finding.h"
#include "hall-wire-order.h"

static gboolean
add_counts (HallContext *context, JsonBuilder *builder, GError **error)
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; hall_queue_tab_names[i] != NULL; i++)
    {
      const char *tab = hall_queue_tab_names[i];
      gint64 count = hall_queue_count (context->db, tab, context->caller.staff, error);

      if (count < 0)
        return FALSE;
      hall_wire_add_int (builder, tab, count);
    }
  json_builder_end_object (builder);
  return TRUE;
}

static void
add_rows (HallContext *context, JsonBuilder *builder, GPtrArray *rows)
{
  json_builder_set_member_name (builder, "orders");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const HallQueueRow *row = g_ptr_array_index (rows, i);
      g_autoptr (HallOrder) view = hall_view_summary (context, row->record);

      hall_view_add_desk (context, view, row);
      hall_wire_add_order_summary (builder, view);
    }
  json_builder_end_array (builder);
}

static gboolean
read_query (HallContext *context, const HallRequest *request, HallQueueQuery *query, GError **error)
{
  const char *tab = hall_request_get_query (request, "tab");
  const char *direction = hall_request_get_query (request, "direction");

  query->tab = tab != NULL ? tab : "all";
  query->staff = context->caller.staff;
  query->search = hall_request_get_query (request, "search");
  query->cursor = hall_request_get_query (request, "cursor");
  query->backward = g_strcmp0 (direction, "backward") == 0;
  query->now_s = context->now_s;
  if (!query->backward && direction != NULL && g_strcmp0 (direction, "forward") != 0)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "there is no direction “%s”", direction);
      return FALSE;
    }
  return hall_reply_read_limit (request, &query->limit, error);
}

static HallAnswer *
get_queue (HallContext *context, const HallRequest *request, GError **error)
{
  HallQueueQuery query = { 0 };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *next = NULL;
  gint64 newest = hall_counter_get (context->db, "changes", error);
  HallAnswer *answer;

  if (newest < 0 || !read_query (context, request, &query, error))
    return NULL;
  if (hall_reply_is_known (request, newest))
    return hall_reply_not_modified (newest, HALL_TOPIC_QUEUE);
  rows = hall_queue_list (context->db, context->setup->vault, &query, &next, error);
  if (rows == NULL)
    return NULL;
  json_builder_begin_object (builder);
  add_rows (context, builder, rows);
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
