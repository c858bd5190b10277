/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-account.h"

#include "hall-exchange.h"
#include "hall-catalog-load.h"
#include "hall-wire-finding.h"

static const char *const purposes[HALL_N_SMS_PURPOSES] = {
  [HALL_SMS_REGISTER] = "register",
  [HALL_SMS_RESET] = "reset",
};

void
hall_sms_code_free (HallSmsCode *self)
{
  g_free (self);
}

static gpointer
read_info (HallJson *json)
{
  return hall_wire_read_info (json);
}

static gpointer
read_identity (HallJson *json)
{
  return hall_wire_read_identity (json);
}

static gpointer
read_sms_code (HallJson *json)
{
  HallSmsCode *code = g_new0 (HallSmsCode, 1);

  code->expires_s = hall_wire_read_time (json, "expires_at");
  code->resend_s = hall_wire_read_time (json, "resend_at");
  if (!hall_json_failed (json))
    return code;
  hall_sms_code_free (code);
  return NULL;
}

/* What stands in @data is the catalogue the caller has. */
static gpointer
read_catalog (const HallExchangeReply *reply, gpointer data, GError **error)
{
  HallCatalog *known = data;

  if (reply->status == SOUP_STATUS_NOT_MODIFIED && known != NULL)
    return hall_catalog_ref (known);
  return hall_catalog_load_bytes ("catalog", reply->body, error);
}

/* A body of texts: pairs of member and value, then NULL. */
static void
set_texts (HallExchange *call, ...)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *member;
  va_list args;

  json_builder_begin_object (builder);
  va_start (args, call);
  while ((member = va_arg (args, const char *)) != NULL)
    hall_wire_add_text (builder, member, va_arg (args, const char *));
  va_end (args);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
}

void
hall_client_check_health_async (HallClient *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_HEALTH, NULL));

  hall_exchange_set_anonymous (call);
  hall_exchange_set_once (call);
  hall_exchange_start (call, hall_client_check_health_async, cancellable, callback, user_data);
}

void
hall_client_get_info_async (HallClient *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_HALL, NULL));

  hall_exchange_set_anonymous (call);
  hall_exchange_read_json (call, read_info, (GDestroyNotify) hall_info_free);
  hall_exchange_start (call, hall_client_get_info_async, cancellable, callback, user_data);
}

void
hall_client_get_catalog_async (HallClient *self,
                               const char *project,
                               HallCatalog *known,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_PROJECT, project, NULL));

  hall_exchange_set_anonymous (call);
  if (known != NULL)
    {
      g_autofree char *etag = g_strdup_printf ("\"%s\"", known->sha256);

      hall_exchange_add_header (call, "If-None-Match", etag);
      hall_catalog_ref (known);
    }
  hall_exchange_read_with (call, read_catalog, (GDestroyNotify) hall_catalog_unref, known,
                           known != NULL ? (GDestroyNotify) hall_catalog_unref : NULL);
  hall_exchange_start (call, hall_client_get_catalog_async, cancellable, callback, user_data);
}

void
hall_client_request_sms_code_async (HallClient *self,
                                    const char *mobile,
                                    HallSmsPurpose purpose,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_SMS_CODES, NULL));

  hall_exchange_set_anonymous (call);
  set_texts (call, "mobile", mobile, "purpose", purposes[purpose], NULL);
  hall_exchange_read_json (call, read_sms_code, (GDestroyNotify) hall_sms_code_free);
  hall_exchange_start (call, hall_client_request_sms_code_async, cancellable, callback, user_data);
}

void
hall_client_register_async (HallClient *self,
                            const char *mobile,
                            const char *sms_code,
                            const char *password,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_ACCOUNTS, NULL));

  hall_exchange_set_anonymous (call);
  set_texts (call, "mobile", mobile, "sms_code", sms_code, "password", password, NULL);
  hall_exchange_read_json (call, read_identity, (GDestroyNotify) hall_identity_free);
  hall_exchange_start (call, hall_client_register_async, cancellable, callback, user_data);
}

void
hall_client_sign_in_async (HallClient *self,
                           const char *mobile,
                           const char *password,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_SESSIONS, NULL));

  hall_exchange_set_anonymous (call);
  set_texts (call, "mobile", mobile, "password", password, NULL);
  hall_exchange_read_json (call, read_identity, (GDestroyNotify) hall_identity_free);
  hall_exchange_start (call, hall_client_sign_in_async, cancellable, callback, user_data);
}

void
hall_client_sign_in_staff_async (HallClient *self,
                                 const char *name,
                                 const char *password,
                                 const char *new_password,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_STAFF_SESSIONS, NULL));

  hall_exchange_set_anonymous (call);
  if (new_password != NULL)
    set_texts (call, "name", name, "password", password, "new_password", new_password, NULL);
  else
    set_texts (call, "name", name, "password", password, NULL);
  hall_exchange_read_json (call, read_identity, (GDestroyNotify) hall_identity_free);
  hall_exchange_start (call, hall_client_sign_in_staff_async, cancellable, callback, user_data);
}

void
hall_client_sign_out_async (HallClient *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "DELETE", hall_path_fill (HALL_PATH_SESSION, NULL));

  hall_exchange_start (call, hall_client_sign_out_async, cancellable, callback, user_data);
}

void
hall_client_get_account_async (HallClient *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_ACCOUNT, NULL));

  hall_exchange_read_json (call, read_identity, (GDestroyNotify) hall_identity_free);
  hall_exchange_start (call, hall_client_get_account_async, cancellable, callback, user_data);
}

void
hall_client_reset_password_async (HallClient *self,
                                  const char *mobile,
                                  const char *sms_code,
                                  const char *password,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_PASSWORD_RESETS, NULL));

  hall_exchange_set_anonymous (call);
  set_texts (call, "mobile", mobile, "sms_code", sms_code, "password", password, NULL);
  hall_exchange_start (call, hall_client_reset_password_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH_BOOL (hall_client_check_health)
HALL_EXCHANGE_FINISH (hall_client_get_info, HallInfo)
HALL_EXCHANGE_FINISH (hall_client_get_catalog, HallCatalog)
HALL_EXCHANGE_FINISH (hall_client_request_sms_code, HallSmsCode)
HALL_EXCHANGE_FINISH (hall_client_register, HallIdentity)
HALL_EXCHANGE_FINISH (hall_client_sign_in, HallIdentity)
HALL_EXCHANGE_FINISH (hall_client_sign_in_staff, HallIdentity)
HALL_EXCHANGE_FINISH_BOOL (hall_client_sign_out)
HALL_EXCHANGE_FINISH (hall_client_get_account, HallIdentity)
HALL_EXCHANGE_FINISH_BOOL (hall_client_reset_password)
