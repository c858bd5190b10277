/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-signals.h"

#include <windows.h>

static GMainLoop *watched;

/* Called on a thread that Windows makes for it. */
static BOOL WINAPI
on_control (G_GNUC_UNUSED DWORD kind)
{
  g_main_loop_quit (watched);
  return TRUE;
}

void
hall_signals_watch (GMainLoop *loop)
{
  watched = loop;
  SetConsoleCtrlHandler (on_control, TRUE);
}
