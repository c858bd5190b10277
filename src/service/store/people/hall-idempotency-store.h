/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers kept under the client's Idempotency-Key, so that a retry never doubles.
 */
#pragma once

#include "hall-db.h"
#include "hall-vault.h"

#define HALL_IDEMPOTENCY_LIFE_S (24 * 3600)

typedef struct
{
  char *request_hash;
  guint status;
  char *etag;     /* (nullable) */
  char *location; /* (nullable) */
  char *body;
} HallKeptAnswer;

void hall_kept_answer_free (HallKeptAnswer *self);

/* NULL without @error if the key is new to this caller. */
HallKeptAnswer *hall_idempotency_find (
    HallDb *db, const HallVault *vault, const char *key, const char *caller, GError **error);
gboolean hall_idempotency_keep (HallDb *db,
                                const HallVault *vault,
                                const char *key,
                                const char *caller,
                                const HallKeptAnswer *answer,
                                gint64 now_s,
                                GError **error);
gboolean hall_idempotency_forget_old (HallDb *db, gint64 now_s, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallKeptAnswer, hall_kept_answer_free)
