/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-reviewer-views.h"

#include <glib/gi18n.h>

#include "hall-admin-view.h"
#include "hall-cashier-view.h"
#include "hall-producer-view.h"
#include "hall-review-keys.h"
#include "hall-review-view.h"

#define REVIEWER      HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER)
#define CASHIER       HALL_ACTOR_BIT (HALL_ACTOR_CASHIER)
#define PRODUCER      HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER)
#define AUDITOR       HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR)
#define ADMINISTRATOR HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)

/* The order of the rows is that of the switcher; who has several parts begins in the first of
 * their homes. */
static const HallReviewerView views[] = {
  {
      .actors = HALL_ACTORS_STAFF,
      .home = REVIEWER,
      .name = "review",
      .title = N_ ("Review"),
      .icon = "document-edit-symbolic",
      .create = hall_review_view_new,
      .enter = hall_review_view_enter,
      .leave = hall_review_view_leave,
      .back = hall_review_view_go_back,
      .find = hall_review_view_find,
      .focus = hall_review_view_take_focus,
      .key = hall_review_view_take_key,
      .keys = hall_review_keys,
  },
  {
      .actors = CASHIER,
      .home = CASHIER,
      .name = "cashier",
      .title = N_ ("Money"),
      .icon = "emblem-documents-symbolic",
      .create = hall_cashier_view_new,
      .enter = hall_cashier_view_enter,
      .leave = hall_cashier_view_leave,
      .key = hall_cashier_view_take_key,
      .keys = hall_cashier_view_keys,
  },
  {
      .actors = PRODUCER,
      .home = PRODUCER,
      .name = "producer",
      .title = N_ ("Production"),
      .icon = "security-high-symbolic",
      .create = hall_producer_view_new,
      .enter = hall_producer_view_enter,
      .leave = hall_producer_view_leave,
      .find = hall_producer_view_find,
      .key = hall_producer_view_take_key,
      .keys = hall_producer_view_keys,
  },
  {
      .actors = ADMINISTRATOR | AUDITOR,
      .home = ADMINISTRATOR,
      .name = "admin",
      .title = N_ ("Administration"),
      .icon = "preferences-system-symbolic",
      .create = hall_admin_view_new,
      .enter = hall_admin_view_enter,
      .leave = hall_admin_view_leave,
      .key = hall_admin_view_take_key,
      .keys = hall_admin_view_keys,
  },
};

guint
hall_reviewer_views_get_n (void)
{
  return G_N_ELEMENTS (views);
}

const HallReviewerView *
hall_reviewer_view_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (views), NULL);

  return &views[index];
}

const HallReviewerView *
hall_reviewer_view_find_home (guint actors)
{
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    if ((views[i].home & actors) != 0)
      return &views[i];
  return &views[0];
}
