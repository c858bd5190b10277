/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look on its way from one process to the other.
 */
#include <math.h>

#include "hall-error.h"
#include "hall-json.h"
#include "hall-look.h"

#define MAX_PAGES    1000000
#define MAX_LENGTH   1000000
#define MAX_FINDINGS 100
#define MAX_CODES    100
#define MAX_SEALS    100
#define MAX_SPOTS    16

/* Travels in hundredths. */
#define SHARPNESS_UNIT 100.0
#define MAX_SHARPNESS  10000

static void
add_int (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
add_bool (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

/* Whole ten-thousandths of the page, as on the wire (hall-wire-finding.c). */
#define PLACE_UNIT 10000

static const char *const place_parts[] = { "x", "y", "width", "height" };

static void
add_place (JsonBuilder *builder, const HallPlace *place)
{
  const double parts[] = { place->x, place->y, place->width, place->height };

  if (place->page == 0)
    return;
  json_builder_set_member_name (builder, "place");
  json_builder_begin_object (builder);
  add_int (builder, "page", place->page);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    add_int (builder, place_parts[i], (gint64) (CLAMP (parts[i], 0, 1) * PLACE_UNIT + 0.5));
  json_builder_end_object (builder);
}

static void
add_findings (JsonBuilder *builder, GPtrArray *findings)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);
      const HallIssue *issue = &finding->issue;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "code");
      json_builder_add_string_value (builder, hall_issue_code_get_name (issue->code));
      json_builder_set_member_name (builder, "args");
      json_builder_begin_array (builder);
      for (guint j = 0; j < HALL_ISSUE_MAX_ARGS && issue->args[j] != NULL; j++)
        json_builder_add_string_value (builder, issue->args[j]);
      json_builder_end_array (builder);
      add_place (builder, &finding->place);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

#define SEAL_UNIT 1000 /* lengths travel as whole thousandths of a mm */

static void
add_length (JsonBuilder *builder, const char *member, double length)
{
  add_int (builder, member, (gint64) floor (length * SEAL_UNIT + 0.5));
}

static void
add_seals (JsonBuilder *builder, GPtrArray *seals)
{
  json_builder_set_member_name (builder, "seals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < seals->len; i++)
    {
      const HallSeal *seal = g_ptr_array_index (seals, i);

      json_builder_begin_object (builder);
      add_int (builder, "colour", seal->colour);
      add_length (builder, "x", seal->centre_mm.x);
      add_length (builder, "y", seal->centre_mm.y);
      add_length (builder, "diameter", seal->diameter_mm);
      add_length (builder, "roundness", seal->roundness);
      add_bool (builder, "complete", seal->complete);
      json_builder_set_member_name (builder, "region");
      json_builder_add_string_value (builder, seal->region);
      add_place (builder, &seal->place);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Corners travel as whole millionths of the page; they may lie beside it, but not far away. */
#define SPOT_UNIT 1000000
#define SPOT_FAR  (10 * (gint64) SPOT_UNIT)

static const char *const corner_parts[] = { "x0", "y0", "x1", "y1", "x2", "y2", "x3", "y3" };

static double *
get_part (HallSheetSpot *spot, gsize part)
{
  HallPoint *corner = &spot->corners[part / 2];

  return part % 2 == 0 ? &corner->x : &corner->y;
}

static void
add_spots (JsonBuilder *builder, GArray *spots)
{
  json_builder_set_member_name (builder, "spots");
  json_builder_begin_array (builder);
  for (guint i = 0; i < spots->len; i++)
    {
      HallSheetSpot *spot = &g_array_index (spots, HallSheetSpot, i);

      json_builder_begin_object (builder);
      add_int (builder, "page", spot->page);
      add_int (builder, "sheet_page", spot->sheet_page);
      for (gsize j = 0; j < G_N_ELEMENTS (corner_parts); j++)
        add_int (builder, corner_parts[j],
                 CLAMP ((gint64) floor (*get_part (spot, j) * SPOT_UNIT + 0.5), -SPOT_FAR,
                        SPOT_FAR));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

JsonNode *
hall_look_to_json (const HallLook *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_int (builder, "pages", self->pages);
  add_int (builder, "width", self->width);
  add_int (builder, "height", self->height);
  add_int (builder, "sharpness", (gint64) round (self->sharpness * SHARPNESS_UNIT));
  add_bool (builder, "looked", self->looked);
  add_bool (builder, "strangers", self->strangers);
  add_findings (builder, self->findings);
  json_builder_set_member_name (builder, "codes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->codes->len; i++)
    {
      g_autofree char *text = hall_form_code_to_text (g_ptr_array_index (self->codes, i));

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
  add_seals (builder, self->seals);
  add_spots (builder, self->spots);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
read_place (HallJson *json, HallPlace *place)
{
  double parts[G_N_ELEMENTS (place_parts)];

  if (!hall_json_has (json, "place") || !hall_json_enter (json, "place"))
    return;
  place->page = (guint) hall_json_int (json, "page", 1, MAX_PAGES);
  for (gsize i = 0; i < G_N_ELEMENTS (place_parts); i++)
    parts[i] = (double) hall_json_int (json, place_parts[i], 0, PLACE_UNIT) / PLACE_UNIT;
  place->x = parts[0];
  place->y = parts[1];
  place->width = parts[2];
  place->height = parts[3];
  hall_json_leave (json);
}

static void
read_finding (HallJson *json, HallLook *self)
{
  static const char *const members[] = { "code", "args", "place", NULL };
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_auto (GStrv) args = NULL;
  HallFinding *finding;

  hall_json_expect (json, members);
  issue.code = hall_issue_code_from_name (hall_json_string (json, "code"));
  args = hall_json_optional_strings (json, "args");
  if (issue.code == HALL_ISSUE_NONE || args == NULL)
    {
      hall_json_fail (json, "code", "no such finding");
      return;
    }
  for (guint i = 0; i < HALL_ISSUE_MAX_ARGS && args[i] != NULL; i++)
    issue.args[i] = g_strdup (args[i]);
  finding = hall_finding_new ("", &issue);
  read_place (json, &finding->place);
  g_ptr_array_add (self->findings, finding);
}

static void
read_findings (HallJson *json, HallLook *self)
{
  if (!hall_json_enter (json, "findings"))
    return;
  for (guint i = 0, n = MIN (hall_json_count (json), MAX_FINDINGS); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read_finding (json, self);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

static void
read_codes (HallJson *json, HallLook *self)
{
  g_auto (GStrv) texts = hall_json_optional_strings (json, "codes");

  for (guint i = 0; texts != NULL && texts[i] != NULL && i < MAX_CODES; i++)
    {
      HallFormCode *code = hall_form_code_parse (texts[i]);

      if (code != NULL)
        g_ptr_array_add (self->codes, code);
      else
        hall_json_fail (json, "codes", "no form code");
    }
}

static double
read_length (HallJson *json, const char *member)
{
  return (double) hall_json_int (json, member, -MAX_LENGTH, MAX_LENGTH) / SEAL_UNIT;
}

static void
read_seal (HallJson *json, HallLook *self)
{
  static const char *const members[] = { "colour",   "x",      "y",     "diameter", "roundness",
                                         "complete", "region", "place", NULL };
  HallSeal *seal = g_new0 (HallSeal, 1);

  hall_json_expect (json, members);
  seal->colour = hall_json_int (json, "colour", 0, HALL_N_SEAL_COLOURS - 1);
  seal->centre_mm.x = read_length (json, "x");
  seal->centre_mm.y = read_length (json, "y");
  seal->diameter_mm = read_length (json, "diameter");
  seal->roundness = read_length (json, "roundness");
  seal->complete = hall_json_bool (json, "complete");
  seal->region = g_strdup (hall_json_string (json, "region"));
  read_place (json, &seal->place);
  g_ptr_array_add (self->seals, seal);
}

static void
read_seals (HallJson *json, HallLook *self)
{
  if (!hall_json_enter (json, "seals"))
    return;
  for (guint i = 0, n = MIN (hall_json_count (json), MAX_SEALS); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read_seal (json, self);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

static void
read_spot (HallJson *json, HallLook *self)
{
  static const char *const members[] = { "page", "sheet_page", "x0", "y0", "x1", "y1",
                                         "x2",   "y2",         "x3", "y3", NULL };
  HallSheetSpot spot;

  hall_json_expect (json, members);
  spot.page = (guint) hall_json_int (json, "page", 1, MAX_PAGES);
  spot.sheet_page = (guint) hall_json_int (json, "sheet_page", 1, MAX_PAGES);
  for (gsize i = 0; i < G_N_ELEMENTS (corner_parts); i++)
    *get_part (&spot, i) =
        (double) hall_json_int (json, corner_parts[i], -SPOT_FAR, SPOT_FAR) / SPOT_UNIT;
  g_array_append_val (self->spots, spot);
}

static void
read_spots (HallJson *json, HallLook *self)
{
  if (!hall_json_enter (json, "spots"))
    return;
  for (guint i = 0, n = MIN (hall_json_count (json), MAX_SPOTS); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read_spot (json, self);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

HallLook *
hall_look_parse (const char *text, gssize length, GError **error)
{
  static const char *const members[] = { "pages",  "width",     "height",   "sharpness",
                                         "looked", "strangers", "findings", "codes",
                                         "seals",  "spots",     NULL };
  g_autoptr (JsonNode) root = hall_json_parse ("look", text, length, error);
  g_autoptr (HallLook) self = hall_look_new ();
  g_autoptr (HallJson) json = NULL;

  if (root == NULL)
    return NULL;
  json = hall_json_new ("look", root);
  hall_json_expect (json, members);
  self->pages = (guint) hall_json_int (json, "pages", 0, MAX_PAGES);
  self->width = (guint) hall_json_int (json, "width", 0, MAX_LENGTH);
  self->height = (guint) hall_json_int (json, "height", 0, MAX_LENGTH);
  self->sharpness = (double) hall_json_int (json, "sharpness", 0, MAX_SHARPNESS) / SHARPNESS_UNIT;
  self->looked = hall_json_bool (json, "looked");
  self->strangers = hall_json_bool (json, "strangers");
  read_findings (json, self);
  read_codes (json, self);
  read_seals (json, self);
  read_spots (json, self);
  return hall_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}
