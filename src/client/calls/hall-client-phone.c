/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-phone.h"

#include "hall-exchange.h"
#include "hall-wire-finding.h"

char *
hall_client_phone_find_link (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  const char *page = uri != NULL ? g_strrstr (g_uri_get_path (uri), "/phone/") : NULL;
  g_auto (GStrv) texts = page != NULL ? hall_path_match (HALL_PATH_PHONE_PAGE, page) : NULL;

  return texts != NULL ? g_strdup (texts[0]) : NULL;
}

static gpointer
read_visit (HallJson *json)
{
  return hall_phone_visit_read (json);
}

/* Every one of these can be asked for again without harm. */
static void
start (HallExchange *call,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  hall_exchange_set_anonymous (call);
  hall_exchange_set_repeatable (call);
  hall_exchange_start (call, tag, cancellable, callback, user_data);
}

void
hall_client_open_visit_async (HallClient *self,
                              const char *link,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_PHONE, link, NULL));

  hall_exchange_read_json (call, read_visit, (GDestroyNotify) hall_phone_visit_free);
  start (call, hall_client_open_visit_async, cancellable, callback, user_data);
}

void
hall_client_give_face_consent_async (HallClient *self,
                                     const char *link,
                                     const HallPhoneVisit *visit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT", hall_path_fill (HALL_PATH_PHONE_CONSENT, link, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "id", visit->consent_id);
  hall_wire_add_text (builder, "version", visit->consent_version);
  hall_wire_add_text (builder, "sha256", visit->consent_sha256);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  start (call, hall_client_give_face_consent_async, cancellable, callback, user_data);
}

void
hall_client_put_picture_async (HallClient *self,
                               const char *link,
                               const char *picture,
                               GBytes *jpeg,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT",
                         hall_path_fill (HALL_PATH_PHONE_CAPTURE, link, picture, NULL));

  hall_exchange_set_body (call, "image/jpeg", jpeg);
  start (call, hall_client_put_picture_async, cancellable, callback, user_data);
}

void
hall_client_finish_visit_async (HallClient *self,
                                const char *link,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_PHONE_FINISH, link, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  start (call, hall_client_finish_visit_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_open_visit, HallPhoneVisit)
HALL_EXCHANGE_FINISH_BOOL (hall_client_give_face_consent)
HALL_EXCHANGE_FINISH_BOOL (hall_client_put_picture)
HALL_EXCHANGE_FINISH_BOOL (hall_client_finish_visit)
