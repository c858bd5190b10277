/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four long edges in a photograph that may be those of a page.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-warp.h"

/**
 * hall_edges_find_quad:
 * @picture: of 24 bits, some 500 pixels large
 * @corners: (out): in pixels, clockwise from the upper left; to be looked at more closely
 */
gboolean hall_edges_find_quad (const GdkPixbuf *picture, HallPoint corners[4]);
