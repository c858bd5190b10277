/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Coming to a hall, signing in and out, being remembered, and the line that is lost and found.
 */
#include "flow-fixture.h"

static void
test_connect (Flow *f, gconstpointer data)
{
  g_assert_null (hall_session_get_info (f->session));
  g_assert_cmpint (hall_session_get_link (f->session), ==, HALL_LINK_NONE);
  g_signal_connect_swapped (f->session, "hall-changed", G_CALLBACK (flow_count_signal), f);
  flow_connect (f);
  g_assert_cmpuint (f->n_signals, ==, 1);
  g_assert_cmpstr (hall_session_get_info (f->session)->name, ==, "练习营业厅");
  g_assert_cmpint (hall_session_get_link (f->session), ==, HALL_LINK_ONLINE);
  g_assert_cmpstr (hall_session_get_address (f->session), ==, f->hall->address);
  g_assert_null (hall_session_get_identity (f->session));
  hall_session_disconnect (f->session);
  g_assert_cmpuint (f->n_signals, ==, 2);
  g_assert_null (hall_session_get_info (f->session));
  g_assert_cmpint (hall_session_get_link (f->session), ==, HALL_LINK_NONE);
}

static const struct
{
  const char *address;
  HallError code;
} bad[] = {
  { "http://hall.example.com", HALL_ERROR_DENIED },
  { "not an address", HALL_ERROR_INVALID },
  { "http://127.0.0.1:1", HALL_ERROR_UNAVAILABLE },
};

static void
test_connect_fails (Flow *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      hall_session_connect_async (f->session, bad[i].address, NULL, flow_on_done_cb, f);
      g_assert_false (hall_session_connect_finish (f->session, flow_wait_for (f), &error));
      g_assert_error (error, HALL_ERROR, (int) bad[i].code);
      g_assert_cmpint (hall_session_get_link (f->session), ==, HALL_LINK_NONE);
    }
}

/* The hall chosen last wins, whichever answers first. */
static void
test_connect_twice (Flow *f, gconstpointer data)
{
  g_autoptr (FakeHall) other = fake_hall_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GError) error = NULL;

  f->hall->delay_ms = 200;
  hall_session_connect_async (f->session, f->hall->address, NULL, flow_on_done_cb, f);
  fake_pass_ms (50);
  hall_session_connect_async (f->session, other->address, NULL, flow_on_done_cb, f);
  g_assert_true (hall_session_connect_finish (f->session, flow_wait_for (f), &error));
  g_assert_no_error (error);
  first = g_object_ref (flow_wait_for (f));
  g_assert_false (hall_session_connect_finish (f->session, first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (hall_session_get_address (f->session), ==, other->address);
  g_assert_cmpint (hall_session_get_link (f->session), ==, HALL_LINK_ONLINE);
}

static void
test_sign_in (Flow *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  flow_connect (f);
  g_signal_connect_swapped (f->session, "identity-changed", G_CALLBACK (flow_count_signal), f);
  hall_session_sign_in_async (f->session, FAKE_MOBILE, "wrong", FALSE, NULL, flow_on_done_cb, f);
  g_assert_false (hall_session_sign_in_finish (f->session, flow_wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_cmpuint (hall_error_get_findings (error)->len, ==, 1);
  g_assert_cmpuint (f->n_signals, ==, 0);

  flow_sign_in (f, FALSE);
  g_assert_cmpuint (f->n_signals, ==, 1);
  g_assert_cmpstr (hall_session_get_identity (f->session)->name, ==, "138****8000");
  g_assert_cmpstr (hall_session_get_mobile (f->session), ==, FAKE_MOBILE);
  g_assert_cmpint (hall_session_get_remembered (f->session), ==, HALL_SECRETS_NOWHERE);

  hall_session_sign_out (f->session);
  g_assert_cmpuint (f->n_signals, ==, 2);
  g_assert_null (hall_session_get_identity (f->session));
  g_assert_null (hall_session_get_mobile (f->session));
  fake_pass_ms (100);
  g_assert_cmpuint (fake_hall_count (f->hall, "DELETE", "/v1/sessions/current"), ==, 1);
}

static void
test_register (Flow *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  flow_connect (f);
  hall_session_register_async (f->session, FAKE_MOBILE, "000000", FAKE_PASSWORD, FALSE, NULL,
                               flow_on_done_cb, f);
  g_assert_false (hall_session_register_finish (f->session, flow_wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_clear_error (&error);
  hall_session_register_async (f->session, FAKE_MOBILE, FAKE_SMS_CODE, FAKE_PASSWORD, FALSE, NULL,
                               flow_on_done_cb, f);
  g_assert_true (hall_session_register_finish (f->session, flow_wait_for (f), &error));
  g_assert_no_error (error);
  g_assert_nonnull (hall_session_get_identity (f->session));
}

static gboolean
is_remembered (gpointer data)
{
  return hall_session_get_remembered (data) != HALL_SECRETS_NOWHERE;
}

/* Another session with the same safe place is signed in at once; the other part is not. */
static void
test_remembered (Flow *f, gconstpointer data)
{
  g_autoptr (HallSecrets) secrets = hall_secrets_new ();
  HallSession *first = f->session;
  g_autoptr (HallSession) second = hall_session_new (HALL_PART_HANDLER, HALL_LANG_EN);
  g_autoptr (HallSession) staff = hall_session_new (HALL_PART_STAFF, HALL_LANG_EN);

  hall_session_set_secrets (first, secrets);
  hall_session_set_secrets (second, secrets);
  hall_session_set_secrets (staff, secrets);
  flow_connect (f);
  flow_sign_in (f, TRUE);
  flow_wait_until (is_remembered, first);

  f->session = second;
  flow_connect (f);
  g_assert_nonnull (hall_session_get_identity (second));
  g_assert_true (is_remembered (second));
  f->session = staff;
  flow_connect (f);
  g_assert_null (hall_session_get_identity (staff));

  /* leaving is not signing out */
  hall_session_disconnect (second);
  f->session = second;
  flow_connect (f);
  g_assert_nonnull (hall_session_get_identity (second));
  hall_session_sign_out (second);
  fake_pass_ms (100);
  flow_connect (f);
  g_assert_null (hall_session_get_identity (second));
  f->session = first;
}

/* What is remembered is no longer good: one has to sign in, and it is forgotten. */
static void
test_remembered_in_vain (Flow *f, gconstpointer data)
{
  flow_connect (f);
  flow_sign_in (f, TRUE);
  flow_wait_until (is_remembered, f->session);
  g_hash_table_remove_all (f->hall->tokens);
  flow_connect (f);
  g_assert_null (hall_session_get_identity (f->session));
  g_assert_cmpint (hall_session_get_remembered (f->session), ==, HALL_SECRETS_NOWHERE);
  g_assert_cmpint (hall_session_get_link (f->session), ==, HALL_LINK_ONLINE);
}

static void
test_refused (Flow *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (f->session, "signed-out", G_CALLBACK (flow_count_signal), f);
  g_hash_table_remove_all (f->hall->tokens);
  hall_client_get_account_async (hall_session_get_client (f->session), NULL, flow_on_done_cb, f);
  g_assert_null (hall_client_get_account_finish (hall_session_get_client (f->session),
                                                 flow_wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_SIGNED_OUT);
  g_assert_cmpuint (f->n_signals, ==, 1);
  g_assert_null (hall_session_get_identity (f->session));
}

static void
test_catalog (Flow *f, gconstpointer data)
{
  g_autoptr (HallCatalog) first = NULL;
  g_autoptr (HallCatalog) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_session_get_catalog (f->session, FAKE_PROJECT));
  hall_session_load_catalog_async (f->session, FAKE_PROJECT, NULL, flow_on_done_cb, f);
  first = hall_session_load_catalog_finish (f->session, flow_wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_true (hall_session_get_catalog (f->session, FAKE_PROJECT) == first);
  hall_session_load_catalog_async (f->session, FAKE_PROJECT, NULL, flow_on_done_cb, f);
  second = hall_session_load_catalog_finish (f->session, flow_wait_for (f), &error);
  g_assert_no_error (error);
  g_assert_true (first == second);
  g_assert_cmpuint (fake_hall_count (f->hall, "GET", "/v1/projects"), ==, 1);
}

static gboolean
is_online (gpointer data)
{
  return hall_session_get_link (data) == HALL_LINK_ONLINE;
}

static gboolean
is_offline (gpointer data)
{
  return hall_session_get_link (data) == HALL_LINK_OFFLINE;
}

static void
lose_line (Flow *f)
{
  g_autoptr (GError) error = NULL;

  fake_hall_stop (f->hall);
  hall_client_get_account_async (hall_session_get_client (f->session), NULL, flow_on_done_cb, f);
  g_assert_null (hall_client_get_account_finish (hall_session_get_client (f->session),
                                                 flow_wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_true (is_offline (f->session));
}

static void
test_line_lost (Flow *f, gconstpointer data)
{
  g_signal_connect_swapped (f->session, "link-changed", G_CALLBACK (flow_count_signal), f);
  lose_line (f);
  fake_pass_ms (300);
  g_assert_true (is_offline (f->session));
  fake_hall_start (f->hall);
  flow_wait_until (is_online, f->session);
  g_assert_cmpuint (f->n_signals, ==, 2);
  g_assert_nonnull (hall_session_get_identity (f->session));
}

/* The pauses have grown long; hurrying does not wait for them. */
static void
test_hurry (Flow *f, gconstpointer data)
{
  hall_client_set_retry_ms (hall_session_get_client (f->session), 10);
  lose_line (f);
  fake_pass_ms (1500);
  fake_hall_start (f->hall);
  hall_session_hurry (f->session);
  fake_pass_ms (700);
  g_assert_true (is_online (f->session));
}

/* The network is another: the same. */
static void
test_network_changed (Flow *f, gconstpointer data)
{
  hall_client_set_retry_ms (hall_session_get_client (f->session), 10);
  lose_line (f);
  fake_pass_ms (1500);
  fake_hall_start (f->hall);
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  fake_pass_ms (700);
  g_assert_true (is_online (f->session));
}

static gboolean
was_probed (gpointer data)
{
  return fake_hall_count (data, "GET", "/healthz") > 0;
}

/* Nobody needs the session any more while it tries to restore the line. */
static void
test_dropped_offline (Flow *f, gconstpointer data)
{
  lose_line (f);
  fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
  fake_hall_start (f->hall);
  flow_wait_until (was_probed, f->hall);
}

static void
test_staff (Flow *f, gconstpointer data)
{
  g_assert_true (hall_identity_is_staff (hall_session_get_identity (f->session)));
  g_assert_null (hall_session_get_mobile (f->session));
}

static const FlowTest tests[] = {
  { "/session/connect", FLOW_APART, test_connect },
  { "/session/connect-fails", FLOW_APART, test_connect_fails },
  { "/session/connect-twice", FLOW_APART, test_connect_twice },
  { "/session/sign-in", FLOW_APART, test_sign_in },
  { "/session/register", FLOW_APART, test_register },
  { "/session/remembered", FLOW_APART, test_remembered },
  { "/session/remembered-in-vain", FLOW_APART, test_remembered_in_vain },
  { "/session/refused", NULL, test_refused },
  { "/session/catalog", NULL, test_catalog },
  { "/session/line-lost", NULL, test_line_lost },
  { "/session/hurry", NULL, test_hurry },
  { "/session/network-changed", NULL, test_network_changed },
  { "/session/dropped-offline", NULL, test_dropped_offline },
  { "/session/staff", FLOW_STAFF, test_staff },
};

int
main (int argc, char **argv)
{
  return flow_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
