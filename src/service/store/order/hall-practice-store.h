/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The memory of the sandbox carriers and banks: what they were given, by idempotency key.
 */
#pragma once

#include "hall-db.h"

typedef struct
{
  gint64 id;
  char *kind;      /* "sms", "bank-remark" */
  char *recipient; /* a mobile number, an account */
  char *text;      /* what the recipient reads */
  gint64 amount_fen;
  char *order;  /* (nullable) */
  char *result; /* of a transfer: "" or a reason code */
  gint64 at_s;
} HallPracticeMessage;

void hall_practice_message_free (HallPracticeMessage *self);

/* A key that was given before changes nothing. */
gboolean hall_practice_store_add (HallDb *db,
                                  const char *key,
                                  const HallPracticeMessage *message,
                                  GError **error);

/* NULL without @error if the key was never given. */
HallPracticeMessage *hall_practice_store_find (HallDb *db, const char *key, GError **error);

/* The newest first. Returns: (element-type HallPracticeMessage) */
GPtrArray *hall_practice_store_list (HallDb *db, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPracticeMessage, hall_practice_message_free)
