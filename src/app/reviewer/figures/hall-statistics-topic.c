/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statistics-topic.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-reason.h"

#define HOUR_S     3600.0
#define DAY_S      (24 * HOUR_S)
#define MAX_HOURS  72 /* beyond that days are read more easily */
#define MAX_COLUMN (HALL_N_STATES + 2)

typedef struct
{
  const char *title; /* marked for translation */
  void (*draw) (const HallStatistics *statistics, HallState state, HallChart *chart);
  void (*fill) (const HallStatistics *statistics, HallAdminTable *table);
} Topic;

char *
hall_statistics_format_span (gint64 span_s)
{
  if (span_s <= 0)
    return g_strdup ("–");
  if (span_s <= MAX_HOURS * HOUR_S)
    /* Translators: a number of hours */
    return g_strdup_printf (_ ("%.1f h"), span_s / HOUR_S);
  /* Translators: a number of days */
  return g_strdup_printf (_ ("%.1f days"), span_s / DAY_S);
}

static char *
format_hours (double hours)
{
  return hours > 0 ? g_strdup_printf (_ ("%.1f h"), hours) : g_strdup ("0");
}

/* "11-22" of a day: the year is seen in the table. */
static void
add_day_bar (HallChart *chart, gint64 day, const double *values)
{
  g_autofree char *text = hall_statistics_format_day (day);

  hall_chart_add (chart, text + strlen ("2026-"), values);
}

static char *
format_int (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static void
draw_now (const HallStatistics *statistics, G_GNUC_UNUSED HallState state, HallChart *chart)
{
  const char *const series[] = { _ ("Orders"), NULL };

  hall_chart_begin (chart, HALL_CHART_LYING, _ ("Orders by state, now"), series, NULL);
  for (guint i = 0; i < HALL_N_STATES; i++)
    {
      double value = (double) statistics->now[i];

      if (value > 0)
        hall_chart_add (chart, hall_state_get_label (i, hall_app_lang ()), &value);
    }
  hall_chart_end (chart);
}

static void
fill_now (const HallStatistics *statistics, HallAdminTable *table)
{
  g_autofree char *number_title = g_strconcat ("#", _ ("Orders"), NULL);
  const char *const titles[] = { _ ("State"), number_title, NULL };

  hall_admin_table_set_columns (table, titles);
  hall_admin_table_begin (table);
  for (guint i = 0; i < HALL_N_STATES; i++)
    {
      g_autofree char *number = format_int (statistics->now[i]);
      const char *const cells[] = { hall_state_get_label (i, hall_app_lang ()), number };

      hall_admin_table_add (table, cells);
    }
  hall_admin_table_end (table);
}

static void
draw_days (const HallStatistics *statistics, HallState state, HallChart *chart)
{
  const char *label = hall_state_get_label (state, hall_app_lang ());
  const char *const series[] = { label, NULL };

  hall_chart_begin (chart, HALL_CHART_STANDING, _ ("Orders that came into a state, by day"), series,
                    NULL);
  for (gint64 day = statistics->from_day; day <= statistics->to_day; day++)
    {
      double value = (double) hall_statistics_get (statistics, day, state);

      add_day_bar (chart, day, &value);
    }
  hall_chart_end (chart);
}

static void
fill_day (const HallStatistics *statistics, HallAdminTable *table, gint64 day)
{
  char *cells[MAX_COLUMN] = { hall_statistics_format_day (day) };

  for (guint i = 0; i < HALL_N_STATES; i++)
    cells[i + 1] = format_int (hall_statistics_get (statistics, day, i));
  hall_admin_table_add (table, (const char *const *) cells);
  for (guint i = 0; cells[i] != NULL; i++)
    g_free (cells[i]);
}

static void
fill_days (const HallStatistics *statistics, HallAdminTable *table)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  g_strv_builder_add (builder, _ ("Day"));
  for (guint i = 0; i < HALL_N_STATES; i++)
    {
      g_autofree char *title = g_strconcat ("#", hall_state_get_label (i, hall_app_lang ()), NULL);

      g_strv_builder_add (builder, title);
    }
  titles = g_strv_builder_end (builder);
  hall_admin_table_set_columns (table, (const char *const *) titles);
  hall_admin_table_begin (table);
  for (gint64 day = statistics->to_day; day >= statistics->from_day; day--)
    fill_day (statistics, table, day);
  hall_admin_table_end (table);
}

static void
draw_decisions (const HallStatistics *statistics, G_GNUC_UNUSED HallState state, HallChart *chart)
{
  const char *const series[] = { _ ("Half within"), _ ("Nine of ten within"), NULL };

  hall_chart_begin (chart, HALL_CHART_STANDING, _ ("Time to decision, by day"), series,
                    format_hours);
  for (guint i = 0; i < statistics->decisions->len; i++)
    {
      const HallDayDecisions *day = &g_array_index (statistics->decisions, HallDayDecisions, i);
      double values[] = { day->p50_s / HOUR_S, day->p90_s / HOUR_S };

      add_day_bar (chart, day->day, values);
    }
  hall_chart_end (chart);
}

static void
fill_decisions_row (HallAdminTable *table, const char *name, const HallDayDecisions *row)
{
  g_autofree char *approved = format_int (row->approved);
  g_autofree char *returned = format_int (row->returned);
  g_autofree char *late = format_int (row->late);
  g_autofree char *half = hall_statistics_format_span (row->p50_s);
  g_autofree char *most = hall_statistics_format_span (row->p90_s);
  const char *const cells[] = { name, approved, returned, late, half, most };

  hall_admin_table_add (table, cells);
}

static void
fill_decisions (const HallStatistics *statistics, HallAdminTable *table)
{
  const char *const words[] = { _ ("Approved"), _ ("Returned"), _ ("Late"), _ ("Half within"),
                                _ ("Nine of ten within") };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  g_strv_builder_add (builder, _ ("Day"));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *title = g_strconcat ("#", words[i], NULL);

      g_strv_builder_add (builder, title);
    }
  titles = g_strv_builder_end (builder);
  hall_admin_table_set_columns (table, (const char *const *) titles);
  hall_admin_table_begin (table);
  fill_decisions_row (table, _ ("All together"), &statistics->all);
  for (guint i = statistics->decisions->len; i > 0; i--)
    {
      const HallDayDecisions *row = &g_array_index (statistics->decisions, HallDayDecisions, i - 1);
      g_autofree char *day = hall_statistics_format_day (row->day);

      fill_decisions_row (table, day, row);
    }
  hall_admin_table_end (table);
}

static void
draw_reasons (const HallStatistics *statistics, G_GNUC_UNUSED HallState state, HallChart *chart)
{
  const char *const series[] = { _ ("Times given"), NULL };

  hall_chart_begin (chart, HALL_CHART_LYING, _ ("Reasons of returns"), series, NULL);
  for (guint i = 0; i < statistics->reasons->len; i++)
    {
      const HallReasonCount *count = &g_array_index (statistics->reasons, HallReasonCount, i);
      double value = (double) count->orders;
      g_autofree char *label =
          g_strdup_printf ("%s %s", hall_reason_get_code (count->reason),
                           hall_reason_get_label (count->reason, hall_app_lang ()));

      hall_chart_add (chart, label, &value);
    }
  hall_chart_end (chart);
}

static void
fill_reasons (const HallStatistics *statistics, HallAdminTable *table)
{
  g_autofree char *number_title = g_strconcat ("#", _ ("Times given"), NULL);
  const char *const titles[] = { _ ("Reason code"), number_title, _ ("Reason"), NULL };

  hall_admin_table_set_columns (table, titles);
  hall_admin_table_begin (table);
  for (guint i = 0; i < statistics->reasons->len; i++)
    {
      const HallReasonCount *count = &g_array_index (statistics->reasons, HallReasonCount, i);
      g_autofree char *number = format_int (count->orders);
      const char *const cells[] = { hall_reason_get_code (count->reason), number,
                                    hall_reason_get_label (count->reason, hall_app_lang ()) };

      hall_admin_table_add (table, cells);
    }
  hall_admin_table_end (table);
}

static const Topic topics[HALL_N_TOPICS] = {
  [HALL_TOPIC_NOW] = { N_ ("Orders by state, now"), draw_now, fill_now },
  [HALL_TOPIC_DAYS] = { N_ ("Orders that came into a state, by day"), draw_days, fill_days },
  [HALL_TOPIC_DECISIONS] = { N_ ("Time to decision, by day"), draw_decisions, fill_decisions },
  [HALL_TOPIC_REASONS] = { N_ ("Reasons of returns"), draw_reasons, fill_reasons },
};

const char *
hall_statistics_topic_get_title (HallStatisticsTopic topic)
{
  return _ (topics[topic].title);
}

void
hall_statistics_topic_draw (HallStatisticsTopic topic,
                            const HallStatistics *statistics,
                            HallState state,
                            HallChart *chart)
{
  topics[topic].draw (statistics, state, chart);
}

void
hall_statistics_topic_fill (HallStatisticsTopic topic,
                            const HallStatistics *statistics,
                            HallAdminTable *table)
{
  topics[topic].fill (statistics, table);
}
