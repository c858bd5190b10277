/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statement.h"

#include <stdio.h>
#include <string.h>

#include "hall-application.h"
#include "hall-tidy.h"

#define DATE_CHARS 10

HallTransfer *
hall_transfer_new (void)
{
  return g_new0 (HallTransfer, 1);
}

void
hall_transfer_free (HallTransfer *self)
{
  g_free (self->date);
  g_free (self->payer);
  g_free (self->account);
  g_free (self->remark);
  g_free (self->reference);
  g_free (self);
}

void
hall_statement_free (HallStatement *self)
{
  g_ptr_array_unref (self->transfers);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* The day of "2026-11-22 10:11:12", "20261122101112", "2026/11/22". NULL if it is none. */
static char *
read_date (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  g_autofree char *tidy = NULL;
  GDate day;
  int year, month, date;

  g_strdelimit (copy, "T", ' ');
  copy[strcspn (copy, " ")] = '\0';
  if (strspn (copy, "0123456789") == 14)
    copy[8] = '\0';
  tidy = hall_tidy_date (copy);
  if (strlen (tidy) != DATE_CHARS || sscanf (tidy, "%4d-%2d-%2d", &year, &month, &date) != 3
      || !g_date_valid_dmy ((GDateDay) date, (GDateMonth) month, (GDateYear) year))
    return NULL;
  g_date_set_dmy (&day, (GDateDay) date, (GDateMonth) month, (GDateYear) year);
  return g_steal_pointer (&tidy);
}

typedef struct
{
  HallStatement *statement;
  const HallBankFormat *format;
  GHashTable *seen; /* the words of a line -> how often they came */
} Run;

static const char *
get (const Run *self, const HallTableRow *row, HallBankColumn column)
{
  return hall_table_row_get (row, self->format->columns[column]);
}

static void
complain (const Run *self, const HallTableRow *row, HallIssueCode code, const char *arg)
{
  hall_table_add_problem (self->statement->problems, row->line, code, arg, NULL);
}

/* Account numbers are often written '6222… so that a sheet keeps their digits. */
static char *
read_text (const Run *self, const HallTableRow *row, HallBankColumn column)
{
  const char *text = get (self, row, column);

  while (*text == '\'' || *text == '=' || *text == '\t')
    text++;
  return hall_tidy_text (text);
}

static gboolean
is_too_long (const Run *self, const HallTableRow *row, const char *text)
{
  g_autofree char *limit = NULL;
  g_autofree char *length = NULL;

  if (g_utf8_strlen (text, -1) <= HALL_STATEMENT_MAX_TEXT)
    return FALSE;
  limit = g_strdup_printf ("%d", HALL_STATEMENT_MAX_TEXT);
  length = g_strdup_printf ("%ld", g_utf8_strlen (text, -1));
  hall_table_add_problem (self->statement->problems, row->line, HALL_ISSUE_TOO_LONG, limit, length);
  return TRUE;
}

static guint
count_twins (const Run *self, const HallTransfer *transfer)
{
  char *words = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s", transfer->date,
                                 transfer->amount_fen, transfer->payer, transfer->account,
                                 transfer->remark, transfer->reference);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, words));

  g_hash_table_replace (self->seen, words, GUINT_TO_POINTER (n + 1));
  return n;
}

static void
read_texts (const Run *self, const HallTableRow *row, gint64 amount_fen, const char *date)
{
  g_autoptr (HallTransfer) transfer = hall_transfer_new ();

  transfer->line = row->line;
  transfer->amount_fen = amount_fen;
  transfer->date = g_strdup (date);
  transfer->payer = read_text (self, row, HALL_BANK_PAYER);
  transfer->account = read_text (self, row, HALL_BANK_ACCOUNT);
  transfer->remark = read_text (self, row, HALL_BANK_REMARK);
  transfer->reference = read_text (self, row, HALL_BANK_REFERENCE);
  if (is_too_long (self, row, transfer->payer) || is_too_long (self, row, transfer->account)
      || is_too_long (self, row, transfer->remark) || is_too_long (self, row, transfer->reference))
    return;
  transfer->occurrence = count_twins (self, transfer);
  g_ptr_array_add (self->statement->transfers, g_steal_pointer (&transfer));
}

static void
read_row (const Run *self, const HallTableRow *row)
{
  const char *text = get (self, row, HALL_BANK_AMOUNT);
  g_autofree char *date = NULL;
  gint64 amount_fen;

  if (row->n_cells < self->format->columns[HALL_BANK_AMOUNT]
      || row->n_cells < self->format->columns[HALL_BANK_DATE])
    {
      g_autofree char *n = g_strdup_printf ("%u", row->n_cells);

      complain (self, row, HALL_ISSUE_LINE_SHORT, n);
      return;
    }
  if (!hall_bank_format_read_amount (self->format, text, &amount_fen))
    {
      complain (self, row, HALL_ISSUE_LINE_AMOUNT, text);
      return;
    }
  if (amount_fen <= 0)
    {
      self->statement->n_outgoing++;
      return;
    }
  date = read_date (get (self, row, HALL_BANK_DATE));
  if (date == NULL)
    complain (self, row, HALL_ISSUE_LINE_DATE, get (self, row, HALL_BANK_DATE));
  else
    read_texts (self, row, amount_fen, date);
}

HallStatement *
hall_statement_read (const HallTable *csv, const HallBankFormat *format)
{
  HallStatement *self = g_new0 (HallStatement, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Run run = { self, format, seen };

  self->transfers = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_transfer_free);
  self->problems = hall_findings_new ();
  for (guint i = 0; i < csv->problems->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (csv->problems, i);

      g_ptr_array_add (self->problems, hall_finding_new (finding->where, &finding->issue));
    }
  for (guint i = format->header_lines; i < csv->rows->len; i++)
    read_row (&run, g_ptr_array_index (csv->rows, i));
  return self;
}
