/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place of a page where sentences about the whole page appear. It takes its room from the
 * start, so that nothing moves when it speaks.
 *
 * Signal "answered": its button was pressed.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-issue.h"

#define HALL_TYPE_NOTICE (hall_notice_get_type ())
G_DECLARE_FINAL_TYPE (HallNotice, hall_notice, HALL, NOTICE, GtkBox)

GtkWidget *hall_notice_new (void);

/**
 * hall_notice_show:
 * @verdict: how grave it is; colour and icon follow
 * @button: (nullable): what can be done about it: "Try again"
 */
void hall_notice_show (HallNotice *self, HallVerdict verdict, const char *text, const char *button);

/**
 * hall_notice_show_error:
 *
 * The sentence of @error. Cancellation is what the person wanted: it is not mentioned.
 */
void hall_notice_show_error (HallNotice *self, const GError *error);

void hall_notice_clear (HallNotice *self);

/* "" while it says nothing. */
const char *hall_notice_get_text (HallNotice *self);
