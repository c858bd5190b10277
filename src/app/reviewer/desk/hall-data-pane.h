/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of an order with their verdicts: what there is to look at, the fields section by
 * section, what happened so far. Rows stay when the order changes, and with them the place one
 * has scrolled to.
 *
 * Signals:
 *  - "row-chosen" (const char *place): a document, a picture, or a field with what proves it
 *  - "return-wanted" (const char *place, GtkWidget *beside)
 *  - "accept-wanted" (const char *place)
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-client-second-look.h"
#include "hall-evidence.h"
#include "hall-return-basket.h"

#define HALL_TYPE_DATA_PANE (hall_data_pane_get_type ())
G_DECLARE_FINAL_TYPE (HallDataPane, hall_data_pane, HALL, DATA_PANE, GtkBox)

/* What there is to show; read, and not kept. */
typedef struct
{
  const HallOrder *order;
  HallCatalog *catalog;
  GPtrArray *evidence; /* (element-type HallEvidence) */
  HallReturnBasket *basket;
  const HallSecondLook *look; /* (nullable): marks what changed */
  GPtrArray *places;          /* (nullable) (element-type utf8): what has to be judged */
} HallDataView;

GtkWidget *hall_data_pane_new (void);

void hall_data_pane_show (HallDataPane *self, const HallDataView *view);

/* Moves the focus to the row of a field, a slot or another place, and shows what proves it; FALSE
 * if there is no such row. */
gboolean hall_data_pane_go_to (HallDataPane *self, const char *id);

/* Above the documents, and below the fields. */
GtkBox *hall_data_pane_get_head (HallDataPane *self);
GtkBox *hall_data_pane_get_foot (HallDataPane *self);

/* Only what is going to be returned has changed. */
void hall_data_pane_show_returns (HallDataPane *self, const HallDataView *view);

/* As if a tick of the row that has the focus was pressed; FALSE if none has it. */
gboolean hall_data_pane_accept_focused (HallDataPane *self);
gboolean hall_data_pane_return_focused (HallDataPane *self);

/* Moves the focus to the next row below @place that is still open, or the first; FALSE if none is.
 */
gboolean hall_data_pane_focus_open (HallDataPane *self, const char *place);

/* Moves the focus to the first row that is still open, or to the documents. */
void hall_data_pane_take_focus (HallDataPane *self);

/* @evidence: (nullable): what is looked at is marked */
void hall_data_pane_mark_shown (HallDataPane *self, const HallEvidence *evidence);
