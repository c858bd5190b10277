/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls about the hall itself and about who uses it. What they have in common is in
 * hall-client.h.
 */
#pragma once

#include "hall-catalog.h"
#include "hall-client.h"
#include "hall-wire-hall.h"

/* What an SMS code is asked for. */
typedef enum
{
  HALL_SMS_REGISTER,
  HALL_SMS_RESET,
  HALL_N_SMS_PURPOSES
} HallSmsPurpose;

/* A code on its way to a telephone. */
typedef struct
{
  gint64 expires_s; /* by the hall's clock */
  gint64 resend_s;  /* from when another can be asked for */
} HallSmsCode;

/* Whether the hall can serve. Asked once, never again by itself. */
void hall_client_check_health_async (HallClient *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean hall_client_check_health_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_get_info_async (HallClient *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
HallInfo *hall_client_get_info_finish (HallClient *self, GAsyncResult *result, GError **error);

/**
 * hall_client_get_catalog_async:
 * @known: (nullable): what is known of the project; given back if it is still the newest
 */
void hall_client_get_catalog_async (HallClient *self,
                                    const char *project,
                                    HallCatalog *known,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
HallCatalog *
hall_client_get_catalog_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_request_sms_code_async (HallClient *self,
                                         const char *mobile,
                                         HallSmsPurpose purpose,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
HallSmsCode *
hall_client_request_sms_code_finish (HallClient *self, GAsyncResult *result, GError **error);

/* The identity comes with a token; hall_client_set_token() is the caller's business. */
void hall_client_register_async (HallClient *self,
                                 const char *mobile,
                                 const char *sms_code,
                                 const char *password,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
HallIdentity *hall_client_register_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_sign_in_async (HallClient *self,
                                const char *mobile,
                                const char *password,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
HallIdentity *hall_client_sign_in_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @new_password: (nullable): takes the place of @password, which may be one for once */
void hall_client_sign_in_staff_async (HallClient *self,
                                      const char *name,
                                      const char *password,
                                      const char *new_password,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
HallIdentity *
hall_client_sign_in_staff_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_sign_out_async (HallClient *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean hall_client_sign_out_finish (HallClient *self, GAsyncResult *result, GError **error);

/* Who the token belongs to; the identity has none itself. */
void hall_client_get_account_async (HallClient *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
HallIdentity *
hall_client_get_account_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_reset_password_async (HallClient *self,
                                       const char *mobile,
                                       const char *sms_code,
                                       const char *password,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean hall_client_reset_password_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_sms_code_free (HallSmsCode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSmsCode, hall_sms_code_free)
