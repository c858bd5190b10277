/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the wizard where the application is filled in, and mended after a return.
 */
#pragma once

#include "hall-frame.h"
#include "hall-wizard-page.h"

#define HALL_TYPE_FILL_PAGE (hall_fill_page_get_type ())
G_DECLARE_FINAL_TYPE (HallFillPage, hall_fill_page, HALL, FILL_PAGE, GtkBox)

GtkWidget *hall_fill_page_new (HallFrame *frame, HallDraft *draft);
