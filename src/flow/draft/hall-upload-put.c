/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting a file into a slot: read, looked at, sent.
 */
#include "hall-client-document.h"
#include "hall-trouble.h"
#include "hall-upload-private.h"

#define MAX_READ_BYTES (64 * 1024 * 1024) /* what may still be made smaller */

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  GTask *task = data;
  HallUpload *self = g_task_get_source_object (task);

  if (!hall_upload_is_current (self, task) || total == 0)
    return;
  self->progress = (double) done / (double) total;
  hall_upload_set_state (self, HALL_UPLOAD_SENDING);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallUpload *self = g_task_get_source_object (task);
  HallOrder *order = hall_client_put_document_finish (HALL_CLIENT (source), result, &error);

  if (order == NULL)
    {
      hall_upload_return_failure (task, g_steal_pointer (&error));
      return;
    }
  if (hall_upload_is_current (self, task))
    {
      g_clear_object (&self->running);
      self->progress = 1;
    }
  hall_order_watch_adopt (self->watch, order);
  if (self->running == NULL)
    hall_upload_settle (self);
  g_task_return_boolean (task, TRUE);
}

/* Takes over the reference of @task. */
static void
send (GTask *task)
{
  HallUpload *self = g_task_get_source_object (task);
  HallFile file = { self->requirement->slot, self->file_name, self->bytes, on_progress, task };

  hall_upload_set_state (self, HALL_UPLOAD_SENDING);
  hall_client_put_document_async (hall_upload_get_client (self),
                                  hall_order_watch_get_number (self->watch), &file,
                                  g_task_get_cancellable (task), on_sent_cb, task);
}

/* The error that says what the worst finding says; NULL if none is an error. */
static GError *
build_refusal (HallUpload *self, GPtrArray *findings)
{
  HallLang lang = hall_session_get_lang (hall_order_watch_get_session (self->watch));

  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = NULL;
      GError *error;

      if (finding->severity != HALL_WRONG)
        continue;
      text = hall_issue_format (&finding->issue, lang);
      error = g_error_new_literal (HALL_ERROR, HALL_ERROR_INVALID, text);
      hall_error_set_findings (error, findings);
      return error;
    }
  return NULL;
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallUpload *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) findings = hall_inspector_look_finish (result, &error);

  if (findings != NULL && hall_upload_is_current (self, task))
    {
      hall_upload_set_findings (self, findings);
      error = build_refusal (self, findings);
    }
  if (error != NULL)
    hall_upload_return_failure (task, g_steal_pointer (&error));
  else
    send (g_steal_pointer (&task));
}

/* Takes over the reference of @task. */
static void
look (GTask *task, GBytes *bytes)
{
  HallUpload *self = g_task_get_source_object (task);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_ref (bytes);
  hall_inspector_look_async (self->inspector, bytes, self->file_name, self->requirement,
                             self->catalog, hall_order_watch_get_order (self->watch),
                             g_task_get_cancellable (task), on_looked_cb, task);
}

static GError *
convert_error (HallUpload *self, const GError *error)
{
  HallLang lang = hall_session_get_lang (hall_order_watch_get_session (self->watch));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  return hall_trouble_new (HALL_TROUBLE_UNREADABLE, lang, error->message);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallUpload *self = g_task_get_source_object (task);
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (bytes == NULL)
    hall_upload_return_failure (task, convert_error (self, error));
  else if (!hall_upload_is_current (self, task))
    g_task_return_error_if_cancelled (task);
  else
    look (g_steal_pointer (&task), bytes);
}

/* Ends an operation because of what can be said without reading the file. */
static void
return_too_large (GTask *task, goffset bytes)
{
  HallUpload *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_autofree char *given = g_format_size_full ((guint64) bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *allowed =
      g_format_size_full (self->requirement->max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, HALL_ISSUE_FILE_TOO_LARGE, given, allowed);
  g_ptr_array_add (findings, hall_finding_new (self->requirement->slot, &issue));
  hall_upload_return_failure (task, build_refusal (self, findings));
}

static void
on_file_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallUpload *self = g_task_get_source_object (task);
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, self->file_name);
  if (error != NULL)
    hall_upload_return_failure (task, convert_error (self, error));
  else if (g_file_info_get_size (info) > MAX_READ_BYTES)
    return_too_large (task, g_file_info_get_size (info));
  else
    g_file_load_bytes_async (G_FILE (source), g_task_get_cancellable (task), on_read_cb,
                             g_object_ref (task));
}

void
hall_upload_put_file_async (HallUpload *self,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = hall_upload_begin (self, cancellable, callback, user_data);
  g_autofree char *name = g_file_get_basename (file);

  g_task_set_source_tag (task, hall_upload_put_file_async);
  hall_upload_forget_file (self);
  self->file_name = g_filename_display_name (name);
  hall_upload_set_state (self, HALL_UPLOAD_CHECKING);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                           g_task_get_cancellable (task), on_file_found_cb, task);
}

void
hall_upload_put_bytes_async (HallUpload *self,
                             GBytes *bytes,
                             const char *file_name,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autofree char *name = g_strdup (file_name);
  g_autoptr (GBytes) kept = g_bytes_ref (bytes); /* both may be of the file that is forgotten */
  GTask *task = hall_upload_begin (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_upload_put_file_async);
  hall_upload_forget_file (self);
  self->file_name = g_steal_pointer (&name);
  hall_upload_set_state (self, HALL_UPLOAD_CHECKING);
  look (task, kept);
}

gboolean
hall_upload_put_finish (HallUpload *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hall_upload_retry_async (HallUpload *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (self->bytes != NULL);
  hall_upload_put_bytes_async (self, self->bytes, self->file_name, cancellable, callback,
                               user_data);
}
