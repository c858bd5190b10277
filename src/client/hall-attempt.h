/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sending one message once: within bounds of time and size, with the progress of its body.
 * For the files of this folder only.
 */
#pragma once

#include <libsoup/soup.h>

#include "hall-client.h"

/* What the caller wants to hear while the body of a message is sent. */
typedef struct
{
  HallProgressFunc func; /* (nullable) */
  gpointer data;
  gint64 total;
} HallAttemptProgress;

/**
 * hall_attempt_send_async:
 * @wait_s: how long the other side may hold the answer back on purpose
 * @progress: copied; its data must live as long as the attempt
 */
void hall_attempt_send_async (SoupSession *session,
                              SoupMessage *message,
                              guint wait_s,
                              const HallAttemptProgress *progress,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * hall_attempt_send_finish:
 * @error: %G_IO_ERROR_TIMED_OUT when nothing moved for too long, %G_IO_ERROR_MESSAGE_TOO_LARGE,
 *   or what libsoup and GIO say
 *
 * Returns: (transfer full): the body of the answer, whatever its status; NULL if there was none
 */
GBytes *hall_attempt_send_finish (GAsyncResult *result, GError **error);
