/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was filled in, section by section, to be read. Personal values are masked until they are
 * asked for: others may look over the shoulder.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-application.h"

#define HALL_TYPE_ORDER_DATA (hall_order_data_get_type ())
G_DECLARE_FINAL_TYPE (HallOrderData, hall_order_data, HALL, ORDER_DATA, GtkBox)

GtkWidget *hall_order_data_new (void);

/* @application is copied. What is unfolded stays so. */
void hall_order_data_show (HallOrderData *self,
                           const HallApplication *application,
                           HallCatalog *catalog);

/* All sections. */
void hall_order_data_unfold (HallOrderData *self);
