/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls that move files: printed forms, uploaded documents, pictures of the authentication.
 * What they have in common is in hall-client.h.
 */
#pragma once

#include "hall-client.h"
#include "hall-order.h"

/* The application form of the confirmed revision: a PDF. */
void hall_client_get_form_async (HallClient *self,
                                 const char *number,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GBytes *hall_client_get_form_finish (HallClient *self, GAsyncResult *result, GError **error);

/* The seal capture sheet of the confirmed revision: a PDF. */
void hall_client_get_seal_sheet_async (HallClient *self,
                                       const char *number,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GBytes *hall_client_get_seal_sheet_finish (HallClient *self, GAsyncResult *result, GError **error);

/* For the organisation's accountant; %HALL_ERROR_CONFLICT if the order is paid by transfer. */
void hall_client_get_finance_note_async (HallClient *self,
                                         const char *number,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GBytes *
hall_client_get_finance_note_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_get_document_async (HallClient *self,
                                     const char *number,
                                     const char *slot,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GBytes *hall_client_get_document_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @capture: one of HallOrder.captures */
void hall_client_get_capture_async (HallClient *self,
                                    const char *number,
                                    const char *capture,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GBytes *hall_client_get_capture_finish (HallClient *self, GAsyncResult *result, GError **error);

/* A file on its way into a slot. */
typedef struct
{
  const char *slot;
  const char *file_name; /* without folder, UTF-8 */
  GBytes *bytes;
  HallProgressFunc progress; /* (nullable): called in the main context */
  gpointer progress_data;    /* must live until the call has ended */
} HallFile;

/**
 * hall_client_put_document_async:
 * @file: copied
 *
 * Fails with %HALL_ERROR_INVALID and findings if the hall does not accept the file. Tried
 * again when the connection is lost: the same file in the same slot is the same document.
 */
void hall_client_put_document_async (HallClient *self,
                                     const char *number,
                                     const HallFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
HallOrder *hall_client_put_document_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_delete_document_async (HallClient *self,
                                        const char *number,
                                        const char *slot,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
HallOrder *
hall_client_delete_document_finish (HallClient *self, GAsyncResult *result, GError **error);
