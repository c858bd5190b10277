/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A QR code as a matrix of modules, for paper and screen. It never changes once made,
 * so threads may share it.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

/* White modules that a reader needs around the code. Source: ISO/IEC 18004, 6.3.8. */
#define HALL_QR_QUIET_MODULES 4

typedef struct _HallQr HallQr;

/**
 * hall_qr_new:
 * @text: at most some 2,300 bytes; digits, capitals and $%*+-./: take least room
 * @error: %HALL_ERROR_INVALID if @text is empty or too long for any code
 *
 * Error correction level M: 15 % of the code may be unreadable. Safe from every thread.
 */
HallQr *hall_qr_new (const char *text, GError **error);
void hall_qr_free (HallQr *self);

/* Modules on a side, without the quiet zone. */
guint hall_qr_get_size (const HallQr *self);
gboolean hall_qr_is_dark (const HallQr *self, guint column, guint row);

/**
 * hall_qr_draw:
 * @x, @y: in user units: the top left corner of the first dark module; the quiet zone lies outside
 * @module: side of one module in user units
 *
 * Paints the quiet zone white and the dark modules black.
 */
void hall_qr_draw (const HallQr *self, cairo_t *cairo, double x, double y, double module);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallQr, hall_qr_free)
