/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value that was read for a field, beside the one that is filled in.
 */
#pragma once

#include "hall-draft.h"
#include "hall-licence.h"

typedef struct
{
  const HallField *field; /* of the draft's catalogue */
  char *now;              /* "" if nothing is filled in */
  char *read;             /* as the draft would keep it */
  guint per_cent;         /* how sure the reader is */
  gboolean wanted;        /* at first only where nothing is filled in */
} HallProposal;

void hall_proposal_free (HallProposal *self);

/**
 * hall_proposals_new:
 *
 * Returns: (transfer full) (element-type HallProposal): in the document's order, which is that of
 *   the page; without what is filled in just so and what cannot be changed now
 */
GPtrArray *hall_proposals_new (HallDraft *draft, const HallLicence *licence);
