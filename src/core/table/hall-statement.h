/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The transfers that a bank statement says have come in.
 */
#pragma once

#include "hall-bank-format.h"

#define HALL_STATEMENT_MAX_TEXT 300 /* characters of a payer, an account, a remark, a reference */

/* Also what is left of it in the hall; there "line" is 0. */
typedef struct
{
  guint line;
  char *date; /* "2026-11-22" */
  gint64 amount_fen;
  char *payer;
  char *account;
  char *remark;
  char *reference;
  /* Which of the lines of one file that are the same in every word: 0 for the first. Two equal
   * transfers are two, and the same file again has the same ones. */
  guint occurrence;
} HallTransfer;

typedef struct
{
  GPtrArray *transfers; /* (element-type HallTransfer) */
  GPtrArray *problems;  /* (element-type HallFinding): of the lines that are not among them */
  guint n_outgoing;     /* lines of money that went out, or none moved */
} HallStatement;

HallTransfer *hall_transfer_new (void);
void hall_transfer_free (HallTransfer *self);

/* Every row of @csv below the header is a transfer, a problem, or money that went out. */
HallStatement *hall_statement_read (const HallTable *csv, const HallBankFormat *format);
void hall_statement_free (HallStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallTransfer, hall_transfer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStatement, hall_statement_free)
