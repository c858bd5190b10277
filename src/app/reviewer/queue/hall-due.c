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
      due = hall_when_format (order->submitted_s > 0 ? order->submitted_s : order->created_s);
      /* Translators: since when an order waits: "since 2026-11-22 16:05" */
      *text = g_strdup_printf (_ ("since %s"), due);
      return HALL_HINT;
    }
  due = hall_when_format (order->deadline_s);
  if (order->deadline_s < now_s)
    {
      *text = g_strdup_printf (_ ("overdue since %s"), due);
      return HALL_WRONG;
    }
  /* Translators: until when an order has to be reviewed: "due 2026-11-25 16:05" */
  *text = g_strdup_printf (_ ("due %s"), due);
  return order->deadline_s - now_s < DAY_S ? HALL_DOUBTFUL : HALL_HINT;
}
