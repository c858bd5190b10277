/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-look-process.h"

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

HallLook *
hall_look_run (GBytes *bytes,
               const HallLookOptions *options,
               guint max_seconds,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *pages = g_strdup_printf ("%u", options->max_pages);
  const char *arguments[] = { "look", hall_media_type_get_name (options->media_type),
                              options->wants_code ? "code" : "no-code", pages, NULL };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  HallRenderQuestion question = { arguments, parts, max_seconds, MAX_ANSWER_BYTES, NULL };
  g_autoptr (GError) inner = NULL;
  g_autoptr (GBytes) answer = NULL;
  HallLook *look = NULL;

  g_ptr_array_add (parts, bytes);
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
