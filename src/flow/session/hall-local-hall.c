/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-local-hall.h"

#include "hall-address.h"
#include "hall-process.h"
#include "hall-trouble.h"

#define PROGRAM  "certhalld"
#define GREETING "certhalld: listening on "
#define OTHERS                                                                       \
  "certhalld: already listening on " /* it belongs to another program, which ends it \
                                      */

struct _HallLocalHall
{
  GObject parent_instance;

  char **argv; /* (nullable) */
  HallLang lang;
  HallProcess *process;   /* (nullable) */
  char *address;          /* (nullable): while it runs */
  GPtrArray *waiting;     /* (element-type GTask): of a start under way */
  GCancellable *starting; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallLocalHall, hall_local_hall, G_TYPE_OBJECT)

static void
forget_process (HallLocalHall *self)
{
  if (self->process != NULL)
    g_signal_handlers_disconnect_by_data (self->process, self);
  g_clear_object (&self->process);
  g_clear_pointer (&self->address, g_free);
}

static void
hall_local_hall_dispose (GObject *object)
{
  HallLocalHall *self = HALL_LOCAL_HALL (object);

  g_cancellable_cancel (self->starting);
  g_clear_object (&self->starting);
  forget_process (self);
  G_OBJECT_CLASS (hall_local_hall_parent_class)->dispose (object);
}

static void
hall_local_hall_finalize (GObject *object)
{
  HallLocalHall *self = HALL_LOCAL_HALL (object);

  g_strfreev (self->argv);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (hall_local_hall_parent_class)->finalize (object);
}

static void
hall_local_hall_class_init (HallLocalHallClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_local_hall_dispose;
  object_class->finalize = hall_local_hall_finalize;
}

static void
hall_local_hall_init (HallLocalHall *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

HallLocalHall *
hall_local_hall_new (const char *const *argv, HallLang lang)
{
  HallLocalHall *self = g_object_new (HALL_TYPE_LOCAL_HALL, NULL);

  self->argv = g_strdupv ((char **) argv);
  self->lang = lang;
  return self;
}

static GError *
convert_error (HallLocalHall *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  return hall_trouble_new (HALL_TROUBLE_NO_PROGRAM, self->lang, error->message);
}

/* Everybody who waits for the start hears how it went. */
static void
answer_all (HallLocalHall *self, const GError *error)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_object (&self->starting);
  for (guint i = 0; i < tasks->len; i++)
    if (error != NULL)
      g_task_return_error (g_ptr_array_index (tasks, i), convert_error (self, error));
    else
      g_task_return_pointer (g_ptr_array_index (tasks, i), g_strdup (self->address), g_free);
}

static void
on_process_ended_cb (HallProcess *process, HallLocalHall *self)
{
  forget_process (self);
}

/* The address of the greeting; only this computer's own is believed. */
static char *
read_address (HallLocalHall *self, const char *line, GError **error)
{
  g_autofree char *address = NULL;

  if (g_str_has_prefix (line, GREETING))
    address = hall_address_parse (line + strlen (GREETING), FALSE, self->lang, error);
  else if (g_str_has_prefix (line, OTHERS))
    address = hall_address_parse (line + strlen (OTHERS), FALSE, self->lang, error);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s”", line);
  if (address == NULL || hall_address_is_local (address))
    return g_steal_pointer (&address);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s”", line);
  return NULL;
}

static void
on_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallLocalHall) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autoptr (HallProcess) process = hall_process_start_finish (result, &line, &error);

  if (process != NULL)
    self->address = read_address (self, line, &error);
  if (self->address != NULL && g_str_has_prefix (line, GREETING))
    {
      g_signal_connect (process, "ended", G_CALLBACK (on_process_ended_cb), self);
      self->process = g_steal_pointer (&process);
    }
  answer_all (self, error);
  if (self->process == NULL)
    g_clear_pointer (&self->address, g_free);
}

static void
start_process (HallLocalHall *self)
{
  g_autofree char *program = self->argv == NULL ? hall_process_find_program (PROGRAM) : NULL;
  const char *found[] = { program != NULL ? program : PROGRAM, "--local", NULL };

  self->starting = g_cancellable_new ();
  hall_process_start_async (self->argv != NULL ? (const char *const *) self->argv : found,
                            self->starting, on_started_cb, g_object_ref (self));
}

void
hall_local_hall_start_async (HallLocalHall *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_local_hall_start_async);
  if (hall_local_hall_is_running (self))
    {
      g_task_return_pointer (task, g_strdup (self->address), g_free);
      return;
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  if (self->starting == NULL)
    start_process (self);
}

char *
hall_local_hall_start_finish (HallLocalHall *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
hall_local_hall_is_running (HallLocalHall *self)
{
  return self->process != NULL && hall_process_is_running (self->process);
}

void
hall_local_hall_stop (HallLocalHall *self)
{
  g_cancellable_cancel (self->starting);
  if (self->process != NULL)
    hall_process_stop (self->process);
  forget_process (self);
}
