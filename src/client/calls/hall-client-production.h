/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls of producers. What they have in common is in hall-client.h. That an order is made, or sent,
 * is said with hall_client_send_event_async().
 */
#pragma once

#include "hall-client.h"
#include "hall-order.h"
#include "hall-wire-production.h"

/* @shipping: what is to be sent and on its way, else what is to be made; @cursor: (nullable) */
void hall_client_list_production_async (HallClient *self,
                                        gboolean shipping,
                                        const char *cursor,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
HallBatchPage *
hall_client_list_production_finish (HallClient *self, GAsyncResult *result, GError **error);

/* A certificate that was made. Nothing in it is owned. */
typedef struct
{
  const char *serial;
  const char *valid_from;
  const char *valid_to;
} HallNewCertificate;

void hall_client_put_certificate_async (HallClient *self,
                                        const char *number,
                                        gint64 version,
                                        const HallNewCertificate *certificate,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
HallOrder *
hall_client_put_certificate_finish (HallClient *self, GAsyncResult *result, GError **error);

/**
 * hall_client_get_labels_async:
 * @numbers: with commas between
 * @sheet: "a4" or "thermal"
 * @skip: places of the first sheet that are used up
 */
void hall_client_get_labels_async (HallClient *self,
                                   const char *numbers,
                                   const char *sheet,
                                   guint skip,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GBytes *hall_client_get_labels_finish (HallClient *self, GAsyncResult *result, GError **error);
