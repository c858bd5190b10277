/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Programs that work for this one: what they say first, how they end, and that they do.
 */
#include <signal.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "hall-process.h"

#define PATIENCE_MS 10000

typedef struct
{
  gboolean done;
  GAsyncResult *result;
} Wait;

static const char *self_path;

static void
on_started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  wait->done = TRUE;
}

static HallProcess *
start (const char *script, GCancellable *cancellable, char **line, GError **error)
{
  const char *argv[] = { "sh", "-c", script, NULL };
  Wait wait = { FALSE, NULL };
  HallProcess *process;

  hall_process_start_async (argv, cancellable, on_started_cb, &wait);
  while (!wait.done)
    g_main_context_iteration (NULL, TRUE);
  process = hall_process_start_finish (wait.result, line, error);
  g_object_unref (wait.result);
  return process;
}

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main context until @check says so. */
static void
wait_until (gboolean (*check) (gpointer data), gpointer data)
{
  gint64 until_us = g_get_monotonic_time () + PATIENCE_MS * 1000;
  guint timer = g_timeout_add (10, wake_up, NULL);

  while (!check (data) && g_get_monotonic_time () < until_us)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_true (check (data));
}

static gboolean
has_ended (gpointer data)
{
  return !hall_process_is_running (data);
}

/* A process nobody has asked about yet stays as a zombie: that is dead enough. */
static gboolean
is_gone (gpointer data)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", GPOINTER_TO_INT (data));
  g_autofree char *stat = NULL;

  if (!g_file_get_contents (path, &stat, NULL, NULL))
    return TRUE;
  return strstr (stat, ") Z ") != NULL;
}

static void
on_ended_cb (HallProcess *process, guint *n)
{
  (*n)++;
}

static void
test_first_line (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  guint n_ended = 0;
  HallProcess *process =
      start ("echo 'certhalld: listening on http://127.0.0.1:8080'; exec sleep 100", NULL, &line,
             &error);

  g_assert_no_error (error);
  g_assert_cmpstr (line, ==, "certhalld: listening on http://127.0.0.1:8080");
  g_assert_true (hall_process_is_running (process));
  g_signal_connect (process, "ended", G_CALLBACK (on_ended_cb), &n_ended);
  hall_process_stop (process);
  wait_until (has_ended, process);
  g_assert_cmpuint (n_ended, ==, 1);
  g_assert_finalize_object (process);
}

static void
test_ends_by_itself (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  HallProcess *process = start ("echo ready", NULL, &line, &error);

  g_assert_no_error (error);
  wait_until (has_ended, process);
  hall_process_stop (process);
  g_assert_finalize_object (process);
}

static void
test_says_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_assert_null (start ("exit 3", NULL, &line, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_not_there (void)
{
  const char *argv[] = { "/nowhere/certhalld", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  Wait wait = { FALSE, NULL };

  hall_process_start_async (argv, NULL, on_started_cb, &wait);
  while (!wait.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (hall_process_start_finish (wait.result, &line, &error));
  g_assert_error (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT);
  g_object_unref (wait.result);
}

static gboolean
cancel_soon (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree char *folder = g_dir_make_tmp ("hall-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pid", NULL);
  g_autofree char *script = g_strdup_printf ("echo $$ >%s; exec sleep 100", path);
  g_autofree char *pid = NULL;

  g_timeout_add (300, cancel_soon, cancellable);
  g_assert_null (start (script, cancellable, &line, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &pid, NULL, NULL));
  wait_until (is_gone, GINT_TO_POINTER (atoi (pid)));
  g_unlink (path);
  g_rmdir (folder);
}

static gboolean
file_is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

/* Far more output than a pipe holds does not stop the program. */
static void
test_talkative (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree char *folder = g_dir_make_tmp ("hall-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "said", NULL);
  g_autofree char *script =
      g_strdup_printf ("echo first; head -c 1000000 /dev/zero; touch %s; exec sleep 100", path);
  HallProcess *process = start (script, NULL, &line, &error);

  g_assert_no_error (error);
  wait_until (file_is_there, path);
  hall_process_stop (process);
  wait_until (has_ended, process);
  g_assert_finalize_object (process);
  g_unlink (path);
  g_rmdir (folder);
}

/* Nobody wants it any more: it is stopped. */
static void
test_given_up (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  HallProcess *process = start ("echo $$; exec sleep 100", NULL, &line, &error);

  g_assert_no_error (error);
  g_assert_finalize_object (process);
  wait_until (is_gone, GINT_TO_POINTER (atoi (line)));
}

static void
test_stubborn (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  HallProcess *process =
      start ("trap '' TERM; echo $$; while :; do sleep 0.2; done", NULL, &line, &error);

  g_assert_no_error (error);
  hall_process_stop (process);
  wait_until (has_ended, process);
  g_assert_finalize_object (process);
}

/* This program killed outright: what it had started goes with it. */
static void
test_dies_with_us (void)
{
  const char *argv[] = { self_path, "--start-and-die", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  int status;

  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (atoi (output), >, 1);
  wait_until (is_gone, GINT_TO_POINTER (atoi (output)));
}

static int
start_and_die (void)
{
  char *line = NULL;

  start ("echo $$; exec sleep 100 >/dev/null", NULL, &line, NULL);
  if (write (STDOUT_FILENO, line, strlen (line)) > 0)
    kill (getpid (), SIGKILL);
  return 1;
}

static void
test_find_program (void)
{
  g_autofree char *beside = hall_process_find_program ("test-process");
  g_autofree char *in_path = hall_process_find_program ("sh");
  g_autofree char *nowhere = hall_process_find_program ("no-such-program-of-ours");

  g_assert_nonnull (beside);
  g_assert_true (g_path_is_absolute (beside));
  g_assert_nonnull (in_path);
  g_assert_null (nowhere);
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], "--start-and-die") == 0)
    return start_and_die ();
  self_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process/first-line", test_first_line);
  g_test_add_func ("/process/ends-by-itself", test_ends_by_itself);
  g_test_add_func ("/process/says-nothing", test_says_nothing);
  g_test_add_func ("/process/not-there", test_not_there);
  g_test_add_func ("/process/cancelled", test_cancelled);
  g_test_add_func ("/process/talkative", test_talkative);
  g_test_add_func ("/process/given-up", test_given_up);
  g_test_add_func ("/process/stubborn", test_stubborn);
  g_test_add_func ("/process/dies-with-us", test_dies_with_us);
  g_test_add_func ("/process/find-program", test_find_program);
  return g_test_run ();
}
