/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A state in one small pill: colour, icon and word.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order.h"

#define HALL_TYPE_STATUS_PILL (hall_status_pill_get_type ())
G_DECLARE_FINAL_TYPE (HallStatusPill, hall_status_pill, HALL, STATUS_PILL, GtkBox)

GtkWidget *hall_status_pill_new (void);

/* @word: NULL: the tone's own word */
void hall_status_pill_set (HallStatusPill *self, HallTone tone, const char *word);

/* The state of an order as the guide calls it. */
void hall_status_pill_show_order (HallStatusPill *self, const HallOrder *order);
