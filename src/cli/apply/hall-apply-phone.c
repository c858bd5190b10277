/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying the handler. At a practice hall the phone is played, by what the page on it calls; at
 * a real one the link is given to the person.
 */
#include "hall-apply-private.h"
#include "hall-await.h"
#include "hall-client-phone.h"
#include "hall-error.h"
#include "hall-practice-picture.h"

/* What a picture is called among the documents. */
static const struct
{
  const char *picture;
  const char *file;
} files[] = {
  { "id-portrait", "id_front" }, { "id-emblem", "id_back" }, { "action-1", "frame_1" },
  { "action-2", "frame_2" },     { "action-3", "frame_3" },
};

/* (transfer full) (nullable): of the folder */
static GBytes *
find_picture (HallApply *self, const char *id)
{
  static const char *const endings[] = { ".jpg", ".jpeg" };

  for (gsize i = 0; i < G_N_ELEMENTS (files) * G_N_ELEMENTS (endings); i++)
    {
      const char *file = files[i / G_N_ELEMENTS (endings)].file;
      g_autofree char *name = g_strconcat (file, endings[i % G_N_ELEMENTS (endings)], NULL);
      g_autofree char *path = g_build_filename (self->options->documents, name, NULL);
      g_autoptr (GMappedFile) content = NULL;

      if (g_strcmp0 (files[i / G_N_ELEMENTS (endings)].picture, id) != 0)
        continue;
      content = g_mapped_file_new (path, FALSE, NULL);
      if (content != NULL)
        return g_mapped_file_get_bytes (content);
    }
  return NULL;
}

static gboolean
send_picture (HallApply *self, const char *link, const HallPhonePicture *picture, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  g_autoptr (GBytes) jpeg = find_picture (self, picture->id);
  g_autoptr (GAsyncResult) sent = NULL;

  if (jpeg == NULL)
    jpeg = hall_practice_picture_draw (picture->label, error);
  if (jpeg == NULL)
    return FALSE;
  hall_client_put_picture_async (client, link, picture->id, jpeg, NULL, hall_await_cb, &sent);
  return hall_client_put_picture_finish (client, hall_await (&sent), error);
}

static gboolean
give_consent (HallApply *self, const char *link, const HallPhoneVisit *visit, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  g_autoptr (GAsyncResult) given = NULL;

  hall_client_give_face_consent_async (client, link, visit, NULL, hall_await_cb, &given);
  return hall_client_give_face_consent_finish (client, hall_await (&given), error);
}

static HallPhoneVisit *
open_visit (HallApply *self, const char *link, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  g_autoptr (GAsyncResult) opened = NULL;

  hall_client_open_visit_async (client, link, NULL, hall_await_cb, &opened);
  return hall_client_open_visit_finish (client, hall_await (&opened), error);
}

static gboolean
finish_visit (HallApply *self, const char *link, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  g_autoptr (GAsyncResult) finished = NULL;

  hall_client_finish_visit_async (client, link, NULL, hall_await_cb, &finished);
  return hall_client_finish_visit_finish (client, hall_await (&finished), error);
}

/* From the consent to the last picture; what the hall has already is not sent again. */
static HallApplyTurn
play_phone (HallApply *self, const char *link, GError **error)
{
  g_autoptr (HallPhoneVisit) visit = open_visit (self, link, error);

  if (visit == NULL)
    return HALL_APPLY_FAILED;
  if (g_strcmp0 (visit->state, "waiting") == 0 && !give_consent (self, link, visit, error))
    return HALL_APPLY_FAILED;
  for (guint i = 0; i < visit->pictures->len; i++)
    {
      const HallPhonePicture *picture = g_ptr_array_index (visit->pictures, i);

      if (!picture->done && !send_picture (self, link, picture, error))
        return HALL_APPLY_FAILED;
    }
  if (!finish_visit (self, link, error))
    return HALL_APPLY_FAILED;
  self->outdated = TRUE;
  return HALL_APPLY_ON;
}

static HallApplyTurn
renew_link (HallApply *self, GError **error)
{
  g_autoptr (GAsyncResult) renewed = NULL;

  hall_order_watch_renew_auth_async (self->watch, NULL, hall_await_cb, &renewed);
  if (!hall_order_watch_renew_auth_finish (self->watch, hall_await (&renewed), error))
    return HALL_APPLY_FAILED;
  return HALL_APPLY_ON;
}

HallApplyTurn
hall_apply_verify (HallApply *self, GError **error)
{
  const HallOrder *order = hall_apply_get_order (self);
  g_autofree char *link = NULL;

  if (order->sub[HALL_SUBSTATE_AUTH] == HALL_AUTH_ALTERNATIVE)
    {
      hall_apply_remark (self, HALL_CLI_TEXT_VERIFIED_OTHERWISE, NULL, NULL);
      return HALL_APPLY_STOPPED;
    }
  if (order->auth == NULL || order->auth->expires_s <= hall_session_get_now_s (self->session))
    return renew_link (self, error);
  if (!hall_apply_is_practice (self))
    {
      hall_apply_remark (self, HALL_CLI_TEXT_PHONE_NEEDED, order->auth->url, NULL);
      return HALL_APPLY_STOPPED;
    }
  link = hall_client_phone_find_link (order->auth->url);
  if (link != NULL)
    return play_phone (self, link, error);
  g_set_error (error, HALL_ERROR, HALL_ERROR_INTERNAL, "%s: not the link of a phone page",
               order->auth->url);
  return HALL_APPLY_FAILED;
}
