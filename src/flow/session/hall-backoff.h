/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trying something again after pauses that grow. For this layer only.
 */
#pragma once

#include <glib.h>

typedef struct
{
  guint first_ms;
  guint max_ms;
  guint next_ms;
  guint source; /* 0: nothing is scheduled */
  GSourceOnceFunc func;
  gpointer data;
} HallBackoff;

/* @func: called in the default main context, once for each hall_backoff_schedule() */
void hall_backoff_init (
    HallBackoff *self, guint first_ms, guint max_ms, GSourceOnceFunc func, gpointer data);

/* After the next pause, but not before @at_least_ms; nothing if it is scheduled already. */
void hall_backoff_schedule (HallBackoff *self, guint at_least_ms);

/* If it is scheduled: at once instead. */
void hall_backoff_hurry (HallBackoff *self);

/* Not any more; the next pause stays as long as it has grown. */
void hall_backoff_cancel (HallBackoff *self);

/* Nothing is scheduled any more, and the next pause is the first. */
void hall_backoff_reset (HallBackoff *self);
