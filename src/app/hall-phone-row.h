/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One message on the practice phone: from whom, when, what, and its code to be copied or filled
 * in. For hall-phone-drawer.c.
 *
 * Signal "fill-code" (const char *code): it is wanted in the entry that asks for one.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-practice-phone.h"

#define HALL_TYPE_PHONE_ROW (hall_phone_row_get_type ())
G_DECLARE_FINAL_TYPE (HallPhoneRow, hall_phone_row, HALL, PHONE_ROW, GtkListBoxRow)

GtkWidget *hall_phone_row_new (HallPhoneMessage *message);
