/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A square code to be scanned with a phone: with which app, what for, for how much, how long it
 * lives. Always dark on white, with its quiet zone.
 *
 * Signals, both without parameters:
 *  - "renew": another code is wanted
 *  - "open": the code's page is wanted on this computer
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_QR_VIEW (hall_qr_view_get_type ())
G_DECLARE_FINAL_TYPE (HallQrView, hall_qr_view, HALL, QR_VIEW, GtkBox)

GtkWidget *hall_qr_view_new (void);

/**
 * hall_qr_view_set_words:
 * @app: with what to scan: "Scan with WeChat"
 * @purpose: what happens then, in one sentence
 */
void hall_qr_view_set_words (HallQrView *self, const char *app, const char *purpose);

/* @amount_fen: negative: no amount is shown */
void hall_qr_view_set_amount (HallQrView *self, gint64 amount_fen);

/* (nullable): NULL shows that the code is being fetched. */
void hall_qr_view_set_text (HallQrView *self, const char *text);

/**
 * hall_qr_view_set_time_left:
 * @left_s: 0: it has expired
 * @whole_s: how long it lives in all
 *
 * Counts by itself from now on; when no time is left the code is covered.
 */
void hall_qr_view_set_time_left (HallQrView *self, guint left_s, guint whole_s);

/* It has served: the code is covered by a mark and @word. */
void hall_qr_view_set_done (HallQrView *self, const char *word);

/* Whether the button that opens it on this computer is there: on the practice hall. */
void hall_qr_view_set_can_open (HallQrView *self, gboolean can_open);

/* A renewal runs: its button shows it. */
void hall_qr_view_set_renewing (HallQrView *self, gboolean renewing);
