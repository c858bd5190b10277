/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-workday.h"

#include <string.h>

#include "hall-check-text.h"
#include "hall-error.h"

#define CHINA_OFFSET_S (8 * 60 * 60)
#define DAY_S          (24 * 60 * 60)
#define EPOCH_JULIAN   719163 /* GDate's number of 1970-01-01 */
#define MAX_RANGE_DAYS 31
#define FIRST_YEAR     2000
#define LAST_YEAR      2200

struct _HallCalendar
{
  gint ref_count;
  GHashTable *days;  /* julian day -> GINT_TO_POINTER (TRUE) if a working day */
  GHashTable *years; /* year -> HallCalendarYear */
};

HallCalendar *
hall_calendar_new (void)
{
  HallCalendar *self = g_new0 (HallCalendar, 1);

  self->ref_count = 1;
  self->days = g_hash_table_new (NULL, NULL);
  self->years = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) hall_calendar_year_free);
  return self;
}

HallCalendar *
hall_calendar_ref (HallCalendar *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
hall_calendar_unref (HallCalendar *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_hash_table_unref (self->days);
  g_hash_table_unref (self->years);
  g_free (self);
}

void
hall_calendar_year_free (HallCalendarYear *self)
{
  g_free (self->source);
  g_strfreev (self->holidays);
  g_strfreev (self->workdays);
  g_free (self);
}

static HallCalendarYear *
copy_year (const HallCalendarYear *from)
{
  HallCalendarYear *year = g_new0 (HallCalendarYear, 1);

  year->year = from->year;
  year->source = g_strdup (from->source);
  year->holidays = g_strdupv (from->holidays);
  year->workdays = g_strdupv (from->workdays);
  return year;
}

HallCalendar *
hall_calendar_copy (const HallCalendar *self)
{
  HallCalendar *copy = hall_calendar_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->days);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->days, key, value);
  g_hash_table_iter_init (&iter, self->years);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->years, key, copy_year (value));
  return copy;
}

/* One day, or the two ends of a range of days (ISO 8601: "2026-02-15/2026-02-23"). */
static gboolean
parse_range (const char *text, GDate *first, GDate *last)
{
  g_auto (GStrv) ends = g_strsplit (text, "/", 2);

  if (ends[0] == NULL || !hall_date_parse (ends[0], first)
      || !hall_date_parse (ends[1] != NULL ? ends[1] : ends[0], last))
    return FALSE;
  return g_date_compare (first, last) <= 0 && g_date_days_between (first, last) <= MAX_RANGE_DAYS;
}

/* What can be wrong with a day; %s is how it was written. */
typedef enum
{
  NO_DAY,
  OTHER_YEAR,
  TWICE,
  WORKED_ANYWAY,
  N_TROUBLES
} Trouble;

static const HallStaticLabel troubles[N_TROUBLES] = {
  [NO_DAY] = HALL_TEXTS ("“%s” is neither a day nor a short range of days",
                         "“%s”不是日期，也不是一段不超过一个月的日期"),
  [OTHER_YEAR] = HALL_TEXTS ("“%s” lies in another year", "“%s”不在该年"),
  [TWICE] = HALL_TEXTS ("a day of “%s” is listed twice", "“%s”中有日期重复"),
  [WORKED_ANYWAY] = HALL_TEXTS ("“%s” is a working day already", "“%s”本来就是工作日"),
};

static gboolean
refuse (GError **error, Trouble trouble, HallLang lang, const char *text)
{
  const char *format = troubles[trouble].text[lang];
  const char *place = strstr (format, "%s");
  g_autofree char *before = g_strndup (format, (gsize) (place - format));

  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s%s%s", before, text, place + 2);
  return FALSE;
}

/* What is read of one year. */
typedef struct
{
  GHashTable *days; /* as in the calendar */
  int year;
  HallLang lang; /* of what is said */
} YearRun;

/* Holidays may lie on a weekend, since ranges run over them; a working day must be a change. */
static gboolean
add_range (YearRun *run, const char *text, gboolean workday, GError **error)
{
  GDate day, last;

  if (!parse_range (text, &day, &last))
    return refuse (error, NO_DAY, run->lang, text);
  if ((int) g_date_get_year (&day) != run->year || (int) g_date_get_year (&last) != run->year)
    return refuse (error, OTHER_YEAR, run->lang, text);
  for (; g_date_compare (&day, &last) <= 0; g_date_add_days (&day, 1))
    {
      if (!g_hash_table_insert (run->days, GUINT_TO_POINTER (g_date_get_julian (&day)),
                                GINT_TO_POINTER (workday)))
        return refuse (error, TWICE, run->lang, text);
      if (workday && g_date_get_weekday (&day) <= G_DATE_FRIDAY)
        return refuse (error, WORKED_ANYWAY, run->lang, text);
    }
  return TRUE;
}

static gboolean
add_ranges (YearRun *run, char **texts, gboolean workday, GError **error)
{
  for (guint i = 0; texts[i] != NULL; i++)
    if (!add_range (run, texts[i], workday, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_of_year (gpointer key, G_GNUC_UNUSED gpointer value, gpointer year)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, GPOINTER_TO_UINT (key));
  return (int) g_date_get_year (&day) == GPOINTER_TO_INT (year);
}

/* @member: (out): where the error is */
static gboolean
set_year (HallCalendar *self,
          const HallCalendarYear *year,
          HallLang lang,
          const char **member,
          GError **error)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  YearRun run = { days, year->year, lang };
  GHashTableIter iter;
  gpointer key, value;

  *member = "holidays";
  if (!add_ranges (&run, year->holidays, FALSE, error))
    return FALSE;
  *member = "workdays";
  if (!add_ranges (&run, year->workdays, TRUE, error))
    return FALSE;
  g_hash_table_foreach_remove (self->days, is_of_year, GINT_TO_POINTER (year->year));
  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (self->days, key, value);
  g_hash_table_replace (self->years, GINT_TO_POINTER (year->year), copy_year (year));
  return TRUE;
}

gboolean
hall_calendar_set_year (HallCalendar *self,
                        const HallCalendarYear *year,
                        HallLang lang,
                        GError **error)
{
  const char *member;

  return set_year (self, year, lang, &member, error);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return (*(HallCalendarYear *const *) a)->year - (*(HallCalendarYear *const *) b)->year;
}

GPtrArray *
hall_calendar_list_years (const HallCalendar *self)
{
  GPtrArray *years = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_calendar_year_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->years);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (years, copy_year (value));
  g_ptr_array_sort (years, compare_years);
  return years;
}

HallCalendarYear *
hall_calendar_year_read (HallJson *json)
{
  static const char *const members[] = { "year", "source", "holidays", "workdays", NULL };
  g_autoptr (HallCalendarYear) year = g_new0 (HallCalendarYear, 1);

  hall_json_expect (json, members);
  year->source = g_strdup (hall_json_string (json, "source"));
  year->year = (int) hall_json_int (json, "year", FIRST_YEAR, LAST_YEAR);
  year->holidays = hall_json_optional_strings (json, "holidays");
  year->workdays = hall_json_optional_strings (json, "workdays");
  return hall_json_failed (json) ? NULL : g_steal_pointer (&year);
}

static void
write_days (JsonBuilder *builder, const char *member, char **days)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; days[i] != NULL; i++)
    json_builder_add_string_value (builder, days[i]);
  json_builder_end_array (builder);
}

void
hall_calendar_year_write (const HallCalendarYear *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "year");
  json_builder_add_int_value (builder, self->year);
  json_builder_set_member_name (builder, "source");
  json_builder_add_string_value (builder, self->source);
  write_days (builder, "holidays", self->holidays);
  write_days (builder, "workdays", self->workdays);
}

static void
read_year (HallJson *json, HallCalendar *self)
{
  g_autoptr (HallCalendarYear) year = hall_calendar_year_read (json);
  g_autoptr (GError) error = NULL;
  const char *member;

  if (year == NULL)
    return;
  if (g_hash_table_contains (self->years, GINT_TO_POINTER (year->year)))
    hall_json_fail (json, "year", "%d is listed twice", year->year);
  else if (!set_year (self, year, HALL_LANG_EN, &member, &error))
    hall_json_fail (json, member, "%s", error->message);
}

HallCalendar *
hall_calendar_load_file (const char *path, GError **error)
{
  static const char *const members[] = { "format", "years", NULL };
  g_autoptr (HallCalendar) self = hall_calendar_new ();
  g_autoptr (HallJson) json = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) read_error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &read_error))
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, read_error->message);
      return NULL;
    }
  root = hall_json_parse (name, text, (gssize) length, error);
  if (root == NULL)
    return NULL;
  json = hall_json_new (name, root);
  hall_json_expect (json, members);
  hall_json_int (json, "format", 1, 1);
  if (hall_json_enter (json, "years"))
    {
      for (guint i = 0, n = hall_json_count (json); i < n; i++)
        if (hall_json_enter_element (json, i))
          {
            read_year (json, self);
            hall_json_leave (json);
          }
      hall_json_leave (json);
    }
  return hall_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
hall_calendar_is_workday (const HallCalendar *self, const GDate *day)
{
  gpointer workday;

  if (g_hash_table_lookup_extended (self->days, GUINT_TO_POINTER (g_date_get_julian (day)), NULL,
                                    &workday))
    return GPOINTER_TO_INT (workday);
  return g_date_get_weekday (day) <= G_DATE_FRIDAY;
}

gboolean
hall_calendar_knows (const HallCalendar *self, const GDate *day)
{
  return g_hash_table_contains (self->years, GINT_TO_POINTER ((int) g_date_get_year (day)));
}

void
hall_calendar_add_workdays (const HallCalendar *self, const GDate *start, guint n, GDate *result)
{
  *result = *start;
  while (n > 0)
    {
      g_date_add_days (result, 1);
      if (hall_calendar_is_workday (self, result))
        n--;
    }
}

int
hall_calendar_count_workdays (const HallCalendar *self, const GDate *from, const GDate *to)
{
  gboolean backwards = g_date_compare (from, to) > 0;
  GDate day = backwards ? *to : *from;
  const GDate *end = backwards ? from : to;
  int count = 0;

  while (g_date_compare (&day, end) < 0)
    {
      g_date_add_days (&day, 1);
      count += hall_calendar_is_workday (self, &day);
    }
  return backwards ? -count : count;
}

void
hall_date_in_china (gint64 now_s, GDate *date)
{
  gint64 days = (now_s + CHINA_OFFSET_S) / DAY_S;

  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) (days + EPOCH_JULIAN));
}

gint64
hall_date_end_in_china (const GDate *date)
{
  gint64 days = (gint64) g_date_get_julian (date) - EPOCH_JULIAN;

  return (days + 1) * DAY_S - CHINA_OFFSET_S - 1;
}
