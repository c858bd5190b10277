/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of a handler's orders, and orders nobody has touched.
 */
#include "hall-record-list.h"

#include <string.h>

#include "hall-error.h"
#include "hall-store-fixture.h"

#define N_ORDERS 250

typedef struct
{
  HallStoreFixture store;
  char *account;
  char *other;
} Fixture;

/* Ties on purpose: many orders of one second, many of one deadline, some without any. */
static void
add_order (Fixture *fixture, guint i)
{
  static const HallState states[] = { HALL_STATE_UNDER_REVIEW, HALL_STATE_PAYMENT_VERIFYING,
                                      HALL_STATE_AWAITING_HANDLER_AUTH, HALL_STATE_ACCEPTED,
                                      HALL_STATE_DRAFT };
  g_autofree char *number = g_strdup_printf ("20261122%06u", i);
  g_autoptr (HallRecord) record =
      hall_store_fixture_new_record (number, i % 10 == 9 ? fixture->other : fixture->account);
  g_autoptr (GError) error = NULL;

  record->state = states[i % G_N_ELEMENTS (states)];
  record->created_s = HALL_TEST_NOW_S + i / 7;
  record->changed_s = record->created_s;
  hall_record_set (record, reviewed_by, "shenhe");
  hall_record_set (record, produced_by, "zhizheng");
  hall_record_set (record, content_hash, "hash");
  hall_record_set (record, reviewed_hash, "hash");
  record->deadline_s = i % 5 < 2 ? HALL_TEST_NOW_S + (i * 37) % 11 * 1000 : 0;
  if (record->state == HALL_STATE_AWAITING_HANDLER_AUTH && i % 3 == 0)
    record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_ALTERNATIVE;
  g_assert_true (hall_record_insert (fixture->store.db, fixture->store.vault, record, &error));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  hall_store_fixture_set_up (&fixture->store, data);
  fixture->account = hall_store_fixture_add_account (&fixture->store, "13800138000");
  fixture->other = hall_store_fixture_add_account (&fixture->store, "13900139000");
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
  g_free (fixture->other);
}

typedef gboolean (*InOrder) (const HallRecord *before, const HallRecord *after);

static gboolean
is_newest_first (const HallRecord *before, const HallRecord *after)
{
  return before->created_s > after->created_s
         || (before->created_s == after->created_s && strcmp (before->number, after->number) > 0);
}

/* Walks all pages. Returns: how many orders there were, each once and in order. */
static guint
walk (Fixture *fixture, HallRecordQuery query, InOrder in_order)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (HallRecord) last = NULL;
  g_autofree char *cursor = NULL;

  do
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page = NULL;
      g_autofree char *next = NULL;

      query.cursor = cursor;
      page = hall_record_list (fixture->store.db, &query, &next, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (page->len, <=, query.limit);
      g_assert_true (next == NULL || page->len == query.limit);
      while (page->len > 0)
        {
          HallRecord *record = g_ptr_array_steal_index (page, 0);

          g_assert_true (g_hash_table_add (seen, g_strdup (record->number)));
          g_assert_true (last == NULL || in_order (last, record));
          g_assert_null (record->application);
          g_clear_pointer (&last, hall_record_free);
          last = record;
        }
      g_free (cursor);
      cursor = g_steal_pointer (&next);
    }
  while (cursor != NULL);
  return g_hash_table_size (seen);
}

static void
test_of_account (Fixture *fixture, gconstpointer data)
{
  static const guint limits[] = { 1, 2, 7, 25, 100, 225, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      HallRecordQuery query = { .account = fixture->account, .limit = limits[i] };

      g_assert_cmpuint (walk (fixture, query, is_newest_first), ==, N_ORDERS * 9 / 10);
      query.account = fixture->other;
      g_assert_cmpuint (walk (fixture, query, is_newest_first), ==, N_ORDERS / 10);
      query.account = "nobody";
      g_assert_cmpuint (walk (fixture, query, is_newest_first), ==, 0);
    }
}

static void
test_hostile_cursors (Fixture *fixture, gconstpointer data)
{
  static const char *const cursors[] = { "",
                                         "x",
                                         "-",
                                         "1795334400",
                                         "1795334400-",
                                         "1795334400-1",
                                         "1795334400-202611220000011",
                                         "1795334400_20261122000001",
                                         "-abcdefghijklmn",
                                         "-20261122000001",
                                         "99999999999999999999-20261122000001",
                                         "1795334400-2026112200000x",
                                         "1' OR '1'='1",
                                         " 1795334400-20261122000001 " };

  for (gsize i = 0; i < G_N_ELEMENTS (cursors); i++)
    {
      HallRecordQuery query = { .account = fixture->account, .cursor = cursors[i], .limit = 10 };
      g_autoptr (GError) error = NULL;
      g_autofree char *next = NULL;

      g_test_message ("cursor “%s”", cursors[i]);
      g_assert_null (hall_record_list (fixture->store.db, &query, &next, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_null (next);
    }
}

static void
test_idle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none =
      hall_record_list_idle (fixture->store.db, HALL_STATE_DRAFT, HALL_TEST_NOW_S, 100, &error);
  g_autoptr (GPtrArray) some =
      hall_record_list_idle (fixture->store.db, HALL_STATE_DRAFT, HALL_TEST_NOW_S + 2, 100, &error);
  g_autoptr (GPtrArray) few = hall_record_list_idle (fixture->store.db, HALL_STATE_DRAFT,
                                                     HALL_TEST_NOW_S + 1000, 5, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (some->len, ==, 2); /* numbers 4 and 9, of the first two seconds */
  g_assert_cmpstr (some->pdata[0], ==, "20261122000004");
  g_assert_cmpstr (some->pdata[1], ==, "20261122000009");
  g_assert_cmpuint (few->len, ==, 5);
}

#define ADD(name, test) g_test_add ("/record-list/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("of-account", test_of_account);
  ADD ("hostile-cursors", test_hostile_cursors);
  ADD ("idle", test_idle);
  return g_test_run ();
}
