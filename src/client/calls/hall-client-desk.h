/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls of staff at an order: having it on the desk, notes among colleagues. What they have in
 * common is in hall-client.h.
 */
#pragma once

#include "hall-client.h"
#include "hall-order.h"

/* Takes the order, or renews the claim; once in five minutes is often enough. HALL_ERROR_CLAIMED,
 * with a sentence that says who, if a colleague has it. */
void hall_client_claim_order_async (HallClient *self,
                                    const char *number,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Returns: (transfer full): the order as it is now */
HallOrder *hall_client_claim_order_finish (HallClient *self, GAsyncResult *result, GError **error);

/* Gives the order up. */
void hall_client_release_order_async (HallClient *self,
                                      const char *number,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean hall_client_release_order_finish (HallClient *self, GAsyncResult *result, GError **error);

/* A note that the applicant never sees. */
typedef struct
{
  char *who;
  char *text;
  gint64 at_s;
} HallDeskNote;

void hall_desk_note_free (HallDeskNote *self);

/* @note: (nullable): to be added first */
void hall_client_list_notes_async (HallClient *self,
                                   const char *number,
                                   const char *note,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Returns: (transfer full) (element-type HallDeskNote): oldest first */
GPtrArray *hall_client_list_notes_finish (HallClient *self, GAsyncResult *result, GError **error);
