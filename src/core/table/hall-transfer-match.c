/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-transfer-match.h"

#include <stdlib.h>
#include <string.h>

#include "hall-tidy.h"

#define NUMBER_DIGITS 14
#define DATE_DIGITS   8

static const struct
{
  HallAgreement agreement;
  const char *name;
  guint weight;
} rows[] = {
  { HALL_AGREES_NUMBER, "number", 50 },
  { HALL_AGREES_PAYER, "payer", 30 },
  { HALL_AGREES_AMOUNT, "amount", 20 },
};

guint
hall_agreement_get_score (guint agreement)
{
  guint score = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((agreement & rows[i].agreement) != 0)
      score += rows[i].weight;
  return score;
}

const char *
hall_agreement_get_name (HallAgreement agreement)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (agreement == rows[i].agreement)
      return rows[i].name;
  g_return_val_if_reached (NULL);
}

guint
hall_agreement_from_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (name, rows[i].name) == 0)
      return rows[i].agreement;
  return 0;
}

/* An order's number begins with the day it was begun on: "20261122000017". */
static gboolean
is_number (const char *digits)
{
  char date[DATE_DIGITS + 1];
  int value;

  memcpy (date, digits, DATE_DIGITS);
  date[DATE_DIGITS] = '\0';
  value = atoi (date);
  return value >= 20000101
         && g_date_valid_dmy ((GDateDay) (value % 100), (GDateMonth) (value / 100 % 100),
                              (GDateYear) (value / 10000));
}

char *
hall_remark_find_number (const char *remark)
{
  g_autofree char *text = hall_tidy_digits (remark);

  for (const char *p = text; *p != '\0';)
    {
      gsize run = strspn (p, "0123456789");

      for (gsize i = 0; i + NUMBER_DIGITS <= run; i++)
        if (is_number (p + i))
          return g_strndup (p + i, NUMBER_DIGITS);
      p += MAX (run, 1);
    }
  return NULL;
}

guint
hall_transfer_match (const HallTransfer *self, const HallExpectedTransfer *expected)
{
  g_autofree char *number = hall_remark_find_number (self->remark);
  guint bits = 0;

  if (g_strcmp0 (number, expected->number) == 0)
    bits |= HALL_AGREES_NUMBER;
  if (hall_text_equal_folded (self->payer, expected->organisation))
    bits |= HALL_AGREES_PAYER;
  if (self->amount_fen == expected->amount_fen)
    bits |= HALL_AGREES_AMOUNT;
  return bits;
}
