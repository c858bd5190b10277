/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be looked for in a file, and what it should show. It travels to the helper as
 * JSON; the printed sheet goes beside it (hall-printed-sheet.h).
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-catalog.h"
#include "hall-media-type.h"
#include "hall-printed-sheet.h"

typedef struct
{
  HallMediaType media_type;
  gboolean wants_code; /* look for form codes */
  guint max_pages;
  gboolean examines;             /* look at the pages' pictures too */
  gboolean is_for_slot;          /* @document says which; else any file */
  HallDocumentKind document;     /* what it should be */
  gboolean is_by_hand;           /* somebody printed, signed and stamped it */
  const HallPrintedSheet *sheet; /* (nullable): what it should be a scan of; not owned */
} HallLookOptions;

/* Whether the official seal must stand on it. */
gboolean hall_look_options_wants_seal (const HallLookOptions *self);

/* All but the sheet. Returns: (transfer full) */
char *hall_look_options_to_text (const HallLookOptions *self);

/* Strict. FALSE if it makes no sense. */
gboolean hall_look_options_parse (HallLookOptions *self, const char *text, gssize length);
