/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The helper that looks into uploaded files: the file comes through standard input, what was
 * found goes out as JSON. It limits itself before it reads the first byte.
 *
 * Usage: certhall-look MEDIA-TYPE code|no-code MAX-PAGES
 */
#include <stdio.h>
#include <stdlib.h>

#include "hall-decoder-limits.h"
#include "hall-look.h"

#define MAX_CPU_S 30

static GBytes *
read_input (void)
{
  g_autoptr (GByteArray) input = g_byte_array_new ();
  guint8 buffer[16 * 1024];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && input->len < HALL_DECODER_MAX_BYTES)
    g_byte_array_append (input, buffer, (guint) n);
  return g_byte_array_free_to_bytes (g_steal_pointer (&input));
}

static void
write_output (const HallLook *look)
{
  g_autoptr (JsonNode) root = hall_look_to_json (look);
  g_autofree char *text = json_to_string (root, FALSE);

  fputs (text, stdout);
}

int
main (int argc, char **argv)
{
  HallLookOptions options = { HALL_MEDIA_UNKNOWN, FALSE, 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HallLook) look = NULL;

  if (argc != 4)
    {
      fputs ("usage: certhall-look MEDIA-TYPE code|no-code MAX-PAGES\n", stderr);
      return 2;
    }
  hall_decoder_limit_self (MAX_CPU_S);
  for (guint type = 0; type < HALL_N_MEDIA; type++)
    if (g_str_equal (argv[1], hall_media_type_get_name (type)))
      options.media_type = type;
  options.wants_code = g_str_equal (argv[2], "code");
  options.max_pages = (guint) g_ascii_strtoull (argv[3], NULL, 10);
  bytes = read_input ();
  look = hall_look_take (bytes, &options, NULL, NULL);
  write_output (look);
  return 0;
}
