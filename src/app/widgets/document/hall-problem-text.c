/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-problem-text.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-application.h"

#define LONGEST_LINE 9 /* digits of a line's number; an order's has more */

char *
hall_problem_text (GPtrArray *problems)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (problems, i);
      g_autofree char *words = hall_issue_format (&finding->issue, hall_app_lang ());

      if (i > 0)
        g_string_append_c (out, '\n');
      if (strlen (finding->where) <= LONGEST_LINE)
        /* Translators: %1$s is the number of a line, %2$s what is wrong with it */
        g_string_append_printf (out, _ ("Line %1$s: %2$s"), finding->where, words);
      else
        /* Translators: %1$s is an order's number, %2$s what is wrong with it */
        g_string_append_printf (out, _ ("Order %1$s: %2$s"), finding->where, words);
    }
  return g_string_free (out, FALSE);
}
