/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hall one is connected to, and who one is there. Everything else in this layer hangs on a
 * session: it has the client, the catalogues and the line, which it restores by itself.
 *
 * Signals, all without parameters:
 *  - "hall-changed": another hall, or none; ask hall_session_get_info()
 *  - "link-changed": the line was lost or is back; ask hall_session_get_link()
 *  - "identity-changed": signed in or out; ask hall_session_get_identity()
 *  - "signed-out": the hall no longer accepts the token; comes after "identity-changed", and not
 *    when one signed out oneself
 *  - "remembered-changed": ask hall_session_get_remembered()
 */
#pragma once

#include "hall-client-account.h"
#include "hall-local-hall.h"
#include "hall-secrets.h"

/* Which part the person plays: the two sign in differently, and are remembered apart. */
typedef enum
{
  HALL_PART_HANDLER,
  HALL_PART_STAFF,
} HallPart;

typedef enum
{
  HALL_LINK_NONE, /* no hall */
  HALL_LINK_ONLINE,
  HALL_LINK_OFFLINE, /* the hall does not answer; the session goes on trying */
} HallLink;

#define HALL_TYPE_SESSION (hall_session_get_type ())
G_DECLARE_FINAL_TYPE (HallSession, hall_session, HALL, SESSION, GObject)

HallSession *hall_session_new (HallPart part, HallLang lang);

/* Where tokens are remembered. A session has a place of its own; several can share one. */
void hall_session_set_secrets (HallSession *self, HallSecrets *secrets);

/**
 * hall_session_connect_async:
 * @address: as typed
 *
 * Leaves the hall one was connected to. Signs in whoever is remembered there.
 */
void hall_session_connect_async (HallSession *self,
                                 const char *address,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* The same with the practice hall on this computer, which is started if it does not run. */
void hall_session_connect_local_async (HallSession *self,
                                       HallLocalHall *local,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* For both. When it fails there is no hall. */
gboolean hall_session_connect_finish (HallSession *self, GAsyncResult *result, GError **error);

/* Leaves the hall; one stays remembered there. */
void hall_session_disconnect (HallSession *self);

void hall_session_register_async (HallSession *self,
                                  const char *mobile,
                                  const char *sms_code,
                                  const char *password,
                                  gboolean remember,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean hall_session_register_finish (HallSession *self, GAsyncResult *result, GError **error);

/**
 * hall_session_sign_in_async:
 * @name: a handler's mobile number, or the login name of staff, by the session's part
 * @remember: keep the token in the system's safe place until one signs out
 */
void hall_session_sign_in_async (HallSession *self,
                                 const char *name,
                                 const char *password,
                                 gboolean remember,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* (nullable): What staff put in place of their password with the next sign-in; then forgotten. */
void hall_session_set_new_password (HallSession *self, const char *new_password);
gboolean hall_session_sign_in_finish (HallSession *self, GAsyncResult *result, GError **error);

/* At once here, whether the hall hears of it or not; and forgotten. */
void hall_session_sign_out (HallSession *self);

/**
 * hall_session_load_catalog_async:
 *
 * Fetched once, then again only when the hall has said that there is a newer one.
 */
void hall_session_load_catalog_async (HallSession *self,
                                      const char *project,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
HallCatalog *
hall_session_load_catalog_finish (HallSession *self, GAsyncResult *result, GError **error);

/* (nullable): what has been loaded. */
HallCatalog *hall_session_get_catalog (HallSession *self, const char *project);

HallPart hall_session_get_part (HallSession *self);
HallLang hall_session_get_lang (HallSession *self);

/* For the calls that need no flow: SMS codes, password reset, forms, practice settings. */
HallClient *hall_session_get_client (HallSession *self);

HallLink hall_session_get_link (HallSession *self);

/* A practice hall of our own, on this computer. */
gboolean hall_session_is_local (HallSession *self);

/* (nullable): NULL without a hall. */
const HallInfo *hall_session_get_info (HallSession *self);
const char *hall_session_get_address (HallSession *self);

/* (nullable): A name for the hall that stays, also when a practice hall moves to another port. */
const char *hall_session_get_hall_key (HallSession *self);

/* (nullable): NULL while nobody is signed in. */
const HallIdentity *hall_session_get_identity (HallSession *self);

/* (nullable): The mobile number as typed when signing in; not known to who is remembered. */
const char *hall_session_get_mobile (HallSession *self);

/* Where the token is kept for the next time. */
HallSecretsPlace hall_session_get_remembered (HallSession *self);

/* What time it is at the hall. */
gint64 hall_session_get_now_s (HallSession *self);

/* What day it is in China by the hall's clock: the day fields are judged on. */
void hall_session_get_today (HallSession *self, GDate *today);

/* Tries the line now, if it is lost, instead of after the pause. */
void hall_session_hurry (HallSession *self);
