/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a document drawn by another process, the helper certhall-render: a hostile file
 * costs that process, and no text is drawn beside the window's own (see hall-pdf.h).
 *
 * Blocks: it belongs to a worker thread.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "hall-page-text.h"
#include "hall-page-wish.h"

typedef struct _HallPageProcess HallPageProcess;

/* @bytes: of the whole file; given to the helper through a pipe */
HallPageProcess *hall_page_process_new (GBytes *bytes);
void hall_page_process_free (HallPageProcess *self);

/**
 * hall_page_process_measure:
 * @error: %HALL_ERROR_INVALID if it is neither PDF nor JPEG, damaged, or protected;
 *   %HALL_ERROR_UNAVAILABLE if the helper cannot be started
 *
 * Returns: (transfer full) (element-type HallPageSize): at least one
 */
GArray *hall_page_process_measure (HallPageProcess *self, GError **error);

/**
 * hall_page_process_draw:
 * @error: as above
 *
 * A helper that has come to its end is started anew by the next call.
 *
 * Returns: (transfer full): 24 of 32 bits a pixel; very large pictures are smaller than wished
 */
cairo_surface_t *
hall_page_process_draw (HallPageProcess *self, const HallPageWish *wish, GError **error);

/* As hall_page_process_draw(). Returns: (transfer full): what is written on the page */
HallPageText *hall_page_process_read (HallPageProcess *self, guint page, GError **error);

/* How long a helper has for an answer, by a clock on the wall; 20 s unless it is set. After that it
 * is ended, and the page cannot be shown. */
void hall_page_process_set_max_seconds (HallPageProcess *self, guint max_seconds);

/* Any thread: whoever waits for the helper gets an error at once. */
void hall_page_process_interrupt (HallPageProcess *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPageProcess, hall_page_process_free)
