/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The orders a producer works on: to be made first, then those being made and on their way. All of
 * them are loaded, up to %HALL_PRODUCTION_MAX.
 */
#pragma once

#include "hall-client-production.h"
#include "hall-session.h"

#define HALL_PRODUCTION_MAX 2000

/* Loads everything anew. Returns with _finish: (element-type HallBatchItem) */
void hall_production_load_async (HallSession *session,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *hall_production_load_finish (HallSession *session, GAsyncResult *result, GError **error);

/* (nullable): @items: (element-type HallBatchItem) */
const HallBatchItem *hall_production_find (GPtrArray *items, const char *order);

/**
 * hall_production_write:
 * @items: (element-type HallBatchItem)
 *
 * Returns: (transfer full): a line for each order with tabs between, and a header: for a sheet, or
 *   for the machine that makes the certificates
 */
char *hall_production_write (GPtrArray *items, HallLang lang);
