/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being looked at, large: its name, what the hall found in it, its pages. What has been
 * fetched is kept while the order is open, so that going back and forth is instant.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-desk-ahead.h"
#include "hall-evidence.h"
#include "hall-return-basket.h"
#include "hall-page-view.h"

#define HALL_TYPE_EVIDENCE_PANE (hall_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (HallEvidencePane, hall_evidence_pane, HALL, EVIDENCE_PANE, GtkBox)

GtkWidget *hall_evidence_pane_new (HallSession *session);

/**
 * hall_evidence_pane_show:
 * @order: what it belongs to; its findings are shown
 * @evidence: copied
 */
void hall_evidence_pane_show (HallEvidencePane *self,
                              const HallOrder *order,
                              const HallEvidence *evidence);

/* What is drawn on documents that are returned. @basket: (nullable) */
void hall_evidence_pane_set_basket (HallEvidencePane *self, HallReturnBasket *basket);

/* Nothing in view, nothing kept: another order comes. */
void hall_evidence_pane_clear (HallEvidencePane *self);

/* (nullable): what is in view. */
const HallEvidence *hall_evidence_pane_get_shown (HallEvidencePane *self);

/* Where its pages are. */
HallPageView *hall_evidence_pane_get_view (HallEvidencePane *self);

/* Where documents may be found that were fetched before they were wanted. */
void hall_evidence_pane_set_ahead (HallEvidencePane *self, HallDeskAhead *ahead);

/* Lays the printed form over its scan, takes the scan away, or the form. */
void hall_evidence_pane_compare (HallEvidencePane *self);

/* @field: (nullable): shown where it stands on what is in view, as far as that is known */
void hall_evidence_pane_point (HallEvidencePane *self, const char *field);

/* A box is drawn where that field stands; it is found there from now on. */
void hall_evidence_pane_draw_region (HallEvidencePane *self);
