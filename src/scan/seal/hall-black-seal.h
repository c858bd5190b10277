/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds a seal without colour: the dark ring of an official seal on a photocopy.
 */
#pragma once

#include "hall-ink.h"
#include "hall-ring.h"
#include "hall-sheet-lay.h"

/**
 * hall_black_seal_find:
 * @ink: of the page, some 75 dpi; @lay: of that picture
 * @ring: (out): in mm
 *
 * An empty circle, as is printed where the seal belongs, is none.
 */
gboolean hall_black_seal_find (const HallInk *ink, const HallSheetLay *lay, HallRing *ring);
