/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-save.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

/* A file being saved. */
typedef struct
{
  GBytes *bytes;
  GtkFileChooserNative *dialog; /* (nullable): while it is open */
  gulong over_gone;             /* a handler of the page's "destroy" */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_bytes_unref (saving->bytes);
  g_clear_object (&saving->dialog);
  g_free (saving);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
close_dialog (GTask *task)
{
  Saving *saving = g_task_get_task_data (task);

  g_signal_handler_disconnect (g_task_get_source_object (task), saving->over_gone);
  hall_ui_retire_dialog (GTK_NATIVE_DIALOG (g_steal_pointer (&saving->dialog)));
}

static void
return_cancelled (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "nothing was saved");
  g_object_unref (task);
}

static void
on_answered_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  Saving *saving = g_task_get_task_data (task);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_signal_handlers_disconnect_by_data (dialog, task);
  close_dialog (task);
  if (file == NULL)
    return_cancelled (task);
  else
    g_file_replace_contents_bytes_async (file, saving->bytes, NULL, FALSE,
                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                         g_task_get_cancellable (task), on_written_cb, task);
}

static void
on_over_gone_cb (GtkWidget *over, GTask *task)
{
  Saving *saving = g_task_get_task_data (task);

  g_signal_handlers_disconnect_by_data (saving->dialog, task);
  close_dialog (task);
  return_cancelled (task);
}

void
hall_sheet_save_async (GtkWidget *over,
                       const char *file_name,
                       GBytes *bytes,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (over, cancellable, callback, user_data);
  GtkWidget *window = gtk_widget_get_toplevel (over);
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  Saving *saving = g_new0 (Saving, 1);

  g_task_set_source_tag (task, hall_sheet_save_async);
  g_task_set_task_data (task, saving, saving_free);
  saving->bytes = g_bytes_ref (bytes);
  saving->dialog =
      gtk_file_chooser_native_new (_ ("Save"), GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL,
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->dialog), TRUE);
  gtk_file_chooser_set_do_overwrite_confirmation (GTK_FILE_CHOOSER (saving->dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->dialog), file_name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (saving->dialog), folder);
  saving->over_gone = g_signal_connect (over, "destroy", G_CALLBACK (on_over_gone_cb), task);
  g_signal_connect (saving->dialog, "response", G_CALLBACK (on_answered_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->dialog));
}

GFile *
hall_sheet_save_finish (GtkWidget *over, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, over), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
