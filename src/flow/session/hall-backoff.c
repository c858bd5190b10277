/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-backoff.h"

void
hall_backoff_init (
    HallBackoff *self, guint first_ms, guint max_ms, GSourceOnceFunc func, gpointer data)
{
  self->first_ms = first_ms;
  self->max_ms = max_ms;
  self->next_ms = first_ms;
  self->source = 0;
  self->func = func;
  self->data = data;
}

static void
on_pause_ended_cb (gpointer data)
{
  HallBackoff *self = data;

  self->source = 0;
  self->func (self->data);
}

void
hall_backoff_schedule (HallBackoff *self, guint at_least_ms)
{
  guint pause_ms;

  if (self->source != 0)
    return;
  pause_ms = MAX (self->next_ms + g_random_int () % (self->next_ms / 4 + 1), at_least_ms);
  self->next_ms = MIN (self->next_ms * 2, self->max_ms);
  self->source = g_timeout_add_once (pause_ms, on_pause_ended_cb, self);
}

void
hall_backoff_hurry (HallBackoff *self)
{
  if (self->source == 0)
    return;
  g_source_remove (self->source);
  self->source = g_idle_add_once (on_pause_ended_cb, self);
}

void
hall_backoff_cancel (HallBackoff *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
}

void
hall_backoff_reset (HallBackoff *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->next_ms = self->first_ms;
}
