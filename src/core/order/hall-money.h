/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money is whole fen everywhere; only people see yuan.
 */
#pragma once

#include <glib.h>

/* 90000 -> "900.00". Returns: (transfer full) */
char *hall_money_format (gint64 fen);

/**
 * hall_money_parse:
 * @text: "900", "900.00 元", "¥ 1,234.5"
 * @fen: (out)
 *
 * Returns: FALSE if @text is no amount of money with at most two decimals; "900,00" is none,
 *   and nothing below zero
 */
gboolean hall_money_parse (const char *text, gint64 *fen);
