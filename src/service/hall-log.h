/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The log of a service: one line for each thing on standard error, with the priority
 * prefixes that systemd reads (sd-daemon(3)) when it is listening. No body, no token,
 * no personal data is ever logged.
 */
#pragma once

#include <glib.h>

void hall_log_start (gboolean verbose);
