/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * look: the parts are the options as JSON (hall_look_options_to_text()), the file and, where it
 * should be a scan of a printed sheet, that sheet's PDF and its plan as JSON; what was found in
 * it goes out as JSON (hall_look_to_json()).
 */
#include <stdio.h>

#include "hall-look.h"
#include "hall-render-jobs.h"
#include "hall-render-parts.h"

static void
write_output (const HallLook *look)
{
  g_autoptr (JsonNode) root = hall_look_to_json (look);
  g_autofree char *text = json_to_string (root, FALSE);

  fputs (text, stdout);
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

int
hall_render_look (int argc, char **argv)
{
  HallLookOptions options;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HallPrintedSheet) sheet = NULL;
  g_autoptr (HallLook) look = NULL;

  (void) argc;
  (void) argv;
  bytes = read_options (&options) ? hall_render_read_part () : NULL;
  if (bytes == NULL)
    return 2;
  sheet = read_sheet ();
  options.sheet = sheet;
  look = hall_look_take (bytes, &options, NULL, NULL);
  write_output (look);
  return 0;
}
