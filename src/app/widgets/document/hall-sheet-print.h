/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing a sheet as it is: the pages of its PDF, in their own size, on A4.
 */
#pragma once

#include <gtk/gtk.h>

/* @message: (nullable): what went wrong; NULL if nothing did. */
typedef void (*HallSheetPrintFunc) (const char *message, gpointer user_data);

/**
 * hall_sheet_print:
 * @name: of the job, as it is seen in the queue
 * @pdf: made by the hall or by this program
 * @done: called when the printer has the job, or has refused it
 * @object: passed to @done, and kept until then
 *
 * Opens the system's print dialog.
 */
void hall_sheet_print (
    GtkWindow *parent, const char *name, GBytes *pdf, HallSheetPrintFunc done, GObject *object);
