/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-info.h"

#define CHINA_OFFSET_S (8 * 3600)

HallFormCode *
hall_sheet_info_make_code (const HallSheetInfo *self, HallSheet sheet)
{
  if (self->order == NULL)
    return hall_form_code_new (sheet, HALL_FORM_CODE_NO_ORDER, 0, self->sha256);
  return hall_form_code_new (sheet, self->order, self->revision, self->sha256);
}

char *
hall_sheet_info_format_time (const HallSheetInfo *self)
{
  g_autoptr (GTimeZone) china = g_time_zone_new_offset (CHINA_OFFSET_S);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->confirmed_at_s);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, china) : NULL;

  if (self->confirmed_at_s == 0 || local == NULL)
    return g_strdup ("—");
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}
