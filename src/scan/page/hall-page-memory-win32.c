/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows: pictures go through the pipe.
 */
#include "hall-page-memory.h"

HallPageMemory *
hall_page_memory_new (void)
{
  return NULL;
}

void
hall_page_memory_free (HallPageMemory *self)
{
}

void
hall_page_memory_give (HallPageMemory *self, GSubprocessLauncher *launcher)
{
}

guint
hall_page_memory_find_slot (HallPageMemory *self)
{
  return 0;
}

cairo_surface_t *
hall_page_memory_take (HallPageMemory *self, guint slot, int width, int height)
{
  return NULL;
}

guint8 *
hall_page_memory_open (void)
{
  return NULL;
}
