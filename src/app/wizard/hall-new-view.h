/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 办理: where an application is begun, gone on with, and filed.
 *
 * Signal "show-order" (const char *number): the order is wanted, among the handler's orders.
 */
#pragma once

#include "hall-frame.h"

#define HALL_TYPE_NEW_VIEW (hall_new_view_get_type ())
G_DECLARE_FINAL_TYPE (HallNewView, hall_new_view, HALL, NEW_VIEW, GtkBox)

GtkWidget *hall_new_view_new (HallFrame *frame);

/* Goes on with an order where the handler has something to do. */
void hall_new_view_open_order (HallNewView *self, const char *number);

/* It has come into view: somebody is signed in. */
void hall_new_view_enter (HallNewView *self);

/* FALSE if there is nothing to go back to: the page before, in the wizard. */
gboolean hall_new_view_go_back (HallNewView *self);

/* FALSE if no code is wanted; from the practice phone. */
gboolean hall_new_view_fill_code (HallNewView *self, const char *code);
