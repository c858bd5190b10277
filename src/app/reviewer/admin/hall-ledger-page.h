/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was done to the hall itself, newest first.
 */
#pragma once

#include "hall-admin-page.h"

#define HALL_TYPE_LEDGER_PAGE (hall_ledger_page_get_type ())
G_DECLARE_FINAL_TYPE (HallLedgerPage, hall_ledger_page, HALL, LEDGER_PAGE, HallAdminPage)

GtkWidget *hall_ledger_page_new (HallSession *session);
