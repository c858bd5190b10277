/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-look-process.h"

#include "hall-decoder.h"

#define PROGRAM          "certhall-look"
#define MAX_ANSWER_BYTES (64 * 1024)

/* Ends the helper when its time is up. Shared by two threads under its lock. */
typedef struct
{
  GMutex lock;
  GCond changed;
  GSubprocess *child;
  gint64 until; /* monotonic µs */
  gboolean done;
} Watch;

static gpointer
watch_main (gpointer data)
{
  Watch *watch = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&watch->lock);

  while (!watch->done)
    if (!g_cond_wait_until (&watch->changed, &watch->lock, watch->until))
      {
        g_subprocess_force_exit (watch->child);
        return NULL;
      }
  return NULL;
}

static void
on_cancelled_cb (GCancellable *cancellable, gpointer child)
{
  (void) cancellable;
  g_subprocess_force_exit (child);
}

/* (transfer full) */
static GSubprocess *
start (const HallLookOptions *options, GError **error)
{
  g_autofree char *pages = g_strdup_printf ("%u", options->max_pages);
  const char *arguments[] = { hall_media_type_get_name (options->media_type),
                              options->wants_code ? "code" : "no-code", pages, NULL };

  return hall_decoder_start (PROGRAM, arguments, error);
}

/* Gives the file, takes the answer. (nullable): NULL if the helper was ended or talks too much */
static char *
talk (GSubprocess *child, GBytes *bytes)
{
  GOutputStream *in = g_subprocess_get_stdin_pipe (child);
  GInputStream *out = g_subprocess_get_stdout_pipe (child);
  g_autofree char *answer = g_malloc (MAX_ANSWER_BYTES + 1);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize n_read = 0;

  /* What goes wrong here shows in the answer: a helper that has gone says nothing. */
  g_output_stream_write_all (in, data, size, NULL, NULL, NULL);
  g_output_stream_close (in, NULL, NULL);
  g_input_stream_read_all (out, answer, MAX_ANSWER_BYTES, &n_read, NULL, NULL);
  if (n_read == 0 || n_read == MAX_ANSWER_BYTES)
    return NULL;
  answer[n_read] = '\0';
  return g_steal_pointer (&answer);
}

static char *
talk_in_time (GSubprocess *child, GBytes *bytes, guint max_seconds)
{
  Watch watch = { .child = child,
                  .until = g_get_monotonic_time () + (gint64) max_seconds * G_USEC_PER_SEC };
  GThread *thread;
  char *answer;

  g_mutex_init (&watch.lock);
  g_cond_init (&watch.changed);
  thread = g_thread_new ("look-watch", watch_main, &watch);
  answer = talk (child, bytes);
  g_mutex_lock (&watch.lock);
  watch.done = TRUE;
  g_cond_signal (&watch.changed);
  g_mutex_unlock (&watch.lock);
  g_thread_join (thread);
  g_cond_clear (&watch.changed);
  g_mutex_clear (&watch.lock);
  return answer;
}

static HallLook *
say_damaged (void)
{
  HallLook *look = hall_look_new ();
  HallIssue issue = { .code = HALL_ISSUE_FILE_DAMAGED };

  g_ptr_array_add (look->findings, hall_finding_new ("", &issue));
  return look;
}

HallLook *
hall_look_run (GBytes *bytes,
               const HallLookOptions *options,
               guint max_seconds,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *answer = NULL;
  HallLook *look = NULL;
  gulong handler = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  child = start (options, error);
  if (child == NULL)
    return NULL;
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), child, NULL);
  answer = talk_in_time (child, bytes, max_seconds);
  g_cancellable_disconnect (cancellable, handler);
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (answer != NULL)
    look = hall_look_parse (answer, -1, NULL);
  return look != NULL ? look : say_damaged ();
}
