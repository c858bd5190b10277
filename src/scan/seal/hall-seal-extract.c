/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-extract.h"

#include <string.h>

#include "hall-error.h"
#include "hall-look-process.h"
#include "hall-render-ask.h"

#define MAX_SECONDS      20
#define MAX_ANSWER_BYTES (16 * 1024 * 1024)
#define NOTHING          "none\n" /* as hall-render-seal.c says it */

HallSealImage *
hall_seal_extract (GBytes *bytes,
                   HallMediaType media_type,
                   const HallPrintedSheet *sheet,
                   GCancellable *cancellable,
                   GError **error)
{
  static const char *const arguments[] = { "seal", NULL };
  const HallLookOptions options = { .media_type = media_type,
                                    .is_for_slot = TRUE,
                                    .document = HALL_DOCUMENT_SEAL_SHEET,
                                    .is_by_hand = TRUE,
                                    .sheet = sheet };
  g_autoptr (GPtrArray) parts = hall_look_make_parts (bytes, &options);
  HallRenderQuestion question = { arguments, parts, MAX_SECONDS, MAX_ANSWER_BYTES };
  g_autoptr (GBytes) answer = hall_render_ask (&question, cancellable, error);

  if (answer == NULL)
    return NULL;
  if (g_bytes_get_size (answer) == strlen (NOTHING)
      && memcmp (g_bytes_get_data (answer, NULL), NOTHING, strlen (NOTHING)) == 0)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "no impression was found");
      return NULL;
    }
  return hall_seal_image_parse (answer, error);
}
