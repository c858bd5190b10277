/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What belongs to an order: bills, phone links and pictures, documents, revisions, returns;
 * and the memory of the sandbox.
 */
#include "hall-data-dir.h"
#include "hall-document-store.h"
#include "hall-error.h"
#include "hall-migrate.h"
#include "hall-payment-store.h"
#include "hall-phone-store.h"
#include "hall-practice-store.h"
#include "hall-return-store.h"
#include "hall-store-fixture.h"

#define NOW   HALL_TEST_NOW_S
#define ORDER "20261122000001"

typedef struct
{
  HallStoreFixture store;
  HallRecord *record;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *account = NULL;

  hall_store_fixture_set_up (&fixture->store, data);
  account = hall_store_fixture_add_account (&fixture->store, "13800138000");
  fixture->record = hall_store_fixture_add_order (&fixture->store, ORDER, account);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hall_record_free (fixture->record);
  hall_store_fixture_tear_down (&fixture->store, data);
}

static void
add_bill (Fixture *fixture, const char *id, gint64 created_s)
{
  HallBill bill = { .id = (char *) id,
                    .order = (char *) ORDER,
                    .channel = HALL_PAY_ALIPAY,
                    .amount_fen = 90000,
                    .qr = (char *) "http://127.0.0.1/cashier/x",
                    .state = HALL_BILL_ISSUED,
                    .created_s = created_s,
                    .expires_s = created_s + 7200 };
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_payment_store_add (fixture->store.db, &bill, &error));
  g_assert_no_error (error);
}

static void
test_bill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallBill) bill = NULL;
  g_autoptr (HallBill) paid = NULL;
  HallDb *db = fixture->store.db;

  g_assert_null (hall_payment_store_get (db, "P1", &error));
  add_bill (fixture, "P1", NOW);
  bill = hall_payment_store_get (db, "P1", &error);
  g_assert_cmpstr (bill->order, ==, ORDER);
  g_assert_cmpint (bill->channel, ==, HALL_PAY_ALIPAY);
  g_assert_cmpint (bill->amount_fen, ==, 90000);
  g_assert_cmpint (bill->state, ==, HALL_BILL_ISSUED);
  g_assert_cmpint (bill->created_s, ==, NOW);
  g_assert_cmpint (bill->expires_s, ==, NOW + 7200);
  g_assert_null (bill->transaction);
  g_assert_true (hall_payment_store_set_paid (db, "P1", "T1", NOW + 5, &error));
  paid = hall_payment_store_get (db, "P1", &error);
  g_assert_cmpint (paid->state, ==, HALL_BILL_PAID);
  g_assert_cmpstr (paid->transaction, ==, "T1");
  g_assert_no_error (error);
}

static void
test_open_bill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallBill) open = NULL;
  g_autoptr (HallBill) closed = NULL;
  HallDb *db = fixture->store.db;

  g_assert_null (hall_payment_store_get_open (db, ORDER, NOW, &error));
  add_bill (fixture, "P1", NOW);
  add_bill (fixture, "P2", NOW + 10);
  open = hall_payment_store_get_open (db, ORDER, NOW + 20, &error);
  g_assert_cmpstr (open->id, ==, "P2");
  g_assert_null (hall_payment_store_get_open (db, ORDER, NOW + 7210, &error));
  g_assert_true (hall_payment_store_set_paid (db, "P1", "T1", NOW, &error));
  g_assert_true (hall_payment_store_close (db, ORDER, &error));
  g_assert_null (hall_payment_store_get_open (db, ORDER, NOW + 20, &error));
  closed = hall_payment_store_get (db, "P1", &error);
  g_assert_cmpint (closed->state, ==, HALL_BILL_PAID);
  g_assert_no_error (error);
}

static void
test_notices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  add_bill (fixture, "P1", NOW);
  g_assert_true (
      hall_payment_store_note (fixture->store.db, "P1", "T1", 1, "wrong-amount", NOW, &error));
  g_assert_true (
      hall_payment_store_note (fixture->store.db, "P1", "T1", 90000, "counted", NOW, &error));
  kept = hall_store_fixture_get_text (&fixture->store,
                                      "SELECT GROUP_CONCAT (verdict || ' ' || amount_fen, ', ') "
                                      "FROM payment_notices");
  g_assert_cmpstr (kept, ==, "wrong-amount 1, counted 90000");
  g_assert_false (
      hall_payment_store_note (fixture->store.db, "P9", "T1", 1, "counted", NOW, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
}

static void
add_link (Fixture *fixture, const char *token, gint64 created_s)
{
  const char *actions[] = { "blink", "smile", "look-up", NULL };
  HallLink link = { .token = (char *) token,
                    .order = (char *) ORDER,
                    .state = HALL_LINK_WAITING,
                    .actions = (char **) actions,
                    .created_s = created_s,
                    .expires_s = created_s + 600 };
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_phone_store_add (fixture->store.db, fixture->store.vault, &link, &error));
  g_assert_no_error (error);
}

static HallLink *
get_link (Fixture *fixture, const char *token)
{
  g_autoptr (GError) error = NULL;
  HallLink *link = hall_phone_store_get (fixture->store.db, fixture->store.vault, token, &error);

  g_assert_no_error (error);
  return link;
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HallLink) link = NULL;
  g_autoptr (HallLink) newest = NULL;
  g_autoptr (GError) error = NULL;
  HallDb *db = fixture->store.db;

  g_assert_null (get_link (fixture, "token-1"));
  add_link (fixture, "token-1", NOW);
  add_link (fixture, "token-2", NOW + 60);
  link = get_link (fixture, "token-1");
  g_assert_cmpstr (link->token, ==, "token-1");
  g_assert_cmpstr (link->order, ==, ORDER);
  g_assert_cmpuint (g_strv_length (link->actions), ==, HALL_PHONE_N_ACTIONS);
  g_assert_cmpstr (link->actions[2], ==, "look-up");
  g_assert_cmpint (link->expires_s, ==, NOW + 600);
  newest = hall_phone_store_get_newest (db, fixture->store.vault, ORDER, &error);
  g_assert_cmpstr (newest->token, ==, "token-2");
  g_assert_cmpint (hall_phone_store_count (db, ORDER, NOW - 1, &error), ==, 2);
  g_assert_cmpint (hall_phone_store_count (db, ORDER, NOW, &error), ==, 1);
  g_assert_cmpint (hall_phone_store_count (db, ORDER, NOW + 60, &error), ==, 0);
}

/* The handler took a new code at once: the order must show that one, whatever its hash. */
static void
test_link_of_the_same_second (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *token = g_strdup_printf ("token-%u", i);
      g_autoptr (HallLink) newest = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (hall_phone_store_void_all (fixture->store.db, ORDER, &error));
      add_link (fixture, token, NOW);
      newest = hall_phone_store_get_newest (fixture->store.db, fixture->store.vault, ORDER, &error);
      g_assert_cmpstr (newest->token, ==, token);
    }
}

static void
test_link_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HallLink) first = NULL;
  g_autoptr (HallLink) second = NULL;
  g_autoptr (GError) error = NULL;

  add_link (fixture, "token-1", NOW);
  add_link (fixture, "token-2", NOW);
  g_assert_true (hall_phone_store_set_state (fixture->store.db, "token-1", HALL_LINK_DONE, &error));
  g_assert_true (
      hall_phone_store_set_state (fixture->store.db, "token-2", HALL_LINK_CONSENTED, &error));
  g_assert_true (hall_phone_store_void_all (fixture->store.db, ORDER, &error));
  first = get_link (fixture, "token-1");
  second = get_link (fixture, "token-2");
  g_assert_cmpint (first->state, ==, HALL_LINK_DONE);
  g_assert_cmpint (second->state, ==, HALL_LINK_VOID);
}

static void
put_capture (Fixture *fixture, const char *name, const char *blob, const char *expected)
{
  g_autoptr (HallLink) link = get_link (fixture, "token-1");
  HallCapture capture = { (char *) name, (char *) blob, (char *) "sha" };
  g_autofree char *replaced = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      hall_phone_store_put_capture (fixture->store.db, link, &capture, NOW, &replaced, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (replaced, ==, expected);
}

static void
test_captures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) captures = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) blobs = NULL;
  g_autoptr (GError) error = NULL;
  const HallCapture *second;

  add_link (fixture, "token-1", NOW);
  put_capture (fixture, "id-portrait", "blob-1", NULL);
  put_capture (fixture, "action-1", "blob-2", NULL);
  put_capture (fixture, "id-portrait", "blob-3", "blob-1");
  captures = hall_phone_store_list_captures (fixture->store.db, "token-1", &error);
  g_assert_cmpuint (captures->len, ==, 2);
  second = g_ptr_array_index (captures, 1);
  g_assert_cmpstr (second->name, ==, "id-portrait");
  g_assert_cmpstr (second->blob, ==, "blob-3");
  blobs = hall_document_store_list_blobs (fixture->store.db, ORDER, &error);
  g_assert_cmpuint (blobs->len, ==, 2);
  g_assert_true (hall_phone_store_forget_captures (fixture->store.db, "token-1", &error));
  none = hall_phone_store_list_captures (fixture->store.db, "token-1", &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
put_document (Fixture *fixture, const char *slot, const char *blob)
{
  g_autoptr (HallDocument) document = hall_document_new (slot);
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autoptr (GError) error = NULL;

  document->file_name = g_strdup ("营业执照.pdf");
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_strdup (blob);
  document->bytes = 2097152;
  document->pages = 3;
  document->revision = 2;
  document->uploaded_s = NOW;
  document->sight = (HallSight){ 2, 41, { 1, 0.25, 0.5, 0.125, 0.125 } };
  hall_issue_set (&issue, HALL_ISSUE_CODE_MISSING, NULL, NULL);
  g_ptr_array_add (document->findings, hall_finding_new (slot, &issue));
  g_assert_true (hall_document_store_put (fixture->store.db, ORDER, document, blob, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list_documents (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *documents = hall_document_store_list (fixture->store.db, ORDER, &error);

  g_assert_no_error (error);
  return documents;
}

static void
test_documents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) documents = NULL;
  const HallStoredDocument *stored;
  const HallFinding *finding;

  put_document (fixture, "business_licence", "blob-1");
  put_document (fixture, "application_form", "blob-2");
  put_document (fixture, "business_licence", "blob-3");
  documents = list_documents (fixture);
  g_assert_cmpuint (documents->len, ==, 2);
  stored = g_ptr_array_index (documents, 1);
  g_assert_cmpstr (stored->blob, ==, "blob-3");
  g_assert_cmpstr (stored->document->slot, ==, "business_licence");
  g_assert_cmpstr (stored->document->file_name, ==, "营业执照.pdf");
  g_assert_cmpstr (stored->document->media_type, ==, "application/pdf");
  g_assert_cmpstr (stored->document->sha256, ==, "blob-3");
  g_assert_cmpint (stored->document->bytes, ==, 2097152);
  g_assert_cmpuint (stored->document->pages, ==, 3);
  g_assert_cmpuint (stored->document->sight.form_revision, ==, 2);
  g_assert_cmpuint (stored->document->sight.seal_mm, ==, 41);
  g_assert_cmpfloat (stored->document->sight.seal_place.y, ==, 0.5);
  g_assert_cmpuint (stored->document->revision, ==, 2);
  g_assert_cmpint (stored->document->uploaded_s, ==, NOW);
  g_assert_true (stored->document->current);
  g_assert_cmpuint (stored->document->findings->len, ==, 1);
  finding = g_ptr_array_index (stored->document->findings, 0);
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_CODE_MISSING);
}

static void
test_empty_slot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  HallDb *db = fixture->store.db;

  put_document (fixture, "business_licence", "blob-1");
  g_assert_false (hall_document_store_remove (db, ORDER, "application_form", &error));
  g_assert_no_error (error);
  g_assert_true (hall_document_store_remove (db, ORDER, "business_licence", &error));
  g_assert_false (hall_document_store_remove (db, ORDER, "business_licence", &error));
  documents = list_documents (fixture);
  g_assert_cmpuint (documents->len, ==, 0);
}

static void
test_stale_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  HallDb *db = fixture->store.db;

  put_document (fixture, "application_form", "blob-1");
  g_assert_true (hall_document_store_set_stale (db, ORDER, "application_form", &error));
  before = list_documents (fixture);
  g_assert_false (((HallStoredDocument *) before->pdata[0])->document->current);
  put_document (fixture, "application_form", "blob-2");
  after = list_documents (fixture);
  g_assert_true (((HallStoredDocument *) after->pdata[0])->document->current);
}

/* Every file an order ever had, replaced ones too. */
static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blobs = NULL;
  g_autoptr (GPtrArray) none = NULL;
  HallDb *db = fixture->store.db;

  put_document (fixture, "application_form", "blob-1");
  put_document (fixture, "application_form", "blob-2");
  add_link (fixture, "token-1", NOW);
  put_capture (fixture, "id-portrait", "blob-3", NULL);
  blobs = hall_document_store_list_blobs (db, ORDER, &error);
  g_assert_cmpuint (blobs->len, ==, 3);
  g_assert_true (hall_document_store_forget (db, ORDER, &error));
  none = hall_document_store_list_blobs (db, ORDER, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_revision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallApplication) back = NULL;
  g_autofree char *sealed = NULL;
  HallApplication *application = fixture->record->application;
  const HallRevision revision = { .number = 1, .printed_hash = "hash", .confirmed_s = NOW };
  gint64 confirmed_s = 0;
  HallDb *db = fixture->store.db;

  hall_application_set (application, "handler.name", "张三");
  g_assert_true (
      hall_revision_add (db, fixture->store.vault, ORDER, &revision, application, &error));
  back = hall_revision_get (db, fixture->store.vault, ORDER, 1, &confirmed_s, &error);
  g_assert_true (hall_application_equal (back, application));
  g_assert_cmpint (confirmed_s, ==, NOW);
  g_assert_null (hall_revision_get (db, fixture->store.vault, ORDER, 2, &confirmed_s, &error));
  g_assert_no_error (error);
  sealed =
      hall_store_fixture_get_text (&fixture->store, "SELECT application_sealed FROM revisions");
  g_assert_null (g_strstr_len (sealed, -1, "张三"));
  g_assert_false (
      hall_revision_add (db, fixture->store.vault, ORDER, &revision, application, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_CONFLICT);
}

static void
add_return (Fixture *fixture, gint64 round, guint position, HallReason reason, const char *text)
{
  HallStoredReturn stored = { hall_return_new (reason, "business_licence", text), (char *) "before",
                              "shenhe", NOW };
  g_autoptr (GError) error = NULL;

  g_assert_true (hall_return_store_add (fixture->store.db, fixture->store.vault, ORDER, round,
                                        position, &stored, &error));
  g_assert_no_error (error);
  hall_return_free (stored.item);
}

static void
test_returns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const HallStoredReturn *stored;

  add_return (fixture, 1, 1, HALL_REASON_X99, "公章模糊");
  add_return (fixture, 1, 0, HALL_REASON_L01, NULL);
  add_return (fixture, 2, 0, HALL_REASON_L02, NULL);
  first = hall_return_store_list (fixture->store.db, fixture->store.vault, ORDER, 1, &error);
  g_assert_cmpuint (first->len, ==, 2);
  stored = g_ptr_array_index (first, 0);
  g_assert_cmpint (stored->item->reason, ==, HALL_REASON_L01);
  g_assert_null (stored->item->text);
  stored = g_ptr_array_index (first, 1);
  g_assert_cmpint (stored->item->reason, ==, HALL_REASON_X99);
  g_assert_cmpstr (stored->item->text, ==, "公章模糊");
  g_assert_cmpstr (stored->item->place, ==, "business_licence");
  g_assert_cmpstr (stored->before_key, ==, "before");
  none = hall_return_store_list (fixture->store.db, fixture->store.vault, ORDER, 0, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_practice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hall_store_fixture_path (&fixture->store, "sandbox.db");
  g_autofree char *schema = hall_data_dir_find ("schema/sandbox");
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDb) db = hall_db_open (path, HALL_DB_WRITE, &error);
  HallPracticeMessage message = { .kind = (char *) "sms",
                                  .recipient = (char *) "13800138000",
                                  .text = (char *) "一",
                                  .order = (char *) ORDER,
                                  .at_s = NOW };
  g_autoptr (HallPracticeMessage) found = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) newest = NULL;

  g_assert_true (hall_migrate (db, schema, &error));
  g_assert_null (hall_practice_store_find (db, "outbox-1", &error));
  g_assert_true (hall_practice_store_add (db, "outbox-1", &message, &error));
  message.text = (char *) "again";
  g_assert_true (hall_practice_store_add (db, "outbox-1", &message, &error));
  message.text = (char *) "二";
  g_assert_true (hall_practice_store_add (db, "outbox-2", &message, &error));
  g_assert_no_error (error);
  found = hall_practice_store_find (db, "outbox-1", &error);
  g_assert_cmpstr (found->text, ==, "一");
  g_assert_cmpstr (found->recipient, ==, "13800138000");
  g_assert_cmpstr (found->result, ==, "");
  all = hall_practice_store_list (db, 10, &error);
  g_assert_cmpuint (all->len, ==, 2);
  newest = hall_practice_store_list (db, 1, &error);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpstr (((HallPracticeMessage *) newest->pdata[0])->text, ==, "二");
}

#define ADD(name, test) g_test_add ("/order-stores/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("bill", test_bill);
  ADD ("open-bill", test_open_bill);
  ADD ("notices", test_notices);
  ADD ("link", test_link);
  ADD ("link-of-the-same-second", test_link_of_the_same_second);
  ADD ("link-states", test_link_states);
  ADD ("captures", test_captures);
  ADD ("documents", test_documents);
  ADD ("empty-slot", test_empty_slot);
  ADD ("stale-document", test_stale_document);
  ADD ("forget", test_forget);
  ADD ("revision", test_revision);
  ADD ("returns", test_returns);
  ADD ("practice", test_practice);
  return g_test_run ();
}
