/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages straight from a scanner: which one, from its glass or its feeder, how fine; and how far
 * it is. Only to be made where hall_scanner_is_available().
 *
 * Signal "scanned" (GPtrArray *pages): (element-type GBytes): at least one JPEG; the dialog closes
 * after it
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_SCAN_DIALOG (hall_scan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HallScanDialog, hall_scan_dialog, HALL, SCAN_DIALOG, GtkDialog)

/* @fine: 600 dpi are offered too: a seal is to be scanned */
GtkWidget *hall_scan_dialog_new (GtkWindow *parent, const char *label, gboolean fine);
