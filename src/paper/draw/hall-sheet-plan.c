/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-plan.h"

#include "hall-json.h"

#define MAX_PAGES   100
#define MAX_REGIONS 1000
#define MAX_MM      10000
#define MICRONS     1000.0 /* lengths travel as whole thousandths of a mm */

static const char *const kind_names[HALL_N_REGIONS] = {
  [HALL_REGION_CODE] = "code",
  [HALL_REGION_MARK] = "mark",
  [HALL_REGION_FIELD] = "field",
  [HALL_REGION_TEXT] = "text",
  [HALL_REGION_SIGNATURE] = "signature",
  [HALL_REGION_SEAL] = "seal",
  [HALL_REGION_OFFICIAL_FRAME] = "official-frame",
  [HALL_REGION_PRIVATE_FRAME] = "private-frame",
  [HALL_REGION_SIGNATURE_FRAME] = "signature-frame",
  [HALL_REGION_CONFIRM_FRAME] = "confirm-frame",
  [HALL_REGION_TICK] = "tick",
};

static void
region_free (gpointer data)
{
  HallRegion *region = data;

  g_free (region->name);
  g_free (region);
}

HallSheetPlan *
hall_sheet_plan_new (void)
{
  HallSheetPlan *self = g_new0 (HallSheetPlan, 1);

  self->width_mm = HALL_PAPER_WIDTH_MM;
  self->height_mm = HALL_PAPER_HEIGHT_MM;
  self->regions = g_ptr_array_new_with_free_func (region_free);
  return self;
}

void
hall_sheet_plan_free (HallSheetPlan *self)
{
  g_ptr_array_unref (self->regions);
  g_free (self);
}

void
hall_sheet_plan_add (
    HallSheetPlan *self, HallRegionKind kind, const char *name, guint page, const HallBox *box)
{
  HallRegion *region;

  if (self == NULL)
    return;
  region = g_new0 (HallRegion, 1);
  region->kind = kind;
  region->name = g_strdup (name != NULL ? name : "");
  region->page = page;
  region->box = *box;
  g_ptr_array_add (self->regions, region);
  self->n_pages = MAX (self->n_pages, page);
}

const HallRegion *
hall_sheet_plan_find (const HallSheetPlan *self, HallRegionKind kind, const char *name)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (self->regions, i);

      if (region->kind == kind && (name == NULL || g_str_equal (region->name, name)))
        return region;
    }
  return NULL;
}

const char *
hall_region_kind_get_name (HallRegionKind kind)
{
  g_return_val_if_fail ((guint) kind < HALL_N_REGIONS, NULL);
  return kind_names[kind];
}

static void
add_length (JsonBuilder *builder, const char *member, double mm)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, (gint64) (mm * MICRONS + 0.5));
}

static void
add_region (JsonBuilder *builder, const HallRegion *region)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, kind_names[region->kind]);
  if (*region->name != '\0')
    {
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, region->name);
    }
  json_builder_set_member_name (builder, "page");
  json_builder_add_int_value (builder, region->page);
  add_length (builder, "x", region->box.x);
  add_length (builder, "y", region->box.y);
  add_length (builder, "width", region->box.width);
  add_length (builder, "height", region->box.height);
  json_builder_end_object (builder);
}

JsonNode *
hall_sheet_plan_to_json (const HallSheetPlan *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, self->n_pages);
  add_length (builder, "width", self->width_mm);
  add_length (builder, "height", self->height_mm);
  json_builder_set_member_name (builder, "regions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->regions->len; i++)
    add_region (builder, g_ptr_array_index (self->regions, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static double
read_length (HallJson *json, const char *member)
{
  return (double) hall_json_int (json, member, 0, (gint64) (MAX_MM * MICRONS)) / MICRONS;
}

static void
read_region (HallJson *json, HallSheetPlan *self)
{
  static const char *const members[] = {
    "kind", "name", "page", "x", "y", "width", "height", NULL
  };
  const char *kind, *name;
  HallBox box;
  guint page;

  hall_json_expect (json, members);
  kind = hall_json_string (json, "kind");
  name = hall_json_optional_string (json, "name");
  page = (guint) hall_json_int (json, "page", 1, MAX_PAGES);
  box = (HallBox){ read_length (json, "x"), read_length (json, "y"), read_length (json, "width"),
                   read_length (json, "height") };
  for (guint i = 0; kind != NULL && i < HALL_N_REGIONS; i++)
    if (g_str_equal (kind, kind_names[i]))
      {
        hall_sheet_plan_add (self, i, name, page, &box);
        return;
      }
  hall_json_fail (json, "kind", "no such region");
}

HallSheetPlan *
hall_sheet_plan_parse (const char *text, gssize length, GError **error)
{
  static const char *const members[] = { "pages", "width", "height", "regions", NULL };
  g_autoptr (JsonNode) root = hall_json_parse ("plan", text, length, error);
  g_autoptr (HallSheetPlan) self = hall_sheet_plan_new ();
  g_autoptr (HallJson) json = NULL;

  if (root == NULL)
    return NULL;
  json = hall_json_new ("plan", root);
  hall_json_expect (json, members);
  if (hall_json_enter (json, "regions"))
    {
      for (guint i = 0, n = MIN (hall_json_count (json), MAX_REGIONS); i < n; i++)
        if (hall_json_enter_element (json, i))
          {
            read_region (json, self);
            hall_json_leave (json);
          }
      hall_json_leave (json);
    }
  self->n_pages = (guint) hall_json_int (json, "pages", 0, MAX_PAGES);
  self->width_mm = read_length (json, "width");
  self->height_mm = read_length (json, "height");
  return hall_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}
