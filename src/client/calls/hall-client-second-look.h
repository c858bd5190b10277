/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What staff is told beside an order: what changed since it was looked at the last time, and what
 * other orders hold of the same. What calls have in common is in hall-client.h.
 */
#pragma once

#include "hall-client.h"
#include "hall-state.h"

typedef struct
{
  char *field;
  char *before; /* "" if there was nothing */
} HallFieldChange;

typedef enum
{
  HALL_SEEN_IN_PROCESS, /* same organisation, project and certificate type */
  HALL_SEEN_FILE,       /* same bytes */
  HALL_SEEN_ACCOUNT,    /* same bank account, another organisation */
  HALL_N_SEEN
} HallSeenKind;

/* Another order. */
typedef struct
{
  HallSeenKind kind;
  char *number;
  char *organisation;
  HallState state;
  char *slot; /* (nullable): of this order, for a file */
} HallSeen;

typedef struct
{
  GPtrArray *fields; /* (element-type HallFieldChange) */
  GPtrArray *slots;  /* (element-type utf8): with another file than before */
  GPtrArray *seen;   /* (element-type HallSeen) */
} HallSecondLook;

void hall_second_look_free (HallSecondLook *self);

/* (nullable): what stood there before; NULL: it has not changed */
const char *hall_second_look_find_before (const HallSecondLook *self, const char *field);
gboolean hall_second_look_has_slot (const HallSecondLook *self, const char *slot);

void hall_client_take_second_look_async (HallClient *self,
                                         const char *number,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
/* (transfer full) */
HallSecondLook *
hall_client_take_second_look_finish (HallClient *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSecondLook, hall_second_look_free)
