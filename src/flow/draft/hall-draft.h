/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order in the handler's hands: its fields as they are typed, with what is wrong with them;
 * saved by itself; its documents; and the way to the next step. Nothing that was typed is lost:
 * not to a crash, not to a lost line, not to somebody who changes the same order elsewhere.
 *
 * An order is followed while a draft of it exists, so a phone's authentication or a payment
 * moves it by itself.
 *
 * Signals:
 *  - "field-changed" (const char *field_id), with the id as its detail
 *    ("field-changed::handler.mobile"): value, tick, finding, or whether it can be edited
 *  - "changed" (): state, actions, next step, certificate type
 *  - "save-changed" (): ask hall_draft_get_save_state()
 *  - "failed" (GError *error): the order cannot be followed any more: not found, not allowed
 *
 * Values are kept tidy (hall-tidy.h). An entry keeps the text as typed and shows the tidy value
 * when it is left.
 */
#pragma once

#include "hall-order-watch.h"
#include "hall-saver.h"
#include "hall-step.h"
#include "hall-uploads.h"

#define HALL_TYPE_DRAFT (hall_draft_get_type ())
G_DECLARE_FINAL_TYPE (HallDraft, hall_draft, HALL, DRAFT, GObject)

/**
 * hall_draft_create_async:
 * @certificate_type: (nullable): the project's first if NULL
 * @consents: (nullable): ids of the consents that were accepted; NULL-terminated
 *
 * Begins an order.
 */
void hall_draft_create_async (HallSession *session,
                              const char *project,
                              const char *certificate_type,
                              const char *const *consents,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
HallDraft *hall_draft_create_finish (HallSession *session, GAsyncResult *result, GError **error);

/* Goes on with an order, with what was typed into it here and has not reached the hall. */
void hall_draft_open_async (HallSession *session,
                            const char *number,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
HallDraft *hall_draft_open_finish (HallSession *session, GAsyncResult *result, GError **error);

HallSession *hall_draft_get_session (HallDraft *self);
HallCatalog *hall_draft_get_catalog (HallDraft *self);

/* For payment, authentication and whatever else needs no saving before it. */
HallOrderWatch *hall_draft_get_watch (HallDraft *self);
HallUploads *hall_draft_get_uploads (HallDraft *self);

/* As the hall has it. Valid until "changed". */
const HallOrder *hall_draft_get_order (HallDraft *self);

/* As it is filled in. Valid until the next change. */
const HallApplication *hall_draft_get_application (HallDraft *self);
const HallCertificateType *hall_draft_get_certificate_type (HallDraft *self);

/* Values of fields that the other type has not come back with their type. FALSE: not now. */
gboolean hall_draft_set_certificate_type (HallDraft *self, const char *type_id);

/* "" if there is none. */
const char *hall_draft_get_value (HallDraft *self, const char *field_id);

/* FALSE if nothing is different by it, or the field is locked. */
gboolean hall_draft_set_value (HallDraft *self, const char *field_id, const char *typed);

/* A warning the handler answers for. */
gboolean hall_draft_is_confirmed (HallDraft *self, const char *field_id);
gboolean hall_draft_set_confirmed (HallDraft *self, const char *field_id, gboolean confirmed);

/* Whether the field can be changed in the order's state. */
gboolean hall_draft_is_editable (HallDraft *self, const char *field_id);

/**
 * hall_draft_get_finding:
 *
 * Returns: (nullable): what is wrong with a field, or worth knowing; %HALL_ISSUE_REQUIRED also
 *   where nobody has been yet. Valid until its "field-changed"
 */
const HallFinding *hall_draft_get_finding (HallDraft *self, const char *field_id);

/* (element-type HallFinding): All of them. Valid until the next change. */
GPtrArray *hall_draft_get_findings (HallDraft *self);

/* (nullable): Why the field was returned. */
const HallReturn *hall_draft_get_return (HallDraft *self, const char *field_id);

/* The worst finding that still needs something: confirmed warnings do not. */
HallVerdict hall_draft_get_verdict (HallDraft *self);

/* "Same as …": while it is active, the fields go with their sources. Typing ends it. */
gboolean hall_draft_is_copy_active (HallDraft *self, const HallCopy *copy);
void hall_draft_set_copy_active (HallDraft *self, const HallCopy *copy, gboolean active);

/* Where the handler has something to do, and where they can go. */
HallStep hall_draft_get_step (HallDraft *self);
gboolean hall_draft_is_step_open (HallDraft *self, HallStep step);
gboolean hall_draft_is_step_done (HallDraft *self, HallStep step);

HallSaveState hall_draft_get_save_state (HallDraft *self);

/* When the hall last took something, by its clock; 0: not since the draft was opened. */
gint64 hall_draft_get_saved_s (HallDraft *self);

/* (nullable): Why it is offline or refused. */
const GError *hall_draft_get_save_error (HallDraft *self);

/* How many fields were found in the journal of this computer when the draft was opened. */
guint hall_draft_get_n_restored (HallDraft *self);

/* Gives up what was typed and the hall has not. */
void hall_draft_discard_edits (HallDraft *self);

/* Saves now. What moving on, and closing a window, wait for. */
void hall_draft_save_async (HallDraft *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean hall_draft_save_finish (HallDraft *self, GAsyncResult *result, GError **error);

/**
 * hall_draft_send_async:
 * @event: confirm-info, edit-info, documents-complete, voucher-uploaded, resubmit,
 *   resubmit-account, code-ok, cancel, request-refund, complete
 * @body: (nullable): copied; resubmit-account takes the account from the fields without one
 *
 * Saves what there is to save, then moves the order. When the order was only touched
 * elsewhere meanwhile, and looks the same, it is moved all the same; when it looks different,
 * %HALL_ERROR_STALE, and it has been loaded. What the hall finds wrong then stands beside the
 * fields too.
 */
void hall_draft_send_async (HallDraft *self,
                            HallEvent event,
                            const HallEventBody *body,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean hall_draft_send_finish (HallDraft *self, GAsyncResult *result, GError **error);
