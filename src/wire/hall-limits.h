/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Limits both sides know, so that a client can say "too large" before it sends.
 */
#pragma once

#define HALL_MAX_JSON_BYTES    (64 * 1024)
#define HALL_MAX_CATALOG_BYTES (512 * 1024)
#define HALL_MAX_FILE_BYTES    (2 * 1024 * 1024) /* 2 MiB, inclusive */
#define HALL_MAX_CAPTURE_BYTES (4 * 1024 * 1024) /* a phone's picture of an identity card */
#define HALL_MAX_NAME_BYTES    512               /* of a file, percent-encoded */
#define HALL_MAX_WAIT_S        30
#define HALL_MAX_PAGE          100 /* rows of a list in one answer */
#define HALL_MAX_IMPORT        500 /* lines of a statement in one request */
#define HALL_MAX_RETURNS       50  /* reasons of one decision */
#define HALL_MAX_IMPORT_BYTES  (2 * 1024 * 1024)
#define HALL_MAX_LABELS        100 /* in one file */

#define HALL_SMS_CODE_DIGITS  6
#define HALL_SMS_CODE_LIFE_S  (5 * 60)
#define HALL_SMS_RESEND_S     60
#define HALL_SMS_MAX_TRIES    5
#define HALL_SMS_MAX_PER_HOUR 5
#define HALL_SMS_MAX_PER_DAY  10

#define HALL_AUTH_LINK_LIFE_S    (10 * 60)
#define HALL_AUTH_MAX_PER_DAY    5
#define HALL_PAYMENT_LIFE_S      (2 * 60 * 60)
#define HALL_ACCOUNT_MAX_PER_DAY 3
#define HALL_ACCOUNT_MAX_TOTAL   6
