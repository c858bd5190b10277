/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is going to be returned, each with a button that takes it back. In view only while
 * there is something.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-return-basket.h"

#define HALL_TYPE_RETURN_LIST (hall_return_list_get_type ())
G_DECLARE_FINAL_TYPE (HallReturnList, hall_return_list, HALL, RETURN_LIST, GtkBox)

GtkWidget *hall_return_list_new (void);

/* Both (nullable): the catalogue names the places. */
void
hall_return_list_set_basket (HallReturnList *self, HallReturnBasket *basket, HallCatalog *catalog);
