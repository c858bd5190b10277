/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-due.h"

#include <glib/gi18n.h>

#include "hall-data-dir.h"
#include "hall-when.h"
#include "hall-workday.h"

#define HOUR_S (60 * 60)

/* The hall's working days; without the table Saturdays and Sundays are free. */
static const HallCalendar *
get_calendar (void)
{
  static HallCalendar *calendar;
  g_autofree char *path = NULL;

  if (calendar != NULL)
    return calendar;
  path = hall_data_dir_find ("workdays/cn.json");
  calendar = path != NULL ? hall_calendar_load_file (path, NULL) : NULL;
  if (calendar == NULL)
    calendar = hall_calendar_new ();
  return calendar;
}

/* From the day of one to the day of the other. */
static int
count_workdays (gint64 from_s, gint64 to_s)
{
  GDate from, to;

  hall_date_in_china (from_s, &from);
  hall_date_in_china (to_s, &to);
  return hall_calendar_count_workdays (get_calendar (), &from, &to);
}

static char *
format_hours (gint64 seconds)
{
  /* Translators: hours and minutes, as a clock that runs down: "5:20 h" */
  return g_strdup_printf (_ ("%1$d:%2$02d h"), (int) (seconds / HOUR_S),
                          (int) (seconds % HOUR_S / 60));
}

static char *
format_overdue (gint64 deadline_s, gint64 now_s)
{
  int days = count_workdays (deadline_s, now_s);
  g_autofree char *hours = format_hours (now_s - deadline_s);

  if (days > 1)
    return g_strdup_printf (ngettext ("%d working day overdue", "%d working days overdue",
                                      (gulong) days),
                            days);
  return g_strdup_printf (_ ("overdue by %s"), hours);
}

HallVerdict
hall_due_format (const HallOrder *order, gint64 now_s, char **text)
{
  g_autofree char *part = NULL;
  int days;

  if (order->deadline_s == 0)
    {
      part = hall_when_format_day (order->submitted_s > 0 ? order->submitted_s : order->created_s);
      /* Translators: since when an order waits: "since 2026-11-22" */
      *text = g_strdup_printf (_ ("since %s"), part);
      return HALL_HINT;
    }
  if (order->deadline_s < now_s)
    {
      *text = format_overdue (order->deadline_s, now_s);
      return HALL_WRONG;
    }
  days = count_workdays (now_s, order->deadline_s);
  if (days > 0)
    {
      *text =
          g_strdup_printf (ngettext ("%d working day left", "%d working days left", (gulong) days),
                           days);
      return HALL_HINT;
    }
  part = format_hours (order->deadline_s - now_s);
  /* Translators: hours and minutes until an order has to be reviewed: "5:20 h left" */
  *text = g_strdup_printf (_ ("%s left"), part);
  return HALL_DOUBTFUL;
}
