/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk by keyboard: one table for what keys do and for what the shortcuts window says of them.
 */
#pragma once

#include "hall-review-view.h"
#include "hall-reviewer-views.h"

/* The last row is empty. */
extern const HallViewKey hall_review_keys[];

/* FALSE if the key means nothing here, or something to the widget that has the focus. */
gboolean hall_review_keys_press (HallReviewView *view, const GdkEventKey *event);
