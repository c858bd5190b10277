/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-workday.h"

#include "hall-check-text.h"
#include "hall-error.h"
#include "hall-json.h"

#define CHINA_OFFSET_S (8 * 60 * 60)
#define DAY_S          (24 * 60 * 60)
#define EPOCH_JULIAN   719163 /* GDate's number of 1970-01-01 */
#define MAX_RANGE_DAYS 31

struct _HallCalendar
{
  gint ref_count;
  GHashTable *days;  /* julian day -> GINT_TO_POINTER (TRUE) if a working day */
  GHashTable *years; /* set of years the file speaks of */
};

HallCalendar *
hall_calendar_new (void)
{
  HallCalendar *self = g_new0 (HallCalendar, 1);

  self->ref_count = 1;
  self->days = g_hash_table_new (NULL, NULL);
  self->years = g_hash_table_new (NULL, NULL);
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

static void
read_days (HallJson *json, const char *member, HallCalendar *self, gboolean workday)
{
  g_auto (GStrv) texts = hall_json_optional_strings (json, member);

  for (guint i = 0; texts[i] != NULL && !hall_json_failed (json); i++)
    {
      GDate day, last;

      if (!parse_range (texts[i], &day, &last))
        {
          hall_json_fail (json, member, "“%s” is neither a day nor a short range of days",
                          texts[i]);
          return;
        }
      for (; g_date_compare (&day, &last) <= 0; g_date_add_days (&day, 1))
        if (!g_hash_table_insert (self->days, GUINT_TO_POINTER (g_date_get_julian (&day)),
                                  GINT_TO_POINTER (workday)))
          hall_json_fail (json, member, "a day of “%s” is listed twice", texts[i]);
    }
}

static void
read_year (HallJson *json, HallCalendar *self)
{
  static const char *const members[] = { "year", "source", "holidays", "workdays", NULL };
  int year;

  hall_json_expect (json, members);
  hall_json_string (json, "source");
  year = (int) hall_json_int (json, "year", 2000, 2200);
  if (!g_hash_table_add (self->years, GINT_TO_POINTER (year)))
    hall_json_fail (json, "year", "%d is listed twice", year);
  read_days (json, "holidays", self, FALSE);
  read_days (json, "workdays", self, TRUE);
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
