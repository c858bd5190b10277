/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Working days by the shipped table: deadlines, make-up days, borders of years.
 */
#include "hall-workday.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hall-check-text.h"
#include "hall-error.h"
#include "hall-test.h"

static HallCalendar *
shipped (void)
{
  g_autofree char *path = hall_test_shipped_path ("workdays/cn.json");
  g_autoptr (GError) error = NULL;
  HallCalendar *calendar = hall_calendar_load_file (path, &error);

  g_assert_no_error (error);
  return calendar;
}

static void
read_day (const char *text, GDate *day)
{
  g_assert_true (hall_date_parse (text, day));
}

static char *
write_day (const GDate *day)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (day), g_date_get_month (day),
                          g_date_get_day (day));
}

/* The n-th working day after the start. */
static const struct
{
  const char *start;
  guint n;
  const char *end;
} deadlines[] = {
  { "2025-01-24", 3, "2025-02-05" }, /* over Spring Festival */
  { "2025-01-24", 0, "2025-01-24" },
  { "2025-01-24", 1, "2025-01-26" }, /* a Sunday on which people work */
  { "2025-01-24", 2, "2025-01-27" },
  { "2025-01-25", 1, "2025-01-26" }, /* handed in on a Saturday */
  { "2025-01-28", 1, "2025-02-05" }, /* handed in on the eve of the year */
  { "2025-02-07", 1, "2025-02-08" }, /* a Saturday on which people work */
  { "2025-09-26", 3, "2025-09-30" }, /* with Sunday 28 September */
  { "2025-09-30", 3, "2025-10-11" }, /* over the eight days of October */
  { "2025-12-31", 1, "2026-01-04" }, /* into the next year: Sunday 4 January is worked */
  { "2025-12-30", 3, "2026-01-05" },
  { "2026-02-13", 2, "2026-02-24" }, /* Saturday the 14th, then after nine days off */
  { "2026-11-20", 3, "2026-11-25" }, /* an ordinary weekend */
  { "2026-11-22", 3, "2026-11-25" }, /* from a Sunday */
  { "2026-09-18", 1, "2026-09-20" },
  { "2026-09-30", 1, "2026-10-08" },
  { "2030-05-31", 3, "2030-06-05" }, /* no table of that year: weekends only */
};

static void
test_deadlines (void)
{
  g_autoptr (HallCalendar) calendar = shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      GDate start, end;
      g_autofree char *found = NULL;

      read_day (deadlines[i].start, &start);
      hall_calendar_add_workdays (calendar, &start, deadlines[i].n, &end);
      found = write_day (&end);
      g_test_message ("%s + %u", deadlines[i].start, deadlines[i].n);
      g_assert_cmpstr (found, ==, deadlines[i].end);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *day;
    gboolean workday;
  } rows[] = {
    { "2025-01-01", FALSE }, { "2025-01-02", TRUE },  { "2025-01-26", TRUE },
    { "2025-01-27", TRUE },  { "2025-01-28", FALSE }, { "2025-02-04", FALSE },
    { "2025-02-05", TRUE },  { "2025-02-08", TRUE },  { "2025-02-09", FALSE },
    { "2025-04-04", FALSE }, { "2025-04-27", TRUE },  { "2025-05-05", FALSE },
    { "2025-06-02", FALSE }, { "2025-06-03", TRUE },  { "2025-10-08", FALSE },
    { "2025-10-11", TRUE },  { "2025-10-12", FALSE }, { "2026-01-03", FALSE },
    { "2026-01-04", TRUE },  { "2026-02-14", TRUE },  { "2026-02-15", FALSE },
    { "2026-02-23", FALSE }, { "2026-02-24", TRUE },  { "2026-02-28", TRUE },
    { "2026-05-09", TRUE },  { "2026-06-19", FALSE }, { "2026-09-25", FALSE },
    { "2026-10-07", FALSE }, { "2026-10-08", TRUE },  { "2026-10-10", TRUE },
    { "2024-10-01", TRUE }, /* no table: a Tuesday */
    { "2027-01-01", TRUE }, /* no table yet: a Friday */
    { "2027-01-02", FALSE },
  };
  g_autoptr (HallCalendar) calendar = shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate day;

      read_day (rows[i].day, &day);
      g_test_message ("%s", rows[i].day);
      g_assert_cmpint (hall_calendar_is_workday (calendar, &day), ==, rows[i].workday);
    }
}

static void
test_known_years (void)
{
  g_autoptr (HallCalendar) calendar = shipped ();
  g_autoptr (HallCalendar) empty = hall_calendar_new ();

  for (GDateYear year = 2020; year <= 2030; year++)
    {
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_dmy (&day, 1, G_DATE_JULY, year);
      g_assert_cmpint (hall_calendar_knows (calendar, &day), ==, year == 2025 || year == 2026);
      g_assert_false (hall_calendar_knows (empty, &day));
    }
}

/* In the two years of the table: every day that differs from Monday to Friday is named in it,
 * holidays fall on weekdays or weekends, and make-up days on weekends only. */
static void
test_table_is_sane (void)
{
  g_autoptr (HallCalendar) calendar = shipped ();
  g_autoptr (HallCalendar) weekends = hall_calendar_new ();
  guint off = 0;
  guint made_up = 0;
  GDate day;

  read_day ("2025-01-01", &day);
  for (; g_date_get_year (&day) <= 2026; g_date_add_days (&day, 1))
    {
      gboolean plain = hall_calendar_is_workday (weekends, &day);
      gboolean real = hall_calendar_is_workday (calendar, &day);

      g_assert_cmpint (plain, ==, g_date_get_weekday (&day) <= G_DATE_FRIDAY);
      off += plain && !real;
      made_up += !plain && real;
    }
  g_assert_cmpuint (off, ==, 18 + 19);
  g_assert_cmpuint (made_up, ==, 5 + 6);
}

static void
test_shared (void)
{
  HallCalendar *calendar = shipped ();
  HallCalendar *again = hall_calendar_ref (calendar);
  GDate day;

  g_assert_true (again == calendar);
  hall_calendar_unref (calendar);
  read_day ("2025-01-26", &day);
  g_assert_true (hall_calendar_is_workday (again, &day));
  hall_calendar_unref (again);
}

/* Counting undoes adding, over every start of two years. */
static void
test_count_and_add_agree (void)
{
  g_autoptr (HallCalendar) calendar = shipped ();
  GDate start;

  read_day ("2024-12-20", &start);
  for (guint i = 0; i < 750; i++, g_date_add_days (&start, 1))
    for (guint n = 0; n <= 12; n++)
      {
        GDate end;

        hall_calendar_add_workdays (calendar, &start, n, &end);
        g_assert_cmpint (hall_calendar_count_workdays (calendar, &start, &end), ==, (int) n);
        g_assert_cmpint (hall_calendar_count_workdays (calendar, &end, &start), ==, -(int) n);
        if (n > 0)
          g_assert_true (hall_calendar_is_workday (calendar, &end));
      }
}

static void
test_count (void)
{
  static const struct
  {
    const char *from, *to;
    int count;
  } rows[] = {
    { "2026-11-20", "2026-11-20", 0 },  { "2026-11-20", "2026-11-22", 0 },
    { "2026-11-20", "2026-11-23", 1 },  { "2026-11-20", "2026-11-25", 3 },
    { "2026-11-25", "2026-11-20", -3 }, { "2025-01-24", "2025-02-05", 3 },
    { "2025-12-31", "2026-01-04", 1 },  { "2026-09-24", "2026-09-28", 1 },
  };
  g_autoptr (HallCalendar) calendar = shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate from, to;

      read_day (rows[i].from, &from);
      read_day (rows[i].to, &to);
      g_assert_cmpint (hall_calendar_count_workdays (calendar, &from, &to), ==, rows[i].count);
    }
}

/* The day in China, eight hours ahead of UTC all year. */
static void
test_china (void)
{
  static const struct
  {
    gint64 now_s;
    const char *day;
  } rows[] = {
    { 0, "1970-01-01" },          { 57599, "1970-01-01" },      { 57600, "1970-01-02" },
    { 1795276799, "2026-11-21" }, { 1795276800, "2026-11-22" }, { 1795363199, "2026-11-22" },
    { 951753600, "2000-02-29" },  { 4102415999, "2099-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = NULL;
      GDate day;

      hall_date_in_china (rows[i].now_s, &day);
      found = write_day (&day);
      g_assert_cmpstr (found, ==, rows[i].day);
    }
}

/* The last second of a day is on that day, and the next is not. */
static void
test_end_of_day (void)
{
  GDate day;

  read_day ("2025-12-25", &day);
  for (guint i = 0; i < 400; i++, g_date_add_days (&day, 1))
    {
      gint64 end_s = hall_date_end_in_china (&day);
      GDate last, next;

      hall_date_in_china (end_s, &last);
      hall_date_in_china (end_s + 1, &next);
      g_assert_cmpint (g_date_compare (&last, &day), ==, 0);
      g_assert_cmpint (g_date_days_between (&day, &next), ==, 1);
    }
}

static const struct
{
  const char *text;
  const char *message; /* without the file's name */
} broken[] = {
  { "", "line 1: the document is empty" },
  { "[]", "$: an object is needed here" },
  { "{\"format\":2,\"years\":[]}", "$.format: must be from 1 to 1" },
  { "{\"format\":1}", "$.years: missing" },
  { "{\"format\":1,\"years\":[],\"zone\":8}", "$.zone: unknown key; known here: format, years" },
  { "{\"format\":1,\"years\":[{\"year\":2025}]}", "$.years[0].source: missing" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":1999}]}",
    "$.years[0].year: must be from 2000 to 2200" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":2025,\"holidays\":[\"2025-1-1\"]}]}",
    "$.years[0].holidays: “2025-1-1” is neither a day nor a short range of days" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":2025,\"holidays\":[\"2025-02-29\"]}]}",
    "$.years[0].holidays: “2025-02-29” is neither a day nor a short range of days" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":2025,\"holidays\":[\"\"]}]}",
    "$.years[0].holidays: “” is neither a day nor a short range of days" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":2025,"
    "\"workdays\":[\"2025-01-05/2025-01-04\"]}]}",
    "$.years[0].workdays: “2025-01-05/2025-01-04” is neither a day nor a short range of days" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":2025,"
    "\"holidays\":[\"2025-01-01/2025-12-31\"]}]}",
    "$.years[0].holidays: “2025-01-01/2025-12-31” is neither a day nor a short range of days" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":2025,"
    "\"holidays\":[\"2025-01-01/2025-01-02/2025-01-03\"]}]}",
    "$.years[0].holidays: “2025-01-01/2025-01-02/2025-01-03” is neither a day nor a short range of "
    "days" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":2025,"
    "\"holidays\":[\"2025-01-01/2025-01-03\"],\"workdays\":[\"2025-01-02\"]}]}",
    "$.years[0].workdays: a day of “2025-01-02” is listed twice" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":2025},{\"source\":\"x\",\"year\":2025}]}",
    "$.years[1].year: 2025 is listed twice" },
  { "{\"format\":1,\"years\":[{\"source\":\"x\",\"year\":2025,\"holidays\":[20250101]}]}",
    "$.years[0].holidays: element 0: a text is needed here" },
};

static void
test_broken (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hall-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "days.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *message = g_strconcat ("days.json: ", broken[i].message, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, broken[i].text, -1, NULL));
      g_test_message ("%s", broken[i].text);
      g_assert_null (hall_calendar_load_file (path, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, message);
    }
  g_remove (path);
  g_rmdir (folder);
}

/* A year that an administrator sets takes the place of what was known; nothing changes by a wrong
 * one. */
static void
test_set_year (void)
{
  char *holidays[] = { (char *) "2025-03-03/2025-03-04", NULL };
  char *workdays[] = { (char *) "2025-03-08", NULL };
  HallCalendarYear year = { 2025, (char *) "通知", holidays, workdays };
  g_autoptr (HallCalendar) first = shipped ();
  g_autoptr (HallCalendar) calendar = hall_calendar_copy (first);
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GError) error = NULL;
  GDate spring, march, saturday;

  g_date_set_dmy (&spring, 29, 1, 2025);
  g_date_set_dmy (&march, 4, 3, 2025);
  g_date_set_dmy (&saturday, 8, 3, 2025);
  g_assert_true (hall_calendar_set_year (calendar, &year, HALL_LANG_ZH_CN, &error));
  g_assert_no_error (error);
  g_assert_true (hall_calendar_is_workday (calendar, &spring));
  g_assert_false (hall_calendar_is_workday (calendar, &march));
  g_assert_true (hall_calendar_is_workday (calendar, &saturday));
  g_assert_false (hall_calendar_is_workday (first, &spring));
  g_assert_true (hall_calendar_is_workday (first, &march));
  years = hall_calendar_list_years (calendar);
  g_assert_cmpstr (((HallCalendarYear *) g_ptr_array_index (years, 0))->source, ==, "通知");

  workdays[0] = (char *) "2025-03-07";
  g_assert_false (hall_calendar_set_year (calendar, &year, HALL_LANG_ZH_CN, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "“2025-03-07”本来就是工作日");
  g_clear_error (&error);
  workdays[0] = (char *) "2026-03-07";
  g_assert_false (hall_calendar_set_year (calendar, &year, HALL_LANG_ZH_CN, &error));
  g_assert_true (hall_calendar_is_workday (calendar, &saturday));
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_calendar_load_file ("/nonexistent/days.json", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workday/deadlines", test_deadlines);
  g_test_add_func ("/workday/days", test_days);
  g_test_add_func ("/workday/known-years", test_known_years);
  g_test_add_func ("/workday/table-is-sane", test_table_is_sane);
  g_test_add_func ("/workday/shared", test_shared);
  g_test_add_func ("/workday/count-and-add-agree", test_count_and_add_agree);
  g_test_add_func ("/workday/count", test_count);
  g_test_add_func ("/workday/china", test_china);
  g_test_add_func ("/workday/end-of-day", test_end_of_day);
  g_test_add_func ("/workday/broken", test_broken);
  g_test_add_func ("/workday/set-year", test_set_year);
  g_test_add_func ("/workday/no-file", test_no_file);
  return g_test_run ();
}
