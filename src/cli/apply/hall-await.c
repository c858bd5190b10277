/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-await.h"

void
hall_await_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

GAsyncResult *
hall_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static gboolean
on_time_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
hall_await_ms (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_time_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}
