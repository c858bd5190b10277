/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence-reader.h"

#include "hall-error.h"
#include "hall-fit.h"

#include <glib/gi18n.h>

#define MAX_FILE_BYTES (64 * 1024 * 1024) /* what can still be made a page */

/* (transfer full) (nullable) */
static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > MAX_FILE_BYTES)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID,
                           _ ("The file is too large or no file."));
      return NULL;
    }
  return g_file_load_bytes (file, cancellable, NULL, error);
}

/* As the doctor suggests. Returns: (transfer full) (nullable): a JPEG */
static GBytes *
make_page (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (HallFitPage) page = hall_fit_open (bytes, 0, cancellable, error);
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);
  g_autoptr (HallFitDocument) document = NULL;

  if (page == NULL)
    return NULL;
  wish->layout = HALL_FIT_AS_JPEG;
  hall_fit_wish_add (wish, bytes, 0, &page->recipe);
  document = hall_fit_make (wish, NULL, cancellable, error);
  return document != NULL ? g_bytes_ref (document->bytes) : NULL;
}

static HallMediaType
guess (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return hall_media_type_guess (data, size);
}

/* What is to be read. */
typedef struct
{
  GFile *file; /* owned */
  HallDocumentKind kind;
} Job;

static void
job_free (Job *self)
{
  g_object_unref (self->file);
  g_free (self);
}

/* (transfer full) (nullable) */
static HallLicence *
read_page (const Job *self, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) page = make_page (bytes, cancellable, error);

  if (page == NULL)
    return NULL;
  return hall_licence_read (page, HALL_MEDIA_JPEG, self->kind, cancellable, error);
}

/* (transfer full) (nullable) */
static HallLicence *
read_any (const Job *self, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  HallMediaType type = guess (bytes);
  g_autoptr (HallLicence) licence = NULL;

  if (type == HALL_MEDIA_UNKNOWN)
    return read_page (self, bytes, cancellable, error);
  licence = hall_licence_read (bytes, type, self->kind, cancellable, error);
  if (licence == NULL || !hall_licence_is_empty (licence) || type != HALL_MEDIA_JPEG)
    return g_steal_pointer (&licence);
  return read_page (self, bytes, cancellable, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = load (job->file, cancellable, &error);
  HallLicence *licence = bytes != NULL ? read_any (job, bytes, cancellable, &error) : NULL;

  if (licence != NULL)
    g_task_return_pointer (task, licence, (GDestroyNotify) hall_licence_free);
  else
    g_task_return_error (task, error);
}

void
hall_licence_reader_read_async (GFile *file,
                                HallDocumentKind kind,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->kind = kind;
  g_task_set_source_tag (task, hall_licence_reader_read_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in_thread);
}

HallLicence *
hall_licence_reader_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
