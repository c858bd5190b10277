/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one-time links behind the authentication code, and the pictures taken with them.
 */
#pragma once

#include "hall-db.h"
#include "hall-vault.h"

#define HALL_PHONE_N_ACTIONS 3

typedef enum
{
  HALL_LINK_WAITING,
  HALL_LINK_CONSENTED,
  HALL_LINK_DONE,
  HALL_LINK_VOID, /* replaced, declined or failed */
  HALL_N_LINK_STATES
} HallLinkState;

typedef struct
{
  char *token;
  char *order;
  HallLinkState state;
  char **actions; /* ids of the movements asked for, HALL_PHONE_N_ACTIONS of them */
  gint64 created_s;
  gint64 expires_s;
} HallLink;

/* One picture: its name and where it is. */
typedef struct
{
  char *name; /* "id-portrait", "action-2" */
  char *blob;
  char *sha256;
} HallCapture;

void hall_link_free (HallLink *self);
void hall_capture_free (HallCapture *self);
const char *hall_link_state_get_name (HallLinkState state);

gboolean
hall_phone_store_add (HallDb *db, const HallVault *vault, const HallLink *link, GError **error);

/* NULL without @error if nobody was given that token. */
HallLink *
hall_phone_store_get (HallDb *db, const HallVault *vault, const char *token, GError **error);

/* The newest link of an order, whatever its state; of two made in one second the one that can
 * still be used. NULL without @error. */
HallLink *
hall_phone_store_get_newest (HallDb *db, const HallVault *vault, const char *order, GError **error);

/* Links made for an order since @since_s; -1 with @error. */
gint64 hall_phone_store_count (HallDb *db, const char *order, gint64 since_s, GError **error);

gboolean
hall_phone_store_set_state (HallDb *db, const char *token, HallLinkState state, GError **error);

/* Makes every link of an order that is not done void. */
gboolean hall_phone_store_void_all (HallDb *db, const char *order, GError **error);

/* @replaced: (out) (transfer full) (nullable): blob of the picture that was there before */
gboolean hall_phone_store_put_capture (HallDb *db,
                                       const HallLink *link,
                                       const HallCapture *capture,
                                       gint64 now_s,
                                       char **replaced,
                                       GError **error);

/* The pictures of one link. Returns: (element-type HallCapture) */
GPtrArray *hall_phone_store_list_captures (HallDb *db, const char *token, GError **error);

/* The pictures of an order's newest finished link; empty if there is none. */
GPtrArray *hall_phone_store_list_done (HallDb *db, const char *order, GError **error);

/* Forgets the pictures of a link that came to nothing. */
gboolean hall_phone_store_forget_captures (HallDb *db, const char *token, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallLink, hall_link_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCapture, hall_capture_free)
