/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The audit trail: a chain that shows every change made behind its back.
 */
#include "hall-audit-store.h"

#include <string.h>

#include "hall-error.h"
#include "hall-store-fixture.h"

#define FIRST  "20261122000001"
#define SECOND "20261122000002"
#define LENGTH 6

typedef struct
{
  HallStoreFixture store;
  char *account;
} Fixture;

/* Two orders with six entries each. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const numbers[] = { FIRST, SECOND };

  hall_store_fixture_set_up (&fixture->store, data);
  fixture->account = hall_store_fixture_add_account (&fixture->store, "13800138000");
  for (gsize n = 0; n < G_N_ELEMENTS (numbers); n++)
    {
      g_autoptr (HallRecord) record =
          hall_store_fixture_add_order (&fixture->store, numbers[n], fixture->account);
      g_autoptr (GError) error = NULL;

      for (gint64 i = 2; i <= LENGTH; i++)
        {
          HallAuditEntry entry = { .at_s = HALL_TEST_NOW_S + i,
                                   .actor = "handler",
                                   .event = "upload",
                                   .version = i,
                                   .note = i == 3 ? "business_licence" : NULL };

          g_assert_true (hall_audit_append (fixture->store.db, record, &entry, &error));
          g_assert_true (
              hall_record_save (fixture->store.db, fixture->store.vault, record, &error));
        }
      g_assert_cmpint (record->audit_count, ==, LENGTH);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hall_store_fixture_tear_down (&fixture->store, data);
  g_free (fixture->account);
}

/* The first line of the report, or NULL if every chain holds. */
static char *
verify (Fixture *fixture, guint broken)
{
  g_auto (HallAuditReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_audit_verify (fixture->store.db, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.broken, ==, broken);
  g_assert_cmpuint (report.lines->len, ==, broken);
  return broken > 0 ? g_strdup (report.lines->pdata[0]) : NULL;
}

static void
test_holds (Fixture *fixture, gconstpointer data)
{
  g_auto (HallAuditReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_audit_verify (fixture->store.db, &report, &error));
  g_assert_cmpuint (report.orders, ==, 2);
  g_assert_cmpuint (report.entries, ==, 2 * LENGTH);
  g_assert_cmpuint (report.broken, ==, 0);
}

static void
note_entry (const HallAuditEntry *entry, gpointer data)
{
  g_string_append_printf (data, "%" G_GINT64_FORMAT " %s %s %s; ", entry->position, entry->event,
                          entry->state, entry->note);
}

static void
test_each (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_audit_each (fixture->store.db, FIRST, note_entry, seen, &error));
  g_assert_cmpstr (seen->str, ==,
                   "1 create draft ; 2 upload draft ; 3 upload draft business_licence; "
                   "4 upload draft ; 5 upload draft ; 6 upload draft ; ");
  g_string_truncate (seen, 0);
  g_assert_true (hall_audit_each (fixture->store.db, "nothing", note_entry, seen, &error));
  g_assert_cmpstr (seen->str, ==, "");
}

static void
test_triggers (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE audit SET note = 'x' WHERE position = 3",
    "UPDATE audit SET hash = hash",
    "DELETE FROM audit WHERE position = 6",
    "DELETE FROM audit",
    "REPLACE INTO audit SELECT * FROM audit WHERE position = 2",
    "INSERT INTO audit SELECT * FROM audit WHERE position = 2",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", changes[i]);
      g_assert_false (hall_db_script (fixture->store.db, changes[i], &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
    }
  g_free (verify (fixture, 0));
}

/* Who can write to the file can drop the triggers as well; the chain still tells. */
static const struct
{
  const char *what;
  const char *sql;
  const char *line;
} forgeries[] = {
  { "a time altered",
    "UPDATE audit SET at_s = at_s + 1 WHERE order_number = '" FIRST "' "
    "AND position = 4",
    FIRST ": entry 4 has been altered" },
  { "an actor altered",
    "UPDATE audit SET actor = 'reviewer' WHERE order_number = '" FIRST "' "
    "AND position = 2",
    FIRST ": entry 2 has been altered" },
  { "a note altered",
    "UPDATE audit SET note = 'seal_capture_sheet' WHERE order_number = '" FIRST
    "' AND position = 3",
    FIRST ": entry 3 has been altered" },
  { "what it says of the data altered",
    "UPDATE audit SET data_hash = 'x' WHERE order_number = '" FIRST "' AND position = 1",
    FIRST ": entry 1 has been altered" },
  { "a state altered",
    "UPDATE audit SET state = 'accepted' WHERE order_number = '" FIRST "' AND position = 6",
    FIRST ": entry 6 has been altered" },
  { "the last altered with its hash",
    "UPDATE audit SET hash = 'x' WHERE order_number = '" FIRST "' AND position = 6",
    FIRST ": entry 6 has been altered" },
  { "one removed from the middle",
    "DELETE FROM audit WHERE order_number = '" FIRST "' AND position = 3",
    FIRST ": entry 3 is missing" },
  { "the first removed", "DELETE FROM audit WHERE order_number = '" FIRST "' AND position = 1",
    FIRST ": entry 1 is missing" },
  { "the last removed", "DELETE FROM audit WHERE order_number = '" FIRST "' AND position = 6",
    FIRST ": the chain ends at entry 5, the order says 6" },
  { "all removed", "DELETE FROM audit WHERE order_number = '" FIRST "'",
    FIRST ": the chain ends at entry 0, the order says 6" },
  { "removed and moved up",
    "DELETE FROM audit WHERE order_number = '" FIRST "' AND position = 3;"
    "UPDATE audit SET position = 3 WHERE order_number = '" FIRST "' AND position = 4;"
    "UPDATE audit SET position = 4 WHERE order_number = '" FIRST "' AND position = 5;"
    "UPDATE audit SET position = 5 WHERE order_number = '" FIRST "' AND position = 6;"
    "UPDATE orders SET audit_count = 5 WHERE number = '" FIRST "'",
    FIRST ": entry 3 does not follow the one before" },
  { "two swapped",
    "UPDATE audit SET position = 99 WHERE order_number = '" FIRST "' AND position = 4;"
    "UPDATE audit SET position = 4 WHERE order_number = '" FIRST "' AND position = 5;"
    "UPDATE audit SET position = 5 WHERE order_number = '" FIRST "' AND position = 99",
    FIRST ": entry 4 does not follow the one before" },
  { "one inserted at the end",
    "INSERT INTO audit SELECT order_number, 7, at_s, actor, who, event, state, version, revision, "
    "note, data_hash, hash, 'x' FROM audit WHERE order_number = '" FIRST "' AND position = 6",
    FIRST ": entry 7 has been altered" },
  { "one inserted at the end and counted",
    "INSERT INTO audit SELECT order_number, 7, at_s, actor, who, event, state, version, revision, "
    "note, data_hash, previous, hash FROM audit WHERE order_number = '" FIRST "' AND position = 6;"
    "UPDATE orders SET audit_count = 7 WHERE number = '" FIRST "'",
    FIRST ": entry 7 does not follow the one before" },
  { "cut off at the end and counted",
    "DELETE FROM audit WHERE order_number = '" FIRST "' AND position = 6;"
    "UPDATE orders SET audit_count = 5 WHERE number = '" FIRST "'",
    FIRST ": the chain ends at entry 5, the order says 5" },
  { "given to another order",
    "DELETE FROM audit WHERE order_number = '" FIRST "';"
    "INSERT INTO audit SELECT '" FIRST "', position, at_s, actor, who, event, state, version, "
    "revision, note, data_hash, previous, hash FROM audit WHERE order_number = '" SECOND "'",
    FIRST ": entry 1 has been altered" },
  { "the order removed", "PRAGMA foreign_keys = OFF; DELETE FROM orders WHERE number = '" FIRST "'",
    FIRST ": the order is gone" },
};

static void
test_forged (Fixture *fixture, gconstpointer data)
{
  const gsize n = GPOINTER_TO_SIZE (data);
  g_autofree char *line = NULL;

  hall_store_fixture_run (&fixture->store, "DROP TRIGGER audit_is_never_changed;"
                                           "DROP TRIGGER audit_is_never_deleted;");
  g_test_message ("%s", forgeries[n].what);
  hall_store_fixture_run (&fixture->store, forgeries[n].sql);
  line = verify (fixture, 1);
  g_assert_cmpstr (line, ==, forgeries[n].line);
}

/* An append that is taken back leaves no hole. */
static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HallRecord) record =
          hall_record_load (fixture->store.db, fixture->store.vault, FIRST, &error);
      HallAuditEntry entry = { .at_s = HALL_TEST_NOW_S, .actor = "timer", .event = "expire" };

      g_assert_true (hall_db_begin (fixture->store.db, &error));
      g_assert_true (hall_audit_append (fixture->store.db, record, &entry, &error));
      g_assert_true (hall_record_save_audit (fixture->store.db, record, &error));
      if (i == 0)
        hall_db_rollback (fixture->store.db);
      else
        g_assert_true (hall_db_commit (fixture->store.db, &error));
      g_free (verify (fixture, 0));
    }
}

#define ADD(name, data, test) \
  g_test_add ("/audit-store/" name, Fixture, data, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("holds", NULL, test_holds);
  ADD ("each", NULL, test_each);
  ADD ("triggers", NULL, test_triggers);
  ADD ("taken-back", NULL, test_taken_back);
  for (gsize i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *words = g_strdelimit (g_strdup (forgeries[i].what), " ", '-');
      g_autofree char *path = g_strconcat ("/audit-store/forged/", words, NULL);

      g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_forged, tear_down);
    }
  return g_test_run ();
}
