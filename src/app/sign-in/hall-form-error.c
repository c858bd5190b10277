/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing what a hall refused to the rows of a small form.
 */
#include "hall-form-error.h"

#include "hall-app-lang.h"
#include "hall-application.h"
#include "hall-error.h"

static HallInputRow *
find_row (const HallFormErrorRow *rows, const char *where)
{
  for (; rows->where != NULL; rows++)
    if (g_str_equal (rows->where, where))
      return rows->row;
  return NULL;
}

void
hall_form_error_show (const GError *error, const HallFormErrorRow *rows, HallNotice *notice)
{
  GPtrArray *findings = hall_error_get_findings (error);
  HallInputRow *first = NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);
      HallInputRow *row = find_row (rows, finding->where);
      g_autofree char *text = hall_issue_format (&finding->issue, hall_app_lang ());

      if (row == NULL)
        continue;
      hall_input_row_show_problem (row, text);
      if (first == NULL)
        first = row;
    }
  if (first != NULL)
    hall_input_row_focus (first);
  else
    hall_notice_show_error (notice, error);
}
