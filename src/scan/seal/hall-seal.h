/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The impression of a round seal on a page. Plain data.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-place.h"
#include "hall-warp.h"

typedef enum
{
  HALL_SEAL_RED,
  HALL_SEAL_BLUE,
  HALL_SEAL_BLACK, /* of no ink: copied or printed */
  HALL_N_SEAL_COLOURS
} HallSealColour;

typedef struct
{
  HallSealColour colour;
  HallPoint centre_mm; /* from the page's upper left corner */
  double diameter_mm;
  double roundness;  /* 1 is a circle */
  gboolean complete; /* neither cut by an edge nor with large gaps */
  gboolean pale;
  char *region;    /* owned: of the printed sheet: "seal", "official-frame-2", or "page" */
  HallPlace place; /* where it is seen */
} HallSeal;

void hall_seal_free (HallSeal *self);

/* (element-type HallSeal) */
GPtrArray *hall_seals_new (void);
GPtrArray *hall_seals_copy (GPtrArray *seals);

/* "red", "blue", "black" */
const char *hall_seal_colour_get_name (HallSealColour colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSeal, hall_seal_free)
