/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who a member of staff is and what they may do. GTK_RESPONSE_OK when it is to be done.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-client-admin.h"

#define HALL_TYPE_STAFF_DIALOG (hall_staff_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HallStaffDialog, hall_staff_dialog, HALL, STAFF_DIALOG, GtkDialog)

/* @person: (nullable): who is changed; NULL for a new one
 * @roles_open: FALSE for oneself: a colleague changes those */
GtkWidget *
hall_staff_dialog_new (GtkWindow *parent, const HallStaffPerson *person, gboolean roles_open);

/* Returns: (transfer full): as it stands in the dialog */
HallStaffPerson *hall_staff_dialog_get_person (HallStaffDialog *self);
