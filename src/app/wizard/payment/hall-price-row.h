/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of a bill: what for, and how much.
 */
#pragma once

#include <gtk/gtk.h>

/* @sum: the line that adds up the others */
GtkWidget *hall_price_row_new (const char *label, gint64 amount_fen, gboolean sum);
