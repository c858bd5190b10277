/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 金融认证: after a bank proof that failed, the organisation's account is filled in again and
 * handed in, and nothing else of the order.
 *
 * Signal "done" (): it has been handed in, or given up; back to the order.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_ACCOUNT_PAGE (hall_account_page_get_type ())
G_DECLARE_FINAL_TYPE (HallAccountPage, hall_account_page, HALL, ACCOUNT_PAGE, GtkBox)

/* Loads the order; what was typed into it before and not handed in is there again. */
GtkWidget *hall_account_page_new (HallSession *session, const char *number);
