/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbered rules under a heading, as sheets give them.
 */
#pragma once

#include "hall-paper.h"

/**
 * hall_rule_list_draw:
 * @rules: ends with NULL
 * @box: where it begins and how wide it may be; its height does not matter
 *
 * Returns: where it ends, in mm from the page's top
 */
double hall_rule_list_draw (HallPaper *paper,
                            const char *title,
                            const char *const *rules,
                            const HallBox *box);
