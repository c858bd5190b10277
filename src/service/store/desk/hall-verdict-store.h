/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reviewer has said of each field and document of an order so far.
 */
#pragma once

#include "hall-judgement.h"
#include "hall-vault.h"
#include "hall-db.h"

/* A judgement with a keyed hash of what it is about. */
typedef struct
{
  HallJudgement *judgement;
  char *judged_key;
} HallStoredJudgement;

HallStoredJudgement *hall_stored_judgement_new (HallJudgement *judgement, const char *judged_key);
void hall_stored_judgement_free (HallStoredJudgement *self);

/* Returns: (element-type HallStoredJudgement): in the order in which they were given */
GPtrArray *
hall_verdict_store_list (HallDb *db, const HallVault *vault, const char *order, GError **error);

/* Who judges, and when. */
typedef struct
{
  const char *staff;
  gint64 at_s;
} HallJudged;

/* Takes the place of all that was said before. @judgements: (element-type HallStoredJudgement) */
gboolean hall_verdict_store_replace (HallDb *db,
                                     const HallVault *vault,
                                     const char *order,
                                     GPtrArray *judgements,
                                     const HallJudged *judged,
                                     GError **error);

/* Forgets what was returned; what was accepted stays so until it changes. */
gboolean hall_verdict_store_forget_returned (HallDb *db, const char *order, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStoredJudgement, hall_stored_judgement_free)
