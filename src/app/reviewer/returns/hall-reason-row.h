/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One reason to choose from: a tick with its text, and a line for what is to be added.
 *
 * Signal "changed" (): ticked, no longer ticked, or another text.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-reason.h"

#define HALL_TYPE_REASON_ROW (hall_reason_row_get_type ())
G_DECLARE_FINAL_TYPE (HallReasonRow, hall_reason_row, HALL, REASON_ROW, GtkBox)

/* @key: the number key that ticks it; 0: none */
GtkWidget *hall_reason_row_new (HallReason reason, guint key);

void hall_reason_row_set_key (HallReasonRow *self, guint key);

/* Whether code or words have @wanted in them; "" is in all. */
gboolean hall_reason_row_matches (HallReasonRow *self, const char *wanted);

HallReason hall_reason_row_get_reason (HallReasonRow *self);

/* Both without "changed". @text: (nullable) */
void hall_reason_row_set (HallReasonRow *self, gboolean chosen, const char *text);

gboolean hall_reason_row_is_chosen (HallReasonRow *self);
const char *hall_reason_row_get_text (HallReasonRow *self);

/* As if the tick was clicked. */
void hall_reason_row_toggle (HallReasonRow *self);
