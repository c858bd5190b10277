/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hall's statistics, as the administrator sees them.
 */
#pragma once

#include "hall-admin-page.h"
#include "hall-statistics-view.h"

#define HALL_TYPE_STATISTICS_PAGE (hall_statistics_page_get_type ())
G_DECLARE_FINAL_TYPE (
    HallStatisticsPage, hall_statistics_page, HALL, STATISTICS_PAGE, HallAdminPage)

GtkWidget *hall_statistics_page_new (HallSession *session);

/* (transfer none) */
HallStatisticsView *hall_statistics_page_get_view (HallStatisticsPage *self);
