/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How personal values look in lists and logs (PIPL art. 51: de-identification).
 */
#pragma once

#include <glib.h>

/* Every function: @value is tidy text; returns (transfer full) the masked text. */

char *hall_mask_nothing (const char *value);
char *hall_mask_all (const char *value);     /* ****                    */
char *hall_mask_name (const char *value);    /* 张*, 欧**, J****         */
char *hall_mask_id (const char *value);      /* 440***********0014      */
char *hall_mask_code (const char *value);    /* 9199**********023Y      */
char *hall_mask_mobile (const char *value);  /* 138****8000             */
char *hall_mask_account (const char *value); /* ***********0101         */
char *hall_mask_email (const char *value);   /* z***@example.com        */
char *hall_mask_address (const char *value); /* 广东省深圳市****          */
