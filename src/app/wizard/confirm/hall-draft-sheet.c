/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-draft-sheet.h"

#include "hall-client-document.h"
#include "hall-form-sheet.h"
#include "hall-seal-sheet.h"

/* What a thread needs to draw a preview. */
typedef struct
{
  HallSheet sheet;
  HallCatalog *catalog;
  HallApplication *application;
  char *hall_name;
  char *sha256;
  gboolean practice;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  hall_catalog_unref (preview->catalog);
  hall_application_free (preview->application);
  g_free (preview->hall_name);
  g_free (preview->sha256);
  g_free (preview);
}

static Preview *
preview_new (HallDraft *draft, HallSheet sheet)
{
  const HallInfo *info = hall_session_get_info (hall_draft_get_session (draft));
  Preview *preview = g_new0 (Preview, 1);

  preview->sheet = sheet;
  preview->catalog = hall_catalog_ref (hall_draft_get_catalog (draft));
  preview->application = hall_application_copy (hall_draft_get_application (draft));
  preview->hall_name = info != NULL ? g_strdup (info->name) : NULL;
  preview->sha256 = hall_application_hash_printed (preview->application, preview->catalog);
  preview->practice = hall_draft_get_order (draft)->practice;
  return preview;
}

gboolean
hall_draft_sheet_is_preview (HallDraft *draft)
{
  const HallOrder *order = hall_draft_get_order (draft);

  return order->state == HALL_STATE_DRAFT
         || (order->state == HALL_STATE_REJECTED && order->changed_since_confirmed);
}

const HallRequirement *
hall_draft_sheet_get_requirement (HallDraft *draft, HallSheet sheet)
{
  const HallRequirement *requirement =
      hall_catalog_find_document (hall_draft_get_catalog (draft),
                                  sheet == HALL_SHEET_FORM ? HALL_DOCUMENT_APPLICATION_FORM
                                                           : HALL_DOCUMENT_SEAL_SHEET);

  if (requirement == NULL
      || !hall_requirement_is_in_type (requirement, hall_draft_get_certificate_type (draft)))
    return NULL;
  return requirement;
}

char *
hall_draft_sheet_get_key (HallDraft *draft, HallSheet sheet)
{
  g_autofree char *hash = NULL;

  if (!hall_draft_sheet_is_preview (draft))
    return g_strdup_printf ("%d %u", sheet, hall_draft_get_order (draft)->revision);
  hash = hall_application_hash_printed (hall_draft_get_application (draft),
                                        hall_draft_get_catalog (draft));
  return g_strdup_printf ("%d %s", sheet, hash);
}

/* Not in a thread: text must not be drawn beside the window's own (see hall-paper.c). A sheet takes
 * some milliseconds. */
static gboolean
on_draw_cb (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Preview *preview = g_task_get_task_data (task);
  HallSheetInfo info = { .hall_name = preview->hall_name,
                         .sha256 = preview->sha256,
                         .practice = preview->practice };
  GError *error = NULL;
  GBytes *bytes;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  bytes = preview->sheet == HALL_SHEET_FORM
              ? hall_form_sheet_print (preview->catalog, preview->application, &info, NULL, &error)
              : hall_seal_sheet_print (preview->catalog, preview->application, &info, NULL, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

static void
on_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HallClient *client = HALL_CLIENT (source);
  GError *error = NULL;
  GBytes *bytes = GPOINTER_TO_UINT (g_task_get_task_data (task)) == HALL_SHEET_FORM
                      ? hall_client_get_form_finish (client, result, &error)
                      : hall_client_get_seal_sheet_finish (client, result, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
hall_draft_sheet_load_async (HallDraft *draft,
                             HallSheet sheet,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (draft, cancellable, callback, user_data);
  HallClient *client = hall_session_get_client (hall_draft_get_session (draft));
  const char *number = hall_draft_get_order (draft)->number;

  g_task_set_source_tag (task, hall_draft_sheet_load_async);
  if (hall_draft_sheet_is_preview (draft))
    {
      g_task_set_task_data (task, preview_new (draft, sheet), preview_free);
      g_idle_add (on_draw_cb, task);
      return;
    }
  g_task_set_task_data (task, GUINT_TO_POINTER (sheet), NULL);
  if (sheet == HALL_SHEET_FORM)
    hall_client_get_form_async (client, number, cancellable, on_fetched_cb, task);
  else
    hall_client_get_seal_sheet_async (client, number, cancellable, on_fetched_cb, task);
}

GBytes *
hall_draft_sheet_load_finish (HallDraft *draft, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, draft), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
