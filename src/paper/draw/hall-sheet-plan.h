/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where what stands on a printed sheet: recorded while the sheet is drawn, so that a scan of it
 * can be laid over it and looked at place by place. Plain data; belongs to one thread.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-paper.h"

typedef enum
{
  HALL_REGION_CODE,            /* the form code, without its quiet zone */
  HALL_REGION_MARK,            /* a printed mark by which a scan is laid straight */
  HALL_REGION_FIELD,           /* the cell of a value; named by the field's id */
  HALL_REGION_TEXT,            /* other print that must not be altered: the declaration */
  HALL_REGION_SIGNATURE,       /* somebody signs by hand; named "handler" or "subject" */
  HALL_REGION_SEAL,            /* the official seal of the application form */
  HALL_REGION_OFFICIAL_FRAME,  /* of the seal sheet; named "1", "2", "3" */
  HALL_REGION_PRIVATE_FRAME,   /* for a private seal */
  HALL_REGION_SIGNATURE_FRAME, /* for a signature that becomes an image */
  HALL_REGION_CONFIRM_FRAME,   /* for the official seal that confirms a private one */
  HALL_REGION_TICK,            /* a box to tick; named "private" or "signature" */
  HALL_N_REGIONS
} HallRegionKind;

typedef struct
{
  HallRegionKind kind;
  char *name;  /* owned; "" where there is but one */
  guint page;  /* from 1 */
  HallBox box; /* mm from the upper left corner of the page */
} HallRegion;

typedef struct
{
  guint n_pages;
  double width_mm, height_mm; /* of each page */
  GPtrArray *regions;         /* (element-type HallRegion): in the order they were drawn */
} HallSheetPlan;

/* An A4 sheet on which nothing stands yet. */
HallSheetPlan *hall_sheet_plan_new (void);
void hall_sheet_plan_free (HallSheetPlan *self);

/* @self: (nullable): nothing is recorded then; @name: (nullable) */
void hall_sheet_plan_add (
    HallSheetPlan *self, HallRegionKind kind, const char *name, guint page, const HallBox *box);

/* (transfer none) (nullable): the first such region; @name NULL: of whatever name */
const HallRegion *
hall_sheet_plan_find (const HallSheetPlan *self, HallRegionKind kind, const char *name);

/* "code", "mark", "field", … */
const char *hall_region_kind_get_name (HallRegionKind kind);

/* For the way between two processes. Returns: (transfer full) */
JsonNode *hall_sheet_plan_to_json (const HallSheetPlan *self);

/* Strict. @error: %HALL_ERROR_INVALID */
HallSheetPlan *hall_sheet_plan_parse (const char *text, gssize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSheetPlan, hall_sheet_plan_free)
