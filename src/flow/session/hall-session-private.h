/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a session, for the files that are its body.
 */
#pragma once

#include "hall-backoff.h"
#include "hall-session.h"

struct _HallSession
{
  GObject parent_instance;

  HallPart part;
  HallClient *client;
  HallSecrets *secrets;
  HallLocalHall *local;   /* (nullable): when connected to it */
  HallInfo *info;         /* (nullable) */
  HallIdentity *identity; /* (nullable) */
  char *mobile;           /* (nullable) */
  char *new_password;     /* (nullable): for the next sign-in of staff */
  HallSecretsPlace remembered;
  GHashTable *catalogs; /* project -> HallCatalog */

  gboolean connected;
  GCancellable *stay; /* cancelled when the hall is left */
  HallBackoff probing;
  gboolean probe_runs;
};

/* No hall any more: everything in the background is cancelled, @stay is another one. */
void hall_session_leave (HallSession *self);

/* A hall has been found; says so. */
void hall_session_settle (HallSession *self);

/* @identity: (nullable) (transfer full) */
void hall_session_take_identity (HallSession *self, HallIdentity *identity);

void hall_session_set_remembered (HallSession *self, HallSecretsPlace place);
void hall_session_forget_secret (HallSession *self);

/* "staff" or "handler": for whom a secret is kept. */
const char *hall_session_get_who (HallSession *self);
