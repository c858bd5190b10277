/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-doctor-tasks.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hall-app-lang.h"
#include "hall-application.h"
#include "hall-error.h"
#include "hall-fit-apply.h"

#define MAX_READ_BYTES (64 * 1024 * 1024) /* what may still be made smaller */

/* What a thread is given; each job uses some of it. */
typedef struct
{
  GPtrArray *files; /* (element-type GFile) */
  GBytes *bytes;
  guint page;
  GdkPixbuf *picture;
  HallFitRecipe recipe;
  HallFitWish *wish;
  gint *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->files, g_ptr_array_unref);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_object (&job->picture);
  g_clear_pointer (&job->wish, hall_fit_wish_free);
  g_clear_pointer (&job->progress, g_atomic_rc_box_release);
  g_free (job);
}

/* @job: (transfer full) */
static void
run (Job *job,
     GTaskThreadFunc func,
     gpointer tag,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

HallDoctorFile *
hall_doctor_file_new (GBytes *bytes, const char *name)
{
  HallDoctorFile *self = g_new0 (HallDoctorFile, 1);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  return self;
}

void
hall_doctor_file_free (HallDoctorFile *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

static HallDoctorFile *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > MAX_READ_BYTES)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, _ ("“%s” is too large or no file."),
                   name);
      return NULL;
    }
  bytes = g_file_load_bytes (file, cancellable, NULL, error);
  return bytes != NULL ? hall_doctor_file_new (bytes, name) : NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GPtrArray) read =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_doctor_file_free);

  for (guint i = 0; i < job->files->len; i++)
    {
      GError *error = NULL;
      HallDoctorFile *file = read_file (g_ptr_array_index (job->files, i), cancellable, &error);

      if (file == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (read, file);
    }
  g_task_return_pointer (task, g_steal_pointer (&read), (GDestroyNotify) g_ptr_array_unref);
}

void
hall_doctor_read_async (GPtrArray *files,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->files = g_ptr_array_ref (files);
  run (job, read_in_thread, hall_doctor_read_async, cancellable, callback, user_data);
}

GPtrArray *
hall_doctor_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
hall_doctor_describe (const GError *error)
{
  GPtrArray *findings = hall_error_get_findings (error);

  if (findings == NULL || findings->len == 0)
    return g_strdup (error->message);
  return hall_issue_format (&((const HallFinding *) g_ptr_array_index (findings, 0))->issue,
                            hall_app_lang ());
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  HallFitPage *page = hall_fit_open (job->bytes, job->page, cancellable, &error);

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) hall_fit_page_free);
  else
    g_task_return_error (task, error);
}

void
hall_doctor_open_async (GBytes *bytes,
                        guint page,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->bytes = g_bytes_ref (bytes);
  job->page = page;
  run (job, open_in_thread, hall_doctor_open_async, cancellable, callback, user_data);
}

HallFitPage *
hall_doctor_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
apply_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GdkPixbuf *picture;

  if (g_task_return_error_if_cancelled (task))
    return;
  picture = hall_fit_apply (job->picture, &job->recipe);
  if (picture != NULL)
    g_task_return_pointer (task, picture, g_object_unref);
  else
    g_task_return_new_error (task, HALL_ERROR, HALL_ERROR_INTERNAL, "%s",
                             _ ("There is not enough memory for this picture."));
}

void
hall_doctor_apply_async (GdkPixbuf *picture,
                         const HallFitRecipe *recipe,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->picture = g_object_ref (picture);
  job->recipe = *recipe;
  run (job, apply_in_thread, hall_doctor_apply_async, cancellable, callback, user_data);
}

GdkPixbuf *
hall_doctor_apply_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  HallFitDocument *document = hall_fit_make (job->wish, job->progress, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) hall_fit_document_free);
  else
    g_task_return_error (task, error);
}

void
hall_doctor_make_async (HallFitWish *wish,
                        gint *progress,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->wish = wish;
  job->progress = progress;
  run (job, make_in_thread, hall_doctor_make_async, cancellable, callback, user_data);
}

HallFitDocument *
hall_doctor_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
hall_doctor_build_name (const char *name, HallMediaType media_type)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem =
      dot != NULL && dot != name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);

  return g_strconcat (stem, media_type == HALL_MEDIA_JPEG ? ".jpg" : ".pdf", NULL);
}
