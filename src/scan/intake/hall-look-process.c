/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-look-process.h"

#include <string.h>

#include "hall-error.h"
#include "hall-render-ask.h"

#define MAX_ANSWER_BYTES (64 * 1024)

static HallLook *
say_damaged (void)
{
  HallLook *look = hall_look_new ();
  HallIssue issue = { .code = HALL_ISSUE_FILE_DAMAGED };

  g_ptr_array_add (look->findings, hall_finding_new ("", &issue));
  return look;
}

static GBytes *
text_to_bytes (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

GPtrArray *
hall_look_make_parts (GBytes *bytes, const HallLookOptions *options)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (JsonNode) plan = NULL;

  g_ptr_array_add (parts, text_to_bytes (hall_look_options_to_text (options)));
  g_ptr_array_add (parts, g_bytes_ref (bytes));
  if (options->sheet == NULL)
    return parts;
  plan = hall_sheet_plan_to_json (options->sheet->plan);
  g_ptr_array_add (parts, g_bytes_ref (options->sheet->pdf));
  g_ptr_array_add (parts, text_to_bytes (json_to_string (plan, FALSE)));
  return parts;
}

HallLook *
hall_look_run (GBytes *bytes,
               const HallLookOptions *options,
               guint max_seconds,
               GCancellable *cancellable,
               GError **error)
{
  static const char *const arguments[] = { "look", NULL };
  g_autoptr (GPtrArray) parts = hall_look_make_parts (bytes, options);
  HallRenderQuestion question = { arguments, parts, max_seconds, MAX_ANSWER_BYTES, NULL };
  g_autoptr (GError) inner = NULL;
  g_autoptr (GBytes) answer = NULL;
  HallLook *look = NULL;

  answer = hall_render_ask (&question, cancellable, &inner);
  if (answer == NULL && !g_error_matches (inner, HALL_ERROR, HALL_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return NULL;
    }
  if (answer != NULL)
    look =
        hall_look_parse (g_bytes_get_data (answer, NULL), (gssize) g_bytes_get_size (answer), NULL);
  return look != NULL ? look : say_damaged ();
}
