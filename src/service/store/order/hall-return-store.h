/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why orders were returned, round by round, and what the handlers were told.
 */
#pragma once

#include "hall-reason.h"
#include "hall-vault.h"
#include "hall-db.h"

/* A return with a keyed hash of what stood at its place when it was returned. */
typedef struct
{
  HallReturn *item;
  char *before_key;
  const char *returned_by; /* borrowed; to add only, lists leave it out */
  gint64 returned_s;
} HallStoredReturn;

void hall_stored_return_free (HallStoredReturn *self);

gboolean hall_return_store_add (HallDb *db,
                                const HallVault *vault,
                                const char *order,
                                gint64 round,
                                guint position,
                                const HallStoredReturn *stored,
                                GError **error);

/* Returns: (element-type HallStoredReturn): of one round, in their order */
GPtrArray *hall_return_store_list (
    HallDb *db, const HallVault *vault, const char *order, gint64 round, GError **error);

/* @returned_s: (out): when the order was returned last; 0: never */
gboolean
hall_return_store_get_time (HallDb *db, const char *order, gint64 *returned_s, GError **error);

gboolean hall_letter_store_add (HallDb *db,
                                const HallVault *vault,
                                const char *order,
                                gint64 round,
                                const char *text,
                                GError **error);

/* Returns: (transfer full); NULL without @error if nothing is kept of that round */
char *hall_letter_store_get (
    HallDb *db, const HallVault *vault, const char *order, gint64 round, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStoredReturn, hall_stored_return_free)
