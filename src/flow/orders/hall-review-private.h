/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a review, for its files only: verdicts are kept in hall-review.c, decided in
 * hall-review-decide.c.
 */
#pragma once

#include "hall-review.h"

/* What a task does once all is kept. @task: (transfer full) */
typedef void (*HallReviewStep) (HallReview *self, GTask *task);

struct _HallReview
{
  GObject parent_instance;

  HallOrderWatch *watch;
  HallReturnBasket *basket;
  gulong changed_id;
  gulong order_id;
  GPtrArray *places; /* (element-type utf8) */
  GCancellable *cancellable;
  GQueue waiting;  /* (element-type GTask): until all is kept */
  guint timer;     /* to save */
  gboolean taking; /* the basket is changed by the hall */
  gboolean loaded;
  gboolean dirty;
  gboolean saving;
};

/* Runs @step as soon as the hall has what was said, or ends @task with why it has not.
 * @task: (transfer full) */
void hall_review_wait_until_kept (HallReview *self, GTask *task, HallReviewStep step);

HallClient *hall_review_get_client (HallReview *self);

/* Whether the order that is known is no longer the newest. */
gboolean hall_review_is_outdated (const GError *error);
