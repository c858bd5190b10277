/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one thread that writes: many changes, one commit, and nobody is told too soon.
 */
#include "hall-writer.h"

#include "hall-error.h"
#include "hall-store-fixture.h"

#define TABLE "CREATE TABLE things (id BIGINT PRIMARY KEY, word TEXT);"

typedef struct
{
  HallStoreFixture store;
  HallSetup *setup;
  HallDb *reader;
  HallWriter *writer;
  GAsyncQueue *told;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  hall_store_fixture_set_up (&fixture->store, data);
  hall_store_fixture_run (&fixture->store, TABLE);
  fixture->setup = hall_setup_new ();
  fixture->reader = hall_db_open (fixture->store.db_path, HALL_DB_READ, &error);
  g_assert_no_error (error);
  fixture->told = g_async_queue_new ();
}

/* The writer takes the connection. */
static void
start (Fixture *fixture)
{
  fixture->writer = hall_writer_new (g_steal_pointer (&fixture->store.db));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->writer, hall_writer_free);
  hall_db_close (fixture->reader);
  hall_setup_free (fixture->setup);
  g_async_queue_unref (fixture->told);
  hall_store_fixture_tear_down (&fixture->store, data);
}

/* One change: a row, and what is to become of it. */
typedef struct
{
  gint64 id;
  gsize bytes;
  gboolean keep;
  Fixture *fixture;
  gboolean done;   /* its row was written */
  gboolean failed; /* told that the commit failed */
} Change;

static gboolean
insert (HallDb *db, gint64 id, gsize bytes, GError **error)
{
  static const char SQL[] = "INSERT INTO things (id, word) VALUES ($1, $2)";
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL, error);
  g_autofree char *word = g_strnfill (bytes, 'x');

  g_assert_nonnull (stmt);
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, word);
  return hall_stmt_run (stmt, error);
}

static gboolean
write_row (HallContext *context, gpointer data)
{
  Change *change = data;

  change->done = insert (context->db, change->id, change->bytes, NULL);
  return change->done && change->keep;
}

static void
on_written_cb (HallContext *context, gpointer data, const GError *error)
{
  Change *change = data;

  change->failed = error != NULL;
  hall_context_clear (context);
  g_free (context);
  g_async_queue_push (change->fixture->told, change);
}

static void
submit (Fixture *fixture, Change *change)
{
  HallContext *context = g_new0 (HallContext, 1);

  hall_context_init (context, fixture->setup, NULL);
  change->fixture = fixture;
  hall_writer_submit (fixture->writer, context, write_row, on_written_cb, change);
}

/* Whether a row is there, on a connection that sees committed data only. */
static gboolean
is_there (Fixture *fixture, gint64 id)
{
  static const char SQL[] = "SELECT COUNT (*) FROM things WHERE id = $1";
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStmt) stmt = hall_db_query (fixture->reader, SQL, &error);

  hall_stmt_bind_int (stmt, 1, id);
  g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
  return hall_stmt_get_int (stmt, 0) == 1;
}

/* At the moment somebody is told, it is on the disk. */
static void
test_told_after_commit (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  for (gint64 id = 1; id <= 50; id++)
    {
      Change change = { .id = id, .keep = TRUE };

      submit (fixture, &change);
      g_assert_true (g_async_queue_pop (fixture->told) == &change);
      g_assert_false (change.failed);
      g_assert_true (is_there (fixture, id));
    }
}

#define N_THREADS 8
#define N_EACH    250

typedef struct
{
  Fixture *fixture;
  guint index;
} Client;

static gboolean
write_waited (HallContext *context, gpointer data)
{
  return insert (context->db, *(gint64 *) data, 10, NULL);
}

static gpointer
write_many (gpointer data)
{
  Client *client = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDb) reader = hall_db_open (client->fixture->store.db_path, HALL_DB_READ, &error);
  static const char SQL[] = "SELECT 1 FROM things WHERE id = $1";

  for (guint i = 0; i < N_EACH; i++)
    {
      g_auto (HallContext) context = { 0 };
      gint64 id = client->index * N_EACH + i + 1;
      g_autoptr (HallStmt) stmt = NULL;

      hall_context_init (&context, client->fixture->setup, reader);
      g_assert_true (
          hall_writer_wait (client->fixture->writer, &context, write_waited, &id, &error));
      g_assert_true (context.db == reader);
      stmt = hall_db_query (reader, SQL, &error);
      hall_stmt_bind_int (stmt, 1, id);
      g_assert_cmpint (hall_stmt_step (stmt, &error), ==, HALL_STEP_ROW);
    }
  return NULL;
}

static void
test_many_threads (Fixture *fixture, gconstpointer data)
{
  Client clients[N_THREADS];
  GThread *threads[N_THREADS];

  start (fixture);
  for (guint i = 0; i < N_THREADS; i++)
    {
      clients[i] = (Client){ fixture, i };
      threads[i] = g_thread_new ("client", write_many, &clients[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  g_clear_pointer (&fixture->writer, hall_writer_free);
  fixture->store.db = hall_db_open (fixture->store.db_path, HALL_DB_WRITE, NULL);
  g_assert_cmpint (hall_store_fixture_get_int (&fixture->store, "SELECT COUNT (*) FROM things"), ==,
                   N_THREADS * N_EACH);
}

/* Keeps the writer busy until the test lets it go, so that what comes meanwhile is one group. */
typedef struct
{
  GMutex lock;
} Gate;

static gboolean
wait_at_gate (HallContext *context, gpointer data)
{
  Gate *gate = data;

  g_mutex_lock (&gate->lock);
  g_mutex_unlock (&gate->lock);
  return TRUE;
}

static void
on_gate_passed_cb (HallContext *context, gpointer data, const GError *error)
{
  hall_context_clear (context);
  g_free (context);
}

static void
submit_as_group (Fixture *fixture, Change *changes, guint n)
{
  HallContext *context = g_new0 (HallContext, 1);
  Gate gate;

  g_mutex_init (&gate.lock);
  g_mutex_lock (&gate.lock);
  hall_context_init (context, fixture->setup, NULL);
  hall_writer_submit (fixture->writer, context, wait_at_gate, on_gate_passed_cb, &gate);
  g_usleep (20000);
  for (guint i = 0; i < n; i++)
    submit (fixture, &changes[i]);
  g_mutex_unlock (&gate.lock);
  for (guint i = 0; i < n; i++)
    g_assert_true (g_async_queue_pop (fixture->told) == &changes[i]);
  g_mutex_clear (&gate.lock);
}

/* One change is taken back, those before and after it in the same commit stay. */
static void
test_one_taken_back (Fixture *fixture, gconstpointer data)
{
  Change changes[10];

  start (fixture);
  for (guint i = 0; i < 10; i++)
    changes[i] = (Change){ .id = i + 1, .keep = i != 4 };
  changes[7].id = 1; /* a row that is there already: its statement fails */
  submit_as_group (fixture, changes, 10);
  for (guint i = 0; i < 10; i++)
    {
      g_assert_false (changes[i].failed);
      g_assert_cmpint (changes[i].done, ==, i != 7);
      g_assert_cmpint (is_there (fixture, i + 1), ==, i != 4 && i != 7);
    }
}

/* More than fit one group. */
static void
test_large_group (Fixture *fixture, gconstpointer data)
{
  Change changes[500];

  start (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    changes[i] = (Change){ .id = i + 1, .keep = TRUE };
  submit_as_group (fixture, changes, G_N_ELEMENTS (changes));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_true (is_there (fixture, i + 1));
  /* eight of at most 64, and the gate's own unless some went along with it */
  g_assert_cmpuint (hall_writer_count_groups (fixture->writer), >=, 8);
  g_assert_cmpuint (hall_writer_count_groups (fixture->writer), <=, 9);
}

static void
limit_pages (Fixture *fixture, guint more)
{
  g_autofree char *limit = NULL;

  hall_store_fixture_run (&fixture->store, "PRAGMA wal_checkpoint (TRUNCATE)");
  limit =
      g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                       hall_store_fixture_get_int (&fixture->store, "PRAGMA page_count") + more);
  hall_store_fixture_run (&fixture->store, limit);
}

/* The disk is full in the middle of a group: who is told "done" has its row, who is told
 * "failed" has not, whichever way the database went back. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  Change changes[12];
  guint failed = 0;

  limit_pages (fixture, 20);
  start (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    changes[i] = (Change){ .id = i + 1, .keep = TRUE, .bytes = i == 5 ? 400 * 1024 : 100 };
  g_test_expect_message ("certhall", G_LOG_LEVEL_WARNING, "*");
  submit_as_group (fixture, changes, G_N_ELEMENTS (changes));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("change %u: done %d, failed %d, there %d", i, changes[i].done,
                      changes[i].failed, is_there (fixture, i + 1));
      g_assert_cmpint (is_there (fixture, i + 1), ==, changes[i].done && !changes[i].failed);
      failed += changes[i].failed || !changes[i].done;
    }
  g_assert_cmpuint (failed, >=, 1);
  /* and it goes on */
  {
    Change next = { .id = 100, .keep = TRUE };

    submit (fixture, &next);
    g_async_queue_pop (fixture->told);
    g_assert_true (is_there (fixture, 100));
  }
}

static gboolean
run_script (HallContext *context, gpointer data)
{
  return hall_db_script (context->db, data, NULL);
}

/* The commit itself fails (here by a constraint that is checked only then): all are told. */
static void
test_commit_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (HallContext) context = { 0 };
  Change change = { .id = 1, .keep = TRUE };

  hall_store_fixture_run (&fixture->store,
                          "CREATE TABLE parts (thing BIGINT REFERENCES things (id) "
                          "DEFERRABLE INITIALLY DEFERRED);");
  start (fixture);
  hall_context_init (&context, fixture->setup, fixture->reader);
  g_test_expect_message ("certhall", G_LOG_LEVEL_WARNING, "*changes were not committed*");
  g_assert_false (hall_writer_wait (fixture->writer, &context, run_script,
                                    (gpointer) "INSERT INTO parts VALUES (99)", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
  g_test_assert_expected_messages ();
  submit (fixture, &change);
  g_async_queue_pop (fixture->told);
  g_assert_false (change.failed);
  g_assert_true (is_there (fixture, 1));
}

static gboolean
refuse (HallContext *context, gpointer data)
{
  return FALSE;
}

static void
test_wait (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (HallContext) context = { 0 };
  gint64 id = 1;

  start (fixture);
  hall_context_init (&context, fixture->setup, fixture->reader);
  g_assert_false (hall_writer_wait (fixture->writer, &context, refuse, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (hall_writer_wait (fixture->writer, &context, write_waited, &id, &error));
  g_assert_true (context.db == fixture->reader);
}

/* What was handed in before the end is still written and told. */
static void
test_free_writes_first (Fixture *fixture, gconstpointer data)
{
  Change changes[100];

  start (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      changes[i] = (Change){ .id = i + 1, .keep = TRUE };
      submit (fixture, &changes[i]);
    }
  g_clear_pointer (&fixture->writer, hall_writer_free);
  g_assert_cmpint (g_async_queue_length (fixture->told), ==, 100);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_true (is_there (fixture, i + 1));
}

#define ADD(name, test) g_test_add ("/writer/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("told-after-commit", test_told_after_commit);
  ADD ("many-threads", test_many_threads);
  ADD ("one-taken-back", test_one_taken_back);
  ADD ("large-group", test_large_group);
  ADD ("full-disk", test_full_disk);
  ADD ("commit-fails", test_commit_fails);
  ADD ("wait", test_wait);
  ADD ("free-writes-first", test_free_writes_first);
  return g_test_run ();
}
