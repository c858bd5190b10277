/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the wizard where what was filled in is looked at as it will be printed, confirmed,
 * printed and saved.
 */
#pragma once

#include "hall-frame.h"
#include "hall-wizard-page.h"

#define HALL_TYPE_CONFIRM_PAGE (hall_confirm_page_get_type ())
G_DECLARE_FINAL_TYPE (HallConfirmPage, hall_confirm_page, HALL, CONFIRM_PAGE, GtkBox)

GtkWidget *hall_confirm_page_new (HallFrame *frame, HallDraft *draft);
