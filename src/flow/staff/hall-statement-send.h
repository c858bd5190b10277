/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole statement to the hall, in as many calls as it takes. Again after a failure it sends all
 * of it: what the hall has, it does not take twice.
 */
#pragma once

#include "hall-client-money.h"

/* @transfers: (element-type HallTransfer): a reference is kept */
void hall_statement_send_async (HallClient *client,
                                const char *bank,
                                GPtrArray *transfers,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
HallImportResult *
hall_statement_send_finish (HallClient *client, GAsyncResult *result, GError **error);
