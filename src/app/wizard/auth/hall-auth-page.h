/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 经办人认证: the handler is verified with the phone, or another way. The consent for face data
 * is asked, and recorded, on the phone: by the person whose face it is.
 */
#pragma once

#include "hall-frame.h"
#include "hall-wizard-page.h"

#define HALL_TYPE_AUTH_PAGE (hall_auth_page_get_type ())
G_DECLARE_FINAL_TYPE (HallAuthPage, hall_auth_page, HALL, AUTH_PAGE, GtkBox)

GtkWidget *hall_auth_page_new (HallFrame *frame, HallDraft *draft);
