/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One fact of an order as staff sees it: label, value, what the checks say of it, and a tick to
 * return it with. It is told everything.
 *
 * Signals:
 *  - "return-wanted" (): the tick was pressed; it shows what hall_data_row_set_returns() says
 *  - "accept-wanted" (): the other tick was pressed; it shows what hall_data_row_set_accepted()
 * says
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-issue.h"

#define HALL_TYPE_DATA_ROW (hall_data_row_get_type ())
G_DECLARE_FINAL_TYPE (HallDataRow, hall_data_row, HALL, DATA_ROW, GtkListBoxRow)

/* @id: whatever the owner knows the row by: a place, a piece of evidence */
GtkWidget *hall_data_row_new (const char *id, const char *label);

const char *hall_data_row_get_id (HallDataRow *self);

void hall_data_row_set_label (HallDataRow *self, const char *label);

/* As a heading: the label is what matters, the value stands small below it. */
void hall_data_row_set_heading (HallDataRow *self);

/* @text: (nullable): for reading; @copy: (nullable): what Ctrl+C takes */
void hall_data_row_set_value (HallDataRow *self, const char *text, const char *copy);
const char *hall_data_row_get_value (HallDataRow *self);

/* @sentence: (nullable) */
void hall_data_row_set_verdict (HallDataRow *self, HallVerdict verdict, const char *sentence);

/* The number key that chooses it; 0: none. */
void hall_data_row_set_key (HallDataRow *self, guint key);

/* It is what one looks at. */
void hall_data_row_set_shown (HallDataRow *self, gboolean shown);

/* Whether there is a tick. @name: what it is called by, unique on the page */
void hall_data_row_set_returnable (HallDataRow *self, gboolean returnable, const char *name);

/**
 * hall_data_row_set_returns:
 * @text: (nullable): why it is returned
 * @chosen: by oneself and just now, so that the tick is set
 */
void hall_data_row_set_returns (HallDataRow *self, const char *text, gboolean chosen);

/* Whether it can be accepted, and whether it is. @name: what the tick is called by */
void hall_data_row_set_accepted (HallDataRow *self,
                                 gboolean acceptable,
                                 gboolean accepted,
                                 const char *name);
gboolean hall_data_row_is_acceptable (HallDataRow *self);
gboolean hall_data_row_is_accepted (HallDataRow *self);

/* Acceptable, and neither accepted nor returned. */
gboolean hall_data_row_is_open (HallDataRow *self);

/* What a picker appears beside. */
GtkWidget *hall_data_row_get_tick (HallDataRow *self);
