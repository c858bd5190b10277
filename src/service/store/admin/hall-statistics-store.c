/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statistics-store.h"

#define QUARTER_S    900
#define MAX_QUARTERS 5760 /* as the schema counts them: sixty days */

static const char SQL_COUNTS[] = "SELECT day, state, orders FROM day_counts "
                                 "WHERE day BETWEEN $1 AND $2 ORDER BY day, state";
static const char SQL_DECISIONS[] =
    "SELECT day, approved, late, quarters, orders FROM decision_counts "
    "WHERE day BETWEEN $1 AND $2 ORDER BY day, approved, late, quarters";
static const char SQL_REASONS[] =
    "SELECT code, SUM (orders) FROM reason_counts WHERE day BETWEEN $1 AND $2 "
    "GROUP BY code ORDER BY 2 DESC, 1";
static const char SQL_NOW[] = "SELECT state, SUM (orders) FROM order_counts GROUP BY state";
static const char SQL_WAITING[] = "SELECT COALESCE (SUM (orders), 0) FROM due_counts";
static const char SQL_OVERDUE[] =
    "SELECT COALESCE (SUM (orders), 0) FROM due_counts WHERE day < $1";

/* How many decisions took how long, of one day or of all. */
typedef struct
{
  HallDayDecisions sums;
  gint64 *quarters; /* orders, by quarter of an hour; the last one is “or longer” */
} Spread;

static void
spread_init (Spread *spread, gint64 day)
{
  spread->sums = (HallDayDecisions){ .day = day };
  spread->quarters = g_new0 (gint64, MAX_QUARTERS + 1);
}

static void
spread_add (Spread *spread, HallStmt *row)
{
  gint64 orders = hall_stmt_get_int (row, 4);

  if (hall_stmt_get_int (row, 1) != 0)
    spread->sums.approved += orders;
  else
    spread->sums.returned += orders;
  if (hall_stmt_get_int (row, 2) != 0)
    spread->sums.late += orders;
  spread->quarters[CLAMP (hall_stmt_get_int (row, 3), 0, MAX_QUARTERS)] += orders;
}

/* The end of the quarter in which so many percent are done. */
static gint64
find_percentile (const Spread *spread, guint percent)
{
  gint64 total = spread->sums.approved + spread->sums.returned;
  gint64 wanted = (total * percent + 99) / 100;
  gint64 seen = 0;

  for (gint64 quarter = 0; quarter <= MAX_QUARTERS; quarter++)
    {
      seen += spread->quarters[quarter];
      if (seen >= wanted)
        return (quarter + 1) * QUARTER_S;
    }
  return 0;
}

static HallDayDecisions
spread_end (Spread *spread)
{
  if (spread->sums.approved + spread->sums.returned > 0)
    {
      spread->sums.p50_s = find_percentile (spread, 50);
      spread->sums.p90_s = find_percentile (spread, 90);
    }
  g_clear_pointer (&spread->quarters, g_free);
  return spread->sums;
}

static void
end_day (HallStatistics *statistics, Spread *day)
{
  HallDayDecisions sums;

  if (day->quarters == NULL)
    return;
  sums = spread_end (day);
  g_array_append_val (statistics->decisions, sums);
}

static HallStmt *
query_days (HallDb *db, const char *sql, const HallStatistics *statistics, GError **error)
{
  HallStmt *stmt = hall_db_query (db, sql, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_int (stmt, 1, statistics->from_day);
  hall_stmt_bind_int (stmt, 2, statistics->to_day);
  return stmt;
}

static gboolean
read_decisions (HallDb *db, HallStatistics *statistics, GError **error)
{
  g_autoptr (HallStmt) stmt = query_days (db, SQL_DECISIONS, statistics, error);
  HallStep step = HALL_STEP_FAILED;
  Spread all, day = { .quarters = NULL };

  spread_init (&all, 0);
  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      gint64 at = hall_stmt_get_int (stmt, 0);

      if (day.quarters == NULL || day.sums.day != at)
        {
          end_day (statistics, &day);
          spread_init (&day, at);
        }
      spread_add (&day, stmt);
      spread_add (&all, stmt);
    }
  end_day (statistics, &day);
  statistics->all = spread_end (&all);
  return step == HALL_STEP_DONE;
}

static gboolean
read_counts (HallDb *db, HallStatistics *statistics, GError **error)
{
  g_autoptr (HallStmt) stmt = query_days (db, SQL_COUNTS, statistics, error);
  HallStep step = HALL_STEP_FAILED;

  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallDayCount count = { hall_stmt_get_int (stmt, 0),
                             hall_state_from_name (hall_stmt_get_text (stmt, 1)),
                             hall_stmt_get_int (stmt, 2) };

      if (count.state < HALL_N_STATES)
        g_array_append_val (statistics->counts, count);
    }
  return step == HALL_STEP_DONE;
}

static gboolean
read_reasons (HallDb *db, HallStatistics *statistics, GError **error)
{
  g_autoptr (HallStmt) stmt = query_days (db, SQL_REASONS, statistics, error);
  HallStep step = HALL_STEP_FAILED;

  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallReasonCount count = { hall_reason_from_code (hall_stmt_get_text (stmt, 0)),
                                hall_stmt_get_int (stmt, 1) };

      if (count.reason < HALL_N_REASONS)
        g_array_append_val (statistics->reasons, count);
    }
  return step == HALL_STEP_DONE;
}

static gboolean
read_now (HallDb *db, HallStatistics *statistics, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_NOW, error);
  HallStep step = HALL_STEP_FAILED;

  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallState state = hall_state_from_name (hall_stmt_get_text (stmt, 0));

      if (state < HALL_N_STATES)
        statistics->now[state] = hall_stmt_get_int (stmt, 1);
    }
  return step == HALL_STEP_DONE;
}

/* Deadlines are ends of days: what was due before today is late. */
static gboolean
read_due (HallDb *db, HallStatistics *statistics, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) waiting = hall_db_query (db, SQL_WAITING, error);
  g_autoptr (HallStmt) overdue = waiting != NULL ? hall_db_query (db, SQL_OVERDUE, error) : NULL;

  if (overdue == NULL || hall_stmt_step (waiting, error) != HALL_STEP_ROW)
    return FALSE;
  statistics->waiting = hall_stmt_get_int (waiting, 0);
  hall_stmt_bind_int (overdue, 1, hall_statistics_day_of (now_s));
  if (hall_stmt_step (overdue, error) != HALL_STEP_ROW)
    return FALSE;
  statistics->overdue = hall_stmt_get_int (overdue, 0);
  return TRUE;
}

HallStatistics *
hall_statistics_store_get (HallDb *db, gint64 from_day, gint64 to_day, gint64 now_s, GError **error)
{
  g_autoptr (HallStatistics) statistics = hall_statistics_new (from_day, to_day);

  return read_counts (db, statistics, error) && read_decisions (db, statistics, error)
                 && read_reasons (db, statistics, error) && read_now (db, statistics, error)
                 && read_due (db, statistics, now_s, error)
             ? g_steal_pointer (&statistics)
             : NULL;
}
