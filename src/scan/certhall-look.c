/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The helper that looks into uploaded files: the file comes through standard input, what was
 * found goes out as JSON. It limits itself before it reads the first byte.
 *
 * Usage: certhall-look MEDIA-TYPE code|no-code MAX-PAGES
 */
#include <stdio.h>
#include <stdlib.h>

#include "hall-look.h"

#ifdef HAVE_SETRLIMIT
#include <sys/resource.h>
#endif

/* The caller refuses larger files long before. */
#define MAX_INPUT_BYTES (64 * 1024 * 1024)
#define MAX_CPU_S       30
#define MAX_MEMORY      (1024 * 1024 * 1024)

#ifdef HAVE_SETRLIMIT
static void
limit (int resource, rlim_t value)
{
  struct rlimit limits = { value, value };

  setrlimit (resource, &limits);
}
#endif

/* A crash leaves no core file: it would hold somebody's papers. */
static void
limit_self (void)
{
#ifdef HAVE_SETRLIMIT
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_CPU, MAX_CPU_S);
  limit (RLIMIT_FSIZE, 0);
#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__ /* their shadow is larger */
  limit (RLIMIT_AS, MAX_MEMORY);
#endif
#endif
}

static GBytes *
read_input (void)
{
  g_autoptr (GByteArray) input = g_byte_array_new ();
  guint8 buffer[16 * 1024];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && input->len < MAX_INPUT_BYTES)
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
  limit_self ();
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
