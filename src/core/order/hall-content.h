/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The content of an order as one hash: what lies before a reviewer, and what an approval covers.
 */
#pragma once

#include "hall-application.h"

typedef enum
{
  HALL_CONTENT_SHOWN,   /* every field */
  HALL_CONTENT_ONLINE,  /* what an approval covers when the bank account is proved by the bank */
  HALL_CONTENT_TRANSFER /* the same when it is not */
} HallContentPart;

/* Returns: (nullable): the SHA-256 of the file in @slot */
typedef const char *(*HallContentFind) (const char *slot, gpointer data);

/**
 * hall_content_hash:
 *
 * Returns: (transfer full): SHA-256 over the fields of @part and every document but the voucher.
 *   An approval does not cover what the handler may change after it: where the key is sent, and
 *   for who paid online the account, which the bank proves.
 */
char *hall_content_hash (const HallApplication *application,
                         const HallCatalog *catalog,
                         HallContentPart part,
                         HallContentFind find,
                         gpointer data);
