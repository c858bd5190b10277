/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls of cashiers. What they have in common is in hall-client.h. That money has arrived, or was
 * paid back, is said with hall_client_send_event_async().
 */
#pragma once

#include "hall-client.h"
#include "hall-wire-money.h"
#include "hall-wire-refund.h"

/* @format: (nullable): kept first. The answer is all of them: (element-type HallBankFormat) */
void hall_client_bank_formats_async (HallClient *self,
                                     const HallBankFormat *format,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *hall_client_bank_formats_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @transfers: (element-type HallTransfer): at most %HALL_MAX_IMPORT. Twice does no harm. */
void hall_client_import_statement_async (HallClient *self,
                                         const char *bank,
                                         GPtrArray *transfers,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
HallImportResult *
hall_client_import_statement_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @order: (nullable): only what could be for it; @after: 0, or HallStatementPage.next */
void hall_client_list_statement_async (HallClient *self,
                                       const char *order,
                                       gint64 after,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
HallStatementPage *
hall_client_list_statement_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_set_line_aside_async (HallClient *self,
                                       gint64 line,
                                       gboolean aside,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
HallStatementItem *
hall_client_set_line_aside_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @cursor: (nullable) */
void hall_client_list_refunds_async (HallClient *self,
                                     const char *cursor,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
HallRefundPage *
hall_client_list_refunds_finish (HallClient *self, GAsyncResult *result, GError **error);
