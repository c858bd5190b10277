/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which orders are on whose desk; an administrator takes one off it.
 */
#pragma once

#include "hall-admin-page.h"

#define HALL_TYPE_CLAIMS_PAGE (hall_claims_page_get_type ())
G_DECLARE_FINAL_TYPE (HallClaimsPage, hall_claims_page, HALL, CLAIMS_PAGE, HallAdminPage)

GtkWidget *hall_claims_page_new (HallSession *session);
