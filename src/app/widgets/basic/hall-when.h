/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times as people read them, on this computer's clock and in its language.
 */
#pragma once

#include <glib.h>

/* All times: seconds since 1970 UTC. All texts: (transfer full) */

/* "2026-11-22 16:05" */
char *hall_when_format (gint64 at_s);

/* "2026-11-22" */
char *hall_when_format_day (gint64 at_s);

/* "16:05", for what happened today: 已保存 16:05 */
char *hall_when_format_clock (gint64 at_s);

/* "9:05" for minutes and seconds, "1:59:00" with hours: what is left of something. */
char *hall_when_format_left (guint left_s);
