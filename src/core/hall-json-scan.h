/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a text is JSON at all, before it is parsed. json-glib is forgiving: it takes
 * comments, single quotes, hexadecimal and too large numbers (which wrap round), a second
 * document after the first, the same member twice, and it recurses as deep as it is asked.
 */
#pragma once

#include <glib.h>

/* How many lists and objects may stand inside each other. */
#define HALL_JSON_MAX_DEPTH 32

/**
 * hall_json_scan:
 * @text: valid UTF-8; a byte order mark at its beginning is passed over
 * @line: (out): where the scan stopped, counted from 1
 *
 * Source: RFC 8259; moreover whole numbers fit 64 bits, no object names a member twice
 * and no text holds U+0000.
 *
 * Returns: (nullable) (transfer full): what is wrong, or NULL if the text is one JSON value
 */
char *hall_json_scan (const char *text, gsize length, guint *line);
