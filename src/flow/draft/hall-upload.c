/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-document.h"
#include "hall-step.h"
#include "hall-upload-private.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HallUpload, hall_upload, G_TYPE_OBJECT)

/* What one operation has besides its task. */
typedef struct
{
  GCancellable *outer; /* (nullable): the caller's */
  gulong outer_id;
} Operation;

static void
operation_free (gpointer data)
{
  Operation *operation = data;

  if (operation->outer != NULL)
    g_cancellable_disconnect (operation->outer, operation->outer_id);
  g_clear_object (&operation->outer);
  g_free (operation);
}

void
hall_upload_set_state (HallUpload *self, HallUploadState state)
{
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

HallClient *
hall_upload_get_client (HallUpload *self)
{
  return hall_session_get_client (hall_order_watch_get_session (self->watch));
}

void
hall_upload_set_findings (HallUpload *self, GPtrArray *findings)
{
  g_ptr_array_unref (self->findings);
  self->findings = findings != NULL ? g_ptr_array_ref (findings) : hall_findings_new ();
}

void
hall_upload_forget_file (HallUpload *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->file_name, g_free);
  hall_upload_set_findings (self, NULL);
  g_clear_error (&self->error);
}

void
hall_upload_settle (HallUpload *self)
{
  g_clear_object (&self->running);
  hall_upload_set_state (self, hall_upload_get_document (self) != NULL ? HALL_UPLOAD_KEPT
                                                                       : HALL_UPLOAD_EMPTY);
}

static void
on_outer_cancelled_cb (GCancellable *outer, GCancellable *running)
{
  g_cancellable_cancel (running);
}

GTask *
hall_upload_begin (HallUpload *self,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GCancellable) running = g_cancellable_new ();
  GTask *task = g_task_new (self, running, callback, user_data);
  Operation *operation = g_new0 (Operation, 1);

  g_task_set_task_data (task, operation, operation_free);
  if (cancellable != NULL)
    {
      operation->outer = g_object_ref (cancellable);
      operation->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (on_outer_cancelled_cb),
                                                   g_object_ref (running), g_object_unref);
    }
  g_cancellable_cancel (self->running);
  g_set_object (&self->running, running);
  g_clear_error (&self->error);
  self->progress = 0;
  return task;
}

gboolean
hall_upload_is_current (HallUpload *self, GTask *task)
{
  return self->running == g_task_get_cancellable (task);
}

void
hall_upload_return_failure (GTask *task, GError *error)
{
  HallUpload *self = g_task_get_source_object (task);
  gboolean passing = g_error_matches (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE)
                     || g_error_matches (error, HALL_ERROR, HALL_ERROR_TOO_MANY)
                     || g_error_matches (error, HALL_ERROR, HALL_ERROR_INTERNAL);

  if (hall_upload_is_current (self, task))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          hall_upload_forget_file (self);
          hall_upload_settle (self);
        }
      else
        {
          g_clear_object (&self->running);
          g_clear_error (&self->error);
          self->error = g_error_copy (error);
          if (hall_error_get_findings (error) != NULL)
            hall_upload_set_findings (self, hall_error_get_findings (error));
          hall_upload_set_state (self, passing ? HALL_UPLOAD_FAILED : HALL_UPLOAD_REFUSED);
        }
    }
  g_task_return_error (task, error);
}

void
hall_upload_cancel (HallUpload *self)
{
  g_cancellable_cancel (self->running);
}

void
hall_upload_dismiss (HallUpload *self)
{
  if (self->state != HALL_UPLOAD_REFUSED && self->state != HALL_UPLOAD_FAILED)
    return;
  hall_upload_forget_file (self);
  hall_upload_settle (self);
}

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallUpload *self = g_task_get_source_object (task);
  HallOrder *order = hall_client_delete_document_finish (HALL_CLIENT (source), result, &error);

  if (order == NULL)
    {
      hall_upload_return_failure (task, g_steal_pointer (&error));
      return;
    }
  if (hall_upload_is_current (self, task))
    g_clear_object (&self->running);
  hall_order_watch_adopt (self->watch, order);
  if (self->running == NULL)
    hall_upload_settle (self);
  g_task_return_boolean (task, TRUE);
}

void
hall_upload_remove_async (HallUpload *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = hall_upload_begin (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_upload_remove_async);
  hall_upload_forget_file (self);
  if (hall_upload_get_document (self) == NULL)
    {
      hall_upload_settle (self);
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  hall_upload_set_state (self, HALL_UPLOAD_REMOVING);
  hall_client_delete_document_async (hall_upload_get_client (self),
                                     hall_order_watch_get_number (self->watch),
                                     self->requirement->slot, g_task_get_cancellable (task),
                                     on_removed_cb, task);
}

gboolean
hall_upload_remove_finish (HallUpload *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_order_changed_cb (HallOrderWatch *watch, HallUpload *self)
{
  if (self->state == HALL_UPLOAD_EMPTY || self->state == HALL_UPLOAD_KEPT)
    hall_upload_settle (self);
  else
    g_signal_emit (self, signals[CHANGED], 0); /* the document, or why it was returned */
}

static void
hall_upload_dispose (GObject *object)
{
  HallUpload *self = HALL_UPLOAD (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (hall_upload_parent_class)->dispose (object);
}

static void
hall_upload_finalize (GObject *object)
{
  HallUpload *self = HALL_UPLOAD (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->file_name);
  g_ptr_array_unref (self->findings);
  g_clear_error (&self->error);
  hall_inspector_unref (self->inspector);
  hall_catalog_unref (self->catalog);
  G_OBJECT_CLASS (hall_upload_parent_class)->finalize (object);
}

static void
hall_upload_class_init (HallUploadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_upload_dispose;
  object_class->finalize = hall_upload_finalize;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_UPLOAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hall_upload_init (HallUpload *self)
{
  self->findings = hall_findings_new ();
}

HallUpload *
hall_upload_new (HallOrderWatch *watch,
                 HallCatalog *catalog,
                 const HallRequirement *requirement,
                 HallInspector *inspector)
{
  HallUpload *self = g_object_new (HALL_TYPE_UPLOAD, NULL);

  self->watch = g_object_ref (watch);
  self->catalog = hall_catalog_ref (catalog);
  self->requirement = requirement;
  self->inspector = hall_inspector_ref (inspector);
  g_signal_connect_object (watch, "changed", G_CALLBACK (on_order_changed_cb), self, 0);
  hall_upload_settle (self);
  return self;
}

void
hall_upload_set_inspector (HallUpload *self, HallInspector *inspector)
{
  hall_inspector_unref (self->inspector);
  self->inspector = hall_inspector_ref (inspector);
}

const HallRequirement *
hall_upload_get_requirement (HallUpload *self)
{
  return self->requirement;
}

HallUploadState
hall_upload_get_state (HallUpload *self)
{
  return self->state;
}

double
hall_upload_get_progress (HallUpload *self)
{
  return self->progress;
}

const HallDocument *
hall_upload_get_document (HallUpload *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  return order != NULL ? hall_order_find_document (order, self->requirement->slot) : NULL;
}

const char *
hall_upload_get_file_name (HallUpload *self)
{
  const HallDocument *document = hall_upload_get_document (self);

  if (self->file_name != NULL && self->state != HALL_UPLOAD_KEPT)
    return self->file_name;
  return document != NULL ? document->file_name : NULL;
}

GBytes *
hall_upload_get_bytes (HallUpload *self)
{
  return self->bytes;
}

GPtrArray *
hall_upload_get_findings (HallUpload *self)
{
  const HallDocument *document = hall_upload_get_document (self);

  return self->state == HALL_UPLOAD_KEPT && document != NULL ? document->findings : self->findings;
}

const GError *
hall_upload_get_error (HallUpload *self)
{
  return self->error;
}

gboolean
hall_upload_wants_file (HallUpload *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  return order != NULL && hall_step_wants_document (order, self->requirement);
}

/* After a return: what is missing, what no longer fits the data, and what was returned. */
static gboolean
is_open_after_return (HallUpload *self, const HallOrder *order)
{
  const HallDocument *document = hall_upload_get_document (self);

  return document == NULL || !document->current
         || hall_order_find_return (order, self->requirement->slot) != NULL
         || hall_order_find_return (order, HALL_PLACE_ORDER) != NULL;
}

gboolean
hall_upload_is_open (HallUpload *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  if (order == NULL)
    return FALSE;
  if (self->requirement->at_payment)
    return hall_order_can (order, HALL_ACTION_UPLOAD_VOUCHER);
  return hall_order_can (order, HALL_ACTION_UPLOAD)
         && (order->state != HALL_STATE_REJECTED || is_open_after_return (self, order));
}

gboolean
hall_upload_is_removable (HallUpload *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  return hall_upload_is_open (self)
         && (self->requirement->at_payment || order->state == HALL_STATE_AWAITING_DOCUMENTS
             || order->state == HALL_STATE_REJECTED);
}

const HallReturn *
hall_upload_get_return (HallUpload *self)
{
  const HallOrder *order = hall_order_watch_get_order (self->watch);

  if (order == NULL || order->state != HALL_STATE_REJECTED || !hall_upload_wants_file (self))
    return NULL;
  return hall_order_find_return (order, self->requirement->slot);
}
