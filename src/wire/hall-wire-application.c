/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wire-application.h"

#include <string.h>

#include "hall-wire-finding.h"

#define MAX_FIELDS      200
#define MAX_VALUE_BYTES 4096

static GList *
sorted_keys (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);
}

void
hall_wire_add_application (JsonBuilder *builder, const HallApplication *application)
{
  g_autoptr (GList) ids = sorted_keys (application->values);
  g_autoptr (GList) confirmed = sorted_keys (application->confirmed);

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "project", application->project);
  hall_wire_add_text (builder, "certificate_type", application->certificate_type);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (GList *l = ids; l != NULL; l = l->next)
    hall_wire_add_text (builder, l->data, hall_application_get (application, l->data));
  json_builder_end_object (builder);
  if (confirmed != NULL)
    {
      json_builder_set_member_name (builder, "confirmed");
      json_builder_begin_array (builder);
      for (GList *l = confirmed; l != NULL; l = l->next)
        json_builder_add_string_value (builder, l->data);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
read_values (HallJson *json, HallApplication *application)
{
  g_autoptr (GList) ids = NULL;

  if (!hall_json_enter (json, "fields"))
    return;
  ids = hall_json_members (json);
  if (g_list_length (ids) > MAX_FIELDS)
    hall_json_fail (json, NULL, "more than %d fields", MAX_FIELDS);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      const char *value = hall_json_optional_string (json, l->data);

      if (value != NULL && strlen (value) > MAX_VALUE_BYTES)
        hall_json_fail (json, l->data, "more than %d bytes", MAX_VALUE_BYTES);
      hall_application_set (application, l->data, value);
    }
  hall_json_leave (json);
}

HallApplication *
hall_wire_read_application (HallJson *json)
{
  static const char *const members[] = { "project", "certificate_type", "fields", "confirmed",
                                         NULL };
  g_autoptr (HallApplication) application = NULL;
  g_auto (GStrv) confirmed = NULL;
  const char *project;
  const char *type;

  hall_json_expect (json, members);
  project = hall_json_string (json, "project");
  type = hall_json_string (json, "certificate_type");
  if (project == NULL || type == NULL)
    return NULL;
  application = hall_application_new (project, type);
  read_values (json, application);
  confirmed = hall_json_optional_strings (json, "confirmed");
  for (guint i = 0; confirmed[i] != NULL; i++)
    hall_application_set_confirmed (application, confirmed[i], TRUE);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&application);
}

HallApplication *
hall_wire_parse_application (const char *file, const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse (file, text, length, error);
  g_autoptr (HallApplication) application = NULL;
  g_autoptr (HallJson) json = NULL;

  if (root == NULL)
    return NULL;
  json = hall_json_new (file, root);
  application = hall_wire_read_application (json);
  return hall_json_finish (json, error) ? g_steal_pointer (&application) : NULL;
}

char *
hall_wire_print_application (const HallApplication *application)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  hall_wire_add_application (builder, application);
  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}
