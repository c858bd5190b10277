/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well a transfer agrees with an order that waits for its money. It says so and decides
 * nothing: a cashier does.
 */
#pragma once

#include "hall-statement.h"

typedef enum
{
  HALL_AGREES_NUMBER = 1 << 0, /* the order's number stands in the remark */
  HALL_AGREES_PAYER = 1 << 1,  /* the payer is the organisation */
  HALL_AGREES_AMOUNT = 1 << 2
} HallAgreement;

/* What an order waits for. Nothing is owned. */
typedef struct
{
  const char *number;
  const char *organisation;
  gint64 amount_fen;
} HallExpectedTransfer;

/* Returns: the HallAgreement bits that hold */
guint hall_transfer_match (const HallTransfer *self, const HallExpectedTransfer *expected);

/* 0 to 100: the sum of what each agreement weighs. */
guint hall_agreement_get_score (guint agreement);

/* "number", "payer", "amount" */
const char *hall_agreement_get_name (HallAgreement agreement);
/* 0 if there is no such name. */
guint hall_agreement_from_name (const char *name);

/**
 * hall_remark_find_number:
 *
 * Returns: (transfer full) (nullable): the first order number in @remark, whatever was typed
 *   around it, blanks, hyphens and full-width digits inside it left out; NULL if there is none
 */
char *hall_remark_find_number (const char *remark);
