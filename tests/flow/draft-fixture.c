/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

HallDraft *
draft_open (Flow *f, const char *number)
{
  g_autoptr (GError) error = NULL;
  HallDraft *draft;

  hall_draft_open_async (f->session, number, NULL, flow_on_done_cb, f);
  draft = hall_draft_open_finish (f->session, flow_wait_for (f), &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  return draft;
}

HallDraft *
draft_new (Flow *f, HallState state)
{
  return draft_open (f, fake_hall_add_order (f->hall, state)->number);
}

gboolean
draft_save (Flow *f, HallDraft *draft, GError **error)
{
  gboolean saved;

  hall_draft_save_async (draft, NULL, flow_on_done_cb, f);
  saved = hall_draft_save_finish (draft, flow_wait_for (f), error);
  g_clear_object (&f->result);
  return saved;
}

gboolean
draft_send (Flow *f, HallDraft *draft, HallEvent event, GError **error)
{
  gboolean sent;

  hall_draft_send_async (draft, event, NULL, NULL, flow_on_done_cb, f);
  sent = hall_draft_send_finish (draft, flow_wait_for (f), error);
  g_clear_object (&f->result);
  return sent;
}

const char *
draft_get_at_hall (Flow *f, HallDraft *draft, const char *id)
{
  HallOrder *order = fake_hall_find_order (f->hall, hall_draft_get_order (draft)->number);

  return hall_application_get (order->application, id);
}

gboolean
draft_is_saved (gpointer data)
{
  return hall_draft_get_save_state (data) == HALL_SAVE_SAVED;
}

gboolean
draft_is_offline (gpointer data)
{
  return hall_draft_get_save_state (data) == HALL_SAVE_OFFLINE;
}

gboolean
draft_is_refused (gpointer data)
{
  return hall_draft_get_save_state (data) == HALL_SAVE_REFUSED;
}

void
draft_close (HallDraft *draft)
{
  fake_finalize (draft);
}
