/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The administrator's work: statistics, staff, catalogues, calendar, orders on desks, records. A
 * row of the table of views.
 */
#pragma once

#include "hall-reviewer-views.h"

#define HALL_TYPE_ADMIN_VIEW (hall_admin_view_get_type ())
G_DECLARE_FINAL_TYPE (HallAdminView, hall_admin_view, HALL, ADMIN_VIEW, GtkBox)

GtkWidget *hall_admin_view_new (HallFrame *frame);

/* The same without a frame around it. */
GtkWidget *hall_admin_view_new_for_session (HallSession *session);

/* What HallReviewerView asks of a view. */
void hall_admin_view_enter (GtkWidget *view);
void hall_admin_view_leave (GtkWidget *view);
gboolean hall_admin_view_take_key (GtkWidget *view, const GdkEventKey *event);
extern const HallViewKey hall_admin_view_keys[];

/* "statistics", "staff", "catalogs", "calendar", "claims", "ledger" */
void hall_admin_view_go_to (HallAdminView *self, const char *page);
