/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Payments asked for and what the providers reported of them.
 */
#pragma once

#include "hall-db.h"
#include "hall-pin.h"

typedef enum
{
  HALL_BILL_ISSUED,
  HALL_BILL_PAID,
  HALL_BILL_CLOSED, /* replaced or withdrawn */
  HALL_N_BILL_STATES
} HallBillState;

typedef struct
{
  char *id; /* our number at the provider: 6 to 32 letters and digits */
  char *order;
  HallPayChannel channel;
  gint64 amount_fen;
  char *qr;
  HallBillState state;
  gint64 created_s;
  gint64 expires_s;
  char *transaction; /* (nullable): the provider's number of the payment that counted */
} HallBill;

void hall_bill_free (HallBill *self);
const char *hall_bill_state_get_name (HallBillState state);

gboolean hall_payment_store_add (HallDb *db, const HallBill *bill, GError **error);

/* NULL without @error if there is none. */
HallBill *hall_payment_store_get (HallDb *db, const char *id, GError **error);

/* The newest bill of an order that can still be paid at @now_s. NULL without @error. */
HallBill *hall_payment_store_get_open (HallDb *db, const char *order, gint64 now_s, GError **error);

/* The bill that an order was paid with; NULL without @error. */
HallBill *hall_payment_store_get_paid (HallDb *db, const char *order, GError **error);

/* Closes every bill of an order that has not been paid. */
gboolean hall_payment_store_close (HallDb *db, const char *order, GError **error);

gboolean hall_payment_store_set_paid (
    HallDb *db, const char *id, const char *transaction, gint64 now_s, GError **error);

/* Writes down what a provider reported, counted or refused ("counted", "wrong-amount", …). */
gboolean hall_payment_store_note (HallDb *db,
                                  const char *id,
                                  const char *transaction,
                                  gint64 amount_fen,
                                  const char *verdict,
                                  gint64 now_s,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallBill, hall_bill_free)
