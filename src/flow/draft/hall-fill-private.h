/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a HallFill, for the two files that are its body.
 */
#pragma once

#include "hall-fill.h"

struct _HallFill
{
  HallCatalog *catalog; /* owned */
  char *mobile;         /* (nullable) */
  const HallOrder *order;
  GDate today;
  HallApplication *base; /* as the hall has it */
  GHashTable *edits;     /* field id -> HallEdit */
  char *edited_type;     /* (nullable) */
  GHashTable *parked;    /* field id -> value, of fields that the chosen type has not */
  GHashTable *copies;    /* set of HallCopy that are active */
  GPtrArray *refused;    /* (nullable) (element-type HallFinding) */
  GHashTable *fresh;     /* set of ids of edits, or of what was one, not yet taken */
  gboolean fresh_type;

  /* what comes of that */
  HallApplication *working;
  GHashTable *open;     /* set of field ids */
  GPtrArray *findings;  /* (element-type HallFinding) */
  GHashTable *by_field; /* field id -> HallFinding of @findings */
  GHashTable *changes;  /* set of field ids */
};

/* Whether the certificate type of @application has the field. */
gboolean hall_fill_has_field (const HallFill *self,
                              const HallField *field,
                              const HallApplication *application);

/* Works out everything that comes of what is known, and which fields look different by it. */
void hall_fill_refresh (HallFill *self);

/* Takes @value for what the person wants in a field, and lets go of the edit where the hall has
 * it so. */
void
hall_fill_put_edit (HallFill *self, const HallField *field, const char *value, gboolean confirmed);

/* Returns: (transfer full): @text as a value of the field is kept */
char *hall_fill_tidy (HallFill *self, const HallField *field, const char *text);

/* What must be equal, is ticked as the same, or had the text from @source goes with it. @depth: 0
 */
void hall_fill_follow (
    HallFill *self, const HallField *source, const char *old, const char *new, guint depth);

/* "Same as" is ticked where it is so already, and no longer where one types. */
void hall_fill_find_copies (HallFill *self);
void hall_fill_leave_copies (HallFill *self, const char *field_id);
