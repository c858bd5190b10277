/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens because time passes: drafts lapse, unpaid orders expire, corrections that
 * never come are paid back, parcels count as received, old sessions and codes are forgotten.
 */
#pragma once

#include "hall-context.h"

/**
 * hall_clock_job_list:
 *
 * Returns: (transfer container) (element-type utf8): numbers of orders whose time may be up
 */
GPtrArray *hall_clock_job_list (HallContext *context, GError **error);

/* Moves one order if its time is up. A HallWriteFunc; @number: its number. */
gboolean hall_clock_job_move (HallContext *context, gpointer number);

/* Forgets what has no use any more. A HallWriteFunc; the data are not looked at. */
gboolean hall_clock_job_tidy (HallContext *context, gpointer unused);
