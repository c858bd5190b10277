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
