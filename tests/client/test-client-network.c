/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a client makes of a network that does what networks do.
 */
#include <glib/gstdio.h>

#include "client-fixture.h"
#include "hall-client-account.h"
#include "hall-client-order.h"

/* What a GET meets with, and how many requests that makes. */
static const struct
{
  FakeMood mood;
  guint lasts;
  guint requests;
  gboolean good;
} moods[] = {
  { FAKE_NORMAL, 0, 1, TRUE },
  { FAKE_DROP, 1, 2, TRUE },
  { FAKE_DROP, 3, 4, TRUE },
  { FAKE_HALF_ANSWER, 1, 2, TRUE },
  { FAKE_HALF_ANSWER, G_MAXUINT, 4, FALSE },
  { FAKE_GATEWAY, 1, 2, TRUE },
  { FAKE_GATEWAY, G_MAXUINT, 4, FALSE },
  { FAKE_PORTAL, G_MAXUINT, 1, FALSE },
  { FAKE_REDIRECT, G_MAXUINT, 1, FALSE },
};

static void
test_lost_get (Fixture *f, gconstpointer data)
{
  const char *number = fake_hall_add_order (f->hall, HALL_STATE_DRAFT)->number;

  for (gsize i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallOrder) order = NULL;
      guint before = f->hall->log->len;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      fake_hall_set_mood (f->hall, moods[i].mood, moods[i].lasts);
      order = get_order (f, number, &error);
      fake_hall_set_mood (f->hall, FAKE_NORMAL, 0);
      g_assert_cmpint (order != NULL, ==, moods[i].good);
      g_assert_cmpint (hall_client_is_reachable (f->client), ==, moods[i].good);
      g_assert_cmpuint (f->hall->log->len - before, ==, moods[i].requests);
      if (!moods[i].good)
        g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
      else
        g_assert_no_error (error);
    }
}

/* libsoup repeats a request by itself when a kept connection was closed; the key stays too. */
static void
test_key_kept (Fixture *f, gconstpointer data)
{
  static const FakeMood losses[] = { FAKE_DROP, FAKE_DROP_ANSWER, FAKE_HALF_ANSWER };

  for (gsize i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autoptr (GPtrArray) consents = g_ptr_array_new ();
      const HallNewOrder wanted = { FAKE_PROJECT, NULL, consents, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (HallOrder) order = NULL;
      guint orders_before = f->hall->orders->len;
      guint before = f->hall->log->len;
      const FakeRequest *first, *second;

      fake_hall_set_mood (f->hall, losses[i], 1);
      hall_client_create_order_async (f->client, &wanted, NULL, on_done_cb, f);
      order = hall_client_create_order_finish (f->client, wait_for (f), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (f->hall->log->len - before, ==, 2);
      first = g_ptr_array_index (f->hall->log, before);
      second = g_ptr_array_index (f->hall->log, before + 1);
      g_assert_nonnull (first->key);
      g_assert_cmpstr (first->key, ==, second->key);
      g_assert_cmpuint (f->hall->orders->len - orders_before, ==, 1);
    }
}

static void
create_two (Fixture *f, const char *key, guint orders)
{
  g_autoptr (GPtrArray) consents = g_ptr_array_new ();
  const HallNewOrder wanted = { FAKE_PROJECT, NULL, consents, key };
  guint before = f->hall->orders->len;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallOrder) order = NULL;

      hall_client_create_order_async (f->client, &wanted, NULL, on_done_cb, f);
      order = hall_client_create_order_finish (f->client, wait_for (f), &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (f->hall->orders->len - before, ==, orders);
}

/* Another call has another key, unless the caller says which. */
static void
test_key_new (Fixture *f, gconstpointer data)
{
  create_two (f, NULL, 2);
  create_two (f, "mine", 1);
}

/* What has no key is not sent twice. */
static void
test_lost_post (Fixture *f, gconstpointer data)
{
  static const FakeMood losses[] = { FAKE_DROP, FAKE_DROP_ANSWER, FAKE_GATEWAY };

  for (gsize i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autoptr (GError) error = NULL;
      guint before = f->hall->log->len;

      fake_hall_set_mood (f->hall, losses[i], G_MAXUINT);
      hall_client_sign_in_async (f->client, FAKE_MOBILE, FAKE_PASSWORD, NULL, on_done_cb, f);
      g_assert_null (hall_client_sign_in_finish (f->client, wait_for (f), &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
      g_assert_cmpuint (f->hall->log->len - before, ==, 1);
    }
}

static void
test_too_many (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fake_hall_set_mood (f->hall, FAKE_TOO_MANY, 1);
  hall_client_request_sms_code_async (f->client, FAKE_MOBILE, HALL_SMS_RESET, NULL, on_done_cb, f);
  g_assert_null (hall_client_request_sms_code_finish (f->client, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_TOO_MANY);
  g_assert_cmpuint (hall_error_get_retry_after (error), ==, 1);
  g_assert_cmpstr (error->message, ==, "请稍后再试。");
  g_assert_true (hall_client_is_reachable (f->client));
}

static void
on_reachable_changed_cb (HallClient *client, Fixture *f)
{
  f->n_signals++;
}

static void
test_hall_down (Fixture *f, gconstpointer data)
{
  const char *number = fake_hall_add_order (f->hall, HALL_STATE_DRAFT)->number;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) order = NULL;

  g_signal_connect (f->client, "reachable-changed", G_CALLBACK (on_reachable_changed_cb), f);
  fake_hall_stop (f->hall);
  g_assert_null (get_order (f, number, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_cmpstr (error->message, ==, "营业厅暂时没有响应，请稍后再试。");
  g_assert_false (hall_client_is_reachable (f->client));
  g_clear_error (&error);
  fake_hall_start (f->hall);
  order = get_order (f, number, &error);
  g_assert_no_error (error);
  g_assert_true (hall_client_is_reachable (f->client));
  g_assert_cmpuint (f->n_signals, ==, 2);
}

static gboolean
cancel_soon (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  static const guint cancel_after_ms[] = { 0, 1, 50 };
  const char *number = fake_hall_add_order (f->hall, HALL_STATE_DRAFT)->number;

  for (gsize i = 0; i < G_N_ELEMENTS (cancel_after_ms); i++)
    {
      g_autoptr (GError) error = NULL;

      g_cancellable_reset (f->cancellable);
      fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
      if (cancel_after_ms[i] == 0)
        g_cancellable_cancel (f->cancellable);
      else
        g_timeout_add (cancel_after_ms[i], cancel_soon, f->cancellable);
      g_assert_null (get_order (f, number, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (hall_client_is_reachable (f->client));
    }
}

static void
test_cancel_pause (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 begun_us = g_get_monotonic_time ();

  hall_client_set_retry_ms (f->client, 60 * 1000);
  fake_hall_set_mood (f->hall, FAKE_DROP, G_MAXUINT);
  g_timeout_add (200, cancel_soon, f->cancellable);
  g_assert_null (get_order (f, "20261122000001", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 10 * G_USEC_PER_SEC);
}

/* Nobody holds the client any more but the call; it goes when the call has ended. */
static void
test_dropped_in_flight (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HallClient *client = f->client;
  GAsyncResult *result;

  fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
  hall_client_get_order_async (client, "20261122000001", f->cancellable, on_done_cb, f);
  fake_pass_ms (30);
  g_object_add_weak_pointer (G_OBJECT (client), (gpointer *) &f->client);
  g_object_unref (client);
  g_assert_nonnull (f->client);
  g_cancellable_cancel (f->cancellable);
  result = wait_for (f);
  g_assert_null (g_task_propagate_pointer (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&f->result);
  fake_pass_ms (30);
  g_assert_null (f->client);
}

static void
on_token_refused_cb (HallClient *client, Fixture *f)
{
  g_assert_null (hall_client_get_token (client));
  f->n_signals++;
}

static void
test_token_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect (f->client, "token-refused", G_CALLBACK (on_token_refused_cb), f);
  hall_client_set_token (f->client, "unknown");
  g_assert_null (get_order (f, "20261122000001", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_SIGNED_OUT);
  g_assert_cmpuint (f->n_signals, ==, 1);
}

/* An old token that is refused late says nothing about the new one. */
static void
test_old_token_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect (f->client, "token-refused", G_CALLBACK (on_token_refused_cb), f);
  hall_client_set_token (f->client, "unknown");
  hall_client_get_order_async (f->client, "20261122000001", NULL, on_done_cb, f);
  hall_client_set_token (f->client, "another");
  g_assert_null (hall_client_get_order_finish (f->client, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_SIGNED_OUT);
  g_assert_cmpuint (f->n_signals, ==, 0);
  g_assert_cmpstr (hall_client_get_token (f->client), ==, "another");
}

static void
test_clock (Fixture *f, gconstpointer data)
{
  const char *number = fake_hall_add_order (f->hall, HALL_STATE_DRAFT)->number;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) order = NULL;
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;

  f->hall->clock_offset_s = -3600;
  order = get_order (f, number, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ABS (hall_client_get_now_s (f->client) - (now_s - 3600)), <=, 3);
}

static void
test_addresses (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallClient) empty = hall_client_new (HALL_LANG_EN);

  g_assert_false (hall_client_set_address (f->client, "http://hall.example.com", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_DENIED);
  g_assert_cmpstr (hall_client_get_address (f->client), ==, f->hall->address);
  g_assert_nonnull (hall_client_get_token (f->client));
  g_clear_error (&error);

  hall_client_set_allow_plain_http (f->client, TRUE);
  g_assert_true (hall_client_set_address (f->client, "http://hall.example.com", &error));
  g_assert_null (hall_client_get_token (f->client));

  g_assert_false (hall_client_set_ca_file (f->client, "/nowhere/ca.pem", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_clear_error (&error);

  hall_client_get_info_async (empty, NULL, on_done_cb, f);
  g_assert_null (hall_client_get_info_finish (empty, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "No hall has been chosen yet.");
}

/* A certificate for 127.0.0.1 and its key in one file; FALSE without the openssl program. */
static gboolean
make_certificate (const char *path)
{
  const char *argv[] = { "openssl",
                         "req",
                         "-x509",
                         "-newkey",
                         "ec",
                         "-pkeyopt",
                         "ec_paramgen_curve:prime256v1",
                         "-nodes",
                         "-days",
                         "2",
                         "-subj",
                         "/CN=127.0.0.1",
                         "-addext",
                         "subjectAltName=IP:127.0.0.1",
                         "-keyout",
                         path,
                         "-out",
                         path,
                         NULL };

  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                           | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, NULL, NULL);
}

static HallInfo *
get_info (Fixture *f, GError **error)
{
  hall_client_get_info_async (f->client, NULL, on_done_cb, f);
  return hall_client_get_info_finish (f->client, wait_for (f), error);
}

static void
test_certificate (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("hall-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "hall.pem", NULL);
  g_autoptr (HallInfo) info = NULL;

  g_assert_no_error (error);
  if (!make_certificate (path))
    {
      g_rmdir (folder);
      g_test_skip ("needs openssl");
      return;
    }
  fake_hall_stop (f->hall);
  f->hall->certificate = g_tls_certificate_new_from_file (path, &error);
  g_assert_no_error (error);
  fake_hall_start (f->hall);
  hall_client_set_address (f->client, f->hall->address, &error);
  g_assert_no_error (error);

  g_assert_null (get_info (f, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_true (g_str_has_prefix (error->message, "营业厅的证书不受信任"));
  g_clear_error (&error);
  g_assert_cmpuint (f->hall->log->len, ==, 0);

  g_assert_true (hall_client_set_ca_file (f->client, path, &error));
  info = get_info (f, &error);
  g_assert_no_error (error);
  g_clear_pointer (&info, hall_info_free);

  g_assert_true (hall_client_set_ca_file (f->client, NULL, &error));
  fake_hall_stop (f->hall);
  fake_hall_start (f->hall);
  g_assert_null (get_info (f, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_unlink (path);
  g_rmdir (folder);
}

/* Takes longer than the tests usually may: run with -m slow. */
static void
test_silence (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_test_slow ())
    {
      g_test_skip ("takes 30 seconds");
      return;
    }
  fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
  hall_client_get_order_async (f->client, "20261122000001", NULL, on_done_cb, f);
  for (guint i = 0; i < 40 && !f->done; i++)
    fake_pass_ms (1000);
  g_assert_null (hall_client_get_order_finish (f->client, wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_cmpuint (f->hall->log->len, ==, 1);
}

static const struct
{
  const char *path;
  void (*test) (Fixture *f, gconstpointer data);
} tests[] = {
  { "/client-network/lost-get", test_lost_get },
  { "/client-network/lost-post", test_lost_post },
  { "/client-network/key-kept", test_key_kept },
  { "/client-network/key-new", test_key_new },
  { "/client-network/too-many", test_too_many },
  { "/client-network/hall-down", test_hall_down },
  { "/client-network/cancel", test_cancel },
  { "/client-network/cancel-pause", test_cancel_pause },
  { "/client-network/dropped-in-flight", test_dropped_in_flight },
  { "/client-network/token-refused", test_token_refused },
  { "/client-network/old-token-refused", test_old_token_refused },
  { "/client-network/clock", test_clock },
  { "/client-network/addresses", test_addresses },
  { "/client-network/certificate", test_certificate },
  { "/client-network/silence", test_silence },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
