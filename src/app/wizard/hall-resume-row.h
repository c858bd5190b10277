/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One application that can be gone on with. For hall-resume-page.c.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order-item.h"

#define HALL_TYPE_RESUME_ROW (hall_resume_row_get_type ())
G_DECLARE_FINAL_TYPE (HallResumeRow, hall_resume_row, HALL, RESUME_ROW, GtkListBoxRow)

/* Follows @item. */
GtkWidget *hall_resume_row_new (HallOrderItem *item);

HallOrderItem *hall_resume_row_get_item (HallResumeRow *self);
