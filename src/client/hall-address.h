/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The address of a hall as a person types it.
 */
#pragma once

#include <glib.h>

#include "hall-lang.h"

/**
 * hall_address_parse:
 * @text: "hall.example.com", "https://hall.example.com/ca/", "127.0.0.1:8080"
 * @allow_plain_http: whether http is accepted for other computers than this one
 * @error: %HALL_ERROR_INVALID for what is no address, %HALL_ERROR_DENIED for plain http
 *
 * Without a scheme https is meant, and http for this computer itself.
 *
 * Returns: (transfer full): scheme, host, port and path without a slash at the end; equal
 *   halls give equal texts
 */
char *
hall_address_parse (const char *text, gboolean allow_plain_http, HallLang lang, GError **error);

/* Whether a parsed address names this computer. */
gboolean hall_address_is_local (const char *address);
