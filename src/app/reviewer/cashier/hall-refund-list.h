/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The orders whose money is to be paid back.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_REFUND_LIST (hall_refund_list_get_type ())
G_DECLARE_FINAL_TYPE (HallRefundList, hall_refund_list, HALL, REFUND_LIST, GtkBox)

GtkWidget *hall_refund_list_new (HallSession *session);

/* From the start. */
void hall_refund_list_load (HallRefundList *self);

/* Nobody is signed in any more. */
void hall_refund_list_forget (HallRefundList *self);
