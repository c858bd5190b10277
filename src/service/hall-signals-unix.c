/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-signals.h"

#include <glib-unix.h>
#include <signal.h>

static gboolean
on_signal_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_CONTINUE;
}

void
hall_signals_watch (GMainLoop *loop)
{
  signal (SIGPIPE, SIG_IGN);
  g_unix_signal_add (SIGTERM, on_signal_cb, loop);
  g_unix_signal_add (SIGINT, on_signal_cb, loop);
}
