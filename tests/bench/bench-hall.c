/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-hall.h"

#include "hall-account-store.h"
#include "hall-audit-store.h"
#include "hall-payment-store.h"
#include "hall-routes.h"
#include "hall-test.h"

#define N_WORKERS 8 /* as certhalld */
#define HOUR_S    3600

char *
bench_hall_order (guint n)
{
  return g_strdup_printf ("20261122%06u", n + 100);
}

char *
bench_hall_bill (guint n)
{
  return g_strdup_printf ("P20261122%06u000000", n + 100);
}

static gint64
get_now_s (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
add_bill (BenchHall *self, guint n, GError **error)
{
  g_autoptr (HallBill) bill = g_new0 (HallBill, 1);

  bill->id = bench_hall_bill (n);
  bill->order = bench_hall_order (n);
  bill->channel = HALL_PAY_WECHAT;
  bill->amount_fen = 90000;
  bill->qr = g_strdup_printf ("http://127.0.0.1:8440/cashier/%s", bill->id);
  bill->created_s = get_now_s ();
  bill->expires_s = bill->created_s + HOUR_S;
  hall_payment_store_add (self->orders.store.db, bill, error);
}

static void
add_order (BenchHall *self, guint n)
{
  HallStoreFixture *store = &self->orders.store;
  g_autofree char *number = bench_hall_order (n);
  g_autoptr (HallRecord) record = hall_store_fixture_new_record (number, self->orders.account);
  HallAuditEntry entry = {
    .at_s = 0, .actor = "handler", .who = self->orders.account, .event = "create", .version = 1
  };
  g_autoptr (GError) error = NULL;

  hall_application_free (record->application);
  record->application = hall_test_application ("organisation");
  hall_record_set (record, organisation, "深圳市测试样例科技有限公司");
  record->state = HALL_STATE_AWAITING_PAYMENT;
  record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PASSED;
  record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_QR_ISSUED;
  hall_record_set (record, channel, "wechat");
  hall_record_insert (store->db, self->orders.setup->vault, record, &error);
  g_assert_no_error (error);
  hall_audit_append (store->db, record, &entry, &error);
  g_assert_no_error (error);
  hall_record_save_audit (store->db, record, &error);
  g_assert_no_error (error);
  add_bill (self, n, &error);
  g_assert_no_error (error);
}

void
bench_hall_set_up (BenchHall *self, guint n_orders)
{
  gint64 now_s = get_now_s ();
  g_autoptr (GError) error = NULL;

  hall_order_fixture_set_up (&self->orders, NULL);
  self->token = hall_session_create (self->orders.store.db, self->orders.account, NULL, now_s,
                                     now_s + HOUR_S, &error);
  g_assert_no_error (error);
  hall_db_begin (self->orders.store.db, &error);
  for (guint i = 0; i < n_orders; i++)
    add_order (self, i);
  hall_db_commit (self->orders.store.db, &error);
  g_assert_no_error (error);
}

static void
on_committed_cb (G_GNUC_UNUSED GPtrArray *topics, G_GNUC_UNUSED gpointer data)
{
}

void
bench_hall_start (BenchHall *self)
{
  HallHttpOptions options = { .listen = "127.0.0.1:0",
                              .max_connections = 4096,
                              .guarded_burst = 1000,
                              .guarded_per_minute = 1000,
                              .practice = TRUE,
                              .tables = hall_routes,
                              .dispatch = hall_pipeline_dispatch };
  g_autoptr (GError) error = NULL;

  self->writer = hall_writer_new (g_steal_pointer (&self->orders.store.db));
  self->pipeline = hall_pipeline_new (self->orders.setup, self->writer, N_WORKERS, on_committed_cb,
                                      self, &error);
  g_assert_no_error (error);
  options.data = self->pipeline;
  self->http = hall_http_new (&options, &error);
  g_assert_no_error (error);
  self->address = hall_http_get_address (self->http);
  hall_http_start (self->http, &error);
  g_assert_no_error (error);
}

void
bench_hall_stop (BenchHall *self)
{
  hall_http_quiesce (self->http);
  hall_pipeline_stop (self->pipeline);
  g_clear_pointer (&self->writer, hall_writer_free);
  g_clear_pointer (&self->pipeline, hall_pipeline_free);
  g_clear_pointer (&self->http, hall_http_free);
}

void
bench_hall_tear_down (BenchHall *self)
{
  hall_order_fixture_tear_down (&self->orders, NULL);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->token, g_free);
}
