/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Following something at the hall by one waiting call after the other. For this layer only.
 * Lost connections are outlived: it goes on when the session's line is back, and when somebody
 * has signed in again. Another hall stops it.
 */
#pragma once

#include "hall-session.h"

typedef struct _HallFollow HallFollow;

typedef struct
{
  /* Begins the next call, under @cancellable. */
  void (*ask) (gpointer owner,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data);

  /* Ends it; @news: whether anything was new. Not called once the owner has stopped. */
  gboolean (*take) (gpointer owner, GAsyncResult *result, gboolean *news, GError **error);

  /* (nullable): An error that waiting does not mend: not found, not allowed, not understood. */
  void (*failed) (gpointer owner, const GError *error);
} HallFollowFuncs;

/* @owner: not owned; frees the follow before it goes itself */
HallFollow *hall_follow_new (HallSession *session, const HallFollowFuncs *funcs, gpointer owner);

/* Safe from within the functions above. */
void hall_follow_free (HallFollow *self);

/* Asks now; again after what runs or waits has been given up. */
void hall_follow_restart (HallFollow *self);
void hall_follow_stop (HallFollow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallFollow, hall_follow_free)
