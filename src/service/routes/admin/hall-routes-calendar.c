/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The working-day calendar. Deadlines that run keep their day; those that begin after a change
 * are counted by it.
 */
#include "hall-calendar-store.h"
#include "hall-ledger-store.h"
#include "hall-limits.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-wire-finding.h"

#define ADMINISTRATOR HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)
#define WATCHERS      (ADMINISTRATOR | HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR))

static void
add_change (JsonBuilder *builder, GPtrArray *changes, int year)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const HallCalendarChange *change = g_ptr_array_index (changes, i);

      if (change->year != year)
        continue;
      hall_wire_add_text (builder, "changed_by", change->changed_by);
      hall_wire_add_time (builder, "changed_at", change->changed_s);
    }
}

/* What is in the database, since the shelf is filled only when a change is durable. */
static HallAnswer *
answer_calendar (HallContext *context, GError **error)
{
  g_autoptr (HallCalendar) calendar = hall_calendar_copy (context->setup->calendar);
  g_autoptr (GPtrArray) changes = hall_calendar_store_list (context->db, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) years = NULL;

  if (changes == NULL || !hall_calendar_store_apply (context->db, calendar, error))
    return NULL;
  years = hall_calendar_list_years (calendar);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "years");
  json_builder_begin_array (builder);
  for (guint i = 0; i < years->len; i++)
    {
      const HallCalendarYear *year = g_ptr_array_index (years, i);

      json_builder_begin_object (builder);
      hall_calendar_year_write (year, builder);
      add_change (builder, changes, year->year);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static HallAnswer *
get_calendar (HallContext *context, const HallRequest *request, GError **error)
{
  return answer_calendar (context, error);
}

/* The year of the path is the year of the body. */
static HallCalendarYear *
read_year (const HallRequest *request, GError **error)
{
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallCalendarYear) year = hall_calendar_year_read (json);
  g_autofree char *named = year != NULL ? g_strdup_printf ("%d", year->year) : NULL;

  if (year != NULL && g_strcmp0 (named, hall_request_get_arg (request, 0)) != 0)
    hall_json_fail (json, "year", "is not the year of the path");
  return hall_json_finish (json, error) ? g_steal_pointer (&year) : NULL;
}

static HallAnswer *
put_year (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCalendarYear) year = read_year (request, error);
  g_autoptr (HallCalendar) trial = hall_calendar_new ();

  if (year == NULL || !hall_calendar_set_year (trial, year, context->lang, error)
      || !hall_calendar_store_set (context->db, year, context->caller.staff, context->now_s, error)
      || !hall_ledger_append (context->db, HALL_DEED_CALENDAR_CHANGED, context->caller.staff,
                              hall_request_get_arg (request, 0), NULL, context->now_s, error))
    return NULL;
  hall_context_wake (context, HALL_TOPIC_SHELF);
  return answer_calendar (context, error);
}

const HallRoute hall_routes_calendar[] = {
  { "GET", HALL_PATH_CALENDAR, WATCHERS, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_calendar, NULL },
  { "PUT", HALL_PATH_CALENDAR_YEAR, ADMINISTRATOR, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES, put_year, NULL },
  { NULL },
};
