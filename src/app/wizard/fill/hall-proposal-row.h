/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A proposal to be taken or left: the field, what is filled in, what was read, a tick.
 *
 * Signal "changed" (): the tick was set or taken away
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-proposal.h"

#define HALL_TYPE_PROPOSAL_ROW (hall_proposal_row_get_type ())
G_DECLARE_FINAL_TYPE (HallProposalRow, hall_proposal_row, HALL, PROPOSAL_ROW, GtkListBoxRow)

/* @proposal: outlives the row, which keeps its @wanted
 * @kind: of the field: how its values are written */
GtkWidget *hall_proposal_row_new (HallProposal *proposal, const HallKind *kind);
