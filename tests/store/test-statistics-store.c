/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hall-statistics-store.h"
#include "hall-store-fixture.h"

#define DAY_S  (24 * 3600)
#define HOUR_S 3600
#define N      20
#define REVIEW \
  "state = 'under-review', submitted_s = %" G_GINT64_FORMAT ", deadline_s = %" G_GINT64_FORMAT
#define TODAY (hall_statistics_day_of (HALL_TEST_NOW_S))

static void run (HallStoreFixture *fixture, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
run (HallStoreFixture *fixture, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  hall_store_fixture_run (fixture, sql);
}

/* @n orders handed in now, due at the end of tomorrow. */
static void
hand_in (HallStoreFixture *fixture, guint n)
{
  g_autofree char *account = hall_store_fixture_add_account (fixture, "13800138000");

  hall_store_fixture_run (fixture, "INSERT INTO staff (name, password_hash, actors, created_s) "
                                   "VALUES ('shenhe', '', 2, 0)");
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *number = g_strdup_printf ("202611220000%02u", i);
      g_autoptr (HallRecord) record = hall_store_fixture_add_order (fixture, number, account);

      run (fixture,
           "UPDATE orders SET changed_s = %" G_GINT64_FORMAT ", content_hash = 'h', " REVIEW
           " WHERE number = '%s'",
           HALL_TEST_NOW_S, HALL_TEST_NOW_S, (TODAY + 2) * DAY_S - 8 * HOUR_S - 1, number);
    }
}

/* The i-th order gets its answer after some hours. */
static void
decide (HallStoreFixture *fixture, guint i, gboolean approve, guint hours)
{
  if (approve)
    run (fixture,
         "INSERT INTO verdicts VALUES ('202611220000%02u', 'x', 0, 1, NULL, 'k', 'shenhe', 0);"
         "INSERT INTO decisions (order_number, event, staff, shown_hash, made_s, due_s) "
         "VALUES ('202611220000%02u', 'review-passed', 'shenhe', 's', 0, 11);"
         "UPDATE orders SET reviewed_by = 'shenhe', reviewed_hash = 'h', reviewed_shown = 's' "
         "WHERE number = '202611220000%02u'",
         i, i, i);
  run (fixture,
       "UPDATE orders SET state = '%s', deadline_s = 0, changed_s = %" G_GINT64_FORMAT
       " WHERE number = '202611220000%02u'",
       approve ? "fin-auth-pending" : "rejected", HALL_TEST_NOW_S + hours * HOUR_S, i);
}

static HallStatistics *
get (HallStoreFixture *fixture, gint64 now_s)
{
  g_autoptr (GError) error = NULL;
  HallStatistics *statistics =
      hall_statistics_store_get (fixture->db, TODAY - 10, TODAY + 10, now_s, &error);

  g_assert_no_error (error);
  return statistics;
}

static void
test_empty (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallStatistics) statistics = get (fixture, HALL_TEST_NOW_S);

  g_assert_cmpuint (statistics->counts->len, ==, 0);
  g_assert_cmpuint (statistics->decisions->len, ==, 0);
  g_assert_cmpint (statistics->all.p50_s, ==, 0);
  g_assert_cmpint (statistics->waiting, ==, 0);
}

/* 1, 2, … 20 hours: half are done by the tenth, nine tenths by the eighteenth; what took longer
 * than eight is known to the hour. */
static void
test_decisions (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallStatistics) statistics = NULL;
  const HallDayDecisions *day;

  hand_in (fixture, N);
  for (guint i = 1; i <= N; i++)
    decide (fixture, i, i % 4 != 0, i);
  statistics = get (fixture, HALL_TEST_NOW_S);
  g_assert_cmpint (statistics->all.approved, ==, 15);
  g_assert_cmpint (statistics->all.returned, ==, 5);
  g_assert_cmpint (statistics->all.late, ==, 0);
  g_assert_cmpint (statistics->all.p50_s, ==, 11 * HOUR_S);
  g_assert_cmpint (statistics->all.p90_s, ==, 19 * HOUR_S);
  /* it was four in the afternoon: seven hours later the day still runs, eight later it is over */
  g_assert_cmpuint (statistics->decisions->len, ==, 2);
  day = &g_array_index (statistics->decisions, HallDayDecisions, 0);
  g_assert_cmpint (day->day, ==, TODAY);
  g_assert_cmpint (day->approved + day->returned, ==, 7);
  g_assert_cmpint (day->p50_s, ==, 4 * HOUR_S + 900);
  g_assert_cmpint (hall_statistics_get (statistics, TODAY, HALL_STATE_UNDER_REVIEW), ==, N);
  g_assert_cmpint (hall_statistics_get (statistics, TODAY, HALL_STATE_DRAFT), ==, N);
  g_assert_cmpint (hall_statistics_get (statistics, TODAY + 1, HALL_STATE_REJECTED), ==, 4);
  g_assert_cmpint (statistics->now[HALL_STATE_REJECTED], ==, 5);
  g_assert_cmpint (statistics->waiting, ==, 0);
}

static void
test_overdue (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallStatistics) before = NULL;
  g_autoptr (HallStatistics) after = NULL;

  hand_in (fixture, 3);
  before = get (fixture, HALL_TEST_NOW_S + DAY_S);
  g_assert_cmpint (before->waiting, ==, 3);
  g_assert_cmpint (before->overdue, ==, 0);
  decide (fixture, 1, FALSE, 3 * 24);
  after = get (fixture, HALL_TEST_NOW_S + 2 * DAY_S);
  g_assert_cmpint (after->waiting, ==, 2);
  g_assert_cmpint (after->overdue, ==, 2);
  g_assert_cmpint (after->all.late, ==, 1);
}

static void
test_reasons (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallStatistics) statistics = NULL;
  const HallReasonCount *first;

  hand_in (fixture, 3);
  for (guint i = 1; i <= 3; i++)
    run (fixture,
         "INSERT INTO returns (order_number, round, position, code, place, before_key, "
         "returned_by, returned_s) VALUES ('202611220000%02u', 1, 0, '%s', 'order', '', 'shenhe', "
         "%" G_GINT64_FORMAT ")",
         i, i == 2 ? "L02" : "F01", HALL_TEST_NOW_S);
  statistics = get (fixture, HALL_TEST_NOW_S);
  g_assert_cmpuint (statistics->reasons->len, ==, 2);
  first = &g_array_index (statistics->reasons, HallReasonCount, 0);
  g_assert_cmpint (first->reason, ==, HALL_REASON_F01);
  g_assert_cmpint (first->orders, ==, 2);
}

/* No look reads the orders themselves. */
static void
test_plans (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallStatistics) statistics = get (fixture, HALL_TEST_NOW_S);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint seen = 0;

  hall_db_list_texts (fixture->db, texts);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      if (strstr (text, "_counts") == NULL)
        continue;
      seen++;
      g_test_message ("%s", text);
      g_assert_null (strstr (text, "FROM orders"));
      g_assert_null (strstr (text, "FROM audit"));
      g_assert_null (strstr (text, "FROM returns"));
    }
  g_assert_cmpuint (seen, ==, 6);
}

#define ADD(name, test)                                                                           \
  g_test_add ("/statistics-store/" name, HallStoreFixture, NULL, hall_store_fixture_set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("decisions", test_decisions);
  ADD ("overdue", test_overdue);
  ADD ("reasons", test_reasons);
  ADD ("plans", test_plans);
  return g_test_run ();
}
