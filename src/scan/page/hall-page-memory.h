/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that a helper draws a page into and the one who asked reads it from: no picture goes
 * through a pipe. Where the system has none, pictures go through the pipe.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

/* What a helper finds it under. */
#define HALL_PAGE_MEMORY_FD 3

/* Slots for a picture each. The first is large, and its picture is copied out of it; in the others
 * the picture stays. The memory of a helper has to do for all of them. */
#define HALL_PAGE_MEMORY_SLOTS       4
#define HALL_PAGE_MEMORY_FIRST_BYTES (52 * 1000 * 1000)
#define HALL_PAGE_MEMORY_OTHER_BYTES (16 * 1000 * 1000)

typedef struct _HallPageMemory HallPageMemory;

static inline gsize
hall_page_memory_get_offset (guint slot)
{
  return slot > 0 ? HALL_PAGE_MEMORY_FIRST_BYTES + (slot - 1) * (gsize) HALL_PAGE_MEMORY_OTHER_BYTES
                  : 0;
}

static inline gsize
hall_page_memory_get_bytes (guint slot)
{
  return slot > 0 ? HALL_PAGE_MEMORY_OTHER_BYTES : HALL_PAGE_MEMORY_FIRST_BYTES;
}

/* (nullable). It takes no more than what has been drawn into it, and its size is sealed. */
HallPageMemory *hall_page_memory_new (void);
void hall_page_memory_free (HallPageMemory *self);

/* The next program that @launcher starts gets it. */
void hall_page_memory_give (HallPageMemory *self, GSubprocessLauncher *launcher);

/* Which slot the next picture is to be drawn into: none that a picture still stands in. */
guint hall_page_memory_find_slot (HallPageMemory *self);

/* (transfer full) (nullable): the picture that stands in @slot, a RGB24 surface of @width x @height
 * pixels; NULL if it has no room there. It outlives @self; a helper may change it any moment. */
cairo_surface_t *hall_page_memory_take (HallPageMemory *self, guint slot, int width, int height);

/* In the helper. (transfer none) (nullable): the slots, one after the other, until it ends */
guint8 *hall_page_memory_open (void);
