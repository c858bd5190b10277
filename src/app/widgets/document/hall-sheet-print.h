/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing a sheet as it is: the pages of its PDF, in their own size, on A4.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-check.h"

/* @message: (nullable): NULL if there is nothing to say; else, with %HALL_WRONG what went wrong,
 * with %HALL_DOUBTFUL what should be looked at on the paper */
typedef void (*HallSheetPrintFunc) (HallVerdict verdict, const char *message, gpointer user_data);

/**
 * hall_sheet_print:
 * @name: of the job, as it is seen in the queue
 * @pdf: made by the hall or by this program
 * @done: called when the printer has the job, or has refused it
 * @object: passed to @done, and kept until then
 *
 * Opens the system's print dialog with what was chosen last.
 */
void hall_sheet_print (
    GtkWindow *parent, const char *name, GBytes *pdf, HallSheetPrintFunc done, GObject *object);

/**
 * hall_sheet_print_new:
 *
 * The same, not yet run: to be given another action, or to be looked at.
 *
 * Returns: (transfer full) (nullable): NULL, after @done was called, if @pdf cannot be read
 */
GtkPrintOperation *
hall_sheet_print_new (const char *name, GBytes *pdf, HallSheetPrintFunc done, GObject *object);

/* Whether a printer that leaves so much white at the edges cuts the marks at the page's corners. */
gboolean
hall_sheet_print_cuts_marks (double top_mm, double bottom_mm, double left_mm, double right_mm);
