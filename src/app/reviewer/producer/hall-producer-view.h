/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A producer's work: the orders to make and to send as a table, their certificates, courier numbers
 * and labels. A row of the table of views.
 */
#pragma once

#include "hall-reviewer-views.h"

#define HALL_TYPE_PRODUCER_VIEW (hall_producer_view_get_type ())
G_DECLARE_FINAL_TYPE (HallProducerView, hall_producer_view, HALL, PRODUCER_VIEW, GtkBox)

GtkWidget *hall_producer_view_new (HallFrame *frame);

/* The same without a frame around it. */
GtkWidget *hall_producer_view_new_for_session (HallSession *session);

/* What HallReviewerView asks of a view. */
void hall_producer_view_enter (GtkWidget *view);
void hall_producer_view_leave (GtkWidget *view);
void hall_producer_view_find (GtkWidget *view);
gboolean hall_producer_view_take_key (GtkWidget *view, const GdkEventKey *event);
extern const HallViewKey hall_producer_view_keys[];
