/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button that shows that it works: a spinner in place of its words, at the same size, and it
 * cannot be pressed meanwhile.
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_BUSY_BUTTON (hall_busy_button_get_type ())
G_DECLARE_FINAL_TYPE (HallBusyButton, hall_busy_button, HALL, BUSY_BUTTON, GtkButton)

/* @label: with a mnemonic */
GtkWidget *hall_busy_button_new (const char *label);

/* The one primary button of its page. */
void hall_busy_button_make_primary (HallBusyButton *self);

void hall_busy_button_set_label (HallBusyButton *self, const char *label);

void hall_busy_button_set_busy (HallBusyButton *self, gboolean busy);
gboolean hall_busy_button_is_busy (HallBusyButton *self);
