/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with lines of a table, as text that can be read, copied and sent to who made it.
 */
#pragma once

#include <gtk/gtk.h>

/* @problems: (element-type HallFinding): "where" is a line's number, or an order's.
 * Returns: (transfer full): a line for each, in the program's language */
char *hall_problem_text (GPtrArray *problems);
