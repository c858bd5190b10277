/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a TIFF file. gdk-pixbuf shows the first; the file is given to it with another page
 * put first.
 */
#pragma once

#include <gio/gio.h>

/* At least 1. */
guint hall_fit_tiff_count (GBytes *tiff);

/* (transfer full): the same file, page @index first; unchanged where there is none */
GBytes *hall_fit_tiff_turn_to (GBytes *tiff, guint index);
