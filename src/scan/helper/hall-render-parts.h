/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What certhall-render reads: parts that follow each other, each led by a line with its length
 * in bytes.
 */
#pragma once

#include "hall-look-options.h"

/* (transfer full) (nullable): the next part; NULL at the end, and where it makes no sense */
GBytes *hall_render_read_part (void);

/**
 * hall_render_read_look:
 * @options: (out caller-allocates): refers to @sheet
 * @sheet: (out) (transfer full) (nullable)
 *
 * The parts that hall_look_make_parts() makes.
 *
 * Returns: (transfer full) (nullable): the file; NULL if the parts make no sense
 */
GBytes *hall_render_read_look (HallLookOptions *options, HallPrintedSheet **sheet);
