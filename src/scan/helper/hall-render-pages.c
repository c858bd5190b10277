/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * pages: draws the pages of a document for a window. Lines of text lead, bytes follow;
 * hall-page-process.c has the other end.
 *
 *   LENGTH, file             the one part; answered: "pages N", then N lines "WIDTH HEIGHT"
 *                            in points
 *   PAGE TURNS SCALE         asked as often as wanted; answered: "picture WIDTH HEIGHT", then
 *                            4 bytes for each pixel
 *
 * "failed WHY" can stand in place of every answer. Scales and sizes are thousandths.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hall-decoder-limits.h"
#include "hall-page-drawer.h"
#include "hall-render-jobs.h"
#include "hall-render-parts.h"

#define MAX_LINE   128
#define THOUSANDTH 1000.0
#define ANSWER_S   5

static void
answer_failure (const GError *error)
{
  g_autofree char *why = g_strdelimit (g_strdup (error->message), "\r\n", ' ');

  printf ("failed %.200s\n", why);
}

static void
answer_sizes (GArray *sizes)
{
  printf ("pages %u\n", sizes->len);
  for (guint i = 0; i < sizes->len; i++)
    {
      const HallPageSize *size = &g_array_index (sizes, HallPageSize, i);

      printf ("%.0f %.0f\n", size->width_pt * THOUSANDTH, size->height_pt * THOUSANDTH);
    }
}

static void
answer_picture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  const guint8 *data;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  printf ("picture %d %d\n", width, height);
  for (int y = 0; y < height; y++)
    fwrite (data + (gsize) y * cairo_image_surface_get_stride (surface), 4, width, stdout);
}

static gboolean
read_wish (HallPageWish *wish)
{
  char line[MAX_LINE];
  unsigned scale = 0;

  if (fgets (line, sizeof line, stdin) == NULL
      || sscanf (line, "%u %u %u", &wish->page, &wish->turns, &scale) != 3)
    return FALSE;
  wish->scale = scale / THOUSANDTH;
  return TRUE;
}

static void
serve (HallPageDrawer *drawer)
{
  HallPageWish wish;

  while (read_wish (&wish))
    {
      g_autoptr (GError) error = NULL;
      cairo_surface_t *surface;

      hall_decoder_limit_answer (ANSWER_S);
      surface = hall_page_drawer_draw (drawer, &wish, &error);
      if (surface != NULL)
        answer_picture (surface);
      else
        answer_failure (error);
      g_clear_pointer (&surface, cairo_surface_destroy);
      fflush (stdout);
    }
}

int
hall_render_pages (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HallPageDrawer) drawer = NULL;
  g_autoptr (GError) error = NULL;

  (void) argc;
  (void) argv;
  bytes = hall_render_read_part ();
  if (bytes == NULL)
    return 2;
  hall_decoder_limit_answer (ANSWER_S);
  drawer = hall_page_drawer_open (bytes, &error);
  if (drawer == NULL)
    {
      answer_failure (error);
      return 1;
    }
  answer_sizes (hall_page_drawer_get_sizes (drawer));
  fflush (stdout);
  serve (drawer);
  return 0;
}
