/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verdicts and decisions as they are kept, and what the schema refuses whatever the program does.
 */
#include <string.h>

#include "hall-account-store.h"
#include "hall-decision-store.h"
#include "hall-error.h"
#include "hall-store-fixture.h"
#include "hall-verdict-store.h"

#define NUMBER "20261122000001"
#define OTHER  "20261122000002"

static void
set_up (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *account = NULL;
  g_autoptr (HallRecord) record = NULL;
  g_autoptr (HallRecord) other = NULL;

  hall_store_fixture_set_up (fixture, data);
  account = hall_store_fixture_add_account (fixture, "13800138000");
  record = hall_store_fixture_add_order (fixture, NUMBER, account);
  other = hall_store_fixture_add_order (fixture, OTHER, account);
}

static void
add (GPtrArray *rows, const char *place, HallReason reason, const char *key)
{
  HallJudgement *judgement = hall_judgement_new (place);

  if (reason != HALL_N_REASONS)
    {
      HallReturn *item = hall_return_new (reason, place, "右下角反光");

      item->mark = (HallPlace){ 2, 0.25, 0.5, 0.125, 0.0625 };
      g_ptr_array_add (judgement->returns, item);
    }
  g_ptr_array_add (rows, hall_stored_judgement_new (judgement, key));
}

/* Two verdicts, the second a return. */
static gboolean
replace (HallStoreFixture *fixture, GError **error)
{
  const HallJudged judged = { "shenhe", 1000 };
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_stored_judgement_free);

  add (rows, "organisation.name", HALL_N_REASONS, "k1");
  add (rows, "business_licence", HALL_REASON_L02, "k2");
  return hall_verdict_store_replace (fixture->db, fixture->vault, NUMBER, rows, &judged, error);
}

static GPtrArray *
list (HallStoreFixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = hall_verdict_store_list (fixture->db, fixture->vault, number, &error);

  g_assert_no_error (error);
  return rows;
}

static void
test_verdicts (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *sealed = NULL;
  const HallStoredJudgement *row;
  const HallReturn *item;

  g_assert_true (replace (fixture, &error));
  g_assert_true (replace (fixture, &error)); /* in the place of the first, not beside them */
  rows = list (fixture, NUMBER);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->judgement->place, ==, "organisation.name");
  g_assert_cmpstr (row->judged_key, ==, "k1");
  g_assert_true (hall_judgement_is_accepted (row->judgement));
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->judged_key, ==, "k2");
  item = g_ptr_array_index (row->judgement->returns, 0);
  g_assert_cmpint (item->reason, ==, HALL_REASON_L02);
  g_assert_cmpstr (item->text, ==, "右下角反光");
  g_assert_cmpuint (item->mark.page, ==, 2);
  g_assert_cmpfloat_with_epsilon (item->mark.width, 0.125, 0.0001);
  none = list (fixture, OTHER);
  g_assert_cmpuint (none->len, ==, 0);
  sealed = hall_store_fixture_get_text (fixture,
                                        "SELECT returns_sealed FROM verdicts WHERE accepted = 0");
  g_assert_null (strstr (sealed, "反光"));
}

/* After a return, only what was accepted is remembered. */
static void
test_forget (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (replace (fixture, NULL));
  g_assert_true (hall_verdict_store_forget_returned (fixture->db, NUMBER, NULL));
  rows = list (fixture, NUMBER);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((HallStoredJudgement *) rows->pdata[0])->judged_key, ==, "k1");
}

static gboolean
decide (
    HallStoreFixture *fixture, const char *number, HallEvent event, gint64 made_s, GError **error)
{
  const HallDecision decision = { .order = (char *) number,
                                  .event = event,
                                  .staff = (char *) "shenhe",
                                  .shown_hash = (char *) "shown",
                                  .text = (char *) "执照反光",
                                  .body = (char *) "{\"payer\":\"样例公司\"}",
                                  .due_s = made_s + 11 };

  return hall_decision_store_add (fixture->db, fixture->vault, &decision, made_s, error);
}

static void
test_decision (HallStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDecision) decision = NULL;
  g_autofree char *sealed = NULL;

  g_assert_null (hall_decision_store_get (fixture->db, fixture->vault, NUMBER, &error));
  g_assert_no_error (error);
  g_assert_true (decide (fixture, NUMBER, HALL_EVENT_FUNDS_REJECTED, 1000, &error));
  decision = hall_decision_store_get (fixture->db, fixture->vault, NUMBER, &error);
  g_assert_cmpint (decision->event, ==, HALL_EVENT_FUNDS_REJECTED);
  g_assert_cmpstr (decision->staff, ==, "shenhe");
  g_assert_cmpstr (decision->shown_hash, ==, "shown");
  g_assert_cmpstr (decision->text, ==, "执照反光");
  g_assert_cmpstr (decision->body, ==, "{\"payer\":\"样例公司\"}");
  g_assert_cmpint (decision->due_s, ==, 1011);
  sealed =
      hall_store_fixture_get_text (fixture, "SELECT text_sealed || body_sealed FROM decisions");
  g_assert_null (strstr (sealed, "样例"));
  g_assert_false (decide (fixture, NUMBER, HALL_EVENT_REVIEW_PASSED, 1000, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_clear_error (&error);
  /* undone: as if nobody had decided */
  g_assert_true (hall_decision_store_remove (fixture->db, NUMBER, &error));
  g_assert_null (hall_decision_store_get (fixture->db, fixture->vault, NUMBER, &error));
  g_assert_true (decide (fixture, NUMBER, HALL_EVENT_REVIEW_PASSED, 1000, &error));
  g_assert_no_error (error);
}

/* The oldest first, each once, none before its time. */
static void
test_due (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (hall_decision_store_next_due (fixture->db, NULL), ==, G_MAXINT64);
  g_assert_true (decide (fixture, NUMBER, HALL_EVENT_REVIEW_PASSED, 1005, NULL));
  g_assert_true (decide (fixture, OTHER, HALL_EVENT_REQUEST_REFUND, 1000, NULL));
  g_assert_cmpint (hall_decision_store_next_due (fixture->db, NULL), ==, 1011);
  g_assert_null (hall_decision_store_next (fixture->db, 1010, NULL));
  first = hall_decision_store_next (fixture->db, 1020, NULL);
  g_assert_cmpstr (first, ==, OTHER);
  g_assert_true (hall_decision_store_remove (fixture->db, first, NULL));
  second = hall_decision_store_next (fixture->db, 1020, NULL);
  g_assert_cmpstr (second, ==, NUMBER);
  g_assert_true (hall_decision_store_remove (fixture->db, second, NULL));
  g_assert_null (hall_decision_store_next (fixture->db, 1020, NULL));
}

#define JUDGED "INSERT INTO verdicts VALUES ('" NUMBER "', 'x', 0, 1, NULL, 'k', 'shenhe', 0);"
#define RETURNED \
  "INSERT INTO verdicts VALUES ('" NUMBER "', 'y', 1, 0, 'sealed', 'k', 'shenhe', 0);"
#define DECIDED                                                                           \
  "INSERT INTO decisions (order_number, event, staff, shown_hash, made_s, due_s) VALUES " \
  "('" NUMBER "', 'review-passed', 'shenhe', 's', 0, 11);"
#define APPROVE                                                                          \
  "UPDATE orders SET reviewed_by = 'shenhe', reviewed_hash = 'c', reviewed_shown = 's' " \
  "WHERE number = '" NUMBER "';"
#define APPROVED JUDGED DECIDED APPROVE "DELETE FROM decisions;"
#define DOCUMENT                                                                              \
  "INSERT INTO documents (order_number, slot, live, stale, revision, file_name, media_type, " \
  "bytes, sha256, pages, findings, blob, uploaded_s) VALUES ('" NUMBER                        \
  "', 'form', 1, 0, 1, 'a', 'b', 1, 'c', 1, '[]', 'd', 0);"

/* One row for each trigger that refuses: what it takes to come there, what then is refused. */
static const struct
{
  const char *trigger;
  const char *before; /* with the order under review and nobody's */
  const char *sql;
} refusals[] = {
  { "orders_are_approved", "", "UPDATE orders SET state = 'accepted'" },
  { "orders_begin_approved", "", "INSERT INTO orders (number, state) VALUES ('9', 'accepted')" },
  { "orders_begin_produced_by_another", "",
    "INSERT INTO orders (number, state, reviewed_by, reviewed_hash, content_hash, produced_by) "
    "VALUES ('9', 'shipped', 'a', 'c', 'c', 'a')" },
  { "orders_are_approved_by_another", JUDGED DECIDED "UPDATE orders SET edited_by = 'shenhe';",
    APPROVE },
  { "orders_are_approved_by_verdicts", JUDGED, APPROVE },
  { "orders_are_approved_by_verdicts", DECIDED, APPROVE },
  { "orders_are_approved_by_verdicts", JUDGED RETURNED DECIDED, APPROVE },
  { "orders_are_approved_by_verdicts", JUDGED DECIDED,
    "UPDATE orders SET reviewed_by = 'guanli', reviewed_hash = 'c', reviewed_shown = 's'" },
  { "orders_are_approved_by_verdicts", JUDGED DECIDED,
    "UPDATE orders SET reviewed_by = 'shenhe', reviewed_hash = 'c', reviewed_shown = 'other'" },
  { "orders_keep_their_approval", APPROVED,
    "UPDATE orders SET reviewed_hash = 'd', content_hash = 'd'" },
  { "orders_are_carried_once", "", "UPDATE orders SET mobile_key = NULL" },
  { "orders_are_produced_by_another",
    APPROVED "UPDATE orders SET state = 'accepted' WHERE number = '" NUMBER "';",
    "UPDATE orders SET state = 'in-production', produced_by = 'shenhe' WHERE number = '" NUMBER
    "'" },
  { "documents_stay_in", "", DOCUMENT },
  { "documents_stay_on",
    "UPDATE orders SET state = 'rejected';" DOCUMENT "UPDATE orders SET state = 'under-review';",
    "UPDATE documents SET sha256 = 'x'" },
  { "documents_stay_out",
    "UPDATE orders SET state = 'rejected';" DOCUMENT "UPDATE orders SET state = 'under-review';",
    "DELETE FROM documents" },
  { "decisions_are_made_once", JUDGED DECIDED, "UPDATE decisions SET due_s = 99" },
  { "verdicts_wait_in", DECIDED, JUDGED },
  { "verdicts_wait_on", JUDGED DECIDED, "UPDATE verdicts SET judged_key = 'other'" },
  { "verdicts_wait_out", JUDGED DECIDED, "DELETE FROM verdicts" },
};

/* What a trigger says when it refuses, as its text has it. */
static char *
words_of (HallStoreFixture *fixture, const char *trigger)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT substr (sql, instr (sql, 'ABORT, ''') + 8) FROM sqlite_master "
                       "WHERE type = 'trigger' AND name = '%s'",
                       trigger);
  char *words = hall_store_fixture_get_text (fixture, sql);

  *strchr (words, '\'') = '\0';
  return words;
}

static void
test_refusals (HallStoreFixture *fixture, gconstpointer data)
{
  g_assert_true (hall_staff_create (fixture->db, "guanli", "x", 0x3e, 0, NULL));
  g_assert_true (hall_staff_create (fixture->db, "shenhe", "x",
                                    HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER)
                                        | HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER),
                                    0, NULL));
  hall_store_fixture_run (fixture, "UPDATE orders SET state = 'under-review', content_hash = 'c', "
                                   "mobile_key = 'm'");
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *words = words_of (fixture, refusals[i].trigger);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", refusals[i].trigger, refusals[i].sql);
      g_assert_true (hall_db_begin (fixture->db, NULL));
      hall_store_fixture_run (fixture, refusals[i].before);
      g_assert_false (hall_db_script (fixture->db, refusals[i].sql, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
      g_assert_nonnull (strstr (error->message, words));
      hall_db_rollback (fixture->db);
    }
}

/* With nothing in the way the same statements go through: it is the triggers that refuse. */
static void
test_approved (HallStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *reviewer = NULL;

  g_assert_true (hall_staff_create (fixture->db, "shenhe", "x",
                                    HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER), 0, NULL));
  hall_store_fixture_run (fixture, "UPDATE orders SET state = 'under-review', content_hash = 'c'");
  hall_store_fixture_run (fixture, APPROVED);
  reviewer =
      hall_store_fixture_get_text (fixture,
                                   "SELECT reviewed_by FROM orders WHERE number = '" NUMBER "'");
  g_assert_cmpstr (reviewer, ==, "shenhe");
  /* any later change of the data makes it void */
  hall_store_fixture_run (fixture, "UPDATE orders SET content_hash = 'd'");
  g_assert_cmpint (hall_store_fixture_get_int (
                       fixture, "SELECT COUNT (*) FROM orders WHERE reviewed_by IS NOT NULL "
                                "OR reviewed_hash IS NOT NULL OR reviewed_shown IS NOT NULL"),
                   ==, 0);
}

#define ADD(name, test)                                                     \
  g_test_add ("/verdict-store/" name, HallStoreFixture, NULL, set_up, test, \
              hall_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("verdicts", test_verdicts);
  ADD ("forget", test_forget);
  ADD ("decision", test_decision);
  ADD ("due", test_due);
  ADD ("refusals", test_refusals);
  ADD ("approved", test_approved);
  return g_test_run ();
}
