/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What document is wanted from the doctor.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "hall-catalog.h"
#include "hall-fit-recipe.h"

/* Fewer pixels to the inch of an A4 page cannot be read; the electronic seal needs more. */
#define HALL_FIT_MIN_DPI      150
#define HALL_FIT_SEAL_MIN_DPI 300

/* An identity card. Source: ISO/IEC 7810, ID-1. */
#define HALL_FIT_CARD_WIDTH_MM  85.6
#define HALL_FIT_CARD_HEIGHT_MM 54.0

#define HALL_FIT_MAX_INPUTS 32

typedef enum
{
  HALL_FIT_AUTO,    /* one picture becomes a JPEG, anything else a PDF */
  HALL_FIT_AS_JPEG, /* one page only */
  HALL_FIT_AS_PDF,  /* a page for each input: its own size where the file says one, else A4 */
  HALL_FIT_ID_CARD, /* a PDF: two inputs, the sides of a card, at true size on one A4 page */
  HALL_N_FIT_LAYOUTS
} HallFitLayout;

typedef struct
{
  GBytes *bytes; /* owned: the whole file; the same GBytes for several pages travels once */
  guint page;    /* from 0 */
  HallFitRecipe recipe;
} HallFitInput;

typedef struct
{
  GArray *
      inputs; /* (element-type HallFitInput): in the order of the pages; 1 to HALL_FIT_MAX_INPUTS */
  HallFitLayout layout;
  gsize max_bytes;        /* of the document */
  guint min_dpi;          /* of a page on its paper: it is never made coarser than this */
  gboolean is_seal_sheet; /* the pixels are kept as they are, unless */
  gboolean agreed;        /* the person agreed to compress it again */
} HallFitWish;

/* @requirement: (nullable): of the slot: its bytes, and whether it is the seal sheet; NULL: as
 * most slots are. */
HallFitWish *hall_fit_wish_new (const HallRequirement *requirement);
void hall_fit_wish_free (HallFitWish *self);

/* Takes a reference of @bytes; @recipe is copied. */
void hall_fit_wish_add (HallFitWish *self, GBytes *bytes, guint page, const HallFitRecipe *recipe);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallFitWish, hall_fit_wish_free)

/* For the way between two processes: parts as of hall-render-ask.h, the first is JSON, then each
 * file once. Returns: (transfer full) (element-type GBytes) */
GPtrArray *hall_fit_wish_to_parts (const HallFitWish *self);
HallFitWish *hall_fit_wish_from_parts (GPtrArray *parts, GError **error);
