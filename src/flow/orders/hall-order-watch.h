/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order, always as it is now: followed by waiting calls, and moved on by calls of one's own.
 * For both parts: a handler's detail page and the reviewer's desk.
 *
 * Signals:
 *  - "changed" (): another order, or the first; ask hall_order_watch_get_order()
 *  - "failed" (GError *error): it cannot be followed: not found, not allowed. A lost line is no
 *    failure, the session tells of it.
 */
#pragma once

#include "hall-client-order.h"
#include "hall-session.h"

#define HALL_TYPE_ORDER_WATCH (hall_order_watch_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderWatch, hall_order_watch, HALL, ORDER_WATCH, GObject)

HallOrderWatch *hall_order_watch_new (HallSession *session, const char *number);

/* Follows from now on; loads the order first if there is none yet. */
void hall_order_watch_start (HallOrderWatch *self);
void hall_order_watch_stop (HallOrderWatch *self);

HallSession *hall_order_watch_get_session (HallOrderWatch *self);
const char *hall_order_watch_get_number (HallOrderWatch *self);

/* (nullable): valid until "changed" has been emitted once more; NULL until it is loaded. */
const HallOrder *hall_order_watch_get_order (HallOrderWatch *self);

/* (nullable): the one before it, to see in "changed" what is different. */
const HallOrder *hall_order_watch_get_previous (HallOrderWatch *self);

/* @order: (transfer full): what another call answered; dropped if it is not newer, and says nothing
 * else of a decision that waits */
void hall_order_watch_adopt (HallOrderWatch *self, HallOrder *order);

/* Asks now, whatever is known. */
void hall_order_watch_load_async (HallOrderWatch *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean hall_order_watch_load_finish (HallOrderWatch *self, GAsyncResult *result, GError **error);

/**
 * hall_order_watch_send_async:
 * @body: (nullable): copied
 *
 * Moves the order that the person has seen. %HALL_ERROR_STALE when it is no longer the newest:
 * the newest has been loaded by then, and the person should look again.
 */
void hall_order_watch_send_async (HallOrderWatch *self,
                                  HallEvent event,
                                  const HallEventBody *body,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean hall_order_watch_send_finish (HallOrderWatch *self, GAsyncResult *result, GError **error);

/* Takes back one's own decision that waits (HallOrder.held_by). */
void hall_order_watch_undo_async (HallOrderWatch *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean hall_order_watch_undo_finish (HallOrderWatch *self, GAsyncResult *result, GError **error);

/* A payment code of WeChat or Alipay, in HallOrder.payment. */
void hall_order_watch_pay_async (HallOrderWatch *self,
                                 HallPayChannel channel,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean hall_order_watch_pay_finish (HallOrderWatch *self, GAsyncResult *result, GError **error);

/* A link for the handler's phone, in HallOrder.auth. */
void hall_order_watch_renew_auth_async (HallOrderWatch *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
hall_order_watch_renew_auth_finish (HallOrderWatch *self, GAsyncResult *result, GError **error);

/* The way without face data. @note: why, 1 to 500 characters */
void hall_order_watch_request_alternative_async (HallOrderWatch *self,
                                                 const char *note,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
gboolean hall_order_watch_request_alternative_finish (HallOrderWatch *self,
                                                      GAsyncResult *result,
                                                      GError **error);
