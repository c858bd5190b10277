/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order under review: the hall's verdicts are read into a basket, what is said in the basket
 * is kept at the hall soon after, and the decision waits there until it can no longer be undone.
 *
 * Signals:
 *  - "loaded" (): the verdicts are there, and hall_review_get_places()
 *  - "failed" (GError *error): what was said could not be kept; it stays in the basket
 */
#pragma once

#include "hall-letter.h"
#include "hall-order-watch.h"
#include "hall-return-basket.h"

#define HALL_TYPE_REVIEW (hall_review_get_type ())
G_DECLARE_FINAL_TYPE (HallReview, hall_review, HALL, REVIEW, GObject)

/* Reads the verdicts at once. Both are kept; @basket may hold what could not be sent before. */
HallReview *hall_review_new (HallOrderWatch *watch, HallReturnBasket *basket);

/* Ends all calls; what is not kept yet is sent. */
void hall_review_stop (HallReview *self);

/* Whether @order can be decided by who looks at it. */
gboolean hall_review_is_open (const HallOrder *order);

/* (element-type utf8): all that has to be judged; empty before "loaded" */
GPtrArray *hall_review_get_places (HallReview *self);

/* %HALL_N_EVENTS while something is open. */
HallEvent hall_review_get_decision (HallReview *self);

/* The letter as it would leave, once what was said is kept. */
void hall_review_get_letter_async (HallReview *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
HallLetter *hall_review_get_letter_finish (HallReview *self, GAsyncResult *result, GError **error);

/**
 * hall_review_decide_async:
 * @text: (nullable): the reasons of the letter in other words
 *
 * What was said is kept first. The order then is held: HallOrder.held_until_s.
 */
void hall_review_decide_async (HallReview *self,
                               const char *text,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean hall_review_decide_finish (HallReview *self, GAsyncResult *result, GError **error);
