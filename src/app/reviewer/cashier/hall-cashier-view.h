/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cashier's work: transfers to verify, lines of bank statements that are left, refunds. A row of
 * the table of views.
 */
#pragma once

#include "hall-reviewer-views.h"

#define HALL_TYPE_CASHIER_VIEW (hall_cashier_view_get_type ())
G_DECLARE_FINAL_TYPE (HallCashierView, hall_cashier_view, HALL, CASHIER_VIEW, GtkBox)

GtkWidget *hall_cashier_view_new (HallFrame *frame);

/* What HallReviewerView asks of a view. */
void hall_cashier_view_enter (GtkWidget *view);
void hall_cashier_view_leave (GtkWidget *view);
gboolean hall_cashier_view_take_key (GtkWidget *view, const GdkEventKey *event);
extern const HallViewKey hall_cashier_view_keys[];

/* The same without a frame around it. */
GtkWidget *hall_cashier_view_new_for_session (HallSession *session);
