/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page says of data that was confirmed: that it is settled, with the way to edit it
 * again. Seen only while an order is like that.
 *
 * Signals:
 *  - "reopened" (): the data can be edited again
 *  - "failed" (GError *error): it could not be opened
 */
#pragma once

#include "hall-draft.h"
#include "hall-frame.h"

#define HALL_TYPE_REOPEN_BOX (hall_reopen_box_get_type ())
G_DECLARE_FINAL_TYPE (HallReopenBox, hall_reopen_box, HALL, REOPEN_BOX, GtkBox)

GtkWidget *hall_reopen_box_new (HallFrame *frame, HallDraft *draft);
