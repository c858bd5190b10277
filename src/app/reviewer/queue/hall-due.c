/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-due.h"

#include <glib/gi18n.h>

#include "hall-when.h"
#include "hall-workday.h"

#define HOUR_S (60 * 60)

/* Whether it is the deadline's day already, also if the order was loaded the day before. */
static gboolean
is_last_day (gint64 deadline_s, gint64 now_s)
{
  GDate deadline, today;

  hall_date_in_china (deadline_s, &deadline);
  hall_date_in_china (now_s, &today);
  return g_date_compare (&today, &deadline) >= 0;
}

static char *
format_hours (gint64 seconds)
{
  /* Translators: hours and minutes, as a clock that runs down: "5:20 h" */
  return g_strdup_printf (_ ("%1$d:%2$02d h"), (int) (seconds / HOUR_S),
                          (int) (seconds % HOUR_S / 60));
}

static char *
format_overdue (const HallOrder *order, gint64 now_s)
{
  int days = -order->workdays_left;
  g_autofree char *hours = format_hours (now_s - order->deadline_s);

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
      *text = format_overdue (order, now_s);
      return HALL_WRONG;
    }
  days = order->workdays_left;
  if (days > 0 && !is_last_day (order->deadline_s, now_s))
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
