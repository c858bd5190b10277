/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How one bank's statement is written: which column is what, and how its amounts are written.
 * Kept by the hall for each bank, so that it is said once.
 */
#pragma once

#include "hall-table.h"

typedef enum
{
  HALL_BANK_DATE,
  HALL_BANK_AMOUNT, /* money that came in; empty or 0 where money went out */
  HALL_BANK_PAYER,
  HALL_BANK_ACCOUNT,
  HALL_BANK_REMARK,
  HALL_BANK_REFERENCE,
  HALL_N_BANK_COLUMNS
} HallBankColumn;

#define HALL_BANK_MAX_COLUMN 100
#define HALL_BANK_MAX_HEADER 50
#define HALL_BANK_MAX_NAME   60 /* characters */

typedef struct
{
  char *bank;
  HallEncoding encoding;
  char separator;                     /* 0: found out */
  guint header_lines;                 /* rows before the first transfer; 0: none */
  guint columns[HALL_N_BANK_COLUMNS]; /* from 1; 0: the statement has none */
  char decimal;                       /* '.' or ',' */
  char thousands;                     /* ',', '.', ' ', '\'' or 0: none */
} HallBankFormat;

HallBankFormat *hall_bank_format_new (const char *bank);
HallBankFormat *hall_bank_format_copy (const HallBankFormat *self);
void hall_bank_format_free (HallBankFormat *self);

/**
 * hall_bank_format_guess:
 *
 * Fills in columns and header from the words that stand in the first rows of @csv; leaves what it
 * does not recognise. Returns: whether date, amount and payer were found
 */
gboolean hall_bank_format_guess (HallBankFormat *self, const HallTable *csv);

/* (nullable): what keeps the format from being used, to be said to whoever sets it up: the member's
 * name in JSON ("bank", "columns", "decimal"); NULL if it can be used. */
const char *hall_bank_format_check (const HallBankFormat *self);

/**
 * hall_bank_format_read_amount:
 * @fen: (out): below zero for money that went out; 0 for an empty text
 *
 * Returns: FALSE if @text is no amount as this bank writes it
 */
gboolean hall_bank_format_read_amount (const HallBankFormat *self, const char *text, gint64 *fen);

/* "date", "amount", "payer", "account", "remark", "reference" */
const char *hall_bank_column_get_name (HallBankColumn column);
const char *hall_bank_column_get_label (HallBankColumn column, HallLang lang);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallBankFormat, hall_bank_format_free)
