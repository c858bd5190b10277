/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files in their slots: taken when every check of the desktop holds here too, given back
 * as they were. A look at an identity card by staff is written into the audit trail.
 */
#include "hall-blobs.h"
#include "hall-document-store.h"
#include "hall-intake.h"
#include "hall-licence-compare.h"
#include "hall-limits.h"
#include "hall-move.h"
#include "hall-reply.h"
#include "hall-routes.h"

/* A file that is on the disk but not yet in the database. */
typedef struct
{
  char *folder;
  char *blob;
  HallDocument *document;
  gboolean kept;
} Upload;

static void
upload_free (gpointer data)
{
  Upload *upload = data;

  if (!upload->kept)
    hall_blobs_delete (upload->folder, upload->blob);
  g_free (upload->folder);
  g_free (upload->blob);
  hall_document_free (upload->document);
  g_free (upload);
}

/* The slot of the path. NULL with @error if the order's project has none of that name. */
static const HallRequirement *
find_slot (HallContext *context, const HallRequest *request, const HallCase *order, GError **error)
{
  const char *slot = hall_request_get_arg (request, 1);
  const HallRequirement *requirement = hall_catalog_find_requirement (order->catalog, slot);

  if (requirement == NULL || !hall_requirement_is_in_type (requirement, order->type))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                   hall_reply_say (context, "本业务单没有“%s”这项资料。",
                                   "This order has no document “%s”."),
                   slot);
      return NULL;
    }
  return requirement;
}

/* The slot, if it can be changed now. NULL with @error. */
static const HallRequirement *
find_open_slot (HallContext *context,
                const HallRequest *request,
                const HallCase *order,
                gboolean remove,
                GError **error)
{
  const HallRequirement *requirement = find_slot (context, request, order, error);

  if (requirement == NULL
      || (remove ? hall_case_is_slot_removable (order, requirement)
                 : hall_case_is_slot_open (order, requirement)))
    return requirement;
  g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT,
               hall_reply_say (context, "业务单当前状态为“%s”，不能更换此项资料。",
                               "The order's state is “%s”; this document cannot be changed now."),
               hall_state_get_label (order->record->state, context->lang));
  return NULL;
}

/* (transfer full) (nullable): what was printed for the slot. Without it the scan is not compared,
 * which is no reason to refuse it. */
static HallPrintedSheet *
print_sheet (HallContext *context, const HallCase *order, const HallRequirement *requirement)
{
  const HallRecord *record = order->record;
  HallSheetInfo info = { .hall_name = context->setup->name,
                         .order = record->number,
                         .revision = (guint) record->revision,
                         .sha256 = record->printed_hash,
                         .practice = context->setup->practice };
  g_autoptr (HallApplication) application = NULL;

  if (!requirement->form_code || record->revision <= 0)
    return NULL;
  application = hall_revision_get (context->db, context->setup->vault, record->number,
                                   (guint) record->revision, &info.confirmed_at_s, NULL);
  if (application == NULL)
    return NULL;
  return hall_printed_sheet_print (requirement->kind, order->catalog, application, &info, NULL);
}

/* The form must be the newest printout; the seals on an older sheet are as good as new ones. */
static HallIntakeExpectation
expect (const HallContext *context,
        const HallCase *order,
        const HallRequirement *requirement,
        const HallPrintedSheet *sheet)
{
  HallIntakeExpectation expected = { .order = order->record->number, .sheet = sheet };

  if (requirement->kind == HALL_DOCUMENT_APPLICATION_FORM)
    {
      expected.revision = (guint) order->record->revision;
      expected.hash = order->record->printed_hash;
    }
  return expected;
}

static HallDocument *
new_document (const HallContext *context, const HallCase *order, const HallScanReport *report)
{
  HallDocument *document = hall_document_new (report->slot);

  document->file_name = g_strdup (report->file_name);
  document->media_type = g_strdup (hall_media_type_get_name (report->media_type));
  document->sha256 = g_strdup (report->sha256);
  document->bytes = (gint64) report->bytes;
  document->pages = report->pages;
  document->revision = (guint) order->record->revision;
  document->uploaded_s = context->now_s;
  document->current = TRUE;
  g_ptr_array_unref (document->findings);
  document->findings = g_ptr_array_ref (report->findings);
  hall_scan_report_get_sight (report, &document->sight);
  return document;
}

static void
set_refused (HallContext *context, const HallScanReport *report, GError **error)
{
  GError *own = g_error_new_literal (HALL_ERROR, HALL_ERROR_INVALID,
                                     hall_reply_say (context, "这个文件不能使用，请查看原因。",
                                                     "This file cannot be taken; see why."));

  hall_error_set_findings (own, report->findings);
  g_propagate_error (error, own);
}

/* The checks, the hash, the encryption: slow, and nothing of it needs the writer. */
static HallAnswer *
prepare_upload (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  const HallRequirement *requirement =
      order != NULL ? find_open_slot (context, request, order, FALSE, error) : NULL;
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (HallPrintedSheet) sheet = NULL;
  g_autoptr (HallScanReport) report = NULL;
  g_autofree char *blob = NULL;
  HallIntakeExpectation expected;
  HallCheckContext check;
  Upload *upload;

  if (requirement == NULL)
    return NULL;
  if (request->file_name == NULL || *request->file_name == '\0')
    return hall_answer_new_http_problem (400, "Name the file in Content-Disposition");
  sheet = print_sheet (context, order, requirement);
  expected = expect (context, order, requirement, sheet);
  report = hall_intake_inspect (request->body != NULL ? request->body : nothing, request->file_name,
                                requirement, &expected, NULL, error);
  if (report == NULL)
    return NULL;
  hall_context_get_check (context, &check);
  hall_licence_inspect (request->body, requirement, order->record->application, order->catalog,
                        &check.today, report->findings);
  if (!hall_scan_report_is_accepted (report))
    {
      set_refused (context, report, error);
      return NULL;
    }
  blob = hall_blobs_put (context->setup->vault, context->setup->blob_dir, request->body, error);
  if (blob == NULL)
    return NULL;
  upload = g_new0 (Upload, 1);
  upload->folder = g_strdup (context->setup->blob_dir);
  upload->blob = g_steal_pointer (&blob);
  upload->document = new_document (context, order, report);
  hall_context_set_prepared (context, upload, upload_free);
  return NULL;
}

/* The data may have been confirmed anew while the file was looked at. */
static gboolean
is_still_right (HallContext *context,
                const HallCase *order,
                const HallDocument *document,
                GError **error)
{
  if (document->revision == (guint) order->record->revision)
    return TRUE;
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                       hall_reply_say (context, "填写的信息刚刚有变化，请重新上传。",
                                       "The data have just changed; please upload again."));
  return FALSE;
}

static HallAnswer *
put_document (HallContext *context, const HallRequest *request, GError **error)
{
  Upload *upload = context->prepared;
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);

  if (order == NULL || find_open_slot (context, request, order, FALSE, error) == NULL
      || !is_still_right (context, order, upload->document, error)
      || !hall_document_store_put (context->db, order->record->number, upload->document,
                                   upload->blob, error)
      || !hall_move_touch (context, order, HALL_ACTOR_HANDLER, "upload", upload->document->slot,
                           error))
    return NULL;
  upload->kept = TRUE;
  return hall_reply_moved (context, order, error);
}

static HallAnswer *
delete_document (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  const HallRequirement *requirement =
      order != NULL ? find_open_slot (context, request, order, TRUE, error) : NULL;

  if (requirement == NULL)
    return NULL;
  if (hall_case_find_document (order, requirement->slot) == NULL)
    return hall_reply_order (context, order, 200, error);
  if (!hall_document_store_remove (context->db, order->record->number, requirement->slot, error)
      || !hall_move_touch (context, order, HALL_ACTOR_HANDLER, "remove", requirement->slot, error))
    return NULL;
  return hall_reply_moved (context, order, error);
}

/* What is to be sent, opened before the writer is asked. */
typedef struct
{
  GBytes *bytes;
  const char *media_type; /* static */
  gboolean is_identity;
} File;

static void
file_free (gpointer data)
{
  File *file = data;

  g_bytes_unref (file->bytes);
  g_free (file);
}

static HallAnswer *
prepare_file (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  const HallRequirement *requirement =
      order != NULL ? find_slot (context, request, order, error) : NULL;
  const HallStoredDocument *stored;
  GBytes *bytes;
  File *file;

  if (requirement == NULL)
    return NULL;
  stored = hall_case_find_document (order, requirement->slot);
  if (stored == NULL)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                           hall_reply_say (context, "此项资料尚未上传。",
                                           "This document has not been uploaded."));
      return NULL;
    }
  bytes = hall_blobs_get (context->setup->vault, context->setup->blob_dir, stored->blob, error);
  if (bytes == NULL)
    return NULL;
  file = g_new0 (File, 1);
  file->bytes = bytes;
  file->media_type = g_intern_string (stored->document->media_type);
  file->is_identity = requirement->kind == HALL_DOCUMENT_SUBJECT_ID;
  hall_context_set_prepared (context, file, file_free);
  return NULL;
}

static HallAnswer *
get_document (HallContext *context, const HallRequest *request, GError **error)
{
  const File *file = context->prepared;

  if (file->is_identity && hall_context_is_staff (context))
    {
      g_autoptr (HallCase) order =
          hall_case_load (context, hall_request_get_arg (request, 0), error);

      if (order == NULL
          || !hall_move_note_look (context, order, "view-document",
                                   hall_request_get_arg (request, 1), error))
        return NULL;
    }
  return hall_answer_new_bytes (200, file->media_type, g_bytes_ref (file->bytes));
}

#define HANDLER HALL_ACTOR_BIT (HALL_ACTOR_HANDLER)

const HallRoute hall_routes_document[] = {
  { "GET", HALL_PATH_DOCUMENT, HANDLER | HALL_ACTORS_STAFF, HALL_BODY_NONE, 0, HALL_ROUTE_WRITES,
    get_document, prepare_file },
  { "PUT", HALL_PATH_DOCUMENT, HANDLER, HALL_BODY_FILE, HALL_MAX_FILE_BYTES, HALL_ROUTE_WRITES,
    put_document, prepare_upload },
  { "DELETE", HALL_PATH_DOCUMENT, HANDLER, HALL_BODY_NONE, 0, HALL_ROUTE_WRITES, delete_document,
    NULL },
  { NULL },
};
