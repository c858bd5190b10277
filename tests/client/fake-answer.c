/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-answer.h"

#include "hall-problem.h"
#include "hall-wire-finding.h"

void
fake_send_text (Fake *self, guint status, const char *media_type, char *text)
{
  soup_server_message_set_status (self->message, status, NULL);
  soup_server_message_set_response (self->message, media_type, SOUP_MEMORY_TAKE, text,
                                    strlen (text));
}

void
fake_send_json (Fake *self, guint status, JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  fake_send_text (self, status, "application/json", hall_wire_to_text (root));
}

void
fake_send_nothing (Fake *self, guint status)
{
  soup_server_message_set_status (self->message, status, NULL);
}

void
fake_problem (SoupServerMessage *message, HallError code, const char *detail, GPtrArray *findings)
{
  g_autoptr (JsonNode) root = hall_problem_to_json (code, detail, findings, HALL_LANG_ZH_CN);
  char *text = hall_wire_to_text (root);

  soup_server_message_set_status (message, hall_error_get_status (code), NULL);
  soup_server_message_set_response (message, HALL_PROBLEM_MEDIA_TYPE, SOUP_MEMORY_TAKE, text,
                                    strlen (text));
}

void
fake_send_problem (Fake *self, HallError code, const char *detail)
{
  fake_problem (self->message, code, detail, NULL);
}

void
fake_send_issue (Fake *self, const char *where, HallIssueCode code)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autoptr (GPtrArray) findings = hall_findings_new ();

  hall_issue_set (&issue, code, NULL, NULL);
  g_ptr_array_add (findings, hall_finding_new (where, &issue));
  fake_problem (self->message, HALL_ERROR_INVALID, "有内容需要更正。", findings);
}

const char *
fake_get_text (Fake *self, const char *member)
{
  if (self->body == NULL || !JSON_NODE_HOLDS_OBJECT (self->body))
    return "";
  return json_object_get_string_member_with_default (json_node_get_object (self->body), member, "");
}

const char *
fake_get_header (Fake *self, const char *name)
{
  return soup_message_headers_get_one (soup_server_message_get_request_headers (self->message),
                                       name);
}

/* TRUE, and 304, if the caller knows @etag. */
gboolean
fake_is_known (Fake *self, const char *etag)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (self->message), "ETag",
                                etag);
  if (g_strcmp0 (fake_get_header (self, "If-None-Match"), etag) != 0)
    return FALSE;
  fake_send_nothing (self, SOUP_STATUS_NOT_MODIFIED);
  return TRUE;
}
