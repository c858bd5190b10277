/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked at on the desk: which document or picture of the order, and where on it. Rows of
 * the data and lines of the checks lead here.
 */
#pragma once

#include "hall-data-pane.h"
#include "hall-evidence-pane.h"

#define HALL_TYPE_DESK_LOOK (hall_desk_look_get_type ())
G_DECLARE_FINAL_TYPE (HallDeskLook, hall_desk_look, HALL, DESK_LOOK, GObject)

/* Neither is owned; both live longer. */
HallDeskLook *hall_desk_look_new (HallDataPane *data, HallEvidencePane *pane);

/* @order: (nullable): not owned, until the next call; @catalog: (nullable): of it */
void hall_desk_look_set_order (HallDeskLook *self, const HallOrder *order, HallCatalog *catalog);

/* (nullable) (element-type HallEvidence): what there is to look at */
GPtrArray *hall_desk_look_get_list (HallDeskLook *self);

/* The same as before as far as it is still there; else what is looked at first. */
void hall_desk_look_show (HallDeskLook *self);

/* Counted from 0. FALSE if there is none of that number. */
gboolean hall_desk_look_show_number (HallDeskLook *self, guint index);

/* @place: a slot, a picture, the authentication, or a field: what proves it, where it stands. FALSE
 * if nothing does. */
gboolean hall_desk_look_show_row (HallDeskLook *self, const char *place);

/* @where: a row; @place: somewhere on what it leads to, if its page is not 0 */
void hall_desk_look_show_place (HallDeskLook *self, const char *where, const HallPlace *place);
