/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enters the certificate, or the courier's number, of one order, or of many from a table. What
 * cannot be read and what the hall refuses is named line by line.
 *
 * Signal "done" (): something was entered.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-batch-run.h"

#define HALL_TYPE_BATCH_DIALOG (hall_batch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HallBatchDialog, hall_batch_dialog, HALL, BATCH_DIALOG, GtkDialog)

/* @items: (element-type HallBatchItem): a reference is kept; @order: (nullable): for that one */
GtkWidget *hall_batch_dialog_new (HallSession *session,
                                  HallBatchKind kind,
                                  GPtrArray *items,
                                  const char *order);

/* As if the file had been chosen. */
void hall_batch_dialog_take (HallBatchDialog *self, GBytes *bytes);
