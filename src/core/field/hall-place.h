/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somewhere on a page of a document, whatever its size in pixels: in fractions of the page as
 * it is seen, from its upper left corner.
 */
#pragma once

#include <glib.h>

typedef struct
{
  guint page;                 /* from 1; 0: nowhere in particular */
  double x, y, width, height; /* 0.0 to 1.0 */
} HallPlace;
