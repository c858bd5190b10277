/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 上传资料: the documents of the order, each on its card. What is due at payment is not here.
 */
#pragma once

#include "hall-frame.h"
#include "hall-wizard-page.h"

#define HALL_TYPE_DOCUMENTS_PAGE (hall_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (HallDocumentsPage, hall_documents_page, HALL, DOCUMENTS_PAGE, GtkBox)

GtkWidget *hall_documents_page_new (HallFrame *frame, HallDraft *draft);
