/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * seal: the same parts as for look; the best impression goes out (hall_seal_image_to_bytes()), or
 * "none".
 */
#include <stdio.h>

#include "hall-error.h"
#include "hall-render-jobs.h"
#include "hall-render-parts.h"
#include "hall-seal-take.h"

int
hall_render_seal (int argc, char **argv)
{
  HallLookOptions options;
  g_autoptr (HallPrintedSheet) sheet = NULL;
  g_autoptr (GBytes) bytes = hall_render_read_look (&options, &sheet);
  g_autoptr (HallSealImage) image = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = NULL;

  (void) argc;
  (void) argv;
  if (bytes == NULL)
    return 2;
  image = hall_seal_take (bytes, &options, &error);
  if (image == NULL)
    {
      if (g_error_matches (error, HALL_ERROR, HALL_ERROR_NOT_FOUND))
        fputs ("none\n", stdout);
      return 1;
    }
  answer = hall_seal_image_to_bytes (image);
  fwrite (g_bytes_get_data (answer, NULL), 1, g_bytes_get_size (answer), stdout);
  return 0;
}
