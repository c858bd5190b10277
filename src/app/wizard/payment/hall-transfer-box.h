/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paying by a transfer from the organisation's corporate account: where to, how much, with what
 * remark; and the bank's receipt.
 */
#pragma once

#include "hall-draft.h"
#include "hall-frame.h"

#define HALL_TYPE_TRANSFER_BOX (hall_transfer_box_get_type ())
G_DECLARE_FINAL_TYPE (HallTransferBox, hall_transfer_box, HALL, TRANSFER_BOX, GtkBox)

GtkWidget *hall_transfer_box_new (HallFrame *frame, HallDraft *draft);

/* TRUE if nothing keeps one from going on; if not, it is said where. */
gboolean hall_transfer_box_check (HallTransferBox *self);
