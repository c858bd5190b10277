/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where on the document in view a field is to be looked for: where the reviewer last pointed on one
 * of its kind; on the scan of a form where the value was printed; else nowhere in particular.
 */
#pragma once

#include "hall-evidence.h"
#include "hall-page-view.h"
#include "hall-return-basket.h"

#define HALL_TYPE_REGION_GUIDE (hall_region_guide_get_type ())
G_DECLARE_FINAL_TYPE (HallRegionGuide, hall_region_guide, HALL, REGION_GUIDE, GObject)

/* @view: not owned, lives longer */
HallRegionGuide *hall_region_guide_new (HallSession *session, HallPageView *view);

/* @evidence: what is in view from now on, or on its way; @order, @catalog: read, not kept */
void hall_region_guide_set_document (HallRegionGuide *self,
                                     const HallEvidence *evidence,
                                     const HallOrder *order,
                                     const HallCatalog *catalog);

/* The file of that document. */
void hall_region_guide_take_bytes (HallRegionGuide *self, GBytes *bytes);

/* Nothing is open. */
void hall_region_guide_clear (HallRegionGuide *self);

/* @field: (nullable): shown where it stands, now or when that has been found out; NULL: the whole
 * document */
void hall_region_guide_point (HallRegionGuide *self, const char *field);

/* (nullable): the field that is being looked for */
const char *hall_region_guide_get_field (HallRegionGuide *self);

/* Somebody points at @place for that field: so it will be found there from now on. */
void hall_region_guide_keep (HallRegionGuide *self, const HallPlace *place);
