/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * look MEDIA-TYPE code|no-code MAX-PAGES: the file is the one part; what was found in it goes
 * out as JSON (hall_look_to_json()).
 */
#include <stdio.h>
#include <stdlib.h>

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
  HallLookOptions options = { HALL_MEDIA_UNKNOWN, FALSE, 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HallLook) look = NULL;

  bytes = argc == 4 ? hall_render_read_part () : NULL;
  if (bytes == NULL)
    return 2;
  for (guint type = 0; type < HALL_N_MEDIA; type++)
    if (g_str_equal (argv[1], hall_media_type_get_name (type)))
      options.media_type = type;
  options.wants_code = g_str_equal (argv[2], "code");
  options.max_pages = (guint) g_ascii_strtoull (argv[3], NULL, 10);
  look = hall_look_take (bytes, &options, NULL, NULL);
  write_output (look);
  return 0;
}
