/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of several things of which exactly one is chosen: its name, a sentence about it, and what
 * it costs. The whole row can be pressed.
 *
 * Signal "chosen" (): the person chose it; not when the program did.
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_OPTION_ROW (hall_option_row_get_type ())
G_DECLARE_FINAL_TYPE (HallOptionRow, hall_option_row, HALL, OPTION_ROW, GtkListBoxRow)

/**
 * hall_option_row_new:
 * @id: what the owner knows it by; copied
 * @group: (nullable): a row of the same choice
 */
GtkWidget *hall_option_row_new (const char *id, HallOptionRow *group);

/* @price: (nullable) */
void hall_option_row_set_words (HallOptionRow *self,
                                const char *title,
                                const char *text,
                                const char *price);

const char *hall_option_row_get_id (HallOptionRow *self);

/* Chooses it. */
void hall_option_row_set_chosen (HallOptionRow *self);
gboolean hall_option_row_is_chosen (HallOptionRow *self);
