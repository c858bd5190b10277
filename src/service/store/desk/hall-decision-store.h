/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions of reviewers and cashiers that wait before they take effect.
 */
#pragma once

#include "hall-db.h"
#include "hall-state.h"
#include "hall-vault.h"

/* A decision that has been made and can still be undone. */
typedef struct
{
  char *order;
  HallEvent event;
  char *staff;
  char *shown_hash; /* of everything that lay before them */
  char *text;       /* (nullable): the reasons in the reviewer's words */
  char *body;       /* (nullable): JSON of the event's body, where verdicts do not stand for it */
  gint64 due_s;     /* when it takes effect */
} HallDecision;

void hall_decision_free (HallDecision *self);

/* NULL without @error: none waits. */
HallDecision *
hall_decision_store_get (HallDb *db, const HallVault *vault, const char *order, GError **error);

/* At most one for each order. */
gboolean hall_decision_store_add (HallDb *db,
                                  const HallVault *vault,
                                  const HallDecision *decision,
                                  gint64 made_s,
                                  GError **error);
gboolean hall_decision_store_remove (HallDb *db, const char *order, GError **error);

/* Returns: (transfer full): the order whose decision has waited longest and is due at @now_s; NULL
 * without @error if there is none */
char *hall_decision_store_next (HallDb *db, gint64 now_s, GError **error);

/* When the next one is due; G_MAXINT64 if none waits; -1 with @error. */
gint64 hall_decision_store_next_due (HallDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallDecision, hall_decision_free)
