/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk: queue, data and evidence beside each other. Where there is too little room for all
 * three, the queue gives way to an order that is open. A row of the table of views.
 */
#pragma once

#include "hall-frame.h"
#include "hall-order-desk.h"

#define HALL_TYPE_REVIEW_VIEW (hall_review_view_get_type ())
G_DECLARE_FINAL_TYPE (HallReviewView, hall_review_view, HALL, REVIEW_VIEW, GtkBox)

GtkWidget *hall_review_view_new (HallFrame *frame);

/* What HallReviewerView asks of a view. */
void hall_review_view_enter (GtkWidget *view);
void hall_review_view_leave (GtkWidget *view);
void hall_review_view_go_back (GtkWidget *view);
void hall_review_view_find (GtkWidget *view);
void hall_review_view_take_focus (GtkWidget *view);
gboolean hall_review_view_take_key (GtkWidget *view, const GdkEventKey *event);

/* To the next order of the list one came from, or the one before; the first if none is open. */
void hall_review_view_walk (HallReviewView *self, gboolean backward);

/* (transfer none) */
HallOrderDesk *hall_review_view_get_desk (HallReviewView *self);
