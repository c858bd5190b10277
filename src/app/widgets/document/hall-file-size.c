/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes of files as people know them from their desktop: KB and MB as Windows counts them, which
 * is also how the limit of "2M" is meant.
 */
#include "hall-file-size.h"

#define KB 1024
#define MB (1024 * 1024)

char *
hall_file_size_format (gint64 bytes)
{
  double mb = (double) bytes / MB;

  if (bytes < MB)
    return g_strdup_printf ("%" G_GINT64_FORMAT " KB", (bytes + KB - 1) / KB);
  if (bytes % MB == 0)
    return g_strdup_printf ("%.0f MB", mb);
  /* Never "2.0" for what is over 2. */
  return g_strdup_printf ("%.*f MB", mb - (int) mb < 0.05 ? 2 : 1, mb);
}
