/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ink of one colour that belongs together: what touches or nearly touches, and what lies inside
 * of it, as a star and characters do in the ring of a seal.
 */
#pragma once

#include "hall-ink.h"

typedef struct
{
  guint left, top, right, bottom; /* in pixels of the ink; the last are inside */
  gsize n;                        /* pixels with ink */
  gsize sum;                      /* of their strength */
} HallStain;

/**
 * hall_stains_find:
 * @gap: ink this many pixels apart belongs together
 * @max_side: stains do not grow larger by being put together
 *
 * Returns: (transfer full) (element-type HallStain): without single specks
 */
GArray *hall_stains_find (const HallInk *ink, HallInkColour colour, guint gap, guint max_side);
