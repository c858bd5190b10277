/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What certhall-render reads: parts that follow each other, each led by a line with its length
 * in bytes.
 */
#pragma once

#include <glib.h>

/* (transfer full) (nullable): the next part; NULL at the end, and where it makes no sense */
GBytes *hall_render_read_part (void);
