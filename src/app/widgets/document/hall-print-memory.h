/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The printer, the page setup and the choices made in the print dialog, kept between two runs of
 * the program in a file of the user's configuration folder.
 */
#pragma once

#include <gtk/gtk.h>

/* Gives @operation what was chosen last; A4 in its own size if nothing was. What belongs to one
 * job alone, such as copies and pages, and scaling are never kept. */
void hall_print_memory_recall (GtkPrintOperation *operation);

/* Keeps what was chosen for @operation. Where nothing can be written, nothing is kept. */
void hall_print_memory_keep (GtkPrintOperation *operation);
