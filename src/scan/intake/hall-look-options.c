/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-look-options.h"

#include "hall-json.h"

#define MAX_PAGES 10000

gboolean
hall_look_options_wants_seal (const HallLookOptions *self)
{
  static const gboolean sealed[HALL_N_DOCUMENTS] = {
    [HALL_DOCUMENT_APPLICATION_FORM] = TRUE,
    [HALL_DOCUMENT_BUSINESS_LICENCE] = TRUE,
    [HALL_DOCUMENT_SUBJECT_ID] = TRUE,
  };

  return self->is_for_slot && self->is_by_hand && sealed[self->document];
}

static void
add_bool (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

char *
hall_look_options_to_text (const HallLookOptions *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "media_type");
  json_builder_add_string_value (builder, hall_media_type_get_name (self->media_type));
  add_bool (builder, "code", self->wants_code);
  json_builder_set_member_name (builder, "max_pages");
  json_builder_add_int_value (builder, self->max_pages);
  add_bool (builder, "examine", self->examines);
  if (self->is_for_slot)
    {
      json_builder_set_member_name (builder, "document");
      json_builder_add_string_value (builder, hall_document_kind_get_name (self->document));
    }
  add_bool (builder, "by_hand", self->is_by_hand);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
read_media_type (HallJson *json, HallLookOptions *self)
{
  const char *name = hall_json_string (json, "media_type");

  for (guint type = 0; name != NULL && type < HALL_N_MEDIA; type++)
    if (g_strcmp0 (name, hall_media_type_get_name (type)) == 0)
      self->media_type = type;
}

static void
read_document (HallJson *json, HallLookOptions *self)
{
  const char *name = hall_json_optional_string (json, "document");

  for (guint kind = 0; name != NULL && kind < HALL_N_DOCUMENTS; kind++)
    if (g_str_equal (name, hall_document_kind_get_name (kind)))
      {
        self->is_for_slot = TRUE;
        self->document = kind;
      }
  if (name != NULL && !self->is_for_slot)
    hall_json_fail (json, "document", "no such document");
}

gboolean
hall_look_options_parse (HallLookOptions *self, const char *text, gssize length)
{
  static const char *const members[] = { "media_type", "code",    "max_pages", "examine",
                                         "document",   "by_hand", NULL };
  g_autoptr (JsonNode) root = hall_json_parse ("options", text, length, NULL);
  g_autoptr (HallJson) json = NULL;

  *self = (HallLookOptions){ .media_type = HALL_MEDIA_UNKNOWN };
  if (root == NULL)
    return FALSE;
  json = hall_json_new ("options", root);
  hall_json_expect (json, members);
  read_media_type (json, self);
  self->wants_code = hall_json_bool (json, "code");
  self->max_pages = (guint) hall_json_int (json, "max_pages", 0, MAX_PAGES);
  self->examines = hall_json_bool (json, "examine");
  read_document (json, self);
  self->is_by_hand = hall_json_bool (json, "by_hand");
  return hall_json_finish (json, NULL);
}
