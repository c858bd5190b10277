/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 缴费: for what and how much; by WeChat, Alipay, or a transfer from the corporate account.
 */
#pragma once

#include "hall-frame.h"
#include "hall-wizard-page.h"

#define HALL_TYPE_PAYMENT_PAGE (hall_payment_page_get_type ())
G_DECLARE_FINAL_TYPE (HallPaymentPage, hall_payment_page, HALL, PAYMENT_PAGE, GtkBox)

GtkWidget *hall_payment_page_new (HallFrame *frame, HallDraft *draft);
