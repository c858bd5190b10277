/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the doctor made, and what it did for it.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "hall-lang.h"
#include "hall-media-type.h"

/* What was done: HALL_FIT_DID_STRAIGHTENED is bit 1 << HALL_FIT_STEP_STRAIGHTENED. */
#define FIT_STEP(id, ...) HALL_FIT_STEP_##id,
typedef enum
{
#include "hall-fit-step-list.h"
  HALL_N_FIT_STEPS
} HallFitStep;
#undef FIT_STEP

typedef struct
{
  GBytes *bytes;            /* owned: the document */
  HallMediaType media_type; /* JPEG or PDF */
  guint pages;
  guint width, height; /* of the first page's picture, in pixels */
  guint dpi;           /* the coarsest page's, on the paper it is shown on */
  guint quality;       /* of JPEG, 1 to 100, the lowest used; 0: the data is as it came */
  guint steps;         /* bits, by HallFitStep */
} HallFitDocument;

HallFitDocument *hall_fit_document_new (void);
void hall_fit_document_free (HallFitDocument *self);

gboolean hall_fit_document_has_step (const HallFitDocument *self, HallFitStep step);

/* "straightened", stable; "Straightened" in either language. */
const char *hall_fit_step_get_name (HallFitStep step);
const char *hall_fit_step_get_label (HallFitStep step, HallLang lang);

/* One line, such as "JPEG, 1 page, 1.9 MiB, 212 dpi, quality 85: straightened, Exif removed".
 * Returns: (transfer full) */
char *hall_fit_document_describe (const HallFitDocument *self, HallLang lang);

/* The facts without the bytes: what certhallctl fit --json prints. Returns: (transfer full) */
JsonNode *hall_fit_document_to_json (const HallFitDocument *self);

/* For the way between two processes: a line of JSON, then the document. */
GBytes *hall_fit_document_write (const HallFitDocument *self);
HallFitDocument *hall_fit_document_read (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallFitDocument, hall_fit_document_free)
