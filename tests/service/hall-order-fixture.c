/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-order-fixture.h"

#include <string.h>

#include "hall-audit-store.h"
#include "hall-blobs.h"
#include "hall-deciding.h"
#include "hall-catalog-load.h"
#include "hall-data-dir.h"
#include "hall-migrate.h"
#include "hall-move.h"
#include "hall-outbox-store.h"
#include "hall-order-decide.h"
#include "hall-payment-store.h"
#include "hall-provider.h"
#include "hall-test.h"

static void
make_setup (HallOrderFixture *self)
{
  g_autofree char *catalog = hall_data_dir_find ("catalog/yinuo-bidding.json");
  g_autofree char *workdays = hall_data_dir_find ("workdays/cn.json");
  g_autoptr (GError) error = NULL;
  HallSetup *setup = hall_setup_new ();

  setup->name = g_strdup ("练习营业厅");
  setup->practice = TRUE;
  setup->public_url = g_strdup ("http://127.0.0.1:8440");
  setup->db_path = g_strdup (self->store.db_path);
  setup->sandbox_path = hall_store_fixture_path (&self->store, "sandbox.db");
  setup->blob_dir = hall_store_fixture_path (&self->store, "files");
  setup->payee.account_number = g_strdup ("0000");
  setup->vault = g_steal_pointer (&self->store.vault);
  setup->calendar = hall_calendar_load_file (workdays, &error);
  g_assert_no_error (error);
  self->catalog = hall_catalog_load_file (catalog, &error);
  g_assert_no_error (error);
  g_ptr_array_add (setup->catalogs, self->catalog);
  hall_providers_use_sandbox (setup);
  self->setup = setup;
}

static void
make_sandbox (HallOrderFixture *self)
{
  g_autofree char *schema = hall_data_dir_find ("schema/sandbox");
  g_autoptr (GError) error = NULL;

  self->sandbox = hall_db_open (self->setup->sandbox_path, HALL_DB_WRITE, &error);
  g_assert_no_error (error);
  hall_migrate (self->sandbox, schema, &error);
  g_assert_no_error (error);
}

/* The order begins as a draft in which everything is filled in. */
static void
make_order (HallOrderFixture *self, const char *type)
{
  g_autoptr (HallRecord) record = hall_store_fixture_new_record (HALL_TEST_NUMBER, self->account);
  HallAuditEntry entry = {
    .at_s = self->now_s, .actor = "handler", .who = self->account, .event = "create", .version = 1
  };
  g_autoptr (GError) error = NULL;

  hall_record_set (record, certificate_type, type);
  hall_application_free (record->application);
  record->application = hall_test_application (type);
  hall_record_insert (self->store.db, self->setup->vault, record, &error);
  g_assert_no_error (error);
  hall_audit_append (self->store.db, record, &entry, &error);
  g_assert_no_error (error);
  hall_record_save_audit (self->store.db, record, &error);
  g_assert_no_error (error);
}

void
hall_order_fixture_set_up (HallOrderFixture *self, gconstpointer data)
{
  hall_store_fixture_set_up (&self->store, NULL);
  self->now_s = HALL_TEST_NOW_S;
  self->account = hall_store_fixture_add_account (&self->store, HALL_TEST_MOBILE);
  for (const HallPracticeStaff *staff = hall_practice_staff (); staff->name != NULL; staff++)
    g_assert_true (
        hall_staff_create (self->store.db, staff->name, "x", staff->actors, self->now_s, NULL));
  make_setup (self);
  make_sandbox (self);
  make_order (self, data != NULL ? data : "organisation");
}

void
hall_order_fixture_tear_down (HallOrderFixture *self, gconstpointer data)
{
  self->store.vault = g_steal_pointer (&self->setup->vault);
  hall_setup_free (self->setup);
  hall_db_close (self->sandbox);
  g_free (self->account);
  hall_store_fixture_tear_down (&self->store, NULL);
}

void
hall_order_fixture_advance (HallOrderFixture *self, gint64 seconds)
{
  self->now_s += seconds;
}

/* The roles of a practice member of staff; 0 if there is nobody of that name. */
static guint
actors_of (const char *name)
{
  for (const HallPracticeStaff *staff = hall_practice_staff (); staff->name != NULL; staff++)
    if (g_str_equal (staff->name, name))
      return staff->actors;
  return 0;
}

void
hall_order_fixture_init_context (HallOrderFixture *self, HallContext *context, const char *who)
{
  hall_context_init (context, self->setup, self->store.db);
  context->now_s = self->now_s;
  context->lang = HALL_LANG_EN;
  context->sandbox = self->sandbox;
  if (g_str_equal (who, "handler"))
    {
      context->caller.account = g_strdup (self->account);
      context->caller.actors = HALL_ACTOR_BIT (HALL_ACTOR_HANDLER);
    }
  else if (actors_of (who) != 0)
    {
      context->caller.staff = g_strdup (who);
      context->caller.actors = actors_of (who);
    }
}

HallRecord *
hall_order_fixture_load (HallOrderFixture *self)
{
  g_autoptr (GError) error = NULL;
  HallRecord *record =
      hall_record_load (self->store.db, self->setup->vault, HALL_TEST_NUMBER, &error);

  g_assert_no_error (error);
  return record;
}

HallCase *
hall_order_fixture_open (HallOrderFixture *self, HallContext *context)
{
  g_autoptr (GError) error = NULL;
  HallCase *order = hall_case_open (context, hall_order_fixture_load (self), &error);

  g_assert_no_error (error);
  return order;
}

HallState
hall_order_fixture_get_state (HallOrderFixture *self)
{
  g_autoptr (HallRecord) record = hall_order_fixture_load (self);

  return record->state;
}

/* Ends a change of the test's own as the writer and the pipeline would. */
static void
finish (HallOrderFixture *self, const HallContext *context, gboolean keep)
{
  if (!keep)
    {
      hall_db_rollback (self->store.db);
      return;
    }
  g_assert_true (hall_db_commit (self->store.db, NULL));
  for (guint i = 0; i < context->dead_blobs->len; i++)
    hall_blobs_delete (self->setup->blob_dir, g_ptr_array_index (context->dead_blobs, i));
}

static guint
actors_sending (const HallContext *context, const char *who)
{
  if (g_str_equal (who, "provider"))
    return HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER);
  if (g_str_equal (who, "timer"))
    return HALL_ACTOR_BIT (HALL_ACTOR_TIMER);
  return context->caller.actors;
}

/* Judged, held, and ten seconds later in effect. */
static gboolean
decide (HallOrderFixture *self, const char *who, HallEvent event, const char *body, GError **error)
{
  if (!hall_order_decide_hold (self, who, event, body, error))
    return FALSE;
  hall_order_fixture_advance (self, HALL_DECISION_HOLD_S + 1);
  g_assert_cmpint (hall_order_decide_run_jobs (self), ==, HALL_DECIDED_MOVED);
  return TRUE;
}

gboolean
hall_order_fixture_send (HallOrderFixture *self,
                         const char *who,
                         HallEvent event,
                         const char *body,
                         guint facts,
                         GError **error)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  g_auto (HallMove) move = { 0 };
  gboolean moved;

  hall_order_fixture_advance (self, 1);
  if (hall_event_waits (event, actors_of (who)))
    return decide (self, who, event, body, error);
  hall_order_fixture_init_context (self, &context, who);
  order = hall_order_fixture_open (self, &context);
  hall_move_init (&move, &context, order, event);
  move.actors = actors_sending (&context, who);
  move.facts = facts;
  if (event == HALL_EVENT_TRANSFER_FAILED)
    move.reason = g_strdup (body);
  else if (body != NULL)
    {
      root = hall_json_parse ("body", body, -1, error);
      g_assert_nonnull (root);
      json = hall_json_new ("body", root);
      move.body = json;
    }
  g_assert_true (hall_db_begin (self->store.db, NULL));
  moved = hall_move_run (&move, error);
  finish (self, &context, moved);
  return moved;
}

/* What a provider's or the clock's route knows of its own event. */
static guint
facts_of (HallEvent event)
{
  switch (event)
    {
    case HALL_EVENT_AUTH_PASSED:
      return HALL_FACT_FACE_CONSENTED | HALL_FACT_IDENTITY_MATCHES;
    case HALL_EVENT_PAY_NOTIFY:
      return HALL_FACT_AMOUNT_EQUAL;
    case HALL_EVENT_COMPLETE:
    case HALL_EVENT_EXPIRE:
      return HALL_FACT_IDLE;
    default:
      return 0;
    }
}

static gboolean
send_plainly (
    HallOrderFixture *self, const char *who, HallEvent event, const char *body, GError **error)
{
  gboolean person = !g_str_equal (who, "provider") && !g_str_equal (who, "timer");

  if (person)
    return hall_order_fixture_send (self, who, event, body != NULL ? body : "{}", 0, error);
  return hall_order_fixture_send (self, who, event, body, facts_of (event), error);
}

void
hall_order_fixture_move (
    HallOrderFixture *self, const char *who, HallEvent event, const char *body, HallState to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *trail = NULL;

  g_test_message ("%s: %s", who, hall_event_get_name (event));
  send_plainly (self, who, event, body, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hall_state_get_name (hall_order_fixture_get_state (self)), ==,
                   hall_state_get_name (to));
  trail = hall_order_fixture_list_trail (self);
  g_assert_true (g_str_has_suffix (trail, hall_event_get_name (event)));
}

/* Everything the order's row says, as one text. */
static char *
print_row (HallOrderFixture *self)
{
  static const char SQL[] =
      "SELECT state || ' ' || version || ' ' || handler_auth || ' ' || payment || ' ' || fin_auth "
      "|| ' ' || invoice || ' ' || revision || ' ' || audit_head || ' ' || application_sealed "
      "|| ' ' || (SELECT COUNT (*) FROM outbox) || ' ' || (SELECT COUNT (*) FROM audit) "
      "|| ' ' || (SELECT COUNT (*) FROM returns) FROM orders";

  return hall_store_fixture_get_text (&self->store, SQL);
}

void
hall_order_fixture_refuse (
    HallOrderFixture *self, const char *who, HallEvent event, const char *body, HallError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = print_row (self);
  g_autofree char *after = NULL;

  g_test_message ("%s: %s must be refused", who, hall_event_get_name (event));
  g_assert_false (send_plainly (self, who, event, body, &error));
  g_assert_error (error, HALL_ERROR, (int) code);
  after = print_row (self);
  g_assert_cmpstr (after, ==, before);
}

/* Changes the order outside the state machine, as its routes do. */
static void
touch (HallOrderFixture *self, HallContext *context, HallCase *order, const char *event)
{
  g_autoptr (GError) error = NULL;

  hall_move_touch (context, order, HALL_ACTOR_HANDLER, event, NULL, &error);
  g_assert_no_error (error);
  finish (self, context, TRUE);
}

void
hall_order_fixture_edit (HallOrderFixture *self,
                         const char *field,
                         const char *value,
                         gboolean confirmed)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;

  hall_order_fixture_advance (self, 1);
  hall_order_fixture_init_context (self, &context, "handler");
  order = hall_order_fixture_open (self, &context);
  hall_application_set (order->record->application, field, value);
  hall_application_set_confirmed (order->record->application, field, confirmed);
  g_assert_true (hall_db_begin (self->store.db, NULL));
  touch (self, &context, order, "edit");
}

void
hall_order_fixture_upload (HallOrderFixture *self, const char *slot)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;
  g_autoptr (HallDocument) document = hall_document_new (slot);
  g_autofree char *text = g_strdup_printf ("file %u", ++self->files);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autofree char *blob = hall_blobs_put (self->setup->vault, self->setup->blob_dir, bytes, &error);

  g_assert_no_error (error);
  hall_order_fixture_advance (self, 1);
  hall_order_fixture_init_context (self, &context, "handler");
  order = hall_order_fixture_open (self, &context);
  document->file_name = g_strdup_printf ("%s.pdf", slot);
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  document->bytes = (gint64) g_bytes_get_size (bytes);
  document->pages = 1;
  document->revision = (guint) order->record->revision;
  document->uploaded_s = self->now_s;
  g_assert_true (hall_db_begin (self->store.db, NULL));
  hall_document_store_put (self->store.db, HALL_TEST_NUMBER, document, blob, &error);
  g_assert_no_error (error);
  touch (self, &context, order, "upload");
}

void
hall_order_fixture_upload_all (HallOrderFixture *self)
{
  g_autoptr (HallRecord) record = hall_order_fixture_load (self);
  const HallCertificateType *type =
      hall_catalog_find_type (self->catalog, record->certificate_type);

  for (guint i = 0; i < self->catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (self->catalog->requirements, i);

      if (!requirement->at_payment && hall_requirement_is_in_type (requirement, type))
        hall_order_fixture_upload (self, requirement->slot);
    }
}

void
hall_order_fixture_choose_channel (HallOrderFixture *self, HallPayChannel channel)
{
  g_auto (HallContext) context = { 0 };
  g_autoptr (HallCase) order = NULL;

  hall_order_fixture_init_context (self, &context, "handler");
  order = hall_order_fixture_open (self, &context);
  order->record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_QR_ISSUED;
  hall_record_set (order->record, channel, hall_pay_channel_get_name (channel));
  g_assert_true (hall_db_begin (self->store.db, NULL));
  touch (self, &context, order, "payment-code");
}

static void
print_item (GString *out, const HallOutboxItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = hall_json_parse ("outbox", item->payload, -1, &error);
  JsonObject *payload;

  g_assert_no_error (error);
  payload = json_node_get_object (root);
  if (item->kind == HALL_OUTBOX_SMS)
    g_string_append_printf (out, "sms %s %s\n", json_object_get_string_member (payload, "mobile"),
                            json_object_get_string_member (payload, "text"));
  else
    g_string_append_printf (out, "transfer %" G_GINT64_FORMAT " %s %s\n",
                            json_object_get_int_member (payload, "amount_fen"),
                            json_object_get_string_member (payload, "account"),
                            json_object_get_string_member (payload, "remark"));
}

char *
hall_order_fixture_take_outbox (HallOrderFixture *self)
{
  GString *out = g_string_new (NULL);
  HallOutboxItem *item;

  while ((item = hall_outbox_next (self->store.db, self->setup->vault, self->now_s, NULL)) != NULL)
    {
      print_item (out, item);
      g_assert_true (hall_outbox_finish (self->store.db, self->setup->vault, item->id, TRUE, NULL));
      hall_outbox_item_free (item);
    }
  return g_string_free (out, FALSE);
}

static void
add_event (const HallAuditEntry *entry, gpointer data)
{
  GString *out = data;

  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", entry->event);
}

char *
hall_order_fixture_list_trail (HallOrderFixture *self)
{
  GString *out = g_string_new (NULL);
  g_auto (HallAuditReport) report = { 0 };

  g_assert_true (hall_audit_each (self->store.db, HALL_TEST_NUMBER, add_event, out, NULL));
  g_assert_true (hall_audit_verify (self->store.db, &report, NULL));
  g_assert_cmpuint (report.broken, ==, 0);
  return g_string_free (out, FALSE);
}
