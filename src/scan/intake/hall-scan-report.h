/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was found in an uploaded file: what it is, what is wrong with it, which form it
 * shows. Plain data; not changed once made, so threads may share it by passing it on.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-application.h"
#include "hall-form-code.h"
#include "hall-media-type.h"
#include "hall-order.h"
#include "hall-seal.h"

typedef struct
{
  char *file_name; /* (nullable) */
  char *slot;      /* "" if the file was looked at on its own */
  HallMediaType media_type;
  gsize bytes;
  char *sha256; /* hexadecimal, of the file */
  guint pages;  /* 1 for a picture; 0 if the file could not be opened */
  guint width;  /* of the first page in whole mm, or of the picture in pixels; 0 if unknown */
  guint height;
  double sharpness;    /* of the least sharp page: see hall-sharpness.h; 0 if there is no print */
  GPtrArray *findings; /* (element-type HallFinding): where = slot */
  HallFormCode *form_code; /* (nullable): the first one found */
  GPtrArray *seals;        /* (element-type HallSeal) */
} HallScanReport;

HallScanReport *hall_scan_report_new (const char *file_name, const char *slot);
void hall_scan_report_free (HallScanReport *self);

/* Adds a finding about the file as a whole; @arg1 and @arg2 stand for %1 and %2, or NULL. */
void
hall_scan_report_add (HallScanReport *self, HallIssueCode code, const char *arg1, const char *arg2);
void
hall_scan_report_add_numbers (HallScanReport *self, HallIssueCode code, gint64 arg1, gint64 arg2);

/* Nothing in it is an error; warnings remain for the reviewer to see. */
gboolean hall_scan_report_is_accepted (const HallScanReport *self);

/**
 * hall_scan_report_get_sight:
 * @sight: (out): what a reviewer is told of a file in order; of several seals the widest that is
 *   all there
 */
void hall_scan_report_get_sight (const HallScanReport *self, HallSight *sight);

/**
 * hall_scan_report_to_json:
 * @lang: of the findings' sentences
 *
 * {"file", "slot", "media_type", "bytes", "sha256", "pages", "width", "height", "unit",
 * "accepted", "findings": [{"code", "severity", "detail"}], "form_code": {"sheet", "order",
 * "revision", "hash"} or null, "seals": [{"colour", "center_mm": [x, y], "diameter_mm",
 * "roundness", "complete", "region"}], "sharpness"}. "sharpness" is how fine the print of the
 * least sharp page is, in cycles to the mm with two decimals (hall-sharpness.h says what is
 * legible); null where there is no print. "media_type" and "unit" are null for a file of an
 * unknown kind. `certhallctl inspect` adds "licence": hall_licence_to_json(), or null if it is no
 * business licence or nothing was read.
 *
 * Returns: (transfer full)
 */
JsonNode *hall_scan_report_to_json (const HallScanReport *self, HallLang lang);

/* "form", "seal-sheet" */
const char *hall_sheet_get_name (HallSheet sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallScanReport, hall_scan_report_free)
