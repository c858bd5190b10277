/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures of the handler's authentication, for the reviewer who compares them. Every
 * look is written into the audit trail before the picture is shown.
 */
#include "hall-blobs.h"
#include "hall-move.h"
#include "hall-phone-store.h"
#include "hall-reply.h"
#include "hall-routes.h"

static void
set_not_found (HallContext *context, GError **error)
{
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                       hall_reply_say (context, "没有这张照片。", "There is no such picture."));
}

/* The newest authentication that was finished counts. NULL with @error if there is none. */
static GBytes *
load_picture (HallContext *context, const char *number, const char *name, GError **error)
{
  g_autoptr (GPtrArray) captures = hall_phone_store_list_done (context->db, number, error);

  if (captures == NULL)
    return NULL;
  for (guint i = 0; i < captures->len; i++)
    {
      const HallCapture *capture = g_ptr_array_index (captures, i);

      if (g_strcmp0 (capture->name, name) == 0)
        return hall_blobs_get (context->setup->vault, context->setup->blob_dir, capture->blob,
                               error);
    }
  set_not_found (context, error);
  return NULL;
}

static HallAnswer *
prepare_capture (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallRecord) record =
      hall_context_load_order (context, hall_request_get_arg (request, 0), error);
  GBytes *picture;

  if (record == NULL)
    return NULL;
  picture = load_picture (context, record->number, hall_request_get_arg (request, 1), error);
  if (picture != NULL)
    hall_context_set_prepared (context, picture, (GDestroyNotify) g_bytes_unref);
  return NULL;
}

static HallAnswer *
get_capture (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallCase) order = hall_case_load (context, hall_request_get_arg (request, 0), error);

  if (order == NULL
      || !hall_move_note_look (context, order, "view-capture", hall_request_get_arg (request, 1),
                               error))
    return NULL;
  return hall_answer_new_bytes (200, "image/jpeg", g_bytes_ref (context->prepared));
}

const HallRoute hall_routes_capture[] = {
  { "GET", HALL_PATH_CAPTURE, HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER), HALL_BODY_NONE, 0,
    HALL_ROUTE_WRITES, get_capture, prepare_capture },
  { NULL },
};
