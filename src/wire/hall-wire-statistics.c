/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wire-statistics.h"

#include "hall-check-text.h"
#include "hall-wire-finding.h"

#define EPOCH_JULIAN   719163 /* GDate's number of 1970-01-01 */
#define CHINA_OFFSET_S (8 * 60 * 60)
#define DAY_S          (24 * 60 * 60)

HallStatistics *
hall_statistics_new (gint64 from_day, gint64 to_day)
{
  HallStatistics *self = g_new0 (HallStatistics, 1);

  self->from_day = from_day;
  self->to_day = to_day;
  self->counts = g_array_new (FALSE, TRUE, sizeof (HallDayCount));
  self->decisions = g_array_new (FALSE, TRUE, sizeof (HallDayDecisions));
  self->reasons = g_array_new (FALSE, TRUE, sizeof (HallReasonCount));
  return self;
}

void
hall_statistics_free (HallStatistics *self)
{
  g_array_unref (self->counts);
  g_array_unref (self->decisions);
  g_array_unref (self->reasons);
  g_free (self);
}

gint64
hall_statistics_get (const HallStatistics *self, gint64 day, HallState state)
{
  for (guint i = 0; i < self->counts->len; i++)
    {
      const HallDayCount *count = &g_array_index (self->counts, HallDayCount, i);

      if (count->day == day && count->state == state)
        return count->orders;
    }
  return 0;
}

char *
hall_statistics_format_day (gint64 day)
{
  GDate date;
  char text[16];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + EPOCH_JULIAN));
  g_snprintf (text, sizeof text, "%04u-%02u-%02u", g_date_get_year (&date),
              g_date_get_month (&date), g_date_get_day (&date));
  return g_strdup (text);
}

gint64
hall_statistics_parse_day (const char *text)
{
  GDate date;

  return text != NULL && hall_date_parse (text, &date)
             ? (gint64) g_date_get_julian (&date) - EPOCH_JULIAN
             : -1;
}

gint64
hall_statistics_day_of (gint64 time_s)
{
  return (time_s + CHINA_OFFSET_S) / DAY_S;
}

static void
add_day (JsonBuilder *builder, const char *member, gint64 day)
{
  g_autofree char *text = hall_statistics_format_day (day);

  hall_wire_add_text (builder, member, text);
}

static void
begin_list (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

static void
add_decisions (JsonBuilder *builder, const HallDayDecisions *decisions)
{
  hall_wire_add_int (builder, "approved", decisions->approved);
  hall_wire_add_int (builder, "returned", decisions->returned);
  hall_wire_add_int (builder, "late", decisions->late);
  hall_wire_add_int (builder, "p50_s", decisions->p50_s);
  hall_wire_add_int (builder, "p90_s", decisions->p90_s);
}

static void
add_counts (JsonBuilder *builder, const HallStatistics *statistics)
{
  begin_list (builder, "counts");
  for (guint i = 0; i < statistics->counts->len; i++)
    {
      const HallDayCount *count = &g_array_index (statistics->counts, HallDayCount, i);

      json_builder_begin_object (builder);
      add_day (builder, "day", count->day);
      hall_wire_add_text (builder, "state", hall_state_get_name (count->state));
      hall_wire_add_int (builder, "orders", count->orders);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_days_of_decisions (JsonBuilder *builder, const HallStatistics *statistics)
{
  begin_list (builder, "decisions");
  for (guint i = 0; i < statistics->decisions->len; i++)
    {
      const HallDayDecisions *day = &g_array_index (statistics->decisions, HallDayDecisions, i);

      json_builder_begin_object (builder);
      add_day (builder, "day", day->day);
      add_decisions (builder, day);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "all");
  json_builder_begin_object (builder);
  add_decisions (builder, &statistics->all);
  json_builder_end_object (builder);
}

static void
add_reasons (JsonBuilder *builder, const HallStatistics *statistics)
{
  begin_list (builder, "reasons");
  for (guint i = 0; i < statistics->reasons->len; i++)
    {
      const HallReasonCount *count = &g_array_index (statistics->reasons, HallReasonCount, i);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "code", hall_reason_get_code (count->reason));
      hall_wire_add_int (builder, "orders", count->orders);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
hall_wire_add_statistics (JsonBuilder *builder, const HallStatistics *statistics)
{
  json_builder_begin_object (builder);
  add_day (builder, "from", statistics->from_day);
  add_day (builder, "to", statistics->to_day);
  json_builder_set_member_name (builder, "now");
  json_builder_begin_object (builder);
  for (guint state = 0; state < HALL_N_STATES; state++)
    hall_wire_add_int (builder, hall_state_get_name (state), statistics->now[state]);
  json_builder_end_object (builder);
  hall_wire_add_int (builder, "waiting", statistics->waiting);
  hall_wire_add_int (builder, "overdue", statistics->overdue);
  add_counts (builder, statistics);
  add_days_of_decisions (builder, statistics);
  add_reasons (builder, statistics);
  json_builder_end_object (builder);
}

static gint64
read_day (HallJson *json, const char *member)
{
  const char *text = hall_json_string (json, member);
  gint64 day = hall_statistics_parse_day (text);

  if (text != NULL && day < 0)
    hall_json_fail (json, member, "“%s” is no day", text);
  return day;
}

static gint64
read_number (HallJson *json, const char *member)
{
  return hall_json_int (json, member, 0, G_MAXINT64);
}

static void
read_decisions (HallJson *json, HallDayDecisions *decisions)
{
  decisions->approved = read_number (json, "approved");
  decisions->returned = read_number (json, "returned");
  decisions->late = read_number (json, "late");
  decisions->p50_s = read_number (json, "p50_s");
  decisions->p90_s = read_number (json, "p90_s");
}

/* A state or a reason of a newer hall is passed over. */
static void
read_count (HallJson *json, HallStatistics *statistics)
{
  HallDayCount count = { .day = read_day (json, "day"), .orders = read_number (json, "orders") };

  count.state = hall_state_from_name (hall_json_string (json, "state"));
  if (count.state < HALL_N_STATES)
    g_array_append_val (statistics->counts, count);
}

static void
read_day_of_decisions (HallJson *json, HallStatistics *statistics)
{
  HallDayDecisions day = { .day = read_day (json, "day") };

  read_decisions (json, &day);
  g_array_append_val (statistics->decisions, day);
}

static void
read_reason (HallJson *json, HallStatistics *statistics)
{
  HallReasonCount count = { .orders = read_number (json, "orders") };

  count.reason = hall_reason_from_code (hall_json_string (json, "code"));
  if (count.reason < HALL_N_REASONS)
    g_array_append_val (statistics->reasons, count);
}

static void
read_list (HallJson *json,
           const char *member,
           void (*read) (HallJson *json, HallStatistics *statistics),
           HallStatistics *statistics)
{
  if (!hall_json_enter (json, member))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read (json, statistics);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

HallStatistics *
hall_wire_read_statistics (HallJson *json)
{
  g_autoptr (HallStatistics) statistics = hall_statistics_new (0, 0);

  statistics->from_day = read_day (json, "from");
  statistics->to_day = read_day (json, "to");
  statistics->waiting = read_number (json, "waiting");
  statistics->overdue = read_number (json, "overdue");
  if (hall_json_enter (json, "now"))
    {
      for (guint state = 0; state < HALL_N_STATES; state++)
        statistics->now[state] =
            hall_json_optional_int (json, hall_state_get_name (state), 0, G_MAXINT64, 0);
      hall_json_leave (json);
    }
  if (hall_json_enter (json, "all"))
    {
      read_decisions (json, &statistics->all);
      hall_json_leave (json);
    }
  read_list (json, "counts", read_count, statistics);
  read_list (json, "decisions", read_day_of_decisions, statistics);
  read_list (json, "reasons", read_reason, statistics);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&statistics);
}
