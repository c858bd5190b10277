/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must leave the house.
 */
#include "hall-outbox-store.h"

#include "hall-error.h"
#include "hall-store-fixture.h"

#define NOW    HALL_TEST_NOW_S
#define ORDER  "20261122000001"
#define SECRET "{\"mobile\":\"13800138000\",\"text\":\"493027\"}"

static void
add (HallStoreFixture *fixture, HallOutboxKind kind, const char *payload, gint64 due_s)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      hall_outbox_add (fixture->db, fixture->vault, kind, ORDER, payload, due_s, &error));
  g_assert_no_error (error);
}

static HallOutboxItem *
next (HallStoreFixture *fixture, gint64 now_s)
{
  g_autoptr (GError) error = NULL;
  HallOutboxItem *item = hall_outbox_next (fixture->db, fixture->vault, now_s, &error);

  g_assert_no_error (error);
  return item;
}

static gint64
next_due (HallStoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 due_s = hall_outbox_next_due (fixture->db, &error);

  g_assert_no_error (error);
  return due_s;
}

static void
test_empty (HallStoreFixture *fixture, gconstpointer data)
{
  g_assert_null (next (fixture, NOW));
  g_assert_cmpint (next_due (fixture), ==, G_MAXINT64);
}

static void
test_due_order (HallStoreFixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "one", "two", "late" };

  add (fixture, HALL_OUTBOX_SMS, "late", NOW + 10);
  add (fixture, HALL_OUTBOX_SMS, "one", NOW);
  add (fixture, HALL_OUTBOX_TRANSFER, "two", NOW);
  g_assert_cmpint (next_due (fixture), ==, NOW);
  g_assert_null (next (fixture, NOW - 1));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (HallOutboxItem) item = next (fixture, NOW + 10);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (item->payload, ==, expected[i]);
      g_assert_cmpstr (item->order, ==, ORDER);
      g_assert_cmpint (item->kind, ==, i == 1 ? HALL_OUTBOX_TRANSFER : HALL_OUTBOX_SMS);
      g_assert_false (item->sent);
      g_assert_cmpuint (item->attempts, ==, 0);
      g_assert_true (hall_outbox_finish (fixture->db, fixture->vault, item->id, TRUE, &error));
    }
  g_assert_null (next (fixture, NOW + 10));
  g_assert_cmpint (next_due (fixture), ==, G_MAXINT64);
}

static void
test_retry (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallOutboxItem) item = NULL;
  g_autoptr (HallOutboxItem) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  add (fixture, HALL_OUTBOX_SMS, "x", NOW);
  item = next (fixture, NOW);
  g_assert_true (hall_outbox_retry (fixture->db, item->id, NOW + 5, "no answer", &error));
  g_assert_null (next (fixture, NOW + 4));
  g_assert_cmpint (next_due (fixture), ==, NOW + 5);
  again = next (fixture, NOW + 5);
  g_assert_cmpint (again->id, ==, item->id);
  g_assert_cmpuint (again->attempts, ==, 1);
  reason = hall_store_fixture_get_text (fixture, "SELECT last_error FROM outbox");
  g_assert_cmpstr (reason, ==, "no answer");
}

static void
test_sent (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallOutboxItem) item = NULL;
  g_autoptr (HallOutboxItem) again = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture, HALL_OUTBOX_TRANSFER, "x", NOW);
  item = next (fixture, NOW);
  g_assert_true (hall_outbox_retry (fixture->db, item->id, NOW, "once", &error));
  g_assert_true (hall_outbox_set_sent (fixture->db, item->id, NOW + 1, &error));
  g_assert_null (next (fixture, NOW));
  again = next (fixture, NOW + 1);
  g_assert_true (again->sent);
  g_assert_cmpuint (again->attempts, ==, 0);
  g_assert_cmpstr (again->payload, ==, "x");
}

/* Nothing of what was sent stays, whatever came of it. */
static void
test_erased (HallStoreFixture *fixture, gconstpointer data)
{
  for (guint done = 0; done <= 1; done++)
    {
      g_autoptr (HallOutboxItem) item = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *sealed = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *opened = NULL;

      add (fixture, HALL_OUTBOX_SMS, SECRET, NOW);
      item = next (fixture, NOW);
      kept = hall_store_fixture_get_text (fixture,
                                          "SELECT payload_sealed FROM outbox ORDER BY id DESC");
      g_assert_null (g_strstr_len (kept, -1, "493027"));
      g_assert_true (hall_outbox_finish (fixture->db, fixture->vault, item->id, done == 1, &error));
      sealed = hall_store_fixture_get_text (fixture,
                                            "SELECT payload_sealed FROM outbox ORDER BY id DESC");
      opened = hall_vault_open (fixture->vault, sealed, &error);
      g_assert_cmpstr (opened, ==, "");
    }
  g_assert_null (next (fixture, NOW + 1000));
}

static void
test_drop (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (HallOutboxItem) sent = NULL;
  g_autoptr (HallOutboxItem) left = NULL;
  g_autoptr (HallOutboxItem) awaited = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture, HALL_OUTBOX_TRANSFER, "on its way", NOW);
  sent = next (fixture, NOW);
  g_assert_true (hall_outbox_set_sent (fixture->db, sent->id, NOW + 100, &error));
  add (fixture, HALL_OUTBOX_TRANSFER, "waits", NOW);
  add (fixture, HALL_OUTBOX_SMS, "stays", NOW);
  g_assert_true (hall_outbox_drop (fixture->db, fixture->vault, HALL_OUTBOX_TRANSFER,
                                   "20261122000009", &error));
  g_assert_cmpint (hall_store_fixture_get_int (fixture, "SELECT COUNT (*) FROM outbox "
                                                        "WHERE state = 'waiting'"),
                   ==, 2);
  g_assert_true (
      hall_outbox_drop (fixture->db, fixture->vault, HALL_OUTBOX_TRANSFER, ORDER, &error));
  left = next (fixture, NOW + 50);
  g_assert_cmpstr (left->payload, ==, "stays");
  g_assert_true (hall_outbox_finish (fixture->db, fixture->vault, left->id, TRUE, &error));
  awaited = next (fixture, NOW + 100);
  g_assert_cmpstr (awaited->payload, ==, "on its way");
}

static void
test_unreadable (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add (fixture, HALL_OUTBOX_SMS, "x", NOW);
  hall_store_fixture_run (fixture, "UPDATE outbox SET payload_sealed = 'AAAA'");
  g_assert_null (hall_outbox_next (fixture->db, fixture->vault, NOW, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
}

#define ADD(name, test)                                                                       \
  g_test_add ("/outbox-store/" name, HallStoreFixture, NULL, hall_store_fixture_set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("due-order", test_due_order);
  ADD ("retry", test_retry);
  ADD ("sent", test_sent);
  ADD ("erased", test_erased);
  ADD ("drop", test_drop);
  ADD ("unreadable", test_unreadable);
  return g_test_run ();
}
