/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 提交结果: what has become of the application and what comes next; after a return what is to be
 * mended, and the way to hand it in again; the code of the bank proof where one is asked for.
 */
#pragma once

#include "hall-frame.h"
#include "hall-wizard-page.h"

#define HALL_TYPE_RESULT_PAGE (hall_result_page_get_type ())
G_DECLARE_FINAL_TYPE (HallResultPage, hall_result_page, HALL, RESULT_PAGE, GtkBox)

GtkWidget *hall_result_page_new (HallFrame *frame, HallDraft *draft);

/* From the practice phone. FALSE: nobody asks for a code. */
gboolean hall_result_page_fill_code (HallResultPage *self, const char *code);
