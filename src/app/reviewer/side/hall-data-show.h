/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the rows of the data: documents, fields, and what was said of them. For
 * hall-data-pane.c, which makes the rows. @view is a HallDataView; a row is known by its place.
 */
#pragma once

#include "hall-data-pane.h"
#include "hall-data-row.h"

void hall_data_show_evidence (HallDataRow *row, gpointer view);
void hall_data_show_field (HallDataRow *row, gpointer view);

/* What is accepted, what is returned, and the ticks for both. */
void hall_data_show_return (HallDataRow *row, gpointer view);

/* Whether some event that is offered can name the place, and some reason fits it. */
gboolean hall_data_show_is_returnable (const HallDataView *view, const char *place);
