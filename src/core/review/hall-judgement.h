/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reviewer says of one field, one document or the handler's verification: accepted, or
 * returned for reasons. The decision about an order follows from all of them.
 */
#pragma once

#include "hall-application.h"
#include "hall-content.h"
#include "hall-reason.h"

typedef struct
{
  char *place;
  GPtrArray *returns; /* (element-type HallReturn): of this place; empty: accepted */
} HallJudgement;

HallJudgement *hall_judgement_new (const char *place);
void hall_judgement_free (HallJudgement *self);
gboolean hall_judgement_is_accepted (const HallJudgement *self);

/* An empty list of judgements. */
GPtrArray *hall_judgements_new (void);

/* (nullable) */
const HallJudgement *hall_judgements_find (GPtrArray *self, const char *place);

/* Returns: (transfer full) (element-type HallReturn): copies of all reasons, in their order */
GPtrArray *hall_judgements_list_returns (GPtrArray *self);

/**
 * hall_judgements_list_places:
 * @find: tells the documents that are there
 *
 * What has to be judged before an order can be approved: every field with a value, every document
 * but the voucher (that is the cashier's), the handler's verification.
 *
 * Returns: (transfer container) (element-type utf8): borrowed from @catalog
 */
GPtrArray *hall_judgements_list_places (const HallCatalog *catalog,
                                        const HallCertificateType *type,
                                        const HallApplication *application,
                                        HallContentFind find,
                                        gpointer data);

/* How many of @places (element-type utf8) have no judgement. */
guint hall_judgements_count_open (GPtrArray *self, GPtrArray *places);

/**
 * hall_judgements_decide:
 *
 * Returns: %HALL_EVENT_REVIEW_REJECTED once anything is returned, %HALL_EVENT_REVIEW_PASSED when
 *   all of @places are accepted, %HALL_N_EVENTS before that
 */
HallEvent hall_judgements_decide (GPtrArray *self, GPtrArray *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallJudgement, hall_judgement_free)
