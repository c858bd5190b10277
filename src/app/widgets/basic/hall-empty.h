/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page with nothing on it yet: says what will be here and offers the first step.
 *
 * Signal "activated": its button was pressed.
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_EMPTY (hall_empty_get_type ())
G_DECLARE_FINAL_TYPE (HallEmpty, hall_empty, HALL, EMPTY, GtkBox)

/**
 * hall_empty_new:
 * @icon: a symbolic icon
 * @text: one or two sentences
 * @button: (nullable): the first step
 */
GtkWidget *
hall_empty_new (const char *icon, const char *title, const char *text, const char *button);

/* Other words, as when a search finds nothing. */
void hall_empty_set (
    HallEmpty *self, const char *icon, const char *title, const char *text, const char *button);
