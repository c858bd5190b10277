/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places of pages that are pointed at: boxes over the pages, in the theme's colours, and one
 * that pulses when it is shown. What was found, what a person has drawn, and where one should look
 * are drawn differently.
 */
#pragma once

#include "hall-page-layout.h"

typedef struct _HallPageMarks HallPageMarks;

/* @widget: what they are drawn on; not owned, it owns them */
HallPageMarks *hall_page_marks_new (GtkWidget *widget);
void hall_page_marks_free (HallPageMarks *self);

/* @places: copied; those nowhere on a page are left out */
void hall_page_marks_set (HallPageMarks *self, const HallPlace *places, guint n_places);

/* @places: copied: boxes that a person has drawn, in the colour of what is stopped; they stay when
 * other marks are set */
void hall_page_marks_set_drawn (HallPageMarks *self, const HallPlace *places, guint n_places);

/* @place: (nullable): where one should look; it stays until there is another */
void hall_page_marks_set_pointed (HallPageMarks *self, const HallPlace *place);

/* (nullable) */
const HallPlace *hall_page_marks_get_pointed (const HallPageMarks *self);

/* How many such boxes there are. */
guint hall_page_marks_count_drawn (const HallPageMarks *self);

/* Pulses once; where animations are off it is only drawn stronger for that time. */
void hall_page_marks_pulse (HallPageMarks *self, const HallPlace *place);

void hall_page_marks_draw (const HallPageMarks *self, const HallPageLayout *layout, cairo_t *cairo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPageMarks, hall_page_marks_free)
