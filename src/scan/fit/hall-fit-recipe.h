/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be done to the picture of one page. A plain value.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-warp.h"

typedef enum
{
  HALL_FIT_KEEP,  /* as it is */
  HALL_FIT_WHITE, /* paper white, shadows evened out, ink and seals in their colours */
  HALL_FIT_GREY,  /* the same without colour */
  HALL_N_FIT_COLOURS
} HallFitColour;

/* More is no slip of the hand: turn or set the corners. */
#define HALL_FIT_MAX_SKEW 15.0

/* In the order in which it is done. */
typedef struct
{
  /* The page's corners in the picture as it was opened (upright by what the camera said, before
   * @turns), in fractions of its width and height; clockwise, from the upper left of the page as
   * it lies there. What is outside is cut off, the page made a rectangle. */
  gboolean has_corners;
  HallPoint corners[4];
  guint turns;     /* quarter turns clockwise, 0 to 3 */
  double skew_deg; /* then turned clockwise by so much, within HALL_FIT_MAX_SKEW */
  HallFitColour colour;
} HallFitRecipe;

/* Nothing is to be done. */
#define HALL_FIT_RECIPE_INIT \
  {                          \
    .has_corners = FALSE     \
  }

/* Whether the pixels stay as they are but for quarter turns. */
gboolean hall_fit_recipe_only_turns (const HallFitRecipe *self);

/* The four corners make a page: each within the picture, in order, not bent inwards. */
gboolean hall_fit_corners_are_sound (const HallPoint corners[4]);

/* "keep", "white", "grey" */
const char *hall_fit_colour_get_name (HallFitColour colour);
gboolean hall_fit_colour_from_name (const char *name, HallFitColour *colour);

/* For the way between two processes; to keep one for later. Returns: (transfer full) */
JsonNode *hall_fit_recipe_to_json (const HallFitRecipe *self);

/* FALSE, and @self as HALL_FIT_RECIPE_INIT, unless every number is one that could be meant. */
gboolean hall_fit_recipe_from_json (HallFitRecipe *self, JsonNode *node);
