/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-render-ask.h"

#include <string.h>

#include "hall-child-watch.h"
#include "hall-decoder.h"
#include "hall-error.h"

#define PROGRESS "progress "
#define MAX_LINE 32

static void
on_cancelled_cb (GCancellable *cancellable, gpointer child)
{
  (void) cancellable;
  g_subprocess_force_exit (child);
}

static void
give_parts (GOutputStream *in, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      gsize size = 0;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (parts, i), &size);
      g_autofree char *head = g_strdup_printf ("%" G_GSIZE_FORMAT "\n", size);

      /* What goes wrong here shows in the answer: a helper that has gone says nothing. */
      g_output_stream_write_all (in, head, strlen (head), NULL, NULL, NULL);
      g_output_stream_write_all (in, data, size, NULL, NULL, NULL);
    }
  g_output_stream_close (in, NULL, NULL);
}

/* Takes what leads the answer and is none of it. @per_cent: (nullable) */
static void
take_progress (GByteArray *answer, gint *per_cent)
{
  const guint8 *end;

  while (answer->len > strlen (PROGRESS) && memcmp (answer->data, PROGRESS, strlen (PROGRESS)) == 0
         && (end = memchr (answer->data, '\n', MIN (answer->len, MAX_LINE))) != NULL)
    {
      guint64 number = g_ascii_strtoull ((char *) answer->data + strlen (PROGRESS), NULL, 10);

      if (per_cent != NULL)
        g_atomic_int_set (per_cent, (gint) MIN (number, 100));
      g_byte_array_remove_range (answer, 0, (guint) (end + 1 - answer->data));
    }
}

/* (nullable): NULL if the helper was ended or talks too much */
static GBytes *
take_answer (GInputStream *out, const HallRenderQuestion *question)
{
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  guint8 buffer[16 * 1024];
  gssize n;

  while ((n = g_input_stream_read (out, buffer, sizeof buffer, NULL, NULL)) > 0)
    {
      g_byte_array_append (answer, buffer, (guint) n);
      take_progress (answer, question->per_cent);
      if (answer->len > question->max_answer)
        return NULL;
    }
  return answer->len > 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&answer)) : NULL;
}

static GBytes *
talk (GSubprocess *child, const HallRenderQuestion *question)
{
  give_parts (g_subprocess_get_stdin_pipe (child), question->parts);
  return take_answer (g_subprocess_get_stdout_pipe (child), question);
}

static GBytes *
talk_in_time (GSubprocess *child, const HallRenderQuestion *question)
{
  g_autoptr (HallChildWatch) watch = hall_child_watch_new ();
  GBytes *answer;

  hall_child_watch_begin (watch, child, question->max_seconds);
  answer = talk (child, question);
  hall_child_watch_end (watch);
  return answer;
}

GBytes *
hall_render_ask (const HallRenderQuestion *question, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GBytes) answer = NULL;
  gulong handler = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  child = hall_decoder_start (question->arguments, error);
  if (child == NULL)
    return NULL;
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), child, NULL);
  answer = talk_in_time (child, question);
  g_cancellable_disconnect (cancellable, handler);
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (answer == NULL)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, "the file was too much to open");
  return g_steal_pointer (&answer);
}
