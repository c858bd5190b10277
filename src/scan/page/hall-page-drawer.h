/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a PDF or a JPEG as they are looked at: sizes, and pictures at any scale, turned.
 * It gives strangers' bytes to decoders and draws text, so it lives in certhall-render; others
 * use hall-page-process.h.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "hall-page-text.h"
#include "hall-page-wish.h"

typedef struct _HallPageDrawer HallPageDrawer;

/* @error: %HALL_ERROR_INVALID if it is neither PDF nor JPEG, damaged, or protected */
HallPageDrawer *hall_page_drawer_open (GBytes *bytes, GError **error);
void hall_page_drawer_free (HallPageDrawer *self);

/* The slots of hall-page-memory.h, which stay there longer: pictures are drawn right into the one
 * that was named last, or into the first if they are too large for it. (nullable) */
void hall_page_drawer_set_memory (HallPageDrawer *self, guint8 *memory);
void hall_page_drawer_set_slot (HallPageDrawer *self, guint slot);

/* (element-type HallPageSize) */
GArray *hall_page_drawer_get_sizes (HallPageDrawer *self);

/**
 * hall_page_drawer_draw:
 *
 * Returns: (transfer full) (nullable): 24 of 32 bits a pixel; smaller than wished where that
 *   would be more than a screen can show
 */
cairo_surface_t *
hall_page_drawer_draw (HallPageDrawer *self, const HallPageWish *wish, GError **error);

/* What is written on a page; nothing in a picture. */
HallPageText *hall_page_drawer_read (HallPageDrawer *self, guint page, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPageDrawer, hall_page_drawer_free)
