/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Being asked to stop, by the system or from the keyboard. One header, a body per system.
 */
#pragma once

#include <glib.h>

/* Ends @loop when the process is asked to stop. */
void hall_signals_watch (GMainLoop *loop);
