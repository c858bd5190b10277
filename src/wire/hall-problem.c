/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-problem.h"

#include <string.h>

#include "hall-wire-finding.h"

#define TYPE_PREFIX "urn:certhall:problem:"

static const struct
{
  guint status;
  const char *title;
} rows[HALL_N_ERRORS] = {
  [HALL_ERROR_INVALID] = { 422, "The request breaks a rule" },
  [HALL_ERROR_TOO_LARGE] = { 413, "Too many bytes" },
  [HALL_ERROR_SIGNED_OUT] = { 401, "Sign in first" },
  [HALL_ERROR_DENIED] = { 403, "Not allowed" },
  [HALL_ERROR_NOT_FOUND] = { 404, "Not found" },
  [HALL_ERROR_CONFLICT] = { 409, "Not possible in this state" },
  [HALL_ERROR_CLAIMED] = { 409, "On a colleague's desk" },
  [HALL_ERROR_STALE] = { 412, "Changed meanwhile" },
  [HALL_ERROR_TOO_MANY] = { 429, "Too often" },
  [HALL_ERROR_UNAVAILABLE] = { 503, "Not available now" },
  [HALL_ERROR_INTERNAL] = { 500, "Internal error" },
};

guint
hall_error_get_status (HallError code)
{
  g_return_val_if_fail (code < HALL_N_ERRORS, 500);
  return rows[code].status;
}

HallError
hall_error_from_status (guint status)
{
  for (guint code = 0; code < HALL_N_ERRORS; code++)
    if (rows[code].status == status)
      return code;
  if (status == 408 || status == 502 || status == 504)
    return HALL_ERROR_UNAVAILABLE;
  return status >= 400 && status < 500 ? HALL_ERROR_INVALID : HALL_ERROR_INTERNAL;
}

JsonNode *
hall_problem_to_json (HallError code, const char *detail, GPtrArray *findings, HallLang lang)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *type = g_strconcat (TYPE_PREFIX, hall_error_get_name (code), NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "type");
  json_builder_add_string_value (builder, type);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, rows[code].title);
  json_builder_set_member_name (builder, "status");
  json_builder_add_int_value (builder, rows[code].status);
  json_builder_set_member_name (builder, "detail");
  json_builder_add_string_value (builder, detail);
  if (findings != NULL && findings->len > 0)
    {
      json_builder_set_member_name (builder, "errors");
      hall_wire_add_findings (builder, findings, lang);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* A type that a newer hall made up is taken for what its status says. */
static HallError
code_of_type (const char *type, guint status)
{
  const char *name =
      type != NULL && g_str_has_prefix (type, TYPE_PREFIX) ? type + strlen (TYPE_PREFIX) : "";
  HallError code = hall_error_from_name (name);

  return g_str_equal (hall_error_get_name (code), name) ? code : hall_error_from_status (status);
}

GError *
hall_problem_from_json (guint status, JsonNode *root, GPtrArray **findings)
{
  g_autoptr (HallJson) json = NULL;
  const char *detail = NULL;
  HallError code = hall_error_from_status (status);

  if (findings != NULL)
    *findings = NULL;
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      json = hall_json_new ("problem", root);
      detail = hall_json_optional_string (json, "detail");
      code = code_of_type (hall_json_optional_string (json, "type"), status);
      if (findings != NULL && hall_json_has (json, "errors"))
        *findings = hall_wire_read_findings (json, "errors");
    }
  if (findings != NULL && *findings == NULL)
    *findings = hall_findings_new ();
  if (detail == NULL || *detail == '\0')
    return g_error_new (HALL_ERROR, code, "HTTP %u", status);
  return g_error_new_literal (HALL_ERROR, code, detail);
}
