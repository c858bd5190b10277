/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-payment-store.h"

#include "hall-counter-store.h"

static const char *const state_names[HALL_N_BILL_STATES] = {
  [HALL_BILL_ISSUED] = "issued",
  [HALL_BILL_PAID] = "paid",
  [HALL_BILL_CLOSED] = "closed",
};

#define BILL_COLUMNS                                                                \
  "SELECT id, order_number, channel, amount_fen, qr, state, created_s, expires_s, " \
  "transaction_number FROM payments "

static const char SQL_ADD[] =
    "INSERT INTO payments (id, order_number, channel, amount_fen, qr, state, created_s, "
    "expires_s, paid_s) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)";
static const char SQL_GET[] = BILL_COLUMNS "WHERE id = $1";
static const char SQL_GET_OPEN[] =
    BILL_COLUMNS "WHERE order_number = $1 AND state = 'issued' AND expires_s > $2 "
                 "ORDER BY created_s DESC, id DESC LIMIT 1";
static const char SQL_GET_PAID[] =
    BILL_COLUMNS "WHERE order_number = $1 AND state = 'paid' ORDER BY created_s DESC LIMIT 1";
static const char SQL_CLOSE[] =
    "UPDATE payments SET state = 'closed' WHERE order_number = $1 AND state = 'issued'";
static const char SQL_PAID[] =
    "UPDATE payments SET state = 'paid', transaction_number = $2, paid_s = $3 WHERE id = $1";
static const char SQL_NOTE[] =
    "INSERT INTO payment_notices (id, payment, transaction_number, amount_fen, verdict, at_s) "
    "VALUES ($1, $2, $3, $4, $5, $6)";

void
hall_bill_free (HallBill *self)
{
  g_free (self->id);
  g_free (self->order);
  g_free (self->qr);
  g_free (self->transaction);
  g_free (self);
}

const char *
hall_bill_state_get_name (HallBillState state)
{
  g_return_val_if_fail (state < HALL_N_BILL_STATES, NULL);
  return state_names[state];
}

gboolean
hall_payment_store_add (HallDb *db, const HallBill *bill, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, bill->id);
  hall_stmt_bind_text (stmt, 2, bill->order);
  hall_stmt_bind_text (stmt, 3, hall_pay_channel_get_name (bill->channel));
  hall_stmt_bind_int (stmt, 4, bill->amount_fen);
  hall_stmt_bind_text (stmt, 5, bill->qr);
  hall_stmt_bind_text (stmt, 6, state_names[bill->state]);
  hall_stmt_bind_int (stmt, 7, bill->created_s);
  hall_stmt_bind_int (stmt, 8, bill->expires_s);
  return hall_stmt_run (stmt, error);
}

static HallBill *
read_bill (HallStmt *stmt)
{
  HallBill *bill = g_new0 (HallBill, 1);
  const char *state = hall_stmt_get_text (stmt, 5);

  bill->id = g_strdup (hall_stmt_get_text (stmt, 0));
  bill->order = g_strdup (hall_stmt_get_text (stmt, 1));
  bill->channel = hall_pay_channel_from_name (hall_stmt_get_text (stmt, 2));
  bill->amount_fen = hall_stmt_get_int (stmt, 3);
  bill->qr = g_strdup (hall_stmt_get_text (stmt, 4));
  for (guint i = 0; i < HALL_N_BILL_STATES; i++)
    if (g_strcmp0 (state, state_names[i]) == 0)
      bill->state = i;
  bill->created_s = hall_stmt_get_int (stmt, 6);
  bill->expires_s = hall_stmt_get_int (stmt, 7);
  bill->transaction = g_strdup (hall_stmt_get_text (stmt, 8));
  return bill;
}

HallBill *
hall_payment_store_get (HallDb *db, const char *id, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, id);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? read_bill (stmt) : NULL;
}

HallBill *
hall_payment_store_get_open (HallDb *db, const char *order, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET_OPEN, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, now_s);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? read_bill (stmt) : NULL;
}

HallBill *
hall_payment_store_get_paid (HallDb *db, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET_PAID, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? read_bill (stmt) : NULL;
}

gboolean
hall_payment_store_close (HallDb *db, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_CLOSE, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_payment_store_set_paid (
    HallDb *db, const char *id, const char *transaction, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_PAID, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, transaction);
  hall_stmt_bind_int (stmt, 3, now_s);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_payment_store_note (HallDb *db,
                         const char *id,
                         const char *transaction,
                         gint64 amount_fen,
                         const char *verdict,
                         gint64 now_s,
                         GError **error)
{
  gint64 number = hall_counter_next (db, "payment-notices", error);
  g_autoptr (HallStmt) stmt = number > 0 ? hall_db_query (db, SQL_NOTE, error) : NULL;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, number);
  hall_stmt_bind_text (stmt, 2, id);
  hall_stmt_bind_text (stmt, 3, transaction);
  hall_stmt_bind_int (stmt, 4, amount_fen);
  hall_stmt_bind_text (stmt, 5, verdict);
  hall_stmt_bind_int (stmt, 6, now_s);
  return hall_stmt_run (stmt, error);
}
