/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the handlers of routes have in common: reading a JSON body, answering with an
 * order, answering "nothing new" to who has the newest version.
 */
#pragma once

#include "hall-facts.h"
#include "hall-json.h"
#include "hall-route.h"

/* The body, to be read; it lives as long as the request. Returns: (transfer full) */
HallJson *hall_reply_open_body (const HallRequest *request);

/* The order as the caller may see it, with its ETag. NULL with @error. */
HallAnswer *
hall_reply_order (HallContext *context, const HallCase *order, guint status, GError **error);

/* The same after a change: everything is read anew, so that the answer says what is kept. */
HallAnswer *hall_reply_moved (HallContext *context, const HallCase *order, GError **error);

/* FALSE with HALL_ERROR_STALE if If-Match names another version. */
gboolean hall_reply_check_match (const HallContext *context,
                                 const HallRequest *request,
                                 const HallRecord *record,
                                 GError **error);

/* Whether an entity tag stands for @version. @tag: (nullable) */
gboolean hall_reply_matches (const char *tag, gint64 version);

/* Whether the client has @version already. */
gboolean hall_reply_is_known (const HallRequest *request, gint64 version);

/* 304 with the ETag; a client that waits sleeps until @topic changes. */
HallAnswer *hall_reply_not_modified (gint64 version, const char *topic);

/* One of two sentences, in the caller's language. */
const char *hall_reply_say (const HallContext *context, const char *zh, const char *en)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/* An error that is about one field. */
void hall_reply_set_field_error (GError **error,
                                 const HallContext *context,
                                 const char *field,
                                 HallIssueCode code,
                                 const char *arg);

/* The rows asked for with ?limit=, 50 without it. FALSE with @error if it is no such number. */
gboolean hall_reply_read_limit (const HallRequest *request, guint *limit, GError **error);
