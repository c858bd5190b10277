/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Remembering who is signed in: a secret for each hall and each kind of person, in the system's
 * own safe place. Where there is none it is kept in memory, and the caller is told, so that the
 * person can be.
 */
#pragma once

#include <gio/gio.h>

#define HALL_TYPE_SECRETS (hall_secrets_get_type ())
G_DECLARE_FINAL_TYPE (HallSecrets, hall_secrets, HALL, SECRETS, GObject)

typedef enum
{
  HALL_SECRETS_NOWHERE,
  HALL_SECRETS_MEMORY, /* gone when the program ends */
  HALL_SECRETS_SYSTEM, /* secret service, Credential Manager */
} HallSecretsPlace;

HallSecrets *hall_secrets_new (void);

/* The system's place is neither asked nor changed: for programs that sign in each time they run. */
HallSecrets *hall_secrets_new_in_memory (void);

/**
 * hall_secrets_store_async:
 * @hall: the address of a hall
 * @who: a word for the kind of person: there can be one secret for each
 */
void hall_secrets_store_async (HallSecrets *self,
                               const char *hall,
                               const char *who,
                               const char *secret,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * hall_secrets_store_finish:
 * @error: only %G_IO_ERROR_CANCELLED
 *
 * Returns: where it is kept now; %HALL_SECRETS_NOWHERE with @error
 */
HallSecretsPlace
hall_secrets_store_finish (HallSecrets *self, GAsyncResult *result, GError **error);

void hall_secrets_lookup_async (HallSecrets *self,
                                const char *hall,
                                const char *who,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* (transfer full) (nullable): NULL without @error if there is none. */
char *hall_secrets_lookup_finish (HallSecrets *self,
                                  GAsyncResult *result,
                                  HallSecretsPlace *place,
                                  GError **error);

void hall_secrets_clear_async (HallSecrets *self,
                               const char *hall,
                               const char *who,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* FALSE only when cancelled. */
gboolean hall_secrets_clear_finish (HallSecrets *self, GAsyncResult *result, GError **error);
