/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes an impression off the paper: its ink alone, at true size.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-impression.h"

/**
 * hall_seal_cut:
 * @pixels: as fine as there are; @lay: of them
 * @dpi: (out): of what is returned, 150 to 600
 *
 * What is paper is transparent; ink keeps its colour. It stands straight and is as large as on
 * the page, with a little room around it, but ends inside of the frame's line.
 *
 * Returns: (transfer full): with alpha
 */
GdkPixbuf *hall_seal_cut (const HallPixels *pixels,
                          const HallSheetLay *lay,
                          const HallImpression *impression,
                          guint *dpi);
