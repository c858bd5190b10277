/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has an order on the desk: a lease that lapses unless it is renewed.
 */
#pragma once

#include "hall-db.h"

/* How long a claim holds after it was renewed. */
#define HALL_CLAIM_IDLE_S 600

typedef struct
{
  char *staff;
  gint64 since_s;
  gint64 expires_s;
} HallClaim;

void hall_claim_free (HallClaim *self);

/* NULL without @error if nobody has it. */
HallClaim *hall_claim_get (HallDb *db, const char *order, gint64 now_s, GError **error);

/**
 * hall_claim_take:
 * @error: %HALL_ERROR_CLAIMED, naming who, if somebody else has it
 *
 * Takes the order, or renews the claim that @staff has already.
 */
gboolean
hall_claim_take (HallDb *db, const char *order, const char *staff, gint64 now_s, GError **error);

/* Nobody has it any more. */
gboolean hall_claim_release (HallDb *db, const char *order, GError **error);

/* What is on somebody's desk. */
typedef struct
{
  char *order;
  char *organisation;
  char *staff;
  gint64 since_s;
  gint64 expires_s;
} HallClaimedOrder;

void hall_claimed_order_free (HallClaimedOrder *self);

/* Returns: (transfer full) (element-type HallClaimedOrder): who has what now, the oldest first */
GPtrArray *hall_claim_list (HallDb *db, gint64 now_s, GError **error);

/* Forgets claims that have lapsed. Returns: how many; -1 with @error */
gint64 hall_claim_forget_lapsed (HallDb *db, gint64 now_s, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallClaim, hall_claim_free)
