/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that a helper draws a page into and the one who asked reads it from: no picture goes
 * through a pipe. Where the system has none, pictures go through the pipe.
 */
#pragma once

#include <gio/gio.h>

/* What a helper finds it under. */
#define HALL_PAGE_MEMORY_FD    3
#define HALL_PAGE_MEMORY_BYTES (100 * 1000 * 1000)

typedef struct _HallPageMemory HallPageMemory;

/* (nullable). It takes no more than what has been drawn into it, and its size is sealed. */
HallPageMemory *hall_page_memory_new (void);
void hall_page_memory_free (HallPageMemory *self);

/* The next program that @launcher starts gets it. */
void hall_page_memory_give (HallPageMemory *self, GSubprocessLauncher *launcher);

/* (transfer none): %HALL_PAGE_MEMORY_BYTES; a helper may change them any moment */
const guint8 *hall_page_memory_get_data (const HallPageMemory *self);

/* In the helper. (transfer none) (nullable): what was given to it, until it ends */
guint8 *hall_page_memory_open (void);
