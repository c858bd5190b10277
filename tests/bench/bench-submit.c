/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many applications a second can be handed in for good: clients press Pay at once, and each is
 * answered when the order, its payment, its audit entry and its message are on the disk
 * (synchronous = FULL). Beside the floor: the very same rows, in groups as large as the hall's
 * writer made them, written by a bare SQLite loop. Measured turn about in one run.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench-hall.h"
#include "bench-load.h"
#include "bench-rows.h"
#include "hall-log.h"

#define N_ROUNDS 5
#define N_ORDERS 512

/* What one submission leaves behind; see apply_paid() and what every move writes. */
static const BenchTable tables[] = {
  { "SELECT name FROM counters WHERE name IN ('changes', 'outbox', 'payment-notices')",
    "INSERT INTO counters (name, value) VALUES (?1, 1) "
    "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1" },
  { "SELECT id, transaction_number, paid_s FROM payments WHERE order_number = ?1",
    "UPDATE payments SET state = 'paid', transaction_number = ?2, paid_s = ?3 WHERE id = ?1" },
  { "SELECT n.* FROM payment_notices n JOIN payments p ON p.id = n.payment "
    "WHERE p.order_number = ?1",
    "INSERT INTO payment_notices VALUES (?1, ?2, ?3, ?4, ?5, ?6)" },
  { "SELECT * FROM audit WHERE order_number = ?1 AND position > 1",
    "INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)" },
  { "SELECT * FROM outbox WHERE order_number = ?1",
    "INSERT INTO outbox VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)" },
  { "SELECT number, state, payment, invoice, version, change_number, application_sealed, "
    "changed_s, submitted_s, deadline_s, audit_count, audit_head FROM orders WHERE number = ?1",
    "UPDATE orders SET state = ?2, payment = ?3, invoice = ?4, version = ?5, change_number = ?6, "
    "application_sealed = ?7, changed_s = ?8, submitted_s = ?9, deadline_s = ?10, "
    "audit_count = ?11, audit_head = ?12 WHERE number = ?1" },
};

static char *
pay (guint n, G_GNUC_UNUSED gpointer data)
{
  g_autofree char *bill = bench_hall_bill (n);

  return g_strdup_printf ("POST /v1/cashier/%s/pay HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                          "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                          bill);
}

/* Every order is handed in, and stands so in the database. */
static void
check_all_submitted (const char *path)
{
  g_autoptr (GError) error = NULL;
  HallDb *db = hall_db_open (path, HALL_DB_READ, &error);

  g_assert_no_error (error);
  {
    g_autoptr (HallStmt) stmt =
        hall_db_query (db,
                       "SELECT COUNT (*) FROM orders o JOIN audit a ON a.order_number = o.number "
                       "WHERE o.state = 'under-review' AND a.event = 'pay-notify'",
                       &error);

    g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
    g_assert_cmpint (hall_stmt_get_int (stmt, 0), ==, N_ORDERS);
  }
  hall_db_close (db);
}

/* Writes the rows of the hall once more, into what the database was before. */
static double
measure_floor (BenchHall *hall, const char *before, guint group)
{
  g_auto (GStrv) numbers = g_new0 (char *, N_ORDERS + 1);
  BenchRows *rows;
  double rate;

  for (guint i = 0; i < N_ORDERS; i++)
    numbers[i] = bench_hall_order (i);
  rows = bench_rows_read (hall->orders.store.db_path, tables, G_N_ELEMENTS (tables),
                          (const char *const *) numbers);
  rate = bench_rows_write (rows, before, group);
  bench_rows_free (rows);
  return rate;
}

static void
measure_round (guint n_clients, double *ours, double *floor, double *group)
{
  BenchHall hall = { 0 };
  BenchLoad load = {
    .n_clients = n_clients, .n_requests = N_ORDERS, .status = 204, .request = pay
  };
  g_autofree char *before = NULL;
  g_autofree char *copy = NULL;

  bench_hall_set_up (&hall, N_ORDERS);
  before = hall_store_fixture_path (&hall.orders.store, "before.db");
  copy = g_strdup_printf ("VACUUM INTO '%s'", before);
  hall_store_fixture_run (&hall.orders.store, copy);
  hall_store_fixture_run (&hall.orders.store, "PRAGMA wal_checkpoint (TRUNCATE)");
  bench_hall_start (&hall);
  load.address = hall.address;
  sync (); /* what was prepared shall not be flushed by those measured */
  *ours = bench_load_run (&load);
  *group = (double) N_ORDERS / hall_writer_count_groups (hall.writer);
  bench_hall_stop (&hall);
  check_all_submitted (hall.orders.store.db_path);
  sync ();
  *floor = measure_floor (&hall, before, MAX (1, (guint) (*group + 0.5)));
  check_all_submitted (before);
  bench_hall_tear_down (&hall);
}

static void
measure (guint n_clients)
{
  double ours[N_ROUNDS], floors[N_ROUNDS], groups[N_ROUNDS];
  double our_median, floor_median;

  for (guint i = 0; i < N_ROUNDS; i++)
    measure_round (n_clients, &ours[i], &floors[i], &groups[i]);
  our_median = bench_median (ours, N_ROUNDS);
  floor_median = bench_median (floors, N_ROUNDS);
  printf ("submit, %3u clients       %8.0f /s median of %u rounds, %.0f to %.0f\n", n_clients,
          our_median, N_ROUNDS, ours[0], ours[N_ROUNDS - 1]);
  printf ("floor: bare SQLite        %8.0f /s, %.0f to %.0f, %.0f changes to an fsync\n",
          floor_median, floors[0], floors[N_ROUNDS - 1], bench_median (groups, N_ROUNDS));
  printf ("ratio                     %8.2f\n", our_median / floor_median);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_default_handler (g_log_default_handler, NULL); /* no line for each request */
  hall_log_start (FALSE); /* as certhalld: a test program would print every request */
  measure (1);
  measure (16);
  measure (64);
  return 0;
}
