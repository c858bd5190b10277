/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is inside a file: opened, counted, measured, its codes read. This is the part that
 * gives strangers' bytes to decoders; hall_look_run() has it done by another process.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "hall-application.h"
#include "hall-form-code.h"
#include "hall-look-options.h"
#include "hall-seal.h"
#include "hall-sheet-spot.h"

#define HALL_LOOK_MIN_PIXELS     600 /* of a picture's shorter side */
#define HALL_LOOK_MAX_MEGAPIXELS 50  /* an A4 page at 600 dpi has 35 */

typedef struct
{
  guint pages; /* 1 for a picture; 0 if the file could not be opened */
  guint width; /* of the first page in whole mm, or of the picture in pixels; 0 if unknown */
  guint height;
  GPtrArray *findings; /* (element-type HallFinding): where is "" */
  gboolean looked;     /* for codes, as far as there was a page to look at */
  GPtrArray *codes;    /* (element-type HallFormCode): each different one once */
  double sharpness;    /* of the least sharp page: see hall-sharpness.h; 0 if there is no print */
  gboolean strangers;  /* QR codes that are no form codes were seen */
  gboolean examined;   /* there was a page whose picture was looked at */
  GPtrArray *seals;    /* (element-type HallSeal) */
  GArray *spots;       /* (element-type HallSheetSpot): where printed pages lie, one for a page */
  guint64 sheet_pages; /* bit i: page i + 1 of the printed sheet is there; stays in the helper */
} HallLook;

HallLook *hall_look_new (void);
void hall_look_free (HallLook *self);

/**
 * hall_look_add:
 * @arg1, @arg2: what stands for %1 and %2; negative: nothing
 * @place: (nullable): where it was seen
 */
void hall_look_add (
    HallLook *self, HallIssueCode code, gint64 arg1, gint64 arg2, const HallPlace *place);

/**
 * hall_look_take:
 * @error: %G_IO_ERROR_CANCELLED only
 *
 * Looks in this process. Nothing limits what a hostile PDF costs here but the size of the
 * file. One thread of a process at a time: see hall-pdf.h.
 */
HallLook *hall_look_take (GBytes *bytes,
                          const HallLookOptions *options,
                          GCancellable *cancellable,
                          GError **error);

/* For the way between two processes. Returns: (transfer full) */
JsonNode *hall_look_to_json (const HallLook *self);

/* Strict: the process that wrote it may have been taken over by what it looked at. */
HallLook *hall_look_parse (const char *text, gssize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallLook, hall_look_free)
