/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slider that lays the form, as the hall would print it, over its scan. The form is fetched
 * when the slider is moved for the first time.
 */
#pragma once

#include "hall-evidence.h"
#include "hall-page-overlay.h"

#define HALL_TYPE_COMPARE_BAR (hall_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (HallCompareBar, hall_compare_bar, HALL, COMPARE_BAR, GtkBox)

/* @overlay: not owned, of a page view that lives as long */
GtkWidget *hall_compare_bar_new (HallSession *session, HallPageOverlay *overlay);

/* @form: (nullable): what was printed; NULL: there is nothing to compare, and no slider */
void hall_compare_bar_set_form (HallCompareBar *self, const char *number, const HallEvidence *form);

/* From the scan to both, to the form, to the scan again. */
void hall_compare_bar_step (HallCompareBar *self);
