/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be done with the sheets of an application, in the state it is in: compared and
 * confirmed first, then printed, signed and stamped.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-draft.h"

#define HALL_TYPE_PRINT_GUIDE (hall_print_guide_get_type ())
G_DECLARE_FINAL_TYPE (HallPrintGuide, hall_print_guide, HALL, PRINT_GUIDE, GtkBox)

GtkWidget *hall_print_guide_new (void);

/* As it is now. */
void hall_print_guide_show (HallPrintGuide *self, HallDraft *draft);

/* Between the title and the list. */
GtkBox *hall_print_guide_get_middle (HallPrintGuide *self);
