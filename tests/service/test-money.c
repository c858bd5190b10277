/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money found on a statement, money paid back, and certificates: what the moves take and what the
 * schema holds.
 */
#include <string.h>

#include "hall-certificate-store.h"
#include "hall-order-walk.h"
#include "hall-statement-store.h"

#define ORGANISATION "深圳市测试样例科技有限公司"
#define FUNDS        "{\"amount_fen\":90000,\"payer\":\"" ORGANISATION "\",\"statement_line\":%d}"

static void
import_line (HallOrderFixture *fixture, const char *payer, gint64 amount_fen, guint occurrence)
{
  const HallTransfer transfer = { .date = (char *) "2026-11-22",
                                  .amount_fen = amount_fen,
                                  .payer = (char *) payer,
                                  .account = (char *) "",
                                  .remark = (char *) HALL_TEST_NUMBER,
                                  .reference = (char *) "",
                                  .occurrence = occurrence };
  const HallStatementEntry entry = { "银行", &transfer, "chuna", fixture->now_s };
  g_autoptr (GError) error = NULL;
  gboolean added = FALSE;

  hall_statement_store_add (fixture->store.db, fixture->setup->vault, &entry, &added, &error);
  g_assert_no_error (error);
  g_assert_true (added);
}

static HallStatementLine *
load_line (HallOrderFixture *fixture, gint64 id)
{
  return hall_statement_store_get (fixture->store.db, fixture->setup->vault, id, NULL);
}

/* A refusal leaves the line as it was; the confirmation uses it up. */
static void
test_line (HallOrderFixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup_printf (FUNDS, 1);
  g_autofree char *second = g_strdup_printf (FUNDS, 2);
  g_autofree char *none = g_strdup_printf (FUNDS, 99);
  g_autoptr (HallStatementLine) before = NULL;
  g_autoptr (HallStatementLine) after = NULL;

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, HALL_PAY_TRANSFER);
  import_line (fixture, "张三", 90000, 0);
  import_line (fixture, ORGANISATION, 90000, 0);
  hall_order_fixture_refuse (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, first,
                             HALL_ERROR_INVALID);
  hall_order_fixture_refuse (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, none,
                             HALL_ERROR_CONFLICT);
  before = load_line (fixture, 2);
  g_assert_null (before->order);
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, second,
                           HALL_STATE_UNDER_REVIEW);
  after = load_line (fixture, 2);
  g_assert_cmpstr (after->order, ==, HALL_TEST_NUMBER);
}

/* A line that somebody has set aside is not used by accident. */
static void
test_set_aside (HallOrderFixture *fixture, gconstpointer data)
{
  g_autofree char *body = g_strdup_printf (FUNDS, 1);

  hall_order_walk (fixture, HALL_STATE_PAYMENT_VERIFYING, HALL_PAY_TRANSFER);
  import_line (fixture, ORGANISATION, 90000, 0);
  g_assert_true (hall_statement_store_set_aside (fixture->store.db, 1, "chuna", NULL));
  hall_order_fixture_refuse (fixture, "chuna", HALL_EVENT_FUNDS_CONFIRMED, body,
                             HALL_ERROR_CONFLICT);
}

/* A refund is written down with the bank's number, by a cashier. */
static void
test_refund (HallOrderFixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "{}", "{\"note\":\"\"}", "{\"note\":\"  \"}", "{\"note\":1}",
                                     "{\"note\":\"TK1\",\"more\":1}" };

  hall_order_walk (fixture, HALL_STATE_REFUND_PENDING, HALL_PAY_TRANSFER);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    hall_order_fixture_refuse (fixture, "chuna", HALL_EVENT_REFUND_DONE, bad[i],
                               HALL_ERROR_INVALID);
  hall_order_fixture_refuse (fixture, "zhizheng", HALL_EVENT_REFUND_DONE, "{\"note\":\"TK1\"}",
                             HALL_ERROR_DENIED);
  hall_order_fixture_move (fixture, "chuna", HALL_EVENT_REFUND_DONE, "{\"note\":\"TK1\"}",
                           HALL_STATE_REFUNDED);
}

static gboolean
enter (HallOrderFixture *fixture, const char *who)
{
  const HallCertificate certificate = { .serial = (char *) "2F0011AA",
                                        .valid_from = (char *) "2026-11-22",
                                        .valid_to = (char *) "2027-11-22",
                                        .entered_by = (char *) who,
                                        .entered_s = fixture->now_s };

  return hall_certificate_put (fixture->store.db, HALL_TEST_NUMBER, &certificate, NULL);
}

/* Who reviewed enters no certificate, whatever roles they are given later; nor does anybody before
 * production, or when the parcel has gone. */
static void
test_certificate (HallOrderFixture *fixture, gconstpointer data)
{
  g_autoptr (HallCertificate) kept = NULL;

  hall_order_walk (fixture, HALL_STATE_ACCEPTED, HALL_PAY_TRANSFER);
  g_assert_false (enter (fixture, "zhizheng"));
  hall_order_walk (fixture, HALL_STATE_IN_PRODUCTION, HALL_PAY_TRANSFER);
  hall_store_fixture_run (&fixture->store, "UPDATE staff SET actors = actors | 8");
  g_assert_false (enter (fixture, "shenhe"));
  g_assert_false (enter (fixture, "nobody"));
  g_assert_true (enter (fixture, "zhizheng"));
  g_assert_true (enter (fixture, "zhizheng"));
  kept = hall_certificate_get (fixture->store.db, HALL_TEST_NUMBER, NULL);
  g_assert_cmpstr (kept->serial, ==, "2F0011AA");
  g_assert_cmpstr (kept->entered_by, ==, "zhizheng");
  g_assert_false (enter (fixture, "shenhe"));
  hall_order_walk (fixture, HALL_STATE_SHIPPED, HALL_PAY_TRANSFER);
  g_assert_false (enter (fixture, "zhizheng"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (HallOrderFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/money/line", test_line },
    { "/money/set-aside", test_set_aside },
    { "/money/refund", test_refund },
    { "/money/certificate", test_certificate },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, HallOrderFixture, NULL, hall_order_fixture_set_up, tests[i].run,
                hall_order_fixture_tear_down);
  return g_test_run ();
}
