/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first page of the wizard: what is applied for, what it costs, what one needs for it, and
 * what one agrees to. Going on begins the order.
 */
#pragma once

#include "hall-frame.h"
#include "hall-wizard-page.h"

#define HALL_TYPE_PROJECT_PAGE (hall_project_page_get_type ())
G_DECLARE_FINAL_TYPE (HallProjectPage, hall_project_page, HALL, PROJECT_PAGE, GtkBox)

/* @draft: (nullable): NULL: nothing has begun yet */
GtkWidget *hall_project_page_new (HallFrame *frame, HallDraft *draft);
