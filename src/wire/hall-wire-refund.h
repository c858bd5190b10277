/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money that a cashier pays back.
 */
#pragma once

#include "hall-json.h"
#include "hall-pin.h"

typedef struct
{
  char *order;
  gint64 version;
  char *organisation;
  gint64 amount_fen;
  int channel;       /* HallPayChannel */
  char *payee;       /* (nullable): NULL: back the way it came */
  char *bank;        /* (nullable) */
  char *account;     /* (nullable) */
  char *transaction; /* (nullable): the provider's or the bank's number of the payment */
  gint64 since_s;
} HallRefund;

typedef struct
{
  GPtrArray *refunds; /* (element-type HallRefund) */
  char *next;         /* (nullable): cursor */
} HallRefundPage;

void hall_refund_free (HallRefund *self);
HallRefundPage *hall_refund_page_new (void);
void hall_refund_page_free (HallRefundPage *self);

void hall_wire_add_refund_page (JsonBuilder *builder, const HallRefundPage *page);
HallRefundPage *hall_wire_read_refund_page (HallJson *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallRefund, hall_refund_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallRefundPage, hall_refund_page_free)
