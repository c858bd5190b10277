/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wire-finding.h"

void
hall_wire_add_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

void
hall_wire_add_int (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

void
hall_wire_add_bool (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

void
hall_wire_add_time (JsonBuilder *builder, const char *member, gint64 time_s)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (time_s == 0)
    return;
  time = g_date_time_new_from_unix_utc (time_s);
  text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;
  hall_wire_add_text (builder, member, text);
}

gint64
hall_wire_read_time (HallJson *json, const char *member)
{
  const char *text = hall_json_optional_string (json, member);
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL)
    return 0;
  time = g_date_time_new_from_iso8601 (text, NULL);
  if (time == NULL)
    hall_json_fail (json, member, "“%s” is not a time by RFC 3339", text);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

char *
hall_wire_to_text (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}

static void
add_args (JsonBuilder *builder, const HallIssue *issue)
{
  json_builder_set_member_name (builder, "args");
  json_builder_begin_array (builder);
  for (guint i = 0; i < HALL_ISSUE_MAX_ARGS && issue->args[i] != NULL; i++)
    json_builder_add_string_value (builder, issue->args[i]);
  json_builder_end_array (builder);
}

/* Whole ten-thousandths: finer than any pixel that is pointed at, and the same everywhere. */
#define PLACE_UNIT 10000

static void
add_part (JsonBuilder *builder, const char *member, double part)
{
  hall_wire_add_int (builder, member, (gint64) (CLAMP (part, 0, 1) * PLACE_UNIT + 0.5));
}

void
hall_wire_add_place (JsonBuilder *builder, const char *member, const HallPlace *place)
{
  if (place->page == 0)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "page", place->page);
  add_part (builder, "x", place->x);
  add_part (builder, "y", place->y);
  add_part (builder, "width", place->width);
  add_part (builder, "height", place->height);
  json_builder_end_object (builder);
}

static double
read_part (HallJson *json, const char *member)
{
  return (double) hall_json_int (json, member, 0, PLACE_UNIT) / PLACE_UNIT;
}

void
hall_wire_read_place (HallJson *json, const char *member, HallPlace *place)
{
  if (!hall_json_has (json, member) || !hall_json_enter (json, member))
    return;
  place->page = (guint) hall_json_int (json, "page", 1, G_MAXUINT);
  place->x = read_part (json, "x");
  place->y = read_part (json, "y");
  place->width = read_part (json, "width");
  place->height = read_part (json, "height");
  hall_json_leave (json);
}

void
hall_wire_add_findings (JsonBuilder *builder, GPtrArray *findings, HallLang lang)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *detail = hall_issue_format (&finding->issue, lang);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "field", finding->where);
      hall_wire_add_text (builder, "code", hall_issue_code_get_name (finding->issue.code));
      hall_wire_add_text (builder, "severity", hall_verdict_get_name (finding->severity));
      hall_wire_add_text (builder, "detail", detail);
      add_args (builder, &finding->issue);
      if (finding->confirmed)
        hall_wire_add_bool (builder, "confirmed", TRUE);
      hall_wire_add_place (builder, "place", &finding->place);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A code that this program does not know keeps the words in which it came. */
static void
read_issue (HallJson *json, HallIssue *issue)
{
  HallIssueCode code = hall_issue_code_from_name (hall_json_string (json, "code"));
  g_auto (GStrv) args = hall_json_optional_strings (json, "args");

  if (code == HALL_ISSUE_NONE)
    {
      hall_issue_set (issue, HALL_ISSUE_MESSAGE, hall_json_optional_string (json, "detail"), NULL);
      return;
    }
  issue->code = code;
  for (guint i = 0; i < HALL_ISSUE_MAX_ARGS && args[i] != NULL; i++)
    issue->args[i] = g_strdup (args[i]);
}

static HallFinding *
read_finding (HallJson *json)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  const char *where = hall_json_string (json, "field");
  HallFinding *finding;

  read_issue (json, &issue);
  finding = hall_finding_new (where != NULL ? where : "", &issue);
  finding->severity = hall_verdict_from_name (hall_json_string (json, "severity"));
  finding->confirmed = hall_json_optional_bool (json, "confirmed", FALSE);
  hall_wire_read_place (json, "place", &finding->place);
  return finding;
}

GPtrArray *
hall_wire_read_findings (HallJson *json, const char *member)
{
  GPtrArray *findings = hall_findings_new ();

  if (!hall_json_has (json, member) || !hall_json_enter (json, member))
    return findings;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        g_ptr_array_add (findings, read_finding (json));
        hall_json_leave (json);
      }
  hall_json_leave (json);
  return findings;
}
