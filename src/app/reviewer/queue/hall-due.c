/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-due.h"

#include <glib/gi18n.h>

#include "hall-when.h"

#define DAY_S (24 * 60 * 60)

HallVerdict
hall_due_format (const HallOrder *order, gint64 now_s, char **text)
{
  g_autofree char *due = NULL;

  if (order->deadline_s == 0)
    {
      due = hall_when_format_day (order->submitted_s > 0 ? order->submitted_s : order->created_s);
      /* Translators: since when an order waits: "since 2026-11-22" */
      *text = g_strdup_printf (_ ("since %s"), due);
      return HALL_HINT;
    }
  if (order->deadline_s < now_s)
    {
      due = hall_when_format_day (order->deadline_s);
      *text = g_strdup_printf (_ ("overdue since %s"), due);
      return HALL_WRONG;
    }
  if (order->deadline_s - now_s < DAY_S)
    {
      due = hall_when_format_clock (order->deadline_s);
      /* Translators: within the next 24 hours: "due by 16:05" */
      *text = g_strdup_printf (_ ("due by %s"), due);
      return HALL_DOUBTFUL;
    }
  due = hall_when_format_day (order->deadline_s);
  /* Translators: until when an order has to be reviewed: "due 2026-11-25" */
  *text = g_strdup_printf (_ ("due %s"), due);
  return HALL_HINT;
}
