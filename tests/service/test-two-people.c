/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two people see every order: 10,000 random walks of random staff find no way round it, and SQL
 * that goes round the program is refused by the schema.
 */
#include <string.h>

#include "hall-deciding.h"
#include "hall-move.h"
#include "hall-order-decide.h"
#include "hall-order-walk.h"

#define SEED        20261122
#define N_WALKS     10000
#define WALK_LENGTH 8

/* What the test itself knows of one walk, without asking the hall. */
typedef struct
{
  HallOrderFixture *fixture;
  GRand *random;
  guint content;        /* grows with every change of the data that got through */
  const char *editor;   /* who made the last */
  gboolean judged;      /* verdicts were given, */
  gboolean accepting;   /* on nothing but acceptance, */
  guint judged_content; /* about this */
  HallEvent held;       /* HALL_N_EVENTS: no decision waits */
  const char *decider;
  guint held_content;
  const char *approver; /* NULL: nobody */
  guint approved;       /* the content that was approved last */
  const char *producer;
  guint produced;
} Walk;

static const char *const staff[] = { "guanli", "shenhe", "chuna", "zhizheng" };

typedef struct
{
  gboolean (*run) (Walk *walk, const char *who, HallEvent event, const char *body);
  const char *who; /* NULL: somebody of the staff */
  HallEvent event;
  const char *body;
} Step;

static guint
actors_of (const HallContext *context, const char *who)
{
  return g_str_equal (who, "provider") ? HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER)
                                       : context->caller.actors;
}

static gboolean
move (Walk *walk, const char *who, HallEvent event, const char *body)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_auto (HallMove) move = { 0 };

  hall_order_fixture_init_context (walk->fixture, &context, who);
  order = hall_order_fixture_open (walk->fixture, &context);
  hall_move_init (&move, &context, order, event);
  move.actors = actors_of (&context, who);
  if (event == HALL_EVENT_TRANSFER_FAILED)
    move.reason = g_strdup (body);
  else if (body != NULL && !hall_move_take_body (&move, body, NULL))
    return FALSE;
  return hall_move_run (&move, NULL);
}

/* A review that nobody judged for, sent past the desk: it never gets through. */
static gboolean
send_review (Walk *walk, const char *who, HallEvent event, const char *body)
{
  g_assert_false (move (walk, who, event, body));
  return FALSE;
}

static gboolean
produce (Walk *walk, const char *who, HallEvent event, const char *body)
{
  if (!move (walk, who, event, body))
    return FALSE;
  g_assert_nonnull (walk->approver);
  g_assert_cmpuint (walk->approved, ==, walk->content);
  g_assert_cmpstr (who, !=, walk->approver);
  walk->producer = who;
  walk->produced++;
  return TRUE;
}

/* Somebody, staff too, changes a field, whether the rules would let them or not. */
static gboolean
edit (Walk *walk, const char *who, HallEvent event, const char *body)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autofree char *text = g_strdup_printf ("深圳市南山区 %u 号", walk->content + 1);

  hall_order_fixture_init_context (walk->fixture, &context, who);
  order = hall_order_fixture_open (walk->fixture, &context);
  hall_application_set (order->record->application, "organisation.address", text);
  if (!hall_move_touch (&context, order, HALL_ACTOR_HANDLER, "edit", NULL, NULL))
    return FALSE;
  walk->content++;
  walk->editor = who;
  return TRUE;
}

/* @body: anything, if something is returned. */
static gboolean
judge (Walk *walk, const char *who, HallEvent event, const char *body)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autoptr (GPtrArray) returns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_return_free);

  if (body != NULL)
    g_ptr_array_add (returns, hall_return_new (HALL_REASON_L02, "business_licence", NULL));
  hall_order_fixture_init_context (walk->fixture, &context, who);
  order = hall_order_fixture_open (walk->fixture, &context);
  if (!hall_order_decide_judge (&context, order, returns, NULL))
    return FALSE;
  g_assert_cmpint (walk->held, ==, HALL_N_EVENTS);
  walk->judged = TRUE;
  walk->accepting = body == NULL;
  walk->judged_content = walk->content;
  return TRUE;
}

static gboolean
hold (Walk *walk, const char *who, HallEvent event, const char *body)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;

  hall_order_fixture_init_context (walk->fixture, &context, who);
  order = hall_order_fixture_open (walk->fixture, &context);
  if (!hall_deciding_hold (&context, order, event, NULL, NULL))
    return FALSE;
  g_assert_cmpint (walk->held, ==, HALL_N_EVENTS);
  g_assert_true (walk->judged);
  g_assert_cmpint (walk->accepting, ==, event == HALL_EVENT_REVIEW_PASSED);
  if (walk->accepting)
    {
      g_assert_cmpuint (walk->judged_content, ==, walk->content);
      g_assert_cmpstr (who, !=, walk->editor);
    }
  walk->held = event;
  walk->decider = who;
  walk->held_content = walk->content;
  return TRUE;
}

/* Of the cashier, or a refund. */
static gboolean
hold_event (Walk *walk, const char *who, HallEvent event, const char *body)
{
  if (!hall_order_decide_hold (walk->fixture, who, event, body, NULL))
    return FALSE;
  g_assert_cmpint (walk->held, ==, HALL_N_EVENTS);
  walk->held = event;
  walk->decider = who;
  walk->held_content = walk->content;
  return TRUE;
}

static gboolean
undo (Walk *walk, const char *who, HallEvent event, const char *body)
{
  if (!hall_order_decide_undo (walk->fixture, who, NULL))
    return FALSE;
  g_assert_cmpint (walk->held, !=, HALL_N_EVENTS);
  g_assert_cmpstr (who, ==, walk->decider);
  walk->held = HALL_N_EVENTS;
  return TRUE;
}

/* Ten seconds go by: what was decided takes effect, if it is about what lies there now. */
static gboolean
wait (Walk *walk, const char *who, HallEvent event, const char *body)
{
  HallEvent held = walk->held;
  HallDecided decided;

  hall_order_fixture_advance (walk->fixture, HALL_DECISION_HOLD_S + 1);
  decided = hall_order_decide_run_jobs (walk->fixture);
  g_assert_cmpint (decided == HALL_DECIDED_NOTHING, ==, held == HALL_N_EVENTS);
  walk->held = HALL_N_EVENTS;
  if (decided != HALL_DECIDED_MOVED)
    return TRUE;
  g_assert_cmpuint (walk->held_content, ==, walk->content);
  if (held == HALL_EVENT_REVIEW_PASSED)
    {
      g_assert_cmpstr (walk->decider, !=, walk->editor);
      walk->approver = walk->decider;
      walk->approved = walk->content;
    }
  if (held == HALL_EVENT_REVIEW_REJECTED)
    walk->judged = FALSE;
  return TRUE;
}

/* The way of an order that all goes well with; half of all steps follow it, whoever takes them. */
enum
{
  JUDGE,
  HOLD,
  WAIT,
  PROVE,
  CONFIRM,
  PRODUCE
};

/* What happens often stands often. */
static const Step steps[] = {
  [JUDGE] = { judge, NULL, HALL_N_EVENTS, NULL },
  [HOLD] = { hold, NULL, HALL_EVENT_REVIEW_PASSED, NULL },
  [WAIT] = { wait, NULL, HALL_N_EVENTS, NULL },
  [PROVE] = { move, "provider", HALL_EVENT_TRANSFER_OK, NULL },
  [CONFIRM] = { hold_event, NULL, HALL_EVENT_FUNDS_CONFIRMED, HALL_ORDER_FUNDS },
  [PRODUCE] = { produce, NULL, HALL_EVENT_START_PRODUCTION, "{}" },
  { judge, NULL, HALL_N_EVENTS, "returned" },
  { hold, NULL, HALL_EVENT_REVIEW_REJECTED, NULL },
  { undo, NULL, HALL_N_EVENTS, NULL },
  { send_review, NULL, HALL_EVENT_REVIEW_PASSED, "{}" },
  { send_review, NULL, HALL_EVENT_REVIEW_REJECTED, HALL_ORDER_RETURN },
  { hold_event, NULL, HALL_EVENT_REQUEST_REFUND, "{}" },
  { move, NULL, HALL_EVENT_SHIP, HALL_ORDER_SHIP },
  { move, "handler", HALL_EVENT_RESUBMIT, "{}" },
  { move, "provider", HALL_EVENT_TRANSFER_FAILED, "B01" },
  { edit, NULL, HALL_N_EVENTS, NULL },
  { edit, "handler", HALL_N_EVENTS, NULL },
};

static guint
choose_step (const Walk *walk)
{
  static const guint beyond[] = { PROVE, CONFIRM, PRODUCE };

  if (g_rand_boolean (walk->random))
    return (guint) g_rand_int_range (walk->random, 0, G_N_ELEMENTS (steps));
  if (walk->held != HALL_N_EVENTS)
    return WAIT;
  if (walk->approver != NULL && walk->approved == walk->content)
    return beyond[g_rand_int_range (walk->random, 0, G_N_ELEMENTS (beyond))];
  return walk->judged && walk->accepting && walk->judged_content == walk->content ? HOLD : JUDGE;
}

static void
take_step (Walk *walk)
{
  HallDb *db = walk->fixture->store.db;
  const Step *step = &steps[choose_step (walk)];
  const char *someone = staff[g_rand_int_range (walk->random, 0, G_N_ELEMENTS (staff))];

  g_assert_true (hall_db_savepoint (db, NULL));
  if (step->run (walk, step->who != NULL ? step->who : someone, step->event, step->body))
    g_assert_true (hall_db_release (db, NULL));
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
  g_assert_nonnull (walk->approver);
  g_assert_cmpstr (record->reviewed_by, ==, walk->approver);
  g_assert_cmpuint (walk->approved, ==, walk->content);
  g_assert_cmpstr (record->reviewed_by, !=, walk->editor);
  if (record->state < HALL_STATE_IN_PRODUCTION)
    return;
  g_assert_cmpstr (record->produced_by, ==, walk->producer);
  g_assert_cmpstr (walk->producer, !=, walk->approver);
}

static void
drop_message (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

/* Decisions that come to nothing are told to the operator; here they are part of the walk. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return (level & G_LOG_LEVEL_WARNING) == 0 || !g_str_has_prefix (message, "decision of ");
}

static void
test_walks (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint approved = 0;
  guint produced = 0;
  gint64 now_s;

  hall_order_walk (fixture, HALL_STATE_UNDER_REVIEW, GPOINTER_TO_INT (data));
  now_s = fixture->now_s;
  g_test_log_set_fatal_handler (is_fatal, NULL);
  g_log_set_handler ("certhall", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, drop_message, NULL);
  for (guint i = 0; i < N_WALKS / 2; i++)
    {
      Walk walk = { .fixture = fixture, .random = random, .held = HALL_N_EVENTS };

      g_assert_true (hall_db_begin (fixture->store.db, NULL));
      for (guint s = 0; s < WALK_LENGTH; s++)
        take_step (&walk);
      check_end (&walk);
      approved += walk.approver != NULL;
      produced += walk.produced > 0;
      hall_db_rollback (fixture->store.db);
      fixture->now_s = now_s;
    }
  g_test_message ("seed %d: of %d walks %u came to an approval, %u to production", SEED,
                  N_WALKS / 2, approved, produced);
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
