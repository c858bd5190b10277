/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-answer.h"

#include <string.h>

#include "hall-wire-finding.h"

HallAnswer *
hall_answer_new (guint status)
{
  HallAnswer *self = g_new0 (HallAnswer, 1);

  self->status = status;
  self->topics = g_ptr_array_new_with_free_func (g_free);
  self->wait_for = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
hall_answer_free (HallAnswer *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self->location);
  g_free (self->allow);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->wait_for);
  g_free (self);
}

HallAnswer *
hall_answer_new_bytes (guint status, const char *media_type, GBytes *body)
{
  HallAnswer *self = hall_answer_new (status);

  self->media_type = media_type;
  self->body = body;
  return self;
}

static HallAnswer *
new_with_text (guint status, const char *media_type, JsonNode *root)
{
  char *text = hall_wire_to_text (root);

  return hall_answer_new_bytes (status, media_type, g_bytes_new_take (text, strlen (text)));
}

HallAnswer *
hall_answer_new_json (guint status, JsonNode *root)
{
  g_autoptr (JsonNode) owned = root;

  return new_with_text (status, "application/json", owned);
}

HallAnswer *
hall_answer_new_problem (HallError code, const char *detail, GPtrArray *findings, HallLang lang)
{
  g_autoptr (JsonNode) root = hall_problem_to_json (code, detail, findings, lang);

  return new_with_text (hall_error_get_status (code), HALL_PROBLEM_MEDIA_TYPE, root);
}

HallAnswer *
hall_answer_new_http_problem (guint status, const char *detail)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "type", "about:blank");
  hall_wire_add_text (builder, "title", detail);
  hall_wire_add_int (builder, "status", status);
  hall_wire_add_text (builder, "detail", detail);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return new_with_text (status, HALL_PROBLEM_MEDIA_TYPE, root);
}

HallAnswer *
hall_answer_new_error (const GError *error, HallLang lang)
{
  static const HallStaticLabel internal =
      HALL_TEXTS ("The hall made a mistake; nothing was changed. Please try again or call.",
                  "营业厅内部出错，您的数据没有改动。请重试，或联系客服。");
  static const HallStaticLabel unavailable =
      HALL_TEXTS ("The hall cannot answer just now. Please try again in a moment.",
                  "营业厅暂时无法处理，请稍后重试。");
  HallError code = error->domain == HALL_ERROR ? (HallError) error->code : HALL_ERROR_INTERNAL;
  const char *detail = error->message;
  HallAnswer *self;

  if (code == HALL_ERROR_INTERNAL)
    {
      g_warning ("internal: %s", error->message);
      detail = internal.text[lang];
    }
  else if (code == HALL_ERROR_UNAVAILABLE)
    {
      g_warning ("unavailable: %s", error->message);
      detail = unavailable.text[lang];
    }
  self = hall_answer_new_problem (code, detail, hall_error_get_findings (error), lang);
  self->retry_after_s = hall_error_get_retry_after (error);
  return self;
}

HallAnswer *
hall_answer_new_too_many (guint retry_after_s, HallLang lang)
{
  g_autofree char *detail =
      lang == HALL_LANG_ZH_CN
          ? g_strdup_printf ("操作过于频繁，请 %u 秒后再试。", retry_after_s)
          : g_strdup_printf ("Too many attempts; please wait %u seconds.", retry_after_s);
  HallAnswer *self = hall_answer_new_problem (HALL_ERROR_TOO_MANY, detail, NULL, lang);

  self->retry_after_s = retry_after_s;
  return self;
}

void
hall_answer_set_etag (HallAnswer *self, gint64 version)
{
  g_free (self->etag);
  self->etag = g_strdup_printf ("%" G_GINT64_FORMAT, version);
}

void
hall_answer_wake (HallAnswer *self, const char *topic)
{
  g_ptr_array_add (self->topics, g_strdup (topic));
}

void
hall_answer_wait_for (HallAnswer *self, const char *topic)
{
  g_ptr_array_add (self->wait_for, g_strdup (topic));
}
