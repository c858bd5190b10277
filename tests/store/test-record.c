/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An order as the database keeps it: every column there and back, and who was faster.
 */
#include "hall-record.h"

#include <string.h>

#include "hall-error.h"
#include "hall-store-fixture.h"

#define NUMBER "20261122000001"

typedef struct
{
  HallStoreFixture store;
  char *account;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  hall_store_fixture_set_up (&fixture->store, data);
  fixture->account = hall_store_fixture_add_account (&fixture->store, "13800138000");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hall_store_fixture_tear_down (&fixture->store, data);
  g_free (fixture->account);
}

/* The columns as the store lists them, so that none can be left out here. */
typedef enum
{
  KEPT_TEXT,
  KEPT_INT,
  KEPT_SEALED,
  KEPT_STATE,
  KEPT_SUB,
  KEPT_APPLICATION
} Kept;

#define COLUMN(name, member, kept) { name, G_STRUCT_OFFSET (HallRecord, member), KEPT_##kept },
static const struct
{
  const char *name;
  gsize offset;
  Kept kept;
} columns[] = {
#include "hall-record-column-list.h"
};
#undef COLUMN

#define AT(record, i, type) G_STRUCT_MEMBER (type, record, columns[i].offset)

/* Another value in each column; the number and the account must stay. */
static void
fill (HallRecord *record, gint64 seed)
{
  for (gsize i = 2; i < G_N_ELEMENTS (columns); i++)
    switch (columns[i].kept)
      {
      case KEPT_TEXT:
      case KEPT_SEALED:
        g_free (AT (record, i, char *));
        AT (record, i, char *) = g_strdup_printf ("第%zu列 %" G_GINT64_FORMAT, i, seed);
        break;
      case KEPT_INT:
        if (strcmp (columns[i].name, "version") != 0)
          AT (record, i, gint64) = seed * 1000 + (gint64) i;
        break;
      case KEPT_STATE:
        record->state = HALL_STATE_REFUND_PENDING;
        break;
      case KEPT_SUB:
        break;
      case KEPT_APPLICATION:
        hall_application_set (record->application, "handler.name", "张三");
        hall_application_set (record->application, "organisation.uscc", "91350211M0000XUF46");
        hall_application_set_confirmed (record->application, "organisation.uscc", TRUE);
        break;
      }
  record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_ALTERNATIVE;
  record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_VOUCHER_REJECTED;
  record->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_SUCCEEDED;
  record->sub[HALL_SUBSTATE_INVOICE] = HALL_INVOICE_RED;
}

static void
assert_equal (const HallRecord *a, const HallRecord *b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_test_message ("column %s", columns[i].name);
      switch (columns[i].kept)
        {
        case KEPT_TEXT:
        case KEPT_SEALED:
          g_assert_cmpstr (AT (a, i, char *), ==, AT (b, i, char *));
          break;
        case KEPT_INT:
          g_assert_cmpint (AT (a, i, gint64), ==, AT (b, i, gint64));
          break;
        case KEPT_STATE:
        case KEPT_SUB:
          g_assert_cmpint (AT (a, i, HallSubstate), ==, AT (b, i, HallSubstate));
          break;
        case KEPT_APPLICATION:
          g_assert_true (hall_application_equal (a->application, b->application));
          break;
        }
    }
}

static HallRecord *
load (Fixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  HallRecord *record = hall_record_load (fixture->store.db, fixture->store.vault, number, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_every_column (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = hall_store_fixture_new_record (NUMBER, fixture->account);
  g_autoptr (HallRecord) inserted = NULL;
  g_autoptr (HallRecord) saved = NULL;
  g_autoptr (GError) error = NULL;

  /* the rules among the columns are another test's */
  hall_store_fixture_run (
      &fixture->store,
      "DROP TRIGGER orders_are_approved; DROP TRIGGER orders_begin_approved;"
      "DROP TRIGGER orders_are_approved_by_another; DROP TRIGGER orders_are_approved_by_verdicts;"
      "DROP TRIGGER orders_void_their_approval; DROP TRIGGER orders_keep_their_catalog;"
      "DROP TRIGGER orders_are_produced_by_another;"
      "DROP TRIGGER orders_begin_produced_by_another");
  g_assert_null (load (fixture, NUMBER));
  fill (record, 7);
  g_assert_true (hall_record_insert (fixture->store.db, fixture->store.vault, record, &error));
  g_assert_no_error (error);
  inserted = load (fixture, NUMBER);
  g_assert_cmpint (inserted->version, ==, 1);
  assert_equal (inserted, record);
  fill (inserted, 8);
  g_assert_true (hall_record_save (fixture->store.db, fixture->store.vault, inserted, &error));
  g_assert_no_error (error);
  saved = load (fixture, NUMBER);
  g_assert_cmpint (saved->version, ==, 2);
  assert_equal (saved, inserted);
}

static void
test_new_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record =
      hall_store_fixture_add_order (&fixture->store, NUMBER, fixture->account);
  g_autoptr (HallRecord) loaded = load (fixture, NUMBER);

  assert_equal (loaded, record);
  g_assert_null (loaded->channel);
  g_assert_null (loaded->printed_hash);
  g_assert_cmpstr (loaded->organisation, ==, "");
  g_assert_cmpint (loaded->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_NONE);
  g_assert_cmpint (loaded->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_NONE);
}

static void
test_number_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) first =
      hall_store_fixture_add_order (&fixture->store, NUMBER, fixture->account);
  g_autoptr (HallRecord) second = hall_store_fixture_new_record (NUMBER, fixture->account);
  g_autoptr (GError) error = NULL;

  g_assert_false (hall_record_insert (fixture->store.db, fixture->store.vault, second, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
}

/* Two who loaded the same version cannot both win. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) first =
      hall_store_fixture_add_order (&fixture->store, NUMBER, fixture->account);
  g_autoptr (HallRecord) second = load (fixture, NUMBER);
  g_autoptr (HallRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  hall_record_set (first, courier, "first");
  hall_record_set (second, courier, "second");
  g_assert_true (hall_record_save (fixture->store.db, fixture->store.vault, first, &error));
  g_assert_false (hall_record_save (fixture->store.db, fixture->store.vault, second, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_STALE);
  after = load (fixture, NUMBER);
  g_assert_cmpstr (after->courier, ==, "first");
  g_assert_cmpint (after->version, ==, 2);
}

static void
test_saving_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = hall_store_fixture_new_record (NUMBER, fixture->account);
  g_autoptr (GError) error = NULL;

  g_assert_false (hall_record_save (fixture->store.db, fixture->store.vault, record, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_STALE);
}

static void
test_save_audit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record =
      hall_store_fixture_add_order (&fixture->store, NUMBER, fixture->account);
  g_autoptr (HallRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  record->audit_count = 17;
  hall_record_set (record, audit_head, "head");
  hall_record_set (record, courier, "not written");
  g_assert_true (hall_record_save_audit (fixture->store.db, record, &error));
  after = load (fixture, NUMBER);
  g_assert_cmpint (after->audit_count, ==, 17);
  g_assert_cmpstr (after->audit_head, ==, "head");
  g_assert_cmpint (after->version, ==, 1);
  g_assert_null (after->courier);
}

/* What the row holds is judged: an unknown state or altered data is an error, never a guess. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE orders SET state = 'dreaming'",
    "UPDATE orders SET state = 'draft', payment = 'passed'",
    "UPDATE orders SET payment = 'none', application_sealed = 'AAAA'",
  };
  g_autoptr (HallRecord) record =
      hall_store_fixture_add_order (&fixture->store, NUMBER, fixture->account);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      hall_store_fixture_run (&fixture->store, changes[i]);
      g_assert_null (hall_record_load (fixture->store.db, fixture->store.vault, NUMBER, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
    }
}

static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HallRecord) record = hall_store_fixture_new_record (NUMBER, fixture->account);
  g_autoptr (GError) error = NULL;
  g_autofree char *row = NULL;

  hall_application_set (record->application, "handler.name", "张三");
  hall_application_set (record->application, "handler.id_number", "11010519491231002X");
  hall_record_set (record, alternative_note, "腿伤不便");
  g_assert_true (hall_record_insert (fixture->store.db, fixture->store.vault, record, &error));
  row = hall_store_fixture_get_text (&fixture->store,
                                     "SELECT application_sealed || ' ' || alternative_sealed "
                                     "FROM orders");
  g_assert_null (strstr (row, "张三"));
  g_assert_null (strstr (row, "11010519491231002X"));
  g_assert_null (strstr (row, "腿伤"));
}

static void
test_newest_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = hall_store_fixture_add_account (&fixture->store, "13900139000");
  g_autoptr (GError) error = NULL;
  HallDb *db = fixture->store.db;

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("2026112200000%u", i);
      g_autoptr (HallRecord) record =
          hall_store_fixture_new_record (number, i == 3 ? other : fixture->account);

      record->change_number = i * 10;
      g_assert_true (hall_record_insert (db, fixture->store.vault, record, &error));
    }
  g_assert_cmpint (hall_record_newest_change (db, fixture->account, &error), ==, 20);
  g_assert_cmpint (hall_record_newest_change (db, other, &error), ==, 30);
  g_assert_cmpint (hall_record_newest_change (db, "nobody", &error), ==, 0);
  g_assert_no_error (error);
}

#define ADD(name, test) g_test_add ("/record/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-column", test_every_column);
  ADD ("new-order", test_new_order);
  ADD ("number-twice", test_number_twice);
  ADD ("stale", test_stale);
  ADD ("saving-nothing", test_saving_nothing);
  ADD ("save-audit", test_save_audit);
  ADD ("unreadable", test_unreadable);
  ADD ("sealed", test_sealed);
  ADD ("newest-change", test_newest_change);
  return g_test_run ();
}
