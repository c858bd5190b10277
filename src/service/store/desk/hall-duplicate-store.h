/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has been seen before: other orders that hold the same file, come from the same
 * organisation, or name the same bank account under another name. All read off indexes.
 */
#pragma once

#include "hall-record.h"

#define HALL_DUPLICATE_MAX 5 /* of each kind */

typedef enum
{
  HALL_DUPLICATE_IN_PROCESS, /* same organisation, project and certificate type */
  HALL_DUPLICATE_FILE,       /* same bytes */
  HALL_DUPLICATE_ACCOUNT,    /* same bank account, another organisation */
  HALL_N_DUPLICATES
} HallDuplicateKind;

typedef struct
{
  HallDuplicateKind kind;
  char *number; /* of the other order */
  char *organisation;
  HallState state;
  char *slot; /* (nullable): of this order, for a file */
} HallDuplicate;

/* "in-process", "same-file", "same-account" */
const char *hall_duplicate_kind_get_name (HallDuplicateKind kind);

/* Sets the key that the bank account is found by. */
void hall_duplicate_set_key (HallRecord *record, const HallVault *vault, const char *account_no);

/**
 * hall_duplicate_list:
 * @own_slots: NULL-terminated, at most two: slots whose file may be in no other order at all; that
 *   of another slot may be in orders of the same organisation
 *
 * Returns: (element-type HallDuplicate)
 */
GPtrArray *hall_duplicate_list (HallDb *db,
                                const HallRecord *record,
                                const char *const *own_slots,
                                GError **error);

void hall_duplicate_free (HallDuplicate *self);

/* The slots of an order whose file is another one than the slot held before @since_s; 0: than it
 * ever held. Returns: (transfer full) (nullable): NULL with @error */
char **hall_duplicate_list_replaced (HallDb *db, const char *order, gint64 since_s, GError **error);
