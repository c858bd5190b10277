/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Certificates and courier numbers of many orders: each line is taken or named.
 */
#include "hall-batch-list.h"

#include <string.h>

#include "hall-application.h"

static HallBatchList *
read_text (const char *text, HallBatchKind kind)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (HallTable) csv = hall_table_parse (bytes, HALL_ENCODING_AUTO, 0, NULL);

  return hall_batch_list_read (csv, kind);
}

/* "2:20261122000017 2F… 2026-11-22 2027-11-22" for each line. */
static char *
write_lines (const HallBatchList *list)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < list->lines->len; i++)
    {
      const HallBatchLine *line = g_ptr_array_index (list->lines, i);

      g_string_append_printf (out, "%s%u:%s", i > 0 ? ";" : "", line->line, line->order);
      for (guint k = 0; k < HALL_BATCH_VALUES && line->values[k] != NULL; k++)
        g_string_append_printf (out, " %s", line->values[k]);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    HallBatchKind kind;
    const char *text;
    const char *lines;
  } cases[] = {
    { HALL_BATCH_CERTIFICATES,
      "有效期止,证书序列号,业务单号,有效期起\n2027/11/22,2f 00-11aa,2026-1122-000017,20261122\n",
      "2:20261122000017 2F0011AA 2026-11-22 2027-11-22" },
    { HALL_BATCH_CERTIFICATES, "20261122000017,2F0011AA,2026-11-22,2027-11-22\n",
      "1:20261122000017 2F0011AA 2026-11-22 2027-11-22" },
    { HALL_BATCH_SHIPMENTS, "订单号,快递公司,运单号\n20261122000017, 顺丰速运 ,sf 1000-2000\n",
      "2:20261122000017 顺丰速运 SF10002000" },
    { HALL_BATCH_SHIPMENTS, "order;courier;tracking number\n20261122000017;EMS;12345\n",
      "2:20261122000017 EMS 12345" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HallBatchList) list = read_text (cases[i].text, cases[i].kind);
      g_autofree char *lines = write_lines (list);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (lines, ==, cases[i].lines);
      g_assert_cmpuint (list->problems->len, ==, 0);
    }
}

static void
test_problems (void)
{
  static const struct
  {
    HallBatchKind kind;
    const char *line;
    HallIssueCode code;
  } cases[] = {
    { HALL_BATCH_CERTIFICATES, "17,2F0011AA,2026-11-22,2027-11-22", HALL_ISSUE_LINE_ORDER },
    { HALL_BATCH_CERTIFICATES, "20261122000017,2F0011AG,2026-11-22,2027-11-22",
      HALL_ISSUE_LINE_SERIAL },
    { HALL_BATCH_CERTIFICATES, "20261122000017,2F,2026-11-22,2027-11-22", HALL_ISSUE_LINE_SERIAL },
    { HALL_BATCH_CERTIFICATES, "20261122000017,2F0011AA,2026-02-29,2027-11-22",
      HALL_ISSUE_LINE_DATE },
    { HALL_BATCH_CERTIFICATES, "20261122000017,2F0011AA,2026-11-22", HALL_ISSUE_LINE_DATE },
    { HALL_BATCH_CERTIFICATES, "20261122000017,2F0011AA,2026-11-22,2026-11-22",
      HALL_ISSUE_LINE_VALIDITY },
    { HALL_BATCH_SHIPMENTS, "20261122000017,顺丰", HALL_ISSUE_LINE_COURIER },
    { HALL_BATCH_SHIPMENTS, "20261122000017,,SF123456", HALL_ISSUE_LINE_COURIER },
    { HALL_BATCH_SHIPMENTS, "20261122000017,顺丰,\xFF", HALL_ISSUE_LINE_ENCODING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HallBatchList) list = read_text (cases[i].line, cases[i].kind);
      const HallFinding *finding;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (list->lines->len, ==, 0);
      g_assert_cmpuint (list->problems->len, ==, 1);
      finding = g_ptr_array_index (list->problems, 0);
      g_assert_cmpstr (finding->where, ==, "1");
      g_assert_cmpint (finding->issue.code, ==, cases[i].code);
    }
}

static void
test_twice (void)
{
  g_autoptr (HallBatchList) list = read_text ("20261122000017,顺丰,SF100\n"
                                              "20261122000018,顺丰,SF10001\n"
                                              "20261122000018,顺丰,SF10002\n",
                                              HALL_BATCH_SHIPMENTS);
  g_autofree char *lines = write_lines (list);
  const HallFinding *finding = g_ptr_array_index (list->problems, 0);

  g_assert_cmpstr (lines, ==, "1:20261122000017 顺丰 SF100;2:20261122000018 顺丰 SF10001");
  g_assert_cmpuint (list->problems->len, ==, 1);
  g_assert_cmpstr (finding->where, ==, "3");
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_LINE_TWICE);
  g_assert_cmpstr (finding->issue.args[1], ==, "2");
}

static void
test_labels (void)
{
  g_assert_cmpuint (hall_batch_kind_get_n_values (HALL_BATCH_CERTIFICATES), ==, 3);
  g_assert_cmpuint (hall_batch_kind_get_n_values (HALL_BATCH_SHIPMENTS), ==, 2);
  g_assert_cmpstr (hall_batch_kind_get_label (HALL_BATCH_SHIPMENTS, 1, HALL_LANG_ZH_CN), ==,
                   "快递单号");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch-list/lines", test_lines);
  g_test_add_func ("/batch-list/problems", test_problems);
  g_test_add_func ("/batch-list/twice", test_twice);
  g_test_add_func ("/batch-list/labels", test_labels);
  return g_test_run ();
}
