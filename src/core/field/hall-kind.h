/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of fields: what is done to a value of that kind, everywhere.
 */
#pragma once

#include "hall-check.h"

#define KIND(id, ...) HALL_KIND_##id,
typedef enum
{
#include "hall-kind-list.h"
  HALL_N_KINDS
} HallKindId;
#undef KIND

/* How a value is typed; the application turns it into an input purpose. */
typedef enum
{
  HALL_INPUT_TEXT,
  HALL_INPUT_NAME,
  HALL_INPUT_CODE, /* capitals and digits */
  HALL_INPUT_DIGITS,
  HALL_INPUT_PHONE,
  HALL_INPUT_EMAIL,
  HALL_INPUT_ADDRESS,
  HALL_INPUT_CHOICE,
  HALL_INPUT_DATE,
  HALL_N_INPUTS
} HallInput;

typedef struct
{
  const char *name;
  char *(*tidy) (const char *text);
  HallCheck check;
  char *(*mask) (const char *value);
  HallInput input;
  guint min_chars; /* of the kind; a field may ask for more; 0: the check knows */
  guint max_chars;
  const char *group; /* (nullable): how long the groups are when shown, "4 4 4 4 2" */
  HallCheck hint;    /* (nullable): advice on a value that is good */
} HallKind;

const HallKind *hall_kind_get (HallKindId id);

/* (nullable): NULL if there is no such kind. */
const HallKind *hall_kind_find (const char *name);

/**
 * hall_kind_check:
 * @value: text as typed; it is tidied first
 * @tidy: (out) (optional) (transfer full): the value as it is kept
 * @issue: (out caller-allocates) (optional): what is wrong
 *
 * The bounds of @context default to the kind's own. An empty value is good:
 * whether it is required is the field's business.
 */
HallVerdict hall_kind_check (const HallKind *kind,
                             const char *value,
                             const HallCheckContext *context,
                             char **tidy,
                             HallIssue *issue);

/**
 * hall_kind_format:
 *
 * Returns: (transfer full): a tidy value with blanks between its groups, for reading only
 */
char *hall_kind_format (const HallKind *kind, const char *value);
