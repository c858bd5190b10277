/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a document made for practice into its slot, for who has no scanner at hand.
 *
 * Signals:
 *  - "changed" (): begins or ends to make it; ask hall_practice_button_is_busy()
 *  - "problem" (const char *text): why there is none
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-draft.h"

#define HALL_TYPE_PRACTICE_BUTTON (hall_practice_button_get_type ())
G_DECLARE_FINAL_TYPE (HallPracticeButton, hall_practice_button, HALL, PRACTICE_BUTTON, GtkButton)

GtkWidget *hall_practice_button_new (HallDraft *draft, HallUpload *upload);

gboolean hall_practice_button_is_busy (HallPracticeButton *self);
