/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fit-recipe.h"

#include <math.h>

#include "hall-json.h"

/* On the way fractions and degrees are whole numbers of this: hall data has no fractions. */
#define UNIT 1000000.0

/* A page smaller than this share of the picture is a slip. */
#define MIN_AREA 0.005

static const char *const colours[HALL_N_FIT_COLOURS] = {
  [HALL_FIT_KEEP] = "keep",
  [HALL_FIT_WHITE] = "white",
  [HALL_FIT_GREY] = "grey",
};

gboolean
hall_fit_recipe_only_turns (const HallFitRecipe *self)
{
  return !self->has_corners && self->skew_deg == 0 && self->colour == HALL_FIT_KEEP;
}

static double
cross (HallPoint a, HallPoint b, HallPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

gboolean
hall_fit_corners_are_sound (const HallPoint corners[4])
{
  double area = 0;

  for (guint i = 0; i < 4; i++)
    {
      HallPoint a = corners[i], b = corners[(i + 1) % 4], c = corners[(i + 2) % 4];

      if (!(a.x >= 0 && a.x <= 1 && a.y >= 0 && a.y <= 1) || cross (a, b, c) <= 0)
        return FALSE;
      area += (a.x * b.y - b.x * a.y) / 2;
    }
  return area >= MIN_AREA;
}

const char *
hall_fit_colour_get_name (HallFitColour colour)
{
  g_return_val_if_fail (colour < HALL_N_FIT_COLOURS, "");
  return colours[colour];
}

gboolean
hall_fit_colour_from_name (const char *name, HallFitColour *colour)
{
  for (guint i = 0; i < HALL_N_FIT_COLOURS; i++)
    if (g_strcmp0 (colours[i], name) == 0)
      {
        *colour = i;
        return TRUE;
      }
  return FALSE;
}

static void
add_fraction (JsonBuilder *builder, double value)
{
  json_builder_add_int_value (builder, (gint64) round (value * UNIT));
}

JsonNode *
hall_fit_recipe_to_json (const HallFitRecipe *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "turns");
  json_builder_add_int_value (builder, self->turns % 4);
  json_builder_set_member_name (builder, "skew");
  add_fraction (builder, self->skew_deg);
  json_builder_set_member_name (builder, "colour");
  json_builder_add_string_value (builder, hall_fit_colour_get_name (self->colour));
  for (guint i = 0; self->has_corners && i < 4; i++)
    {
      g_autofree char *x = g_strdup_printf ("x%u", i);
      g_autofree char *y = g_strdup_printf ("y%u", i);

      json_builder_set_member_name (builder, x);
      add_fraction (builder, self->corners[i].x);
      json_builder_set_member_name (builder, y);
      add_fraction (builder, self->corners[i].y);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
read_corners (HallFitRecipe *self, HallJson *json)
{
  self->has_corners = TRUE;
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *x = g_strdup_printf ("x%u", i);
      g_autofree char *y = g_strdup_printf ("y%u", i);

      self->corners[i].x = (double) hall_json_int (json, x, 0, (gint64) UNIT) / UNIT;
      self->corners[i].y = (double) hall_json_int (json, y, 0, (gint64) UNIT) / UNIT;
    }
  if (!hall_json_failed (json) && !hall_fit_corners_are_sound (self->corners))
    hall_json_fail (json, NULL, "these corners make no page");
}

gboolean
hall_fit_recipe_from_json (HallFitRecipe *self, JsonNode *node)
{
  static const char *const members[] = { "turns", "skew", "colour", "x0", "y0", "x1",
                                         "y1",    "x2",   "y2",     "x3", "y3", NULL };
  const gint64 max_skew = (gint64) (HALL_FIT_MAX_SKEW * UNIT);
  g_autoptr (HallJson) json = hall_json_new ("recipe", node);
  HallFitRecipe read = HALL_FIT_RECIPE_INIT;
  const char *colour;

  *self = read;
  hall_json_expect (json, members);
  read.turns = (guint) hall_json_int (json, "turns", 0, 3);
  read.skew_deg = (double) hall_json_int (json, "skew", -max_skew, max_skew) / UNIT;
  colour = hall_json_string (json, "colour");
  if (!hall_json_failed (json) && hall_json_has (json, "x0"))
    read_corners (&read, json);
  if (!hall_json_finish (json, NULL) || !hall_fit_colour_from_name (colour, &read.colour))
    return FALSE;
  *self = read;
  return TRUE;
}
