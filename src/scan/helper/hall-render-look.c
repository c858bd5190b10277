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

int
hall_render_look (int argc, char **argv)
{
  HallLookOptions options;
  g_autoptr (HallPrintedSheet) sheet = NULL;
  g_autoptr (GBytes) bytes = hall_render_read_look (&options, &sheet);
  g_autoptr (HallLook) look = NULL;

  (void) argc;
  (void) argv;
  if (bytes == NULL)
    return 2;
  look = hall_look_take (bytes, &options, NULL, NULL);
  write_output (look);
  return 0;
}
