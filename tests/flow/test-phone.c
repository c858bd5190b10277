/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The practice hall's telephone, the countdown, and starting the practice hall itself.
 */
#include <glib/gstdio.h>

#include "flow-fixture.h"
#include "hall-countdown.h"
#include "hall-practice-phone.h"

static void
on_arrived_cb (HallPracticePhone *phone, HallPhoneMessage *message, Flow *f)
{
  g_autofree char *code = hall_phone_message_find_code (message);

  g_assert_cmpstr (hall_phone_message_get (message)->text, ==,
                   "【练习】验证码 493027，5 分钟内有效");
  g_assert_cmpstr (code, ==, "493027");
  f->done = TRUE;
}

static gboolean
has_one (gpointer data)
{
  return g_list_model_get_n_items (data) == 1;
}

static gboolean
has_two (gpointer data)
{
  return g_list_model_get_n_items (data) == 2;
}

static void
test_phone (Flow *f, gconstpointer data)
{
  HallPracticePhone *phone;
  g_autoptr (HallPhoneMessage) newest = NULL;

  fake_hall_add_message (f->hall, "订单 20261122000001 已受理");
  phone = hall_practice_phone_new (f->session);
  g_signal_connect (phone, "arrived", G_CALLBACK (on_arrived_cb), f);
  flow_wait_until (has_one, phone);
  g_assert_false (f->done);
  fake_hall_add_message (f->hall, "【练习】验证码 493027，5 分钟内有效");
  fake_wait_for (&f->done);
  f->done = FALSE;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (phone)), ==, 2);
  newest = g_list_model_get_item (G_LIST_MODEL (phone), 0);
  g_assert_cmpint (hall_phone_message_get (newest)->id, ==, 2);

  /* an order number is no code */
  g_clear_object (&newest);
  newest = g_list_model_get_item (G_LIST_MODEL (phone), 1);
  g_assert_null (hall_phone_message_find_code (newest));

  hall_session_disconnect (f->session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (phone)), ==, 0);
  flow_connect (f);
  flow_wait_until (has_two, phone);
  g_assert_finalize_object (phone);
}

static void
on_ended_cb (HallCountdown *countdown, Flow *f)
{
  f->done = TRUE;
}

/* This computer's clock is an hour slow; the seconds are right all the same. */
static void
test_countdown (Flow *f, gconstpointer data)
{
  HallCountdown *countdown = hall_countdown_new (f->session);

  g_signal_connect_swapped (countdown, "tick", G_CALLBACK (flow_count_signal), f);
  g_signal_connect (countdown, "ended", G_CALLBACK (on_ended_cb), f);
  g_assert_cmpuint (hall_countdown_get_left_s (countdown), ==, 0);
  f->hall->clock_offset_s = 3600;
  flow_connect (f);
  hall_countdown_set_until (countdown, g_get_real_time () / G_USEC_PER_SEC + 3600 + 2);
  g_assert_cmpuint (hall_countdown_get_left_s (countdown), <=, 3);
  g_assert_cmpuint (hall_countdown_get_left_s (countdown), >=, 1);
  g_assert_cmpfloat (hall_countdown_get_fraction (countdown), ==, 1.0);
  fake_wait_for (&f->done);
  g_assert_cmpuint (hall_countdown_get_left_s (countdown), ==, 0);
  g_assert_cmpfloat (hall_countdown_get_fraction (countdown), ==, 0.0);
  g_assert_cmpuint (f->n_signals, >=, 3);
  f->done = FALSE;
  hall_countdown_set_until (countdown, g_get_real_time () / G_USEC_PER_SEC + 7200);
  hall_countdown_set_until (countdown, 0);
  fake_pass_ms (1200);
  g_assert_false (f->done);
  g_assert_finalize_object (countdown);
}

/* A program that says what certhalld says, and serves nothing: the hall for tests does, at the
 * port that is its argument. */
static HallLocalHall *
new_local (Flow *f, const char *script)
{
  g_autofree char *port = g_strdup_printf ("%u", f->hall->port);
  const char *argv[] = { "sh", "-c", script, "sh", port, NULL };

  return hall_local_hall_new (argv, HALL_LANG_ZH_CN);
}

static void
test_local (Flow *f, gconstpointer data)
{
  HallLocalHall *local =
      new_local (f, "echo 'certhalld: listening on http://127.0.0.1:'$1; exec sleep 100");
  g_autoptr (GError) error = NULL;

  hall_session_connect_local_async (f->session, local, NULL, flow_on_done_cb, f);
  g_assert_true (hall_session_connect_finish (f->session, flow_wait_for (f), &error));
  g_assert_no_error (error);
  g_assert_true (hall_session_is_local (f->session));
  g_assert_cmpstr (hall_session_get_address (f->session), ==, f->hall->address);
  g_assert_cmpstr (hall_session_get_hall_key (f->session), ==, "local");
  g_assert_true (hall_local_hall_is_running (local));
  flow_sign_in (f, FALSE);
  hall_session_disconnect (f->session);
  g_assert_true (hall_local_hall_is_running (local));
  g_clear_object (&f->result);
  g_assert_finalize_object (local);
}

static const char *const bad_scripts[] = {
  "exit 1",
  "echo 'certhalld: cannot listen on port'; exec sleep 100",
  "echo 'certhalld: listening on http://192.0.2.1:'$1; exec sleep 100",
  "echo 'certhalld: listening on nonsense'; exec sleep 100",
};

static void
test_local_fails (Flow *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_scripts); i++)
    {
      HallLocalHall *local = new_local (f, bad_scripts[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      hall_session_connect_local_async (f->session, local, NULL, flow_on_done_cb, f);
      g_assert_false (hall_session_connect_finish (f->session, flow_wait_for (f), &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
      g_assert_false (hall_local_hall_is_running (local));
      g_assert_cmpint (hall_session_get_link (f->session), ==, HALL_LINK_NONE);
      g_clear_object (&f->result);
      g_assert_finalize_object (local);
    }
}

/* Another program has started the practice hall: it is used, and started by us when it is gone. */
static void
test_local_of_others (Flow *f, gconstpointer data)
{
  HallLocalHall *local =
      new_local (f, "echo 'certhalld: already listening on http://127.0.0.1:'$1; exit 3");
  g_autoptr (GError) error = NULL;

  hall_session_connect_local_async (f->session, local, NULL, flow_on_done_cb, f);
  g_assert_true (hall_session_connect_finish (f->session, flow_wait_for (f), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hall_session_get_address (f->session), ==, f->hall->address);
  g_assert_cmpstr (hall_session_get_hall_key (f->session), ==, "local");
  g_assert_false (hall_local_hall_is_running (local));
  hall_session_disconnect (f->session);
  g_clear_object (&f->result);
  g_assert_finalize_object (local);
}

static gboolean
is_offline (gpointer data)
{
  return hall_session_get_link (data) == HALL_LINK_OFFLINE;
}

static gboolean
is_online (gpointer data)
{
  return hall_session_get_link (data) == HALL_LINK_ONLINE;
}

/* The practice hall dies: it is started again, at another port, and one is still signed in. */
static void
test_local_comes_back (Flow *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("hall-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "port", NULL);
  g_autofree char *script = g_strdup_printf (
      "echo \"certhalld: listening on http://127.0.0.1:$(cat %s)\"; exec sleep 100", path);
  g_autofree char *port = g_strdup_printf ("%u", f->hall->port);
  g_autofree char *other_port = NULL;
  HallLocalHall *local = new_local (f, script);
  g_autoptr (FakeHall) other = fake_hall_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, port, -1, NULL));
  hall_session_connect_local_async (f->session, local, NULL, flow_on_done_cb, f);
  g_assert_true (hall_session_connect_finish (f->session, flow_wait_for (f), &error));
  flow_sign_in (f, FALSE);

  other_port = g_strdup_printf ("%u", other->port);
  g_assert_true (g_file_set_contents (path, other_port, -1, NULL));
  fake_hall_stop (f->hall);
  hall_local_hall_stop (local);
  hall_client_check_health_async (hall_session_get_client (f->session), NULL, NULL, NULL);
  flow_wait_until (is_offline, f->session);
  flow_wait_until (is_online, f->session);
  g_assert_cmpstr (hall_session_get_address (f->session), ==, other->address);
  g_assert_nonnull (hall_session_get_identity (f->session));
  g_assert_nonnull (hall_client_get_token (hall_session_get_client (f->session)));

  hall_session_disconnect (f->session);
  g_clear_object (&f->result);
  g_assert_finalize_object (local);
  g_remove (path);
  g_remove (folder);
}

#define N_WITHOUT_SHELL 2

static const FlowTest tests[] = {
  { "/phone/phone", NULL, test_phone },
  { "/phone/countdown", NULL, test_countdown },
  { "/phone/local", FLOW_APART, test_local },
  { "/phone/local-of-others", FLOW_APART, test_local_of_others },
  { "/phone/local-fails", FLOW_APART, test_local_fails },
  { "/phone/local-comes-back", FLOW_APART, test_local_comes_back },
};

int
main (int argc, char **argv)
{
  g_autofree char *shell = g_find_program_in_path ("sh");

  /* the stand-ins for certhalld are scripts */
  return flow_run (argc, argv, tests, shell != NULL ? G_N_ELEMENTS (tests) : N_WITHOUT_SHELL);
}
