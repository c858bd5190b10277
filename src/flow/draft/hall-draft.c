/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-draft-private.h"

enum
{
  FIELD_CHANGED,
  CHANGED,
  SAVE_CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HallDraft, hall_draft, G_TYPE_OBJECT)

static void
emit_field_changes (HallDraft *self)
{
  g_autoptr (GPtrArray) ids = hall_fill_take_changes (self->fill);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      g_signal_emit (self, signals[FIELD_CHANGED], g_quark_from_string (id), id);
    }
}

/* The hall has it or it is typed anew: either way the journal must not fail silently. */
static void
note_journal (HallDraft *self, gboolean written, GError *error)
{
  if (written)
    return;
  g_warning ("the journal of order %s cannot be written: %s",
             hall_order_watch_get_number (self->watch), error->message);
  g_error_free (error);
}

static void
rewrite_journal (HallDraft *self)
{
  g_autoptr (GPtrArray) edits = hall_fill_get_edits (self->fill);
  GError *error = NULL;

  note_journal (self, hall_journal_rewrite (self->journal, edits, &error), error);
}

/* Says "changed" if it is, and not at every letter that is typed. */
static void
emit_changed (HallDraft *self, gboolean certainly)
{
  HallStep step = hall_draft_get_step (self);
  const char *type = hall_draft_get_application (self)->certificate_type;
  gboolean changed = certainly || step != self->told_step || g_strcmp0 (type, self->told_type) != 0;

  self->told_step = step;
  g_free (self->told_type);
  self->told_type = g_strdup (type);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* After anything the person did. */
static void
take_edit (HallDraft *self)
{
  g_autoptr (GPtrArray) edits = hall_fill_take_edits (self->fill);
  GError *error = NULL;

  if (edits->len > 0)
    note_journal (self, hall_journal_add (self->journal, edits, &error), error);
  g_object_ref (self); /* a handler may drop it */
  hall_saver_note_change (self->saver);
  emit_field_changes (self);
  emit_changed (self, FALSE);
  g_object_unref (self);
}

static void
take_order (HallDraft *self)
{
  GDate today;

  hall_session_get_today (self->session, &today);
  hall_fill_set_order (self->fill, hall_order_watch_get_order (self->watch), &today);
}

static void
on_order_changed_cb (HallOrderWatch *watch, HallDraft *self)
{
  take_order (self);
  rewrite_journal (self);
  g_object_ref (self);
  emit_field_changes (self);
  emit_changed (self, TRUE);
  g_object_unref (self);
}

static void
on_watch_failed_cb (HallOrderWatch *watch, const GError *error, HallDraft *self)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
saver_saved (gpointer owner, const HallApplication *snapshot)
{
  HallDraft *self = owner;

  hall_fill_note_saved (self->fill, snapshot);
  on_order_changed_cb (self->watch, self);
}

static void
saver_refused (gpointer owner, const GError *error)
{
  hall_draft_note_refused (owner, hall_error_get_findings (error));
}

static void
saver_state_changed (gpointer owner)
{
  g_signal_emit (owner, signals[SAVE_CHANGED], 0);
}

static const HallSaverFuncs saver_funcs = { saver_saved, saver_refused, saver_state_changed };

void
hall_draft_note_refused (HallDraft *self, GPtrArray *findings)
{
  hall_fill_note_refused (self->fill, findings);
  emit_field_changes (self);
  emit_changed (self, FALSE);
}

static void
hall_draft_dispose (GObject *object)
{
  HallDraft *self = HALL_DRAFT (object);

  g_clear_pointer (&self->saver, hall_saver_free);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->uploads);
  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_draft_parent_class)->dispose (object);
}

static void
hall_draft_finalize (GObject *object)
{
  HallDraft *self = HALL_DRAFT (object);

  g_clear_pointer (&self->fill, hall_fill_free);
  g_clear_pointer (&self->journal, hall_journal_free);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  g_free (self->told_type);
  G_OBJECT_CLASS (hall_draft_parent_class)->finalize (object);
}

static void
hall_draft_class_init (HallDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_draft_dispose;
  object_class->finalize = hall_draft_finalize;
  signals[FIELD_CHANGED] =
      g_signal_new ("field-changed", HALL_TYPE_DRAFT, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SAVE_CHANGED] = g_signal_new ("save-changed", HALL_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", HALL_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hall_draft_init (HallDraft *self)
{
}

HallDraft *
hall_draft_new (HallOrderWatch *watch, HallCatalog *catalog)
{
  HallDraft *self = g_object_new (HALL_TYPE_DRAFT, NULL);
  g_autoptr (GPtrArray) typed = NULL;
  g_autoptr (GPtrArray) news = NULL;

  self->watch = g_object_ref (watch);
  self->session = g_object_ref (hall_order_watch_get_session (watch));
  self->catalog = hall_catalog_ref (catalog);
  self->uploads = hall_uploads_new (watch, catalog);
  self->fill = hall_fill_new (catalog, hall_session_get_mobile (self->session));
  self->journal = hall_journal_new (hall_session_get_hall_key (self->session),
                                    hall_order_watch_get_number (watch));
  take_order (self);
  typed = hall_journal_read (self->journal);
  hall_fill_restore (self->fill, typed);
  news = hall_fill_get_edits (self->fill);
  self->n_restored = news->len;
  rewrite_journal (self);
  g_ptr_array_unref (hall_fill_take_changes (self->fill));
  self->saver = hall_saver_new (watch, self->fill, &saver_funcs, G_OBJECT (self));
  hall_saver_note_change (self->saver);
  g_signal_connect (watch, "changed", G_CALLBACK (on_order_changed_cb), self);
  g_signal_connect (watch, "failed", G_CALLBACK (on_watch_failed_cb), self);
  hall_order_watch_start (watch);
  return self;
}

HallSession *
hall_draft_get_session (HallDraft *self)
{
  return self->session;
}

HallCatalog *
hall_draft_get_catalog (HallDraft *self)
{
  return self->catalog;
}

HallOrderWatch *
hall_draft_get_watch (HallDraft *self)
{
  return self->watch;
}

HallUploads *
hall_draft_get_uploads (HallDraft *self)
{
  return self->uploads;
}

const HallOrder *
hall_draft_get_order (HallDraft *self)
{
  return hall_order_watch_get_order (self->watch);
}

const HallApplication *
hall_draft_get_application (HallDraft *self)
{
  return hall_fill_get_application (self->fill);
}

const HallCertificateType *
hall_draft_get_certificate_type (HallDraft *self)
{
  return hall_catalog_find_type (self->catalog,
                                 hall_draft_get_application (self)->certificate_type);
}

gboolean
hall_draft_set_certificate_type (HallDraft *self, const char *type_id)
{
  if (!hall_fill_set_type (self->fill, type_id))
    return FALSE;
  take_edit (self);
  return TRUE;
}

const char *
hall_draft_get_value (HallDraft *self, const char *field_id)
{
  return hall_application_get (hall_draft_get_application (self), field_id);
}

gboolean
hall_draft_set_value (HallDraft *self, const char *field_id, const char *typed)
{
  if (!hall_fill_set_value (self->fill, field_id, typed))
    return FALSE;
  take_edit (self);
  return TRUE;
}

gboolean
hall_draft_is_confirmed (HallDraft *self, const char *field_id)
{
  return hall_application_is_confirmed (hall_draft_get_application (self), field_id);
}

gboolean
hall_draft_set_confirmed (HallDraft *self, const char *field_id, gboolean confirmed)
{
  if (!hall_fill_set_confirmed (self->fill, field_id, confirmed))
    return FALSE;
  take_edit (self);
  return TRUE;
}

gboolean
hall_draft_is_editable (HallDraft *self, const char *field_id)
{
  return hall_fill_is_open (self->fill, field_id);
}

const HallFinding *
hall_draft_get_finding (HallDraft *self, const char *field_id)
{
  return hall_fill_get_finding (self->fill, field_id);
}

GPtrArray *
hall_draft_get_findings (HallDraft *self)
{
  return hall_fill_get_findings (self->fill);
}

const HallReturn *
hall_draft_get_return (HallDraft *self, const char *field_id)
{
  const HallOrder *order = hall_draft_get_order (self);

  return order->state == HALL_STATE_REJECTED ? hall_order_find_return (order, field_id) : NULL;
}

HallVerdict
hall_draft_get_verdict (HallDraft *self)
{
  return hall_findings_get_verdict (hall_draft_get_findings (self));
}

gboolean
hall_draft_is_copy_active (HallDraft *self, const HallCopy *copy)
{
  return hall_fill_is_copy_active (self->fill, copy);
}

void
hall_draft_set_copy_active (HallDraft *self, const HallCopy *copy, gboolean active)
{
  if (hall_fill_set_copy (self->fill, copy, active))
    take_edit (self);
}

HallStep
hall_draft_get_step (HallDraft *self)
{
  return hall_step_next (hall_draft_get_order (self), self->catalog, hall_draft_get_verdict (self));
}

gboolean
hall_draft_is_step_open (HallDraft *self, HallStep step)
{
  return hall_step_is_open (hall_draft_get_order (self), step, hall_draft_get_step (self));
}

gboolean
hall_draft_is_step_done (HallDraft *self, HallStep step)
{
  return step < hall_draft_get_step (self);
}

HallSaveState
hall_draft_get_save_state (HallDraft *self)
{
  return hall_saver_get_state (self->saver);
}

gint64
hall_draft_get_saved_s (HallDraft *self)
{
  return hall_saver_get_saved_s (self->saver);
}

const GError *
hall_draft_get_save_error (HallDraft *self)
{
  return hall_saver_get_error (self->saver);
}

guint
hall_draft_get_n_restored (HallDraft *self)
{
  return self->n_restored;
}

void
hall_draft_discard_edits (HallDraft *self)
{
  hall_fill_discard (self->fill);
  rewrite_journal (self);
  take_edit (self);
}

void
hall_draft_save_async (HallDraft *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_draft_save_async);
  hall_saver_flush (self->saver, task);
}

gboolean
hall_draft_save_finish (HallDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
