/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-bank-format.h"

#include <string.h>

#include "hall-tidy.h"

#define MAX_WORDS       12
#define MAX_YUAN_DIGITS 12

typedef struct
{
  const char *name;
  HallStaticLabel label;
  gboolean needed;
  const char *words[MAX_WORDS]; /* in headers of statements, best first; without blanks */
} Column;

static const Column columns[HALL_N_BANK_COLUMNS] = {
  [HALL_BANK_DATE] = { "date",
                       HALL_TEXTS ("Date", "交易日期"),
                       TRUE,
                       { "交易日期", "记账日期", "入账日期", "交易时间", "记账时间", "日期", "时间",
                         "date" } },
  [HALL_BANK_AMOUNT] = { "amount",
                         HALL_TEXTS ("Amount received", "收入金额"),
                         TRUE,
                         { "贷方发生额", "贷方金额", "收入金额", "收入", "贷方", "交易金额",
                           "发生额", "金额", "credit", "amount" } },
  [HALL_BANK_PAYER] = { "payer",
                        HALL_TEXTS ("Payer", "付款户名"),
                        TRUE,
                        { "对方户名", "付款人名称", "付款户名", "付款方户名", "对方账户名称",
                          "对方单位", "对方名称", "付款人", "户名", "payer" } },
  [HALL_BANK_ACCOUNT] = { "account",
                          HALL_TEXTS ("Payer's account", "付款账号"),
                          FALSE,
                          { "对方账号", "付款人账号", "付款账号", "付款方账号", "对方账户", "账号",
                            "account" } },
  [HALL_BANK_REMARK] = { "remark",
                         HALL_TEXTS ("Remark", "附言"),
                         FALSE,
                         { "附言", "交易附言", "用途", "备注", "摘要", "remark", "purpose" } },
  [HALL_BANK_REFERENCE] = { "reference",
                            HALL_TEXTS ("Bank's reference", "流水号"),
                            FALSE,
                            { "交易流水号", "流水号", "回单编号", "凭证号", "交易参考号",
                              "reference" } },
};

const char *
hall_bank_column_get_name (HallBankColumn column)
{
  g_return_val_if_fail (column < HALL_N_BANK_COLUMNS, NULL);

  return columns[column].name;
}

const char *
hall_bank_column_get_label (HallBankColumn column, HallLang lang)
{
  g_return_val_if_fail (column < HALL_N_BANK_COLUMNS, NULL);

  return columns[column].label.text[lang];
}

HallBankFormat *
hall_bank_format_new (const char *bank)
{
  HallBankFormat *self = g_new0 (HallBankFormat, 1);

  self->bank = g_strdup (bank);
  self->header_lines = 1;
  self->decimal = '.';
  self->thousands = ',';
  return self;
}

HallBankFormat *
hall_bank_format_copy (const HallBankFormat *self)
{
  HallBankFormat *copy = g_memdup2 (self, sizeof *self);

  copy->bank = g_strdup (self->bank);
  return copy;
}

void
hall_bank_format_free (HallBankFormat *self)
{
  g_free (self->bank);
  g_free (self);
}

/* How well a cell names a column: 0 not at all, else the more the better. */
static guint
rate_header (const Column *column, const char *cell)
{
  g_autofree char *compact = hall_tidy_compact (cell);
  g_autofree char *small = g_utf8_strdown (compact, -1);

  for (guint i = 0; i < MAX_WORDS && column->words[i] != NULL; i++)
    if (g_str_equal (small, column->words[i]))
      return 2 * (MAX_WORDS - i) + 1;
  for (guint i = 0; i < MAX_WORDS && column->words[i] != NULL; i++)
    if (g_str_has_prefix (small, column->words[i]) || g_str_has_suffix (small, column->words[i]))
      return MAX_WORDS - i;
  return 0;
}

/* Returns: how many columns the row names */
static guint
read_header (const HallTableRow *row, guint found[HALL_N_BANK_COLUMNS])
{
  guint n = 0;

  for (guint column = 0; column < HALL_N_BANK_COLUMNS; column++)
    {
      guint best = 0;

      found[column] = 0;
      for (guint i = 1; i <= row->n_cells; i++)
        {
          guint rate = rate_header (&columns[column], hall_table_row_get (row, i));

          if (rate > best)
            {
              best = rate;
              found[column] = i;
            }
        }
      n += best > 0;
    }
  return n;
}

gboolean
hall_bank_format_guess (HallBankFormat *self, const HallTable *csv)
{
  guint best = 0;

  for (guint i = 0; i < csv->rows->len && i < HALL_BANK_MAX_HEADER; i++)
    {
      guint found[HALL_N_BANK_COLUMNS];
      guint n = read_header (g_ptr_array_index (csv->rows, i), found);

      if (n <= best || n < 2)
        continue;
      best = n;
      memcpy (self->columns, found, sizeof found);
      self->header_lines = i + 1;
    }
  return self->columns[HALL_BANK_DATE] != 0 && self->columns[HALL_BANK_AMOUNT] != 0
         && self->columns[HALL_BANK_PAYER] != 0;
}

static gboolean
are_columns_good (const HallBankFormat *self)
{
  for (guint i = 0; i < HALL_N_BANK_COLUMNS; i++)
    {
      if (self->columns[i] > HALL_BANK_MAX_COLUMN || (columns[i].needed && self->columns[i] == 0))
        return FALSE;
      for (guint k = 0; k < i; k++)
        if (self->columns[i] != 0 && self->columns[i] == self->columns[k])
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_one_of (char c, const char *choices)
{
  return c == '\0' || strchr (choices, c) != NULL;
}

const char *
hall_bank_format_check (const HallBankFormat *self)
{
  g_autofree char *bank = hall_tidy_text (self->bank);

  if (*bank == '\0' || g_utf8_strlen (bank, -1) > HALL_BANK_MAX_NAME)
    return "bank";
  if (self->encoding >= HALL_N_ENCODINGS)
    return "encoding";
  if (!is_one_of (self->separator, ",;\t"))
    return "separator";
  if (self->header_lines > HALL_BANK_MAX_HEADER)
    return "header_lines";
  if (!are_columns_good (self))
    return "columns";
  if (self->decimal == '\0' || !is_one_of (self->decimal, ".,"))
    return "decimal";
  if (!is_one_of (self->thousands, ",. '") || self->thousands == self->decimal)
    return "thousands";
  return NULL;
}

/* Without currency, blanks and sign. Returns: (transfer full) */
static char *
strip_amount (const char *text, gboolean *negative)
{
  g_autofree char *tidy = hall_tidy_compact (text);
  const char *from = tidy;
  gsize length;

  *negative = *from == '-';
  if (*from == '-' || *from == '+')
    from++;
  if (g_str_has_prefix (from, "¥"))
    from += strlen ("¥");
  else if (g_str_has_prefix (from, "￥"))
    from += strlen ("￥");
  else if (g_ascii_strncasecmp (from, "CNY", 3) == 0 || g_ascii_strncasecmp (from, "RMB", 3) == 0)
    from += 3;
  if (!*negative && *from == '-')
    {
      *negative = TRUE;
      from++;
    }
  length = strlen (from);
  if (g_str_has_suffix (from, "元"))
    length -= strlen ("元");
  return g_strndup (from, length);
}

/* Digits with thousands signs in their places: "1,234", and "1234" too. */
static gboolean
read_yuan (const char *text, gsize length, char sign, gint64 *yuan)
{
  guint digits = 0, in_group = 0, groups = 0;

  *yuan = 0;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      {
        *yuan = *yuan * 10 + (text[i] - '0');
        digits++;
        in_group++;
        if (digits > MAX_YUAN_DIGITS)
          return FALSE;
      }
    else
      {
        if (sign == '\0' || text[i] != sign || in_group == 0
            || (groups == 0 ? in_group > 3 : in_group != 3))
          return FALSE;
        groups++;
        in_group = 0;
      }
  return digits > 0 && (groups == 0 || in_group == 3);
}

gboolean
hall_bank_format_read_amount (const HallBankFormat *self, const char *text, gint64 *fen)
{
  gboolean negative;
  g_autofree char *amount = strip_amount (text, &negative);
  const char *point = strrchr (amount, self->decimal);
  gsize length = point != NULL ? (gsize) (point - amount) : strlen (amount);
  gint64 yuan;

  *fen = 0;
  if (*amount == '\0')
    return !negative;
  if (!read_yuan (amount, length, self->thousands == ' ' ? '\0' : self->thousands, &yuan))
    return FALSE;
  *fen = yuan * 100;
  if (point != NULL)
    {
      gsize decimals = strlen (point + 1);

      /* some banks write more digits; they are zeros */
      if (decimals == 0 || strspn (point + 1, "0123456789") != decimals
          || (decimals > 2 && strspn (point + 3, "0") != decimals - 2))
        return FALSE;
      *fen += (point[1] - '0') * 10 + (decimals > 1 ? point[2] - '0' : 0);
    }
  if (negative)
    *fen = -*fen;
  return TRUE;
}
