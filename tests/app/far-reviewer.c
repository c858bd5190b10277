/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "far-reviewer.h"

#include "app-test.h"
#include "hall-client-practice.h"
#include "hall-hold.h"
#include "hall-review.h"

typedef struct
{
  HallSession *session;
  HallHold *hold;
  HallOrderWatch *watch;
  HallReturnBasket *basket;
  HallReview *review;
  GAsyncResult *result; /* (nullable): of the call that ended last */
} FarReviewer;

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FarReviewer *self = user_data;

  g_set_object (&self->result, result);
}

static gboolean
has_result (gpointer data)
{
  return ((const FarReviewer *) data)->result != NULL;
}

/* Returns: (transfer full) */
static GAsyncResult *
wait_for (FarReviewer *self)
{
  app_test_wait (has_result, self);
  return g_steal_pointer (&self->result);
}

/* (nullable): who of @settings reviews */
static const HallPracticeStaff *
find_reviewer (const HallPracticeSettings *settings)
{
  for (guint i = 0; i < settings->staff->len; i++)
    {
      const HallPracticeStaff *staff = g_ptr_array_index (settings->staff, i);

      if ((staff->actors & HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER)) != 0)
        return staff;
    }
  return NULL;
}

static void
sign_in (FarReviewer *self, const char *address)
{
  g_autoptr (GAsyncResult) connected = NULL;
  g_autoptr (GAsyncResult) told = NULL;
  g_autoptr (GAsyncResult) signed_in = NULL;
  g_autoptr (HallPracticeSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  const HallPracticeStaff *staff;
  HallClient *client;

  hall_session_connect_async (self->session, address, NULL, on_done_cb, self);
  connected = wait_for (self);
  hall_session_connect_finish (self->session, connected, &error);
  g_assert_no_error (error);
  client = hall_session_get_client (self->session);
  hall_client_get_practice_settings_async (client, NULL, on_done_cb, self);
  told = wait_for (self);
  settings = hall_client_get_practice_settings_finish (client, told, &error);
  g_assert_no_error (error);
  staff = find_reviewer (settings);
  hall_session_sign_in_async (self->session, staff->name, staff->password, FALSE, NULL, on_done_cb,
                              self);
  signed_in = wait_for (self);
  hall_session_sign_in_finish (self->session, signed_in, &error);
  g_assert_no_error (error);
}

static gboolean
is_mine (gpointer hold)
{
  return hall_hold_get_state (hold) == HALL_HOLD_MINE;
}

static gboolean
is_ready (gpointer review)
{
  return hall_review_get_places (review)->len > 0;
}

static void
open_order (FarReviewer *self, const char *number)
{
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;

  hall_hold_take (self->hold, number);
  app_test_wait (is_mine, self->hold);
  self->watch = hall_order_watch_new (self->session, number);
  hall_order_watch_load_async (self->watch, NULL, on_done_cb, self);
  loaded = wait_for (self);
  hall_order_watch_load_finish (self->watch, loaded, &error);
  g_assert_no_error (error);
  self->review = hall_review_new (self->watch, self->basket);
  app_test_wait (is_ready, self->review);
}

static gboolean
has_left (gpointer watch)
{
  return hall_order_watch_get_order (watch)->state == HALL_STATE_REJECTED;
}

static void
decide (FarReviewer *self)
{
  g_autoptr (GAsyncResult) decided = NULL;
  g_autoptr (GError) error = NULL;

  hall_review_decide_async (self->review, NULL, NULL, on_done_cb, self);
  decided = wait_for (self);
  hall_review_decide_finish (self->review, decided, &error);
  g_assert_no_error (error);
  hall_order_watch_start (self->watch);
  app_test_wait (has_left, self->watch);
  hall_order_watch_stop (self->watch);
}

void
far_reviewer_return (
    const char *address, const char *number, HallReason reason, const char *place, const char *text)
{
  FarReviewer self = { .session = hall_session_new (HALL_PART_STAFF, HALL_LANG_ZH_CN) };

  self.hold = hall_hold_new (self.session, HALL_HOLD_IDLE_S);
  self.basket = hall_return_basket_new ();
  sign_in (&self, address);
  open_order (&self, number);
  hall_return_basket_put (self.basket, reason, place, text);
  hall_return_basket_accept_rest (self.basket, hall_review_get_places (self.review));
  decide (&self);
  hall_review_stop (self.review);
  hall_hold_release (self.hold);
  g_clear_object (&self.review);
  g_clear_object (&self.basket);
  g_clear_object (&self.watch);
  g_clear_object (&self.hold);
  g_clear_object (&self.session);
}
