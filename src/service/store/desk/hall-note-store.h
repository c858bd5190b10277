/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal notes on an order: written by staff, read by staff, sealed at rest.
 */
#pragma once

#include "hall-db.h"
#include "hall-vault.h"

typedef struct
{
  char *staff;
  char *text;
  gint64 at_s;
} HallNote;

void hall_note_free (HallNote *self);

gboolean hall_note_add (
    HallDb *db, const HallVault *vault, const char *order, const HallNote *note, GError **error);

/* Oldest first. Returns: (element-type HallNote) */
GPtrArray *hall_note_list (HallDb *db, const HallVault *vault, const char *order, GError **error);
