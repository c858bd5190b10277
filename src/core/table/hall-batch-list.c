/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-batch-list.h"

#include <stdio.h>
#include <string.h>

#include "hall-application.h"
#include "hall-tidy.h"

#define MAX_WORDS    7
#define ORDER_DIGITS 14
#define MIN_TRACKING 5
#define MAX_TRACKING 40
#define MAX_COURIER  60

typedef struct
{
  HallStaticLabel label;
  char *(*tidy) (const char *text);
  const char *words[MAX_WORDS]; /* of headers, compact and small */
} Column;

static const Column order_column = {
  HALL_TEXTS ("Order number", "业务单号"),
  hall_tidy_digits,
  { "业务单号", "订单号", "业务单", "单号", "order", "ordernumber" },
};

static const Column columns[HALL_N_BATCH_KINDS][HALL_BATCH_VALUES] = {
  [HALL_BATCH_CERTIFICATES] = {
    { HALL_TEXTS ("Serial number", "证书序列号"), hall_tidy_code,
      { "证书序列号", "序列号", "serial", "serialnumber" } },
    { HALL_TEXTS ("Valid from", "有效期起"), hall_tidy_date,
      { "有效期起", "生效日期", "起始日期", "validfrom", "notbefore" } },
    { HALL_TEXTS ("Valid to", "有效期止"), hall_tidy_date,
      { "有效期止", "失效日期", "截止日期", "到期日期", "validto", "notafter" } },
  },
  [HALL_BATCH_SHIPMENTS] = {
    { HALL_TEXTS ("Courier", "快递公司"), hall_tidy_text, { "快递公司", "承运商", "快递", "courier" } },
    { HALL_TEXTS ("Tracking number", "快递单号"), hall_tidy_code,
      { "快递单号", "运单号", "物流单号", "trackingnumber", "tracking" } },
  },
};

guint
hall_batch_kind_get_n_values (HallBatchKind kind)
{
  guint n = 0;

  g_return_val_if_fail (kind < HALL_N_BATCH_KINDS, 0);

  while (n < HALL_BATCH_VALUES && columns[kind][n].tidy != NULL)
    n++;
  return n;
}

const char *
hall_batch_kind_get_label (HallBatchKind kind, guint value, HallLang lang)
{
  g_return_val_if_fail (kind < HALL_N_BATCH_KINDS && value < HALL_BATCH_VALUES, NULL);

  return columns[kind][value].label.text[lang];
}

HallBatchLine *
hall_batch_line_new (HallBatchKind kind, const char *order, const char *const *values)
{
  HallBatchLine *self = g_new0 (HallBatchLine, 1);

  self->order = order_column.tidy (order);
  for (guint i = 0; i < hall_batch_kind_get_n_values (kind); i++)
    self->values[i] = columns[kind][i].tidy (values[i]);
  return self;
}

void
hall_batch_line_free (HallBatchLine *self)
{
  g_free (self->order);
  for (guint i = 0; i < HALL_BATCH_VALUES; i++)
    g_free (self->values[i]);
  g_free (self);
}

gboolean
hall_serial_is_good (const char *text)
{
  gsize length = strlen (text);

  return length >= 8 && length <= 40 && strspn (text, "0123456789ABCDEF") == length;
}

gboolean
hall_day_is_good (const char *text)
{
  int year, month, day;

  return strlen (text) == strlen ("2026-11-22") && text[4] == '-' && text[7] == '-'
         && sscanf (text, "%4d-%2d-%2d", &year, &month, &day) == 3
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static HallVerdict
check_certificate (const HallBatchLine *self, HallIssue *issue)
{
  if (!hall_serial_is_good (self->values[0]))
    return hall_issue_set (issue, HALL_ISSUE_LINE_SERIAL, self->values[0], NULL);
  for (guint i = 1; i <= 2; i++)
    if (!hall_day_is_good (self->values[i]))
      return hall_issue_set (issue, HALL_ISSUE_LINE_DATE, self->values[i], NULL);
  if (strcmp (self->values[1], self->values[2]) >= 0)
    return hall_issue_set (issue, HALL_ISSUE_LINE_VALIDITY, NULL, NULL);
  return HALL_GOOD;
}

static HallVerdict
check_shipment (const HallBatchLine *self, HallIssue *issue)
{
  gsize length = strlen (self->values[1]);

  if (*self->values[0] == '\0' || strlen (self->values[0]) > MAX_COURIER || length < MIN_TRACKING
      || length > MAX_TRACKING)
    return hall_issue_set (issue, HALL_ISSUE_LINE_COURIER, NULL, NULL);
  return HALL_GOOD;
}

HallVerdict
hall_batch_line_check (const HallBatchLine *self, HallBatchKind kind, HallIssue *issue)
{
  static HallVerdict (*const checks[HALL_N_BATCH_KINDS]) (const HallBatchLine *, HallIssue *) = {
    [HALL_BATCH_CERTIFICATES] = check_certificate,
    [HALL_BATCH_SHIPMENTS] = check_shipment,
  };

  if (strlen (self->order) != ORDER_DIGITS || strspn (self->order, "0123456789") != ORDER_DIGITS)
    return hall_issue_set (issue, HALL_ISSUE_LINE_ORDER, self->order, NULL);
  return checks[kind](self, issue);
}

static gboolean
is_named (const Column *column, const char *cell)
{
  g_autofree char *compact = hall_tidy_compact (cell);
  g_autofree char *small = g_utf8_strdown (compact, -1);

  for (guint i = 0; i < MAX_WORDS && column->words[i] != NULL; i++)
    if (g_str_equal (small, column->words[i]))
      return TRUE;
  return FALSE;
}

static guint
find_column (const HallTableRow *row, const Column *column)
{
  for (guint i = 1; i <= row->n_cells; i++)
    if (is_named (column, hall_table_row_get (row, i)))
      return i;
  return 0;
}

/* The places of the order's number and the values. Returns: whether @row is a header */
static gboolean
find_columns (const HallTableRow *row, HallBatchKind kind, guint places[1 + HALL_BATCH_VALUES])
{
  places[0] = find_column (row, &order_column);
  for (guint i = 0; i < hall_batch_kind_get_n_values (kind); i++)
    places[1 + i] = find_column (row, &columns[kind][i]);
  if (places[0] != 0)
    return TRUE;
  for (guint i = 0; i <= HALL_BATCH_VALUES; i++)
    places[i] = i + 1;
  return FALSE;
}

static void
keep_line (HallBatchList *self, HallBatchLine *line, HallBatchKind kind, GHashTable *seen)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (seen, line->order));
  g_autofree char *earlier = g_strdup_printf ("%u", before);

  if (hall_batch_line_check (line, kind, &issue) != HALL_GOOD)
    hall_table_add_problem (self->problems, line->line, issue.code, issue.args[0], NULL);
  else if (before != 0)
    hall_table_add_problem (self->problems, line->line, HALL_ISSUE_LINE_TWICE, line->order,
                            earlier);
  else
    {
      g_hash_table_insert (seen, line->order, GUINT_TO_POINTER (line->line));
      g_ptr_array_add (self->lines, line);
      return;
    }
  hall_batch_line_free (line);
}

HallBatchList *
hall_batch_list_read (const HallTable *csv, HallBatchKind kind)
{
  HallBatchList *self = g_new0 (HallBatchList, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint places[1 + HALL_BATCH_VALUES] = { 0 };
  guint first = 0;

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_batch_line_free);
  self->problems = hall_findings_new ();
  for (guint i = 0; i < csv->problems->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (csv->problems, i);

      g_ptr_array_add (self->problems, hall_finding_new (finding->where, &finding->issue));
    }
  if (csv->rows->len > 0)
    first = find_columns (g_ptr_array_index (csv->rows, 0), kind, places);
  for (guint i = first; i < csv->rows->len; i++)
    {
      const HallTableRow *row = g_ptr_array_index (csv->rows, i);
      const char *values[HALL_BATCH_VALUES] = { hall_table_row_get (row, places[1]),
                                                hall_table_row_get (row, places[2]),
                                                hall_table_row_get (row, places[3]) };
      HallBatchLine *line = hall_batch_line_new (kind, hall_table_row_get (row, places[0]), values);

      line->line = row->line;
      keep_line (self, line, kind, seen);
    }
  return self;
}

void
hall_batch_list_free (HallBatchList *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->problems);
  g_free (self);
}
