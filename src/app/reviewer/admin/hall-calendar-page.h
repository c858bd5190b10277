/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The working-day calendar by which deadlines are counted: holidays and worked weekends of each
 * year.
 */
#pragma once

#include "hall-admin-page.h"

#define HALL_TYPE_CALENDAR_PAGE (hall_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (HallCalendarPage, hall_calendar_page, HALL, CALENDAR_PAGE, HallAdminPage)

GtkWidget *hall_calendar_page_new (HallSession *session);
