/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The orders of a producer as a table, in which several can be chosen.
 *
 * Signal "chosen-changed" (): others are chosen.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-wire-production.h"

#define HALL_TYPE_BATCH_TABLE (hall_batch_table_get_type ())
G_DECLARE_FINAL_TYPE (HallBatchTable, hall_batch_table, HALL, BATCH_TABLE, GtkTreeView)

GtkWidget *hall_batch_table_new (void);

/* @items: (element-type HallBatchItem): a reference is kept. What was chosen stays chosen. */
void hall_batch_table_set_items (HallBatchTable *self, GPtrArray *items);

/* In the order they are seen in. Returns: (transfer container) (element-type HallBatchItem) */
GPtrArray *hall_batch_table_get_chosen (HallBatchTable *self);

/* Chooses that order and no other. */
void hall_batch_table_choose (HallBatchTable *self, const char *order);
