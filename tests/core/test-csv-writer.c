/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hall-csv-writer.h"

#define MARK "\xEF\xBB\xBF"

static const struct
{
  const char *cell;
  const char *written;
} cells[] = {
  { "", "" },
  { NULL, "" },
  { "王丽", "王丽" },
  { "20261122000017", "20261122000017" },
  { "深圳市, 福田区", "\"深圳市, 福田区\"" },
  { "他说“好”", "他说“好”" },
  { "a \"b\" c", "\"a \"\"b\"\" c\"" },
  { "两\n行", "\"两\n行\"" },
  { "两\r\n行", "\"两\r\n行\"" },
  { " blank", "\" blank\"" },
  { "blank ", "\"blank \"" },
  { "=1+1", "\"'=1+1\"" },
  { "+86 138", "\"'+86 138\"" },
  { "-1", "\"'-1\"" },
  { "@SUM(A1)", "\"'@SUM(A1)\"" },
  { "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
  { "\t=1", "\"'\t=1\"" },
  { "\r=1", "\"'\r=1\"" },
  { "  @x", "\"'  @x\"" },
  { "2026-11-22", "2026-11-22" },
  { "a=b", "a=b" },
};

static void
assert_text (HallCsvWriter *csv, const char *expected)
{
  g_autoptr (GBytes) bytes = hall_csv_writer_get_bytes (csv);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (HallCsvWriter) csv = hall_csv_writer_new ();
      g_autofree char *expected = g_strconcat (MARK, cells[i].written, "\r\n", NULL);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      hall_csv_writer_add (csv, cells[i].cell);
      hall_csv_writer_end_line (csv);
      assert_text (csv, expected);
    }
}

static void
test_lines (void)
{
  g_autoptr (HallCsvWriter) csv = hall_csv_writer_new ();

  assert_text (csv, MARK);
  hall_csv_writer_add (csv, "状态");
  hall_csv_writer_add (csv, "数量");
  hall_csv_writer_end_line (csv);
  hall_csv_writer_add (csv, "审核中");
  hall_csv_writer_add_int (csv, -12);
  hall_csv_writer_end_line (csv);
  assert_text (csv, MARK "状态,数量\r\n审核中,-12\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/cells", test_cells);
  g_test_add_func ("/csv-writer/lines", test_lines);
  return g_test_run ();
}
