/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The staff's queue: its lists, their order, counts after random walks, searching, and that every
 * query reads an index in its order.
 */
#include "hall-queue-store.h"

#include <string.h>

#include "hall-error.h"
#include "hall-queue-search.h"
#include "hall-store-fixture.h"

#define N_ORDERS 240
#define ME       "shenhe"

typedef struct
{
  HallStoreFixture store;
  char *account;
} Fixture;

static const char *const names[] = { "深圳市甲乙科技有限公司", "广州丙丁（集团）有限公司",
                                     "Alpha Beta (Shenzhen) Ltd", "深圳市纸业股份有限公司" };

/* Ties on purpose; some came back, some of those to ME. */
static void
add_order (Fixture *fixture, guint i)
{
  static const HallState states[] = { HALL_STATE_UNDER_REVIEW,
                                      HALL_STATE_PAYMENT_VERIFYING,
                                      HALL_STATE_AWAITING_HANDLER_AUTH,
                                      HALL_STATE_ACCEPTED,
                                      HALL_STATE_DRAFT,
                                      HALL_STATE_COMPLETED };
  g_autofree char *number = g_strdup_printf ("20261122%06u", i);
  g_autofree char *mobile = g_strdup_printf ("138%08u", i / 3);
  g_autoptr (HallRecord) record = hall_store_fixture_new_record (number, fixture->account);
  g_autoptr (GError) error = NULL;

  record->state = states[i % G_N_ELEMENTS (states)];
  hall_record_set (record, reviewed_by, "shenhe");
  hall_record_set (record, produced_by, "zhizheng");
  hall_record_set (record, content_hash, "hash");
  hall_record_set (record, reviewed_hash, "hash");
  record->deadline_s = i % 6 < 2 ? HALL_TEST_NOW_S + (i * 37) % 11 * 1000 : 0;
  record->resubmitted = i % 6 < 2 && i % 4 == 0;
  if (record->resubmitted)
    hall_record_set (record, wanted_by, i % 8 == 0 ? ME : "colleague");
  if (record->state == HALL_STATE_AWAITING_HANDLER_AUTH && i % 4 == 0)
    record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_ALTERNATIVE;
  hall_record_set (record, organisation, names[i % G_N_ELEMENTS (names)]);
  hall_queue_search_set_keys (record, fixture->store.vault, mobile, "91440300MA5DA1XB2C");
  g_assert_true (hall_record_insert (fixture->store.db, fixture->store.vault, record, &error));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  hall_store_fixture_set_up (&fixture->store, data);
  fixture->account = hall_store_fixture_add_account (&fixture->store, "13800138000");
  hall_store_fixture_run (&fixture->store, "BEGIN");
  for (guint i = 1; i <= N_ORDERS; i++)
    add_order (fixture, i);
  hall_store_fixture_run (&fixture->store, "COMMIT");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hall_store_fixture_tear_down (&fixture->store, data);
  g_free (fixture->account);
}

static GPtrArray *
list (Fixture *fixture, const HallQueueQuery *query, char **next)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = hall_queue_list (fixture->store.db, fixture->store.vault, query, next, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, <=, query->limit);
  g_assert_true (*next == NULL || rows->len == query->limit);
  return rows;
}

/* Walks all pages one way. Returns: (transfer full): the numbers, each once */
static GPtrArray *
walk (Fixture *fixture, HallQueueQuery query, GPtrArray *cursors)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *cursor = g_strdup (query.cursor);

  do
    {
      g_autofree char *next = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      query.cursor = cursor;
      rows = list (fixture, &query, &next);
      for (guint i = 0; i < rows->len; i++)
        {
          const HallQueueRow *row = g_ptr_array_index (rows, i);

          g_ptr_array_add (numbers, g_strdup (row->record->number));
          g_assert_true (g_hash_table_add (seen, g_ptr_array_index (numbers, numbers->len - 1)));
          g_assert_null (row->record->application);
          if (cursors != NULL)
            g_ptr_array_add (cursors, g_strdup (row->cursor));
        }
      g_free (cursor);
      cursor = g_steal_pointer (&next);
    }
  while (cursor != NULL);
  return numbers;
}

static void
test_tabs (Fixture *fixture, gconstpointer data)
{
  static const guint limits[] = { 1, 7, 50, 1000 };

  hall_store_fixture_run (&fixture->store,
                          "INSERT INTO claims VALUES ('20261122000003', 'shenhe', 1, 1),"
                          "('20261122000024', 'shenhe', 1, 1), ('20261122000006', 'other', 1, 1)");
  for (guint t = 0; hall_queue_tab_names[t] != NULL; t++)
    for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
      {
        HallQueueQuery query = { .tab = hall_queue_tab_names[t], .staff = ME, .limit = limits[i] };
        g_autoptr (GPtrArray) numbers = walk (fixture, query, NULL);

        g_test_message ("%s by %u", query.tab, query.limit);
        g_assert_cmpint (numbers->len, ==,
                         hall_queue_count (fixture->store.db, query.tab, ME, NULL));
        if (g_str_equal (query.tab, "review"))
          g_assert_cmpuint (numbers->len, ==, N_ORDERS / 3);
        if (g_str_equal (query.tab, "all"))
          g_assert_cmpuint (numbers->len, ==, N_ORDERS * 4 / 6);
      }
}

/* Mine that came back, then others' that came back, then the rest; each by deadline. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  HallQueueQuery query = { .tab = "review", .staff = ME, .limit = 1000 };
  g_autofree char *next = NULL;
  g_autoptr (GPtrArray) rows = list (fixture, &query, &next);
  int last_group = 0;
  gint64 last_s = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const HallRecord *record = ((HallQueueRow *) g_ptr_array_index (rows, i))->record;
      gboolean mine = g_strcmp0 (record->wanted_by, ME) == 0;
      int group = record->resubmitted ? (mine ? 0 : 1) : 2;

      g_assert_cmpint (group, >=, last_group);
      if (group > last_group)
        last_s = 0;
      g_assert_cmpint (record->deadline_s, >=, last_s);
      last_group = group;
      last_s = record->deadline_s;
    }
  g_assert_cmpint (last_group, ==, 2);
  query.staff = "colleague";
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = list (fixture, &query, &next);
  g_assert_cmpstr (((HallQueueRow *) g_ptr_array_index (rows, 0))->record->wanted_by, ==,
                   "colleague");
}

/* From any row its neighbours are found, both ways, over the border of stretches too. */
static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *tab;
    const char *search;
  } rows[] = { { "review", NULL }, { "all", NULL }, { "all", "有限公司" } };

  for (gsize r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      HallQueueQuery query = {
        .tab = rows[r].tab, .search = rows[r].search, .staff = ME, .limit = 20
      };
      g_autoptr (GPtrArray) cursors = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) numbers = walk (fixture, query, cursors);

      g_assert_cmpuint (numbers->len, >, 60);
      query.limit = 1;
      for (guint i = 0; i < numbers->len; i++)
        for (int way = -1; way <= 1; way += 2)
          {
            g_autofree char *next = NULL;
            g_autoptr (GPtrArray) found = NULL;
            guint there = i + (guint) way;

            query.cursor = g_ptr_array_index (cursors, i);
            query.backward = way < 0;
            found = list (fixture, &query, &next);
            g_assert_cmpuint (found->len, ==, there < numbers->len ? 1 : 0);
            if (found->len > 0)
              g_assert_cmpstr (((HallQueueRow *) g_ptr_array_index (found, 0))->record->number, ==,
                               g_ptr_array_index (numbers, there));
          }
    }
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint expected;
  } rows[] = {
    { "20261122000007", 1 },
    { "2026 1122 000 007", 1 },
    { "202611220000", 99 },
    { "20261122", N_ORDERS },
    { "20251122", 0 },
    { "13800000001", 3 },
    { "138 0000 0001", 3 },
    { "13900000001", 0 },
    { "91440300MA5DA1XB2C", N_ORDERS },
    { "91440300ma5da1xb2c", N_ORDERS },
    { "91440300MA5DA1XB2D", 0 },
    { "甲乙", N_ORDERS / 4 },
    { "深圳市", N_ORDERS / 2 },
    { "有限公司", N_ORDERS * 3 / 4 },
    { "深圳纸业", 0 },
    { "市纸", N_ORDERS / 4 },
    { "（集团）", N_ORDERS / 4 },
    { "(集团)有限", N_ORDERS / 4 },
    { "alpha b", N_ORDERS / 4 },
    { "BETA(shen", N_ORDERS / 4 },
    { "%有", 0 },
    { "__", 0 },
    { "乙甲", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HallQueueQuery query = { .search = rows[i].text, .staff = ME, .limit = 11 };
      g_autoptr (GPtrArray) numbers = walk (fixture, query, NULL);

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpuint (numbers->len, ==, rows[i].expected);
      for (guint n = 1; n < numbers->len; n++)
        g_assert_cmpint (strcmp (numbers->pdata[n], numbers->pdata[n - 1]), <, 0);
    }
}

/* A name that changes is found by its new one only. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  HallQueueQuery query = { .search = "改名", .staff = ME, .limit = 5 };
  g_autoptr (GPtrArray) before = walk (fixture, query, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) old = NULL;

  hall_store_fixture_run (&fixture->store, "UPDATE orders SET organisation = '北京改名有限公司' "
                                           "WHERE number = '20261122000001'");
  after = walk (fixture, query, NULL);
  query.search = "广州丙丁";
  old = walk (fixture, query, NULL);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpuint (old->len, ==, N_ORDERS / 4 - 1);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const HallQueueQuery queries[] = {
    { .tab = "nothing", .limit = 5 },
    { .tab = "all", .cursor = "", .limit = 5 },
    { .tab = "all", .cursor = "0", .limit = 5 },
    { .tab = "all", .cursor = "0-1-2026112200000", .limit = 5 },
    { .tab = "all", .cursor = "1-1-20261122000001", .limit = 5 },
    { .tab = "all", .cursor = "0--1-20261122000001", .limit = 5 },
    { .tab = "all", .cursor = "0-1-2026112200000x", .limit = 5 },
    { .tab = "all", .cursor = "0-99999999999999999999-20261122000001", .limit = 5 },
    { .tab = "all", .search = "", .limit = 5 },
    { .tab = "all", .search = "深", .limit = 5 },
    { .tab = "all", .search = "  深 ", .limit = 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *next = NULL;

      g_assert_null (
          hall_queue_list (fixture->store.db, fixture->store.vault, &queries[i], &next, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
    }
}

/* 3,000 random moves; after them every kept count is what the orders say. */
static void
test_counts_after_walks (Fixture *fixture, gconstpointer data)
{
  static const HallState free_states[] = { HALL_STATE_DRAFT,
                                           HALL_STATE_AWAITING_HANDLER_AUTH,
                                           HALL_STATE_PAYMENT_VERIFYING,
                                           HALL_STATE_UNDER_REVIEW,
                                           HALL_STATE_REJECTED,
                                           HALL_STATE_FIN_AUTH_PENDING,
                                           HALL_STATE_ACCEPTED,
                                           HALL_STATE_REFUND_PENDING,
                                           HALL_STATE_CANCELLED };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  hall_store_fixture_run (&fixture->store, "BEGIN");
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *number =
          g_strdup_printf ("20261122%06d", g_rand_int_range (random, 1, N_ORDERS + 1));
      g_autoptr (HallRecord) record =
          hall_record_load (fixture->store.db, fixture->store.vault, number, NULL);

      if (record == NULL)
        continue;
      record->state = free_states[g_rand_int_range (random, 0, G_N_ELEMENTS (free_states))];
      record->sub[HALL_SUBSTATE_AUTH] =
          g_rand_boolean (random) ? HALL_AUTH_ALTERNATIVE : HALL_AUTH_PASSED;
      g_assert_true (hall_record_save (fixture->store.db, fixture->store.vault, record, NULL));
      if (i % 100 == 99)
        hall_store_fixture_run (&fixture->store,
                                "DELETE FROM orders WHERE number = (SELECT MAX (number) FROM "
                                "orders)");
      if (i % 300 == 0)
        g_assert_cmpint (hall_queue_verify (fixture->store.db, NULL), ==, 0);
    }
  hall_store_fixture_run (&fixture->store, "COMMIT");
  g_assert_cmpint (hall_queue_verify (fixture->store.db, NULL), ==, 0);
  hall_store_fixture_run (&fixture->store, "UPDATE order_counts SET orders = orders + 1 "
                                           "WHERE state = 'accepted' AND handler_auth = 'passed'");
  g_assert_cmpint (hall_queue_verify (fixture->store.db, NULL), ==, 1);
}

/* @sql: as the store prepared it. No table is scanned and nothing sorted aside. */
static void
check_plan (Fixture *fixture, const char *sql)
{
  g_autofree char *text = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStmt) stmt = hall_db_query (fixture->store.db, g_intern_string (text), &error);

  g_assert_no_error (error);
  while (hall_stmt_step (stmt, &error) == HALL_STEP_ROW)
    {
      const char *step = hall_stmt_get_text (stmt, 3);

      g_test_message ("%s", step);
      g_assert_null (strstr (step, "TEMP B-TREE"));
      g_assert_true (strstr (step, "SCAN") == NULL || strstr (step, "SCAN CONSTANT ROW") != NULL
                     || strstr (step, "SCAN order_counts") != NULL
                     || strstr (step, "SCAN some") != NULL);
    }
  g_assert_no_error (error);
}

static void
test_plans (Fixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { NULL, "20261122", "13800000001", "91440300MA5DA1XB2C",
                                          "有限公司" };
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint t = 0; hall_queue_tab_names[t] != NULL; t++)
    for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
      for (guint backward = 0; backward < 2; backward++)
        {
          HallQueueQuery query = { .tab = hall_queue_tab_names[t],
                                   .search = searches[i],
                                   .backward = backward,
                                   .staff = ME,
                                   .limit = 1000 };
          g_autofree char *next = NULL;
          g_autoptr (GPtrArray) rows = list (fixture, &query, &next);

          hall_queue_count (fixture->store.db, query.tab, ME, NULL);
        }
  hall_db_list_texts (fixture->store.db, texts);
  g_assert_cmpuint (texts->len, >, 30);
  for (guint i = 0; i < texts->len; i++)
    if (strstr (texts->pdata[i], "SELECT") == (char *) texts->pdata[i])
      {
        g_test_message ("%s", (char *) texts->pdata[i]);
        check_plan (fixture, texts->pdata[i]);
      }
}

#define ADD(name, test) g_test_add ("/queue-store/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tabs", test_tabs);
  ADD ("order", test_order);
  ADD ("neighbours", test_neighbours);
  ADD ("search", test_search);
  ADD ("renamed", test_renamed);
  ADD ("refused", test_refused);
  ADD ("counts-after-walks", test_counts_after_walks);
  ADD ("plans", test_plans);
  return g_test_run ();
}
