/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders made up by the thousand, for measuring and for showing a hall that is in use.
 */
#pragma once

#include "hall-application.h"
#include "hall-db.h"
#include "hall-vault.h"

typedef struct
{
  HallDb *db; /* writing */
  const HallVault *vault;
  const HallCatalog *catalog;
  const HallApplication *like; /* what every order is like but for names, codes and numbers */
  const char *blob;            /* the one scan that all of them share */
  gint64 now_s;
  gboolean has_staff; /* of a practice hall: who enters certificates is there */
} HallSeed;

/**
 * hall_seed_orders:
 *
 * Adds @n orders in all states, each with its documents and what became of it (half a year
 * of decisions, returns with reasons, transfers, certificates), in transactions of a thousand.
 * Their numbers are of days long past.
 */
gboolean hall_seed_orders (const HallSeed *seed, guint n, GError **error);
