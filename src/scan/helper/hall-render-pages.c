/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * pages: draws the pages of a document for a window. Lines of text lead, bytes follow;
 * hall-page-process.c has the other end.
 *
 *   LENGTH, file             the one part; answered: "pages N", then N lines "WIDTH HEIGHT"
 *                            in points
 *   draw PAGE TURNS SCALE SLOT
 *                            asked as often as wanted; answered: "picture WIDTH HEIGHT", then
 *                            4 bytes for each pixel; or "picture shared SLOT WIDTH HEIGHT" with
 *                            them in that slot of hall-page-memory.h, or in the first if they
 *                            are too many, if the job was started as "pages shared"
 *   read PAGE                answered: "text BYTES CHARACTERS", then the text, then a box of four
 *                            floats for each character
 *
 * "failed WHY" can stand in place of every answer. Scales and sizes are thousandths; scale 0 is as
 * fine as the file is.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hall-decoder-limits.h"
#include "hall-page-drawer.h"
#include "hall-page-memory.h"
#include "hall-render-jobs.h"
#include "hall-render-parts.h"

#define MAX_LINE   128
#define THOUSANDTH 1000.0
#define ANSWER_S   4

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

/* @memory: (nullable): what the page may have been drawn into */
static void
answer_picture (cairo_surface_t *surface, const guint8 *memory, guint slot)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  const guint8 *data;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  if (memory != NULL && data == memory + hall_page_memory_get_offset (slot))
    printf ("picture shared %u %d %d\n", slot, width, height);
  else if (memory != NULL && data == memory)
    printf ("picture shared 0 %d %d\n", width, height);
  else
    {
      printf ("picture %d %d\n", width, height);
      fwrite (data, (gsize) cairo_image_surface_get_stride (surface), (gsize) height, stdout);
    }
}

static void
answer_text (const HallPageText *text)
{
  gsize length = strlen (text->text);

  printf ("text %" G_GSIZE_FORMAT " %u\n", length, text->boxes->len);
  fwrite (text->text, 1, length, stdout);
  if (text->boxes->len > 0) /* an empty array has no data at all */
    fwrite (text->boxes->data, sizeof (HallPageBox), text->boxes->len, stdout);
}

static void
draw (HallPageDrawer *drawer, const HallPageWish *wish, guint8 *memory, guint slot)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  if (memory != NULL)
    hall_page_drawer_set_slot (drawer, slot);
  surface = hall_page_drawer_draw (drawer, wish, &error);
  if (surface != NULL)
    answer_picture (surface, memory, slot);
  else
    answer_failure (error);
  g_clear_pointer (&surface, cairo_surface_destroy);
}

static void
read_text (HallPageDrawer *drawer, guint page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallPageText) text = hall_page_drawer_read (drawer, page, &error);

  if (text != NULL)
    answer_text (text);
  else
    answer_failure (error);
}

/* Opening and the first answer are one piece of work: both together may take so long. */
static void
serve (HallPageDrawer *drawer, guint8 *memory)
{
  char line[MAX_LINE];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      HallPageWish wish;
      unsigned scale = 0, slot = 0;

      if (sscanf (line, "draw %u %u %u %u", &wish.page, &wish.turns, &scale, &slot) == 4
          && slot < HALL_PAGE_MEMORY_SLOTS)
        {
          wish.scale = scale / THOUSANDTH;
          draw (drawer, &wish, memory, slot);
        }
      else if (sscanf (line, "read %u", &wish.page) == 1)
        read_text (drawer, wish.page);
      else
        return;
      fflush (stdout);
      hall_decoder_limit_answer (ANSWER_S);
    }
}

int
hall_render_pages (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HallPageDrawer) drawer = NULL;
  g_autoptr (GError) error = NULL;
  guint8 *memory = NULL;

  if (argc > 1 && g_str_equal (argv[1], "shared"))
    memory = hall_page_memory_open ();
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
  hall_page_drawer_set_memory (drawer, memory);
  answer_sizes (hall_page_drawer_get_sizes (drawer));
  fflush (stdout);
  serve (drawer, memory);
  return 0;
}
