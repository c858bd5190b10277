/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the helper answers begins with a line of JSON: of the page or document, or
 * {"findings": […]} if it cannot be done.
 */
#include "hall-fit.h"

#include <string.h>

#include "hall-error.h"
#include "hall-render-ask.h"
#include "hall-wire-finding.h"

#define OPEN_SECONDS    30
#define MAKE_SECONDS    120
#define MAX_OPEN_ANSWER (HALL_FIT_PREVIEW_SIDE * HALL_FIT_PREVIEW_SIDE * 3 + 64 * 1024)
#define MAX_MAKE_ANSWER (64 * 1024 * 1024)
#define FAILURE         "{\"findings\":"
#define MAX_FAILURE     (16 * 1024)

/* The file itself is at fault, as far as can be said: it cost the helper its life. */
static void
set_damaged (GError **error)
{
  g_auto (HallIssue) issue = { .code = HALL_ISSUE_FILE_DAMAGED };
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_autofree char *sentence = hall_issue_format (&issue, HALL_LANG_EN);

  g_ptr_array_add (findings, hall_finding_new ("document", &issue));
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, sentence);
  if (error != NULL)
    hall_error_set_findings (*error, findings);
}

/* FALSE if the answer is none of a failure. */
static gboolean
take_failure (GBytes *answer, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (answer, &size);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *sentence = NULL;

  if (size < strlen (FAILURE) || size > MAX_FAILURE
      || memcmp (data, FAILURE, strlen (FAILURE)) != 0)
    return FALSE;
  root = hall_json_parse ("answer", data, (gssize) size, NULL);
  if (root != NULL)
    {
      json = hall_json_new ("answer", root);
      findings = hall_wire_read_findings (json, "findings");
    }
  if (findings == NULL || findings->len == 0)
    {
      set_damaged (error);
      return TRUE;
    }
  sentence =
      hall_issue_format (&((HallFinding *) g_ptr_array_index (findings, 0))->issue, HALL_LANG_EN);
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, sentence);
  if (error != NULL)
    hall_error_set_findings (*error, findings);
  return TRUE;
}

/* (transfer full) (nullable) */
static GBytes *
ask (const HallRenderQuestion *question, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (GBytes) answer = hall_render_ask (question, cancellable, &inner);

  if (answer != NULL && !take_failure (answer, error))
    return g_steal_pointer (&answer);
  if (g_error_matches (inner, HALL_ERROR, HALL_ERROR_INVALID))
    set_damaged (error);
  else if (inner != NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  return NULL;
}

HallFitPage *
hall_fit_open (GBytes *bytes, guint page, GCancellable *cancellable, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *const arguments[] = { "fit-open", number, NULL };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  HallRenderQuestion question = { arguments, parts, OPEN_SECONDS, MAX_OPEN_ANSWER, NULL };
  g_autoptr (GBytes) answer = NULL;
  HallFitPage *found;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_ptr_array_add (parts, bytes);
  answer = ask (&question, cancellable, error);
  if (answer == NULL)
    return NULL;
  found = hall_fit_page_read (answer, NULL);
  if (found == NULL)
    set_damaged (error);
  return found;
}

HallFitDocument *
hall_fit_make (const HallFitWish *wish, gint *per_cent, GCancellable *cancellable, GError **error)
{
  static const char *const arguments[] = { "fit-make", NULL };
  g_autoptr (GPtrArray) parts = NULL;
  HallRenderQuestion question = { arguments, NULL, MAKE_SECONDS, MAX_MAKE_ANSWER, per_cent };
  g_autoptr (GBytes) answer = NULL;
  HallFitDocument *made;

  g_return_val_if_fail (wish->inputs->len >= 1 && wish->inputs->len <= HALL_FIT_MAX_INPUTS, NULL);
  g_return_val_if_fail (wish->layout != HALL_FIT_AS_JPEG || wish->inputs->len == 1, NULL);
  g_return_val_if_fail (wish->layout != HALL_FIT_ID_CARD || wish->inputs->len == 2, NULL);
  parts = hall_fit_wish_to_parts (wish);
  question.parts = parts;
  answer = ask (&question, cancellable, error);
  if (answer == NULL)
    return NULL;
  made = hall_fit_document_read (answer, NULL);
  if (made == NULL || g_bytes_get_size (made->bytes) > wish->max_bytes)
    {
      g_clear_pointer (&made, hall_fit_document_free);
      set_damaged (error);
    }
  return made;
}
