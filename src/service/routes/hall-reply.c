/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-reply.h"

#include "hall-limits.h"
#include "hall-view.h"
#include "hall-wire-order.h"

#define DEFAULT_LIMIT 50

HallJson *
hall_reply_open_body (const HallRequest *request)
{
  return hall_json_new ("body", request->json);
}

HallAnswer *
hall_reply_order (HallContext *context, const HallCase *order, guint status, GError **error)
{
  g_autoptr (HallOrder) view = hall_view_order (context, order, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  HallAnswer *answer;

  if (view == NULL)
    return NULL;
  hall_wire_add_order (builder, view, context->lang);
  answer = hall_answer_new_json (status, json_builder_get_root (builder));
  hall_answer_set_etag (answer, view->version);
  return answer;
}

gboolean
hall_reply_check_match (const HallContext *context,
                        const HallRequest *request,
                        const HallRecord *record,
                        GError **error)
{
  if (g_strcmp0 (request->if_match, "*") == 0
      || hall_reply_matches (request->if_match, record->version))
    return TRUE;
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_STALE,
                       hall_reply_say (context, "业务单刚刚有变化，请刷新后再操作。",
                                       "The order has just changed; please look at it again."));
  return FALSE;
}

gboolean
hall_reply_matches (const char *tag, gint64 version)
{
  g_autofree char *own = g_strdup_printf ("%" G_GINT64_FORMAT, version);

  return g_strcmp0 (tag, own) == 0;
}

gboolean
hall_reply_is_known (const HallRequest *request, gint64 version)
{
  return hall_reply_matches (request->if_none_match, version);
}

HallAnswer *
hall_reply_not_modified (gint64 version, const char *topic)
{
  HallAnswer *answer = hall_answer_new (304);

  hall_answer_set_etag (answer, version);
  hall_answer_wait_for (answer, topic);
  return answer;
}

const char *
hall_reply_say (const HallContext *context, const char *zh, const char *en)
{
  return context->lang == HALL_LANG_ZH_CN ? zh : en;
}

void
hall_reply_set_field_error (GError **error,
                            const HallContext *context,
                            const char *field,
                            HallIssueCode code,
                            const char *arg)
{
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *words = NULL;
  GError *own;

  hall_issue_set (&issue, code, arg, NULL);
  g_ptr_array_add (findings, hall_finding_new (field, &issue));
  words = hall_issue_format (&issue, context->lang);
  own = g_error_new_literal (HALL_ERROR, HALL_ERROR_INVALID, words);
  hall_error_set_findings (own, findings);
  g_propagate_error (error, own);
}

gboolean
hall_reply_read_limit (const HallRequest *request, guint *limit, GError **error)
{
  const char *text = hall_request_get_query (request, "limit");
  guint64 number = DEFAULT_LIMIT;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, HALL_MAX_PAGE, &number, NULL))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "limit must be a number from 1 to %d",
                   HALL_MAX_PAGE);
      return FALSE;
    }
  *limit = (guint) number;
  return TRUE;
}

HallAnswer *
hall_reply_moved (HallContext *context, const HallCase *order, GError **error)
{
  g_autoptr (HallCase) fresh = hall_case_load (context, order->record->number, error);

  return fresh != NULL ? hall_reply_order (context, fresh, 200, error) : NULL;
}
