/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hall for tests answers to its staff: the queue, who has an order on the desk, notes.
 */
#include <string.h>

#include "fake-answer.h"
#include "hall-path.h"
#include "hall-wire-finding.h"
#include "hall-wire-order.h"

typedef struct
{
  GHashTable *query;
  GPtrArray *orders; /* (element-type HallOrder): those the list holds */
  guint64 first, n;
} List;

static guint64
get_number (List *list, const char *name, guint64 otherwise)
{
  const char *text = g_hash_table_lookup (list->query, name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static gboolean
matches (const HallOrder *order, const char *wanted)
{
  return wanted == NULL || strstr (order->number, wanted) != NULL
         || (order->organisation != NULL && strstr (order->organisation, wanted) != NULL);
}

/* The cursor of a row is its index and one: rows after it begin there, rows before it end before
 * it. */
static void
find_rows (Fake *self, List *list)
{
  const char *wanted = g_hash_table_lookup (list->query, "search");
  guint64 limit = get_number (list, "limit", 50);
  guint64 cursor = get_number (list, "cursor", 0);

  for (guint i = 0; i < self->hall->orders->len; i++)
    if (matches (g_ptr_array_index (self->hall->orders, i), wanted))
      g_ptr_array_add (list->orders, g_ptr_array_index (self->hall->orders, i));
  list->first = cursor;
  if (g_strcmp0 (g_hash_table_lookup (list->query, "direction"), "backward") == 0)
    list->first = cursor > limit ? cursor - 1 - limit : 0;
  list->n = list->first < list->orders->len ? MIN (limit, list->orders->len - list->first) : 0;
  if (list->first < cursor)
    list->n = MIN (limit, cursor - 1 - list->first);
}

static void
add_rows (JsonBuilder *builder, List *list)
{
  json_builder_set_member_name (builder, "orders");
  json_builder_begin_array (builder);
  for (guint64 i = list->first; i < list->first + list->n; i++)
    {
      HallOrder *order = g_ptr_array_index (list->orders, i);

      g_free (order->cursor);
      order->cursor = g_strdup_printf ("%" G_GUINT64_FORMAT, i + 1);
      hall_wire_add_order_summary (builder, order);
    }
  json_builder_end_array (builder);
}

static void
send_rows (Fake *self, List *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *next = g_strdup_printf ("%" G_GUINT64_FORMAT, list->first + list->n);

  json_builder_begin_object (builder);
  add_rows (builder, list);
  if (list->first + list->n < list->orders->len)
    hall_wire_add_text (builder, "next", next);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "review", self->hall->orders->len);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  fake_send_json (self, 200, builder);
}

static void
list_queue (Fake *self)
{
  const char *text = g_uri_get_query (soup_server_message_get_uri (self->message));
  g_autoptr (GHashTable) query =
      text != NULL ? soup_form_decode (text) : g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();
  g_autofree char *etag = NULL;
  List list = { .query = query, .orders = orders };
  gint64 versions = 0;

  if ((self->actors & HALL_ACTORS_STAFF) == 0)
    {
      fake_send_problem (self, HALL_ERROR_DENIED, "无权查看。");
      return;
    }
  for (guint i = 0; i < self->hall->orders->len; i++)
    versions += ((HallOrder *) g_ptr_array_index (self->hall->orders, i))->version;
  etag = g_strdup_printf ("\"%u.%" G_GINT64_FORMAT "\"", self->hall->orders->len, versions);
  if (fake_is_known (self, etag))
    return;
  find_rows (self, &list);
  send_rows (self, &list);
}

/* @reply: the status for who has it, or may have it */
static gboolean
check_claim (Fake *self)
{
  if (self->order->claimed_by == NULL || g_str_equal (self->order->claimed_by, FAKE_STAFF))
    return TRUE;
  fake_send_problem (self, HALL_ERROR_CLAIMED, "张三 is working on this order.");
  return FALSE;
}

static void
take_claim (Fake *self)
{
  if (!check_claim (self))
    return;
  g_free (self->order->claimed_by);
  self->order->claimed_by = g_strdup (FAKE_STAFF);
  fake_send_order (self, 200);
}

static void
release_claim (Fake *self)
{
  if (!check_claim (self))
    return;
  g_clear_pointer (&self->order->claimed_by, g_free);
  fake_send_nothing (self, 204);
}

static void
send_notes (Fake *self, guint status)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->hall->notes->len; i++)
    {
      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "who", FAKE_STAFF);
      hall_wire_add_text (builder, "text", g_ptr_array_index (self->hall->notes, i));
      hall_wire_add_time (builder, "at", 1763800000);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  fake_send_json (self, status, builder);
}

static void
list_notes (Fake *self)
{
  send_notes (self, 200);
}

static void
add_note (Fake *self)
{
  g_ptr_array_add (self->hall->notes, g_strdup (fake_get_text (self, "note")));
  send_notes (self, 201);
}

static void
take_second_look (Fake *self)
{
  fake_send_text (self, 200, "application/json",
                  g_strdup (
                      self->hall->second_look != NULL
                          ? self->hall->second_look
                          : "{\"changes\":{\"fields\":[],\"documents\":[]},\"duplicates\":[]}"));
}

const FakeRoute fake_desk_routes[] = {
  { "GET", HALL_PATH_QUEUE, ~0u, list_queue },
  { "POST", HALL_PATH_CLAIM, HALL_ACTORS_STAFF, take_claim },
  { "DELETE", HALL_PATH_CLAIM, HALL_ACTORS_STAFF, release_claim },
  { "GET", HALL_PATH_NOTES, HALL_ACTORS_STAFF, list_notes },
  { "POST", HALL_PATH_NOTES, HALL_ACTORS_STAFF, add_note },
  { "GET", HALL_PATH_SECOND_LOOK, HALL_ACTORS_STAFF, take_second_look },
  { NULL },
};
