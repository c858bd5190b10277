/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls that only a practice hall answers; others say %HALL_ERROR_NOT_FOUND. What they have in
 * common is in hall-client.h.
 */
#pragma once

#include "hall-client.h"
#include "hall-practice.h"

/**
 * hall_client_list_messages_async:
 * @etag: (nullable): what is known; with it the call waits for news
 */
void hall_client_list_messages_async (HallClient *self,
                                      const char *etag,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/* @messages: (out) (nullable): NULL if there are no new ones */
gboolean hall_client_list_messages_finish (HallClient *self,
                                           GAsyncResult *result,
                                           HallMessages **messages,
                                           GError **error);

void hall_client_get_practice_settings_async (HallClient *self,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
HallPracticeSettings *
hall_client_get_practice_settings_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_put_practice_settings_async (HallClient *self,
                                              gboolean two_person_rule,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
HallPracticeSettings *
hall_client_put_practice_settings_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @payment: HallPaymentCode.id */
void hall_client_get_bill_async (HallClient *self,
                                 const char *payment,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
HallCashierBill *
hall_client_get_bill_finish (HallClient *self, GAsyncResult *result, GError **error);

/* What pressing Pay at the sandbox cashier does. */
void hall_client_pay_bill_async (HallClient *self,
                                 const char *payment,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean hall_client_pay_bill_finish (HallClient *self, GAsyncResult *result, GError **error);
