/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One document of an order: chosen, read, looked at, sent, kept by the hall. Each of these can
 * be seen, and stopped.
 *
 * Signal "changed" (): state, progress or document; in the main context.
 */
#pragma once

#include "hall-inspect.h"
#include "hall-order-watch.h"

typedef enum
{
  HALL_UPLOAD_EMPTY,
  HALL_UPLOAD_CHECKING, /* being read and looked at */
  HALL_UPLOAD_SENDING,
  HALL_UPLOAD_KEPT,    /* the hall has a document */
  HALL_UPLOAD_REFUSED, /* the file chosen last was not accepted, here or by the hall */
  HALL_UPLOAD_FAILED,  /* the file chosen last did not get there; it can be tried again */
  HALL_UPLOAD_REMOVING,
  HALL_N_UPLOAD_STATES
} HallUploadState;

#define HALL_TYPE_UPLOAD (hall_upload_get_type ())
G_DECLARE_FINAL_TYPE (HallUpload, hall_upload, HALL, UPLOAD, GObject)

const HallRequirement *hall_upload_get_requirement (HallUpload *self);
HallUploadState hall_upload_get_state (HallUpload *self);

/* From 0.0 to 1.0 while it is sent. */
double hall_upload_get_progress (HallUpload *self);

/* (nullable): What the hall has. It stays while another file is tried. Valid until "changed". */
const HallDocument *hall_upload_get_document (HallUpload *self);

/* (nullable): Of the file chosen last, else of the document. */
const char *hall_upload_get_file_name (HallUpload *self);

/* (nullable): The file chosen last; large ones too, so that they can be made smaller. */
GBytes *hall_upload_get_bytes (HallUpload *self);

/* (element-type HallFinding): About the file chosen last, else about the document. */
GPtrArray *hall_upload_get_findings (HallUpload *self);

/* (nullable): Why it is refused or failed. */
const GError *hall_upload_get_error (HallUpload *self);

/* (nullable): Why the hall returned it, until another one is there. */
const HallReturn *hall_upload_get_return (HallUpload *self);

/* Whether the handler has something to do here. */
gboolean hall_upload_wants_file (HallUpload *self);

/* Whether a file can be put here in the order's state, and whether it can be left empty again. */
gboolean hall_upload_is_open (HallUpload *self);
gboolean hall_upload_is_removable (HallUpload *self);

/**
 * hall_upload_put_file_async:
 *
 * Reads, looks and sends. What ran before in this slot is cancelled. The document that is there
 * stays until the hall has accepted the new one.
 */
void hall_upload_put_file_async (HallUpload *self,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* The same with bytes there are already: a page that was mended, made smaller, scanned. */
void hall_upload_put_bytes_async (HallUpload *self,
                                  GBytes *bytes,
                                  const char *file_name,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * hall_upload_put_finish:
 * @error: %HALL_ERROR_INVALID with findings, %HALL_ERROR_UNAVAILABLE; for both of the above
 */
gboolean hall_upload_put_finish (HallUpload *self, GAsyncResult *result, GError **error);

/* Sends the file chosen last once more. Ends with hall_upload_put_finish(). */
void hall_upload_retry_async (HallUpload *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* Stops what runs; the slot is as it was. */
void hall_upload_cancel (HallUpload *self);

/* Forgets a file that was refused or failed; what the hall has stays. */
void hall_upload_dismiss (HallUpload *self);

void hall_upload_remove_async (HallUpload *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean hall_upload_remove_finish (HallUpload *self, GAsyncResult *result, GError **error);
