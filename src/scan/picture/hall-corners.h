/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a page lies in a photograph: a light sheet on a darker, coloured or patterned desk, or
 * on a light one that shows its edge by a shadow. Any process, any thread.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-warp.h"

/**
 * hall_corners_find:
 * @corners: (out): as in HallFitRecipe; exact to a pixel or two of 600
 *
 * Rather none than nonsense: FALSE if the page fills the picture, or if its four edges are not
 * all seen.
 */
gboolean hall_corners_find (const GdkPixbuf *picture, HallPoint corners[4]);
