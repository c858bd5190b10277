/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two people see every order: 10,000 random walks of random staff find no way round it, and SQL
 * that goes round the program is refused by the schema.
 */
#include <string.h>

#include "hall-move.h"
#include "hall-order-fixture.h"
#include "hall-order-walk.h"

#define N_WALKS     10000
#define WALK_LENGTH 6

/* What the test itself knows of one walk, without asking the hall. */
typedef struct
{
  HallOrderFixture *fixture;
  GRand *random;
  guint content;  /* grows with every change of the data that got through */
  guint approved; /* the content that was approved last */
  const char *approver;
  const char *editor;
  const char *producer;
  guint produced;
} Walk;

static const char *const staff[] = { "guanli", "shenhe", "chuna", "zhizheng" };

typedef struct
{
  const char *who; /* NULL: somebody of the staff */
  HallEvent event;
  const char *body;
} Step;

/* What happens often stands often. */
static const Step steps[] = {
  { NULL, HALL_EVENT_REVIEW_PASSED, "{}" },
  { NULL, HALL_EVENT_REVIEW_PASSED, "{}" },
  { NULL, HALL_EVENT_REVIEW_PASSED, "{}" },
  { NULL, HALL_EVENT_REVIEW_REJECTED, HALL_ORDER_RETURN },
  { NULL, HALL_EVENT_FUNDS_CONFIRMED, HALL_ORDER_FUNDS },
  { NULL, HALL_EVENT_START_PRODUCTION, "{}" },
  { NULL, HALL_EVENT_START_PRODUCTION, "{}" },
  { NULL, HALL_EVENT_START_PRODUCTION, "{}" },
  { NULL, HALL_EVENT_SHIP, HALL_ORDER_SHIP },
  { "handler", HALL_EVENT_RESUBMIT, "{}" },
  { "provider", HALL_EVENT_TRANSFER_OK, NULL },
  { "provider", HALL_EVENT_TRANSFER_OK, NULL },
  { "provider", HALL_EVENT_TRANSFER_FAILED, "B01" },
};

static guint
actors_of (const HallContext *context, const char *who)
{
  return g_str_equal (who, "provider") ? HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER)
                                       : context->caller.actors;
}

static gboolean
send (Walk *walk, const Step *step, const char *who)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  g_auto (HallMove) move = { 0 };

  hall_order_fixture_init_context (walk->fixture, &context, who);
  order = hall_order_fixture_open (walk->fixture, &context);
  hall_move_init (&move, &context, order, step->event);
  move.actors = actors_of (&context, who);
  if (step->event == HALL_EVENT_TRANSFER_FAILED)
    move.reason = g_strdup (step->body);
  else if (step->body != NULL)
    {
      root = hall_json_parse ("body", step->body, -1, NULL);
      json = hall_json_new ("body", root);
      move.body = json;
    }
  return hall_move_run (&move, NULL);
}

/* Somebody, staff too, changes a field, whether the rules would let them or not. */
static gboolean
edit (Walk *walk, const char *who)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autofree char *text = g_strdup_printf ("深圳市南山区 %u 号", walk->content + 1);

  hall_order_fixture_init_context (walk->fixture, &context, who);
  order = hall_order_fixture_open (walk->fixture, &context);
  hall_application_set (order->record->application, "organisation.address", text);
  return hall_move_touch (&context, order, HALL_ACTOR_HANDLER, "edit", NULL, NULL);
}

static void
note (Walk *walk, const Step *step, const char *who)
{
  if (step == NULL)
    {
      walk->content++;
      walk->editor = who;
    }
  else if (step->event == HALL_EVENT_REVIEW_PASSED)
    {
      g_assert_cmpstr (who, !=, walk->editor);
      walk->approver = who;
      walk->approved = walk->content;
    }
  else if (step->event == HALL_EVENT_START_PRODUCTION)
    {
      g_assert_cmpuint (walk->approved, ==, walk->content);
      g_assert_cmpstr (who, !=, walk->approver);
      walk->producer = who;
      walk->produced++;
    }
}

static void
take_step (Walk *walk)
{
  HallDb *db = walk->fixture->store.db;
  guint n = (guint) g_rand_int_range (walk->random, 0, G_N_ELEMENTS (steps) + 2);
  const Step *step = n < G_N_ELEMENTS (steps) ? &steps[n] : NULL;
  const char *someone = staff[g_rand_int_range (walk->random, 0, G_N_ELEMENTS (staff))];
  const char *who = step != NULL && step->who != NULL ? step->who : someone;
  gboolean done;

  if (step == NULL && g_rand_boolean (walk->random))
    who = "handler";
  g_assert_true (hall_db_savepoint (db, NULL));
  done = step != NULL ? send (walk, step, who) : edit (walk, who);
  if (done)
    {
      note (walk, step, who);
      g_assert_true (hall_db_release (db, NULL));
    }
  else
    hall_db_rollback_to_savepoint (db);
}

/* What got through is what the walk knows, and nobody did two parts of it. */
static void
check_end (const Walk *walk)
{
  g_autoptr (HallRecord) record = hall_order_fixture_load (walk->fixture);

  if (record->state < HALL_STATE_FIN_AUTH_PENDING || record->state > HALL_STATE_COMPLETED)
    return;
  g_assert_cmpstr (record->reviewed_by, ==, walk->approver);
  g_assert_cmpuint (walk->approved, ==, walk->content);
  g_assert_cmpstr (record->reviewed_by, !=, walk->editor);
  if (record->state < HALL_STATE_IN_PRODUCTION)
    return;
  g_assert_cmpstr (record->produced_by, ==, walk->producer);
  g_assert_cmpstr (walk->producer, !=, walk->approver);
}

static void
test_walks (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  guint produced = 0;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, GPOINTER_TO_INT (data));
  for (guint i = 0; i < N_WALKS / 2; i++)
    {
      Walk walk = { .fixture = fixture, .random = random };

      g_assert_true (hall_db_begin (fixture->store.db, NULL));
      for (guint s = 0; s < WALK_LENGTH; s++)
        take_step (&walk);
      check_end (&walk);
      produced += walk.produced > 0;
      hall_db_rollback (fixture->store.db);
    }
  g_test_message ("%u of %u came to production", produced, N_WALKS / 2);
  g_assert_cmpuint (produced, >, 20);
}

/* Each is refused, whatever it says of itself. */
static void
refuse (HallOrderFixture *fixture, const char *const *sql)
{
  for (gsize i = 0; sql[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", sql[i]);
      g_assert_false (hall_db_script (fixture->store.db, sql[i], &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
    }
}

static void
test_sql_under_review (HallOrderFixture *fixture, gconstpointer data)
{
  static const char *const sql[] = {
    "UPDATE orders SET state = 'accepted'",
    "UPDATE orders SET state = 'completed'",
    "UPDATE orders SET state = 'in-production', produced_by = 'zhizheng'",
    "UPDATE orders SET state = 'accepted', reviewed_by = 'shenhe', reviewed_hash = 'x'",
    "UPDATE orders SET state = 'accepted', reviewed_by = 'shenhe', reviewed_hash = '', "
    "content_hash = ''",
    "UPDATE orders SET reviewed_by = 'zhizheng', reviewed_hash = content_hash",
    "UPDATE orders SET reviewed_by = 'nobody', reviewed_hash = content_hash",
    "UPDATE orders SET edited_by = 'shenhe', reviewed_by = 'shenhe', "
    "reviewed_hash = content_hash",
    "UPDATE orders SET mobile_key = NULL",
    "DELETE FROM documents",
    "UPDATE documents SET sha256 = 'x'",
    "UPDATE documents SET live = 0",
    "INSERT INTO documents SELECT id + 1000, order_number, slot, 0, stale, revision, file_name, "
    "media_type, bytes, sha256, pages, findings, blob, uploaded_s FROM documents",
    NULL,
  };

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, HALL_PAY_WECHAT);
  refuse (fixture, sql);
}

static void
test_sql_accepted (HallOrderFixture *fixture, gconstpointer data)
{
  static const char *const sql[] = {
    "UPDATE orders SET state = 'in-production'",
    "UPDATE orders SET state = 'in-production', produced_by = 'shenhe'",
    "UPDATE orders SET state = 'in-production', produced_by = 'chuna'",
    "UPDATE orders SET state = 'shipped', produced_by = reviewed_by",
    "UPDATE orders SET reviewed_by = 'guanli'",
    "UPDATE orders SET reviewed_by = NULL",
    "UPDATE orders SET content_hash = 'another'",
    "UPDATE orders SET content_hash = 'another', reviewed_hash = 'another'",
    "UPDATE documents SET blob = 'x'",
    "DELETE FROM documents",
    NULL,
  };

  hall_order_walk (fixture, HALL_STATE_ACCEPTED, HALL_PAY_WECHAT);
  refuse (fixture, sql);
  hall_order_fixture_move (fixture, "zhizheng", HALL_EVENT_START_PRODUCTION, NULL,
                           HALL_STATE_IN_PRODUCTION);
}

/* Changed data void an approval without anybody's help. */
static void
test_sql_void (HallOrderFixture *fixture, gconstpointer data)
{
  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, HALL_PAY_TRANSFER);
  hall_order_fixture_move (fixture, "shenhe", HALL_EVENT_REVIEW_PASSED, NULL,
                           HALL_STATE_PAYMENT_VERIFYING);
  g_assert_cmpint (hall_store_fixture_get_int (&fixture->store,
                                               "SELECT reviewed_by = 'shenhe' FROM orders"),
                   ==, 1);
  hall_store_fixture_run (&fixture->store, "UPDATE orders SET content_hash = 'another'");
  g_assert_cmpint (hall_store_fixture_get_int (
                       &fixture->store,
                       "SELECT reviewed_by IS NULL AND reviewed_hash IS NULL FROM orders"),
                   ==, 1);
}

#define ADD(name, test)                                                                     \
  g_test_add ("/two-people/" name, HallOrderFixture, NULL, hall_order_fixture_set_up, test, \
              hall_order_fixture_tear_down)

static void
test_walks_online (HallOrderFixture *fixture, gconstpointer data)
{
  test_walks (fixture, GINT_TO_POINTER (HALL_PAY_WECHAT));
}

static void
test_walks_transfer (HallOrderFixture *fixture, gconstpointer data)
{
  test_walks (fixture, GINT_TO_POINTER (HALL_PAY_TRANSFER));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("walks-online", test_walks_online);
  ADD ("walks-transfer", test_walks_transfer);
  ADD ("sql-under-review", test_sql_under_review);
  ADD ("sql-accepted", test_sql_accepted);
  ADD ("sql-void", test_sql_void);
  return g_test_run ();
}
