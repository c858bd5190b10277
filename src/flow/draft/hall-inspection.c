/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-inspection.h"

/* Everything the worker has. It owns nothing that lives in the main thread. */
typedef struct
{
  HallInspector *inspector;
  GBytes *bytes;
  char *file_name;
  const HallRequirement *requirement; /* of the catalogue */
  HallCatalog *catalog;
  HallOrder *order;
  HallPrintedSheet *sheet; /* (nullable) */
} Look;

HallInspector *
hall_inspector_new (HallInspectFunc inspect, gpointer data, GDestroyNotify free_data)
{
  HallInspector *self = g_new0 (HallInspector, 1);

  self->ref_count = 1;
  self->inspect = inspect;
  self->data = data;
  self->free_data = free_data;
  return self;
}

HallInspector *
hall_inspector_ref (HallInspector *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
hall_inspector_unref (HallInspector *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static void
look_free (gpointer data)
{
  Look *look = data;

  hall_inspector_unref (look->inspector);
  g_bytes_unref (look->bytes);
  g_free (look->file_name);
  hall_catalog_unref (look->catalog);
  hall_order_free (look->order);
  g_clear_pointer (&look->sheet, hall_printed_sheet_unref);
  g_free (look);
}

static HallOrder *
copy_order (const HallOrder *order)
{
  HallOrder *copy = hall_order_new (order->number);

  copy->project = g_strdup (order->project);
  copy->certificate_type = g_strdup (order->certificate_type);
  copy->state = order->state;
  copy->revision = order->revision;
  copy->practice = order->practice;
  copy->printed_hash = g_strdup (order->printed_hash);
  if (order->application != NULL)
    copy->application = hall_application_copy (order->application);
  return copy;
}

/* (transfer full) (nullable): what the current revision prints for this slot. Here and not in the
 * worker: text must not be drawn beside the window's own. */
static HallPrintedSheet *
print_sheet (const HallRequirement *requirement, const HallCatalog *catalog, const HallOrder *order)
{
  HallSheetInfo info = { .order = order->number,
                         .revision = order->revision,
                         .sha256 = order->printed_hash,
                         .practice = order->practice };
  g_autoptr (GError) error = NULL;
  HallPrintedSheet *sheet;

  if (!requirement->form_code || order->printed_hash == NULL || order->application == NULL
      || order->changed_since_confirmed)
    return NULL;
  sheet = hall_printed_sheet_print (requirement->kind, catalog, order->application, &info, &error);
  if (sheet == NULL)
    g_message ("the scan is not compared with what was printed: %s", error->message);
  return sheet;
}

static gboolean
has_error (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (((HallFinding *) g_ptr_array_index (findings, i))->severity == HALL_WRONG)
      return TRUE;
  return FALSE;
}

static void
check_size (const Look *look, GPtrArray *findings)
{
  gsize bytes = g_bytes_get_size (look->bytes);
  g_autofree char *given = g_format_size_full (bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *allowed =
      g_format_size_full (look->requirement->max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  if (bytes > 0 && bytes <= look->requirement->max_bytes)
    return;
  if (bytes == 0)
    hall_issue_set (&issue, HALL_ISSUE_FILE_EMPTY, NULL, NULL);
  else
    hall_issue_set (&issue, HALL_ISSUE_FILE_TOO_LARGE, given, allowed);
  g_ptr_array_add (findings, hall_finding_new (look->requirement->slot, &issue));
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  HallInspector *inspector = look->inspector;
  GPtrArray *findings = NULL;

  if (inspector->inspect != NULL)
    findings = inspector->inspect (look->bytes, look->file_name, look->requirement, look->order,
                                   look->sheet, inspector->data);
  if (findings == NULL)
    findings = hall_findings_new ();
  if (!has_error (findings))
    check_size (look, findings);
  g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
}

void
hall_inspector_look_async (HallInspector *self,
                           GBytes *bytes,
                           const char *file_name,
                           const HallRequirement *requirement,
                           HallCatalog *catalog,
                           const HallOrder *order,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Look *look = g_new0 (Look, 1);

  look->inspector = hall_inspector_ref (self);
  look->bytes = g_bytes_ref (bytes);
  look->file_name = g_strdup (file_name);
  look->requirement = requirement;
  look->catalog = hall_catalog_ref (catalog);
  look->order = copy_order (order);
  look->sheet = self->inspect != NULL ? print_sheet (requirement, catalog, order) : NULL;
  g_task_set_source_tag (task, hall_inspector_look_async);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

GPtrArray *
hall_inspector_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
