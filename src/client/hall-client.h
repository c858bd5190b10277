/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line to one hall: its address, who speaks (the token), in which language, and what is
 * known of the other end (its clock, whether it can be reached). The calls themselves are in
 * hall-client-account.h and its sisters, one for each operation of data/openapi.yaml.
 *
 * Every call is asynchronous, runs in the caller's main context and can be cancelled.
 * A call fails with
 *  - %G_IO_ERROR_CANCELLED, when it was;
 *  - an error of %HALL_ERROR with a sentence for the user. hall_error_get_findings() has the
 *    form errors of an %HALL_ERROR_INVALID, hall_error_get_retry_after() the seconds of an
 *    %HALL_ERROR_TOO_MANY. %HALL_ERROR_UNAVAILABLE says that nothing was heard from the hall;
 *    what was asked may or may not have happened.
 *
 * A call goes to the hall, and with the token, that were set when it began.
 */
#pragma once

#include <gio/gio.h>

#include "hall-error.h"
#include "hall-lang.h"

#define HALL_TYPE_CLIENT (hall_client_get_type ())
G_DECLARE_FINAL_TYPE (HallClient, hall_client, HALL, CLIENT, GObject)

/* How long a waiting call asks the hall to hold it back. */
#define HALL_CLIENT_WAIT_S 25

/**
 * HallProgressFunc:
 * @done: bytes sent so far; goes back to 0 when an upload is tried again
 */
typedef void (*HallProgressFunc) (gint64 done, gint64 total, gpointer user_data);

HallClient *hall_client_new (HallLang lang);

/**
 * hall_client_set_address:
 * @address: as typed; see hall_address_parse()
 * @error: %HALL_ERROR_INVALID, or %HALL_ERROR_DENIED for plain http
 *
 * Another hall takes the token away.
 */
gboolean hall_client_set_address (HallClient *self, const char *address, GError **error);

/* (nullable): the parsed address; NULL before one is set. */
const char *hall_client_get_address (HallClient *self);

/* Only when the user has said so in words: http is then accepted for other computers too. */
void hall_client_set_allow_plain_http (HallClient *self, gboolean allow);
gboolean hall_client_get_allow_plain_http (HallClient *self);

/**
 * hall_client_set_ca_file:
 * @path: (nullable): certificates in PEM to trust instead of the system's, for a practice hall
 * @error: %HALL_ERROR_INVALID
 */
gboolean hall_client_set_ca_file (HallClient *self, const char *path, GError **error);

/* (nullable) */
void hall_client_set_token (HallClient *self, const char *token);
const char *hall_client_get_token (HallClient *self);

/* The language of the hall's sentences and of our own. */
void hall_client_set_lang (HallClient *self, HallLang lang);
HallLang hall_client_get_lang (HallClient *self);

/* What time it is at the hall, seconds since 1970 UTC; this computer's clock may be wrong. */
gint64 hall_client_get_now_s (HallClient *self);

/* FALSE after a call found nobody, until one is answered. Signal: "reachable-changed". */
gboolean hall_client_is_reachable (HallClient *self);

/* The first pause before a safe call is tried again; it doubles. 500 unless set. */
void hall_client_set_retry_ms (HallClient *self, guint retry_ms);
guint hall_client_get_retry_ms (HallClient *self);
