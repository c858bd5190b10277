/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fit-wish.h"

#include <string.h>

#include "hall-error.h"
#include "hall-json.h"
#include "hall-wire-finding.h"

/* As most slots have it. */
#define USUAL_MAX_BYTES (2 * 1024 * 1024)
#define MOST_BYTES      (64 * 1024 * 1024)
#define MOST_DPI        1200
#define MOST_PAGES      10000

static void
clear_input (gpointer data)
{
  HallFitInput *input = data;

  g_clear_pointer (&input->bytes, g_bytes_unref);
}

HallFitWish *
hall_fit_wish_new (const HallRequirement *requirement)
{
  HallFitWish *self = g_new0 (HallFitWish, 1);

  self->inputs = g_array_new (FALSE, FALSE, sizeof (HallFitInput));
  g_array_set_clear_func (self->inputs, clear_input);
  self->max_bytes = requirement != NULL ? requirement->max_bytes : USUAL_MAX_BYTES;
  self->is_seal_sheet = requirement != NULL && requirement->kind == HALL_DOCUMENT_SEAL_SHEET;
  self->min_dpi = self->is_seal_sheet ? HALL_FIT_SEAL_MIN_DPI : HALL_FIT_MIN_DPI;
  return self;
}

void
hall_fit_wish_free (HallFitWish *self)
{
  g_clear_pointer (&self->inputs, g_array_unref);
  g_free (self);
}

void
hall_fit_wish_add (HallFitWish *self, GBytes *bytes, guint page, const HallFitRecipe *recipe)
{
  HallFitInput input = { g_bytes_ref (bytes), page, *recipe };

  g_array_append_val (self->inputs, input);
}

/* Where @bytes stands among the files; it is added if it is new. */
static guint
find_file (GPtrArray *parts, GBytes *bytes)
{
  guint index;

  if (!g_ptr_array_find (parts, bytes, &index))
    {
      index = parts->len;
      g_ptr_array_add (parts, g_bytes_ref (bytes));
    }
  return index;
}

static void
add_inputs (const HallFitWish *self, JsonBuilder *builder, GPtrArray *parts)
{
  json_builder_set_member_name (builder, "inputs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const HallFitInput *input = &g_array_index (self->inputs, HallFitInput, i);

      json_builder_begin_object (builder);
      hall_wire_add_int (builder, "part", find_file (parts, input->bytes));
      hall_wire_add_int (builder, "page", input->page);
      json_builder_set_member_name (builder, "recipe");
      json_builder_add_value (builder, hall_fit_recipe_to_json (&input->recipe));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

GPtrArray *
hall_fit_wish_to_parts (const HallFitWish *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  g_ptr_array_add (parts, g_bytes_new (NULL, 0)); /* the place of the JSON itself */
  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "layout", self->layout);
  hall_wire_add_int (builder, "max_bytes", (gint64) self->max_bytes);
  hall_wire_add_int (builder, "min_dpi", self->min_dpi);
  hall_wire_add_bool (builder, "seal_sheet", self->is_seal_sheet);
  hall_wire_add_bool (builder, "agreed", self->agreed);
  add_inputs (self, builder, parts);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  g_bytes_unref (parts->pdata[0]);
  parts->pdata[0] = g_bytes_new_take (text, strlen (text));
  return parts;
}

static void
read_input (HallFitWish *self, HallJson *json, JsonNode *node, GPtrArray *parts)
{
  guint part = (guint) hall_json_int (json, "part", 1, (gint64) parts->len - 1);
  guint page = (guint) hall_json_int (json, "page", 0, MOST_PAGES);
  HallFitRecipe recipe;

  if (hall_json_failed (json))
    return;
  if (hall_fit_recipe_from_json (&recipe,
                                 json_object_get_member (json_node_get_object (node), "recipe")))
    hall_fit_wish_add (self, g_ptr_array_index (parts, part), page, &recipe);
  else
    hall_json_fail (json, "recipe", "it cannot be meant");
}

static void
read_inputs (HallFitWish *self, HallJson *json, JsonNode *root, GPtrArray *parts)
{
  JsonNode *list = json_object_get_member (json_node_get_object (root), "inputs");
  guint n;

  if (!hall_json_enter (json, "inputs"))
    return;
  n = hall_json_count (json);
  if (n < 1 || n > HALL_FIT_MAX_INPUTS)
    hall_json_fail (json, NULL, "too few or too many");
  for (guint i = 0; i < n && !hall_json_failed (json); i++)
    if (hall_json_enter_element (json, i))
      {
        read_input (self, json, json_array_get_element (json_node_get_array (list), i), parts);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

HallFitWish *
hall_fit_wish_from_parts (GPtrArray *parts, GError **error)
{
  g_autoptr (HallFitWish) self = hall_fit_wish_new (NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  GBytes *first = parts->len > 1 ? g_ptr_array_index (parts, 0) : NULL;

  if (first == NULL)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, "no file is given");
      return NULL;
    }
  root = hall_json_parse ("wish", g_bytes_get_data (first, NULL), (gssize) g_bytes_get_size (first),
                          error);
  if (root == NULL)
    return NULL;
  json = hall_json_new ("wish", root);
  self->layout = (HallFitLayout) hall_json_int (json, "layout", 0, HALL_N_FIT_LAYOUTS - 1);
  self->max_bytes = (gsize) hall_json_int (json, "max_bytes", 1, MOST_BYTES);
  self->min_dpi = (guint) hall_json_int (json, "min_dpi", 1, MOST_DPI);
  self->is_seal_sheet = hall_json_bool (json, "seal_sheet");
  self->agreed = hall_json_bool (json, "agreed");
  read_inputs (self, json, root, parts);
  return hall_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}
