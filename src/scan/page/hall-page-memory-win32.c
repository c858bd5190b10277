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

const guint8 *
hall_page_memory_get_data (const HallPageMemory *self)
{
  return NULL;
}

guint8 *
hall_page_memory_open (void)
{
  return NULL;
}
