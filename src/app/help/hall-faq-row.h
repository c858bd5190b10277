/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question with its answer folded below it. For hall-faq-group.c.
 */
#pragma once

#include <handy.h>

#include "hall-catalog.h"

#define HALL_TYPE_FAQ_ROW (hall_faq_row_get_type ())
G_DECLARE_FINAL_TYPE (HallFaqRow, hall_faq_row, HALL, FAQ_ROW, HdyExpanderRow)

/* @faq: of a catalogue that outlives the row */
GtkWidget *hall_faq_row_new (const HallFaq *faq);

/* Whether question or answer say @text, in capitals or not; "" is said by all. */
gboolean hall_faq_row_matches (HallFaqRow *self, const char *text);

void hall_faq_row_set_unfolded (HallFaqRow *self, gboolean unfolded);
