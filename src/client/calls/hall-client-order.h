/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls about one order. What they have in common is in hall-client.h.
 *
 * Every call that changes an order answers with the order as it is now. Where a @version is
 * asked for, %HALL_ERROR_STALE says that somebody was faster: load the order again.
 */
#pragma once

#include "hall-client.h"
#include "hall-order.h"

/* What an event needs besides its name; data/openapi.yaml says which need what. */
typedef struct
{
  GHashTable *fields;          /* (nullable): field id -> text */
  const char *code;            /* (nullable) */
  GPtrArray *returns;          /* (nullable) (element-type HallReturn) */
  const char *note;            /* (nullable) */
  gint64 amount_fen;           /* 0: none */
  const char *payer;           /* (nullable) */
  gint64 statement_line;       /* 0: none */
  const char *courier;         /* (nullable) */
  const char *tracking_number; /* (nullable) */
} HallEventBody;

/* An order to begin. Nothing in it is owned. */
typedef struct
{
  const char *project;
  const char *certificate_type; /* (nullable): the project's first if NULL */
  GPtrArray *consents; /* (element-type HallConsent): those accepted, of the catalogue read */
  const char *key; /* (nullable): who asks again with the same key, today, gets the same order */
} HallNewOrder;

/* Without a key, only the repetitions of this one call get the same order. */
void hall_client_create_order_async (HallClient *self,
                                     const HallNewOrder *order,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
HallOrder *hall_client_create_order_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_get_order_async (HallClient *self,
                                  const char *number,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
HallOrder *hall_client_get_order_finish (HallClient *self, GAsyncResult *result, GError **error);

/**
 * hall_client_wait_order_async:
 * @version: what the caller knows
 *
 * One long request: answered when the order changes, or after %HALL_CLIENT_WAIT_S.
 */
void hall_client_wait_order_async (HallClient *self,
                                   const char *number,
                                   gint64 version,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* @order: (out) (nullable): NULL if nothing happened */
gboolean hall_client_wait_order_finish (HallClient *self,
                                        GAsyncResult *result,
                                        HallOrder **order,
                                        GError **error);

void hall_client_put_application_async (HallClient *self,
                                        const char *number,
                                        gint64 version,
                                        const HallApplication *application,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
HallOrder *
hall_client_put_application_finish (HallClient *self, GAsyncResult *result, GError **error);

/**
 * hall_client_send_event_async:
 * @body: (nullable): copied
 */
void hall_client_send_event_async (HallClient *self,
                                   const char *number,
                                   gint64 version,
                                   HallEvent event,
                                   const HallEventBody *body,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
HallOrder *hall_client_send_event_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_renew_auth_link_async (HallClient *self,
                                        const char *number,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
HallOrder *
hall_client_renew_auth_link_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_request_alternative_auth_async (HallClient *self,
                                                 const char *number,
                                                 const char *note,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
HallOrder *hall_client_request_alternative_auth_finish (HallClient *self,
                                                        GAsyncResult *result,
                                                        GError **error);

/* @channel: WeChat or Alipay */
void hall_client_create_payment_async (HallClient *self,
                                       const char *number,
                                       HallPayChannel channel,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
HallOrder *
hall_client_create_payment_finish (HallClient *self, GAsyncResult *result, GError **error);
