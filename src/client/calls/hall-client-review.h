/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls of a reviewer: verdicts, the letter, the decision. What they have in common is in
 * hall-client.h.
 */
#pragma once

#include "hall-client.h"
#include "hall-judgement.h"
#include "hall-letter.h"
#include "hall-order.h"

/* What there is to judge in an order and what has been said of it. */
typedef struct
{
  GPtrArray *places;     /* (element-type utf8) */
  GPtrArray *judgements; /* (element-type HallJudgement) */
} HallVerdictSheet;

void hall_verdict_sheet_free (HallVerdictSheet *self);

void hall_client_get_verdicts_async (HallClient *self,
                                     const char *number,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
HallVerdictSheet *
hall_client_get_verdicts_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @judgements: (element-type HallJudgement): in the place of all before */
void hall_client_put_verdicts_async (HallClient *self,
                                     const char *number,
                                     gint64 version,
                                     GPtrArray *judgements,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
HallVerdictSheet *
hall_client_put_verdicts_finish (HallClient *self, GAsyncResult *result, GError **error);

/* HALL_ERROR_CONFLICT while nothing is returned. */
void hall_client_get_letter_async (HallClient *self,
                                   const char *number,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
HallLetter *hall_client_get_letter_finish (HallClient *self, GAsyncResult *result, GError **error);

/**
 * hall_client_decide_async:
 * @event: what the verdicts come to
 * @text: (nullable): the reasons of the letter in other words
 *
 * The order that comes back has the same version: it is as it was, with HallOrder.held_by.
 */
void hall_client_decide_async (HallClient *self,
                               const char *number,
                               gint64 version,
                               HallEvent event,
                               const char *text,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
HallOrder *hall_client_decide_finish (HallClient *self, GAsyncResult *result, GError **error);

/* HALL_ERROR_CONFLICT once it has taken effect. */
void hall_client_undo_decision_async (HallClient *self,
                                      const char *number,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
HallOrder *
hall_client_undo_decision_finish (HallClient *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallVerdictSheet, hall_verdict_sheet_free)
