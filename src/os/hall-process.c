/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-process.h"

#include "hall-tie.h"

#define FIRST_LINE_S 30
#define PATIENCE_S   5 /* between asking and making */
#define SKIP_BYTES   4096

struct _HallProcess
{
  GObject parent_instance;

  GSubprocess *child;
  HallTie *tie; /* (nullable) */
  gboolean ended;
};

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HallProcess, hall_process, G_TYPE_OBJECT)

/* A start that has not been answered yet. */
typedef struct
{
  HallProcess *process;
  GDataInputStream *lines;
  GCancellable *inner;
  GSource *outer; /* (nullable) */
  GSource *timer;
  gboolean timed_out;
} Start;

static gboolean
on_patience_ended_cb (gpointer user_data)
{
  g_subprocess_force_exit (user_data);
  return G_SOURCE_REMOVE;
}

void
hall_process_stop (HallProcess *self)
{
  if (self->child == NULL || self->ended)
    return;
  hall_tie_ask_to_end (self->child);
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, PATIENCE_S, on_patience_ended_cb,
                              g_object_ref (self->child), g_object_unref);
}

static void
hall_process_dispose (GObject *object)
{
  HallProcess *self = HALL_PROCESS (object);

  hall_process_stop (self);
  g_clear_object (&self->child);
  g_clear_pointer (&self->tie, hall_tie_free);
  G_OBJECT_CLASS (hall_process_parent_class)->dispose (object);
}

static void
hall_process_class_init (HallProcessClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_process_dispose;

  signals[ENDED] = g_signal_new ("ended", HALL_TYPE_PROCESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
hall_process_init (HallProcess *self)
{
}

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
start_free (gpointer data)
{
  Start *start = data;

  clear_source (&start->outer);
  clear_source (&start->timer);
  g_clear_object (&start->process);
  g_clear_object (&start->lines);
  g_clear_object (&start->inner);
  g_free (start);
}

static void
on_child_ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (HallProcess) self = g_weak_ref_get (weak);

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL); /* how it ended is its affair */
  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL)
    return;
  self->ended = TRUE;
  g_signal_emit (self, signals[ENDED], 0);
}

/* A full pipe would stop the child: what it says after the first line is dropped. */
static void
on_skipped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GInputStream *stream = G_INPUT_STREAM (source);

  if (g_input_stream_skip_finish (stream, result, NULL) > 0)
    g_input_stream_skip_async (stream, SKIP_BYTES, G_PRIORITY_LOW, NULL, on_skipped_cb, NULL);
}

static void
on_first_line_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Start *start = g_task_get_task_data (task);
  g_autofree char *line =
      g_data_input_stream_read_line_finish_utf8 (start->lines, result, NULL, &error);

  if (line != NULL && !g_task_return_error_if_cancelled (task))
    {
      g_input_stream_skip_async (G_INPUT_STREAM (start->lines), SKIP_BYTES, G_PRIORITY_LOW, NULL,
                                 on_skipped_cb, NULL);
      g_task_return_pointer (task, g_steal_pointer (&line), g_free);
      return;
    }
  hall_process_stop (start->process);
  if (g_task_get_completed (task) || g_task_return_error_if_cancelled (task))
    return;
  if (start->timed_out)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "no answer in time");
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "it ended at once");
}

static gboolean
on_time_is_up_cb (gpointer user_data)
{
  Start *start = user_data;

  start->timed_out = TRUE;
  g_cancellable_cancel (start->inner);
  return G_SOURCE_REMOVE;
}

static gboolean
on_caller_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Start *start = user_data;

  g_cancellable_cancel (start->inner);
  return G_SOURCE_REMOVE;
}

static HallProcess *
spawn (const char *const *argv, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (HallProcess) self = NULL;
  GWeakRef *weak;

  hall_tie_prepare (launcher);
  child = g_subprocess_launcher_spawnv (launcher, argv, error);
  if (child == NULL)
    return NULL;
  self = g_object_new (HALL_TYPE_PROCESS, NULL);
  self->tie = hall_tie_new (child);
  self->child = g_steal_pointer (&child);
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  g_subprocess_wait_async (self->child, NULL, on_child_ended_cb, weak);
  return g_steal_pointer (&self);
}

void
hall_process_start_async (const char *const *argv,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  Start *start = g_new0 (Start, 1);

  g_task_set_source_tag (task, hall_process_start_async);
  g_task_set_task_data (task, start, start_free);
  start->process = spawn (argv, &error);
  if (start->process == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  start->inner = g_cancellable_new ();
  start->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (start->process->child));
  g_data_input_stream_set_newline_type (start->lines, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  start->timer = g_timeout_source_new_seconds (FIRST_LINE_S);
  g_source_set_callback (start->timer, on_time_is_up_cb, start, NULL);
  g_source_attach (start->timer, g_task_get_context (task));
  if (cancellable != NULL)
    {
      start->outer = g_cancellable_source_new (cancellable);
      g_source_set_callback (start->outer, G_SOURCE_FUNC (on_caller_cancelled_cb), start, NULL);
      g_source_attach (start->outer, g_task_get_context (task));
    }
  g_data_input_stream_read_line_async (start->lines, G_PRIORITY_DEFAULT, start->inner,
                                       on_first_line_cb, g_steal_pointer (&task));
}

HallProcess *
hall_process_start_finish (GAsyncResult *result, char **first_line, GError **error)
{
  Start *start = g_task_get_task_data (G_TASK (result));
  char *line = g_task_propagate_pointer (G_TASK (result), error);

  if (line == NULL)
    return NULL;
  *first_line = line;
  return g_steal_pointer (&start->process);
}

gboolean
hall_process_is_running (HallProcess *self)
{
  return !self->ended;
}

char *
hall_process_find_program (const char *name)
{
  g_autofree char *folder = hall_tie_get_own_folder ();
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  char *found = beside != NULL ? g_find_program_in_path (beside) : NULL;

  return found != NULL ? found : g_find_program_in_path (name);
}
