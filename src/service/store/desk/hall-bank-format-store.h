/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How each bank writes its statements, as the cashiers have set it up.
 */
#pragma once

#include "hall-bank-format.h"
#include "hall-db.h"

/* Adds it, or takes the place of the one with the same bank. */
gboolean hall_bank_format_store_put (
    HallDb *db, const HallBankFormat *format, const char *staff, gint64 now_s, GError **error);

/* By the banks' names. Returns: (transfer container) (element-type HallBankFormat) */
GPtrArray *hall_bank_format_store_list (HallDb *db, GError **error);
