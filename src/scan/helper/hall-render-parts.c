/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-render-parts.h"

#include <stdio.h>

#include "hall-decoder-limits.h"

#define MAX_LINE 32

GBytes *
hall_render_read_part (void)
{
  char line[MAX_LINE];
  guint64 length;
  g_autofree guint8 *data = NULL;

  if (fgets (line, sizeof line, stdin) == NULL
      || !g_ascii_string_to_unsigned (g_strchomp (line), 10, 0, HALL_DECODER_MAX_BYTES, &length,
                                      NULL))
    return NULL;
  data = g_malloc (length + 1);
  if (fread (data, 1, length, stdin) != length)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static gboolean
read_options (HallLookOptions *options)
{
  g_autoptr (GBytes) part = hall_render_read_part ();
  gsize size = 0;
  const char *text = part != NULL ? g_bytes_get_data (part, &size) : NULL;

  return size > 0 && hall_look_options_parse (options, text, (gssize) size);
}

/* (transfer full) (nullable) */
static HallPrintedSheet *
read_sheet (void)
{
  g_autoptr (GBytes) pdf = hall_render_read_part ();
  g_autoptr (GBytes) part = pdf != NULL ? hall_render_read_part () : NULL;
  gsize size = 0;
  const char *text = part != NULL ? g_bytes_get_data (part, &size) : NULL;
  HallSheetPlan *plan = size > 0 ? hall_sheet_plan_parse (text, (gssize) size, NULL) : NULL;

  return plan != NULL ? hall_printed_sheet_new (pdf, plan) : NULL;
}

GBytes *
hall_render_read_look (HallLookOptions *options, HallPrintedSheet **sheet)
{
  GBytes *bytes = read_options (options) ? hall_render_read_part () : NULL;

  *sheet = bytes != NULL ? read_sheet () : NULL;
  options->sheet = *sheet;
  return bytes;
}
