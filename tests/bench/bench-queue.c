/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lists and statistics cost with many orders: first page, next page, searching, counts, a
 * month and a year of figures; the middle and the 95th of a hundred readings each, in the store.
 * The number of orders is the argument; 20,000 without one.
 */
#include <stdio.h>
#include <stdlib.h>

#include "hall-queue-store.h"
#include "hall-seed.h"
#include "hall-statistics-store.h"
#include "hall-store-fixture.h"
#include "hall-test.h"

#define N_READINGS 100
#define TARGET_MS  20.0

typedef struct
{
  HallStoreFixture store;
  HallDb *db; /* reading, as the service's workers have it */
  char *cursor;
} Bench;

static void
read_page (Bench *bench, const char *tab, const char *search, const char *cursor)
{
  HallQueueQuery query = { .tab = tab,
                           .staff = "shenhe",
                           .search = search,
                           .cursor = cursor,
                           .limit = 50,
                           .now_s = HALL_TEST_NOW_S };
  g_autoptr (GError) error = NULL;
  g_autofree char *next = NULL;
  g_autoptr (GPtrArray) rows =
      hall_queue_list (bench->db, bench->store.vault, &query, &next, &error);

  g_assert_no_error (error);
  if (bench->cursor == NULL && next != NULL)
    bench->cursor = g_steal_pointer (&next);
}

static void
first_page (Bench *bench)
{
  read_page (bench, "review", NULL, NULL);
}

static void
next_page (Bench *bench)
{
  read_page (bench, "review", NULL, bench->cursor);
}

static void
whole_hall (Bench *bench)
{
  read_page (bench, "all", NULL, NULL);
}

static void
rare_name (Bench *bench)
{
  read_page (bench, "all", "华信达", NULL);
}

static void
common_name (Bench *bench)
{
  read_page (bench, "all", "有限公司", NULL);
}

static void
missing_name (Bench *bench)
{
  read_page (bench, "all", "深圳市纸业", NULL);
}

static void
mobile (Bench *bench)
{
  read_page (bench, "all", "19500000003", NULL);
}

static void
counts (Bench *bench)
{
  for (guint i = 0; hall_queue_tab_names[i] != NULL; i++)
    g_assert_cmpint (hall_queue_count (bench->db, hall_queue_tab_names[i], "shenhe", NULL), >=, 0);
}

static void
figures (Bench *bench, gint64 days)
{
  gint64 today = hall_statistics_day_of (HALL_TEST_NOW_S);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStatistics) statistics =
      hall_statistics_store_get (bench->db, today - days, today, HALL_TEST_NOW_S, &error);

  g_assert_no_error (error);
  g_assert_cmpint (statistics->all.approved, >, 0);
  g_assert_cmpint (statistics->all.returned, >, 0);
  g_assert_cmpuint (statistics->reasons->len, >, 3);
}

static void
month (Bench *bench)
{
  figures (bench, 30);
}

static void
year (Bench *bench)
{
  figures (bench, HALL_STATISTICS_MAX_DAYS - 1);
}

static const struct
{
  const char *name;
  void (*run) (Bench *bench);
} rows[] = {
  { "first page of the review", first_page }, { "next page of the review", next_page },
  { "first page of all", whole_hall },        { "search: a rare part of a name", rare_name },
  { "search: a common part", common_name },   { "search: parts that never meet", missing_name },
  { "search: a mobile number", mobile },      { "counts of all tabs", counts },
  { "statistics of a month", month },         { "statistics of a year", year },
};

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* Returns: whether the target is met */
static gboolean
measure (Bench *bench, gsize row)
{
  gint64 took_us[N_READINGS];
  double p95_ms;

  for (guint i = 0; i < N_READINGS; i++)
    {
      gint64 begun_us = g_get_monotonic_time ();

      rows[row].run (bench);
      took_us[i] = g_get_monotonic_time () - begun_us;
    }
  qsort (took_us, N_READINGS, sizeof took_us[0], compare);
  p95_ms = (double) took_us[N_READINGS * 95 / 100] / 1000;
  printf ("%-32s p50 %7.2f ms   p95 %7.2f ms\n", rows[row].name,
          (double) took_us[N_READINGS / 2] / 1000, p95_ms);
  return p95_ms <= TARGET_MS;
}

static void
fill (Bench *bench, guint n)
{
  g_autoptr (HallApplication) like = hall_test_application ("organisation");
  const HallSeed seed = { .db = bench->store.db,
                          .vault = bench->store.vault,
                          .catalog = hall_test_catalog (),
                          .like = like,
                          .blob = "none",
                          .now_s = HALL_TEST_NOW_S };
  gint64 begun_us = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  hall_seed_orders (&seed, n, &error);
  g_assert_no_error (error);
  printf ("%u orders in %.1f s\n", n,
          (double) (g_get_monotonic_time () - begun_us) / G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 20000;
  Bench bench = { 0 };
  gboolean good = TRUE;

  hall_store_fixture_set_up (&bench.store, NULL);
  fill (&bench, n);
  bench.db = hall_db_open (bench.store.db_path, HALL_DB_READ, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    good = measure (&bench, i) && good;
  printf ("target: p95 at most %.0f ms: %s\n", TARGET_MS, good ? "met" : "missed");
  g_free (bench.cursor);
  hall_db_close (bench.db);
  hall_store_fixture_tear_down (&bench.store, NULL);
  return good ? 0 : 1;
}
