/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hall's staff: who there is, what they may do, a password for once.
 */
#pragma once

#include "hall-admin-page.h"

#define HALL_TYPE_STAFF_PAGE (hall_staff_page_get_type ())
G_DECLARE_FINAL_TYPE (HallStaffPage, hall_staff_page, HALL, STAFF_PAGE, HallAdminPage)

GtkWidget *hall_staff_page_new (HallSession *session);
