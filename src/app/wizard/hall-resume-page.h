/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The applications that were begun and not handed in yet, or were returned, and the way to a
 * new one.
 *
 * Signals:
 *  - "open" (const char *number): an application is to be gone on with
 *  - "begin" (): a new one is wanted
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-list.h"

#define HALL_TYPE_RESUME_PAGE (hall_resume_page_get_type ())
G_DECLARE_FINAL_TYPE (HallResumePage, hall_resume_page, HALL, RESUME_PAGE, GtkBox)

GtkWidget *hall_resume_page_new (void);

/* Whether the handler has something to fill in or to hand in. */
gboolean hall_resume_page_takes (const HallOrder *order);

/* Those of @list, as it is now. */
void hall_resume_page_show_orders (HallResumePage *self, HallOrderList *list);

guint hall_resume_page_get_n_orders (HallResumePage *self);

void hall_resume_page_focus (HallResumePage *self);
