/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client-fixture.h"

#include "hall-client-order.h"

void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;

  f->hall = fake_hall_new ();
  f->client = hall_client_new (HALL_LANG_ZH_CN);
  f->cancellable = g_cancellable_new ();
  hall_client_set_retry_ms (f->client, 20);
  hall_client_set_address (f->client, f->hall->address, &error);
  g_assert_no_error (error);
  token = fake_hall_new_token (f->hall, HALL_ACTOR_BIT (HALL_ACTOR_HANDLER));
  hall_client_set_token (f->client, token);
}

void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->result);
  g_clear_object (&f->cancellable);
  if (f->client != NULL)
    g_assert_finalize_object (f->client);
  fake_hall_free (f->hall);
}

void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;

  g_set_object (&f->result, result);
  f->done = TRUE;
}

GAsyncResult *
wait_for (Fixture *f)
{
  fake_wait_for (&f->done);
  f->done = FALSE;
  return f->result;
}

HallOrder *
get_order (Fixture *f, const char *number, GError **error)
{
  hall_client_get_order_async (f->client, number, f->cancellable, on_done_cb, f);
  return hall_client_get_order_finish (f->client, wait_for (f), error);
}
