/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What administrators do with the hall's staff. Each change stands in the hall's trail, in the
 * same transaction.
 */
#pragma once

#include "hall-db.h"

/* Who does it, and when. */
typedef struct
{
  const char *who; /* name of staff; "" for the operator at the machine itself */
  gint64 now_s;
} HallStaffDoer;

/* How long a password that was given out is good. */
#define HALL_PASSWORD_ONCE_S (3 * 24 * 3600)

typedef struct
{
  char *name; /* to sign in with */
  char *full_name;
  guint actors;
  gint64 created_s;
  gint64 disabled_s;   /* 0: may sign in */
  gint64 once_until_s; /* of a password given out and not replaced yet; 0: their own */
} HallStaffMember;

void hall_staff_member_free (HallStaffMember *self);

/* NULL without @error if there is nobody of that name. */
HallStaffMember *hall_staff_member_get (HallDb *db, const char *name, GError **error);

/* Returns: (transfer full) (element-type HallStaffMember): by name */
GPtrArray *hall_staff_member_list (HallDb *db, GError **error);

/* Letters, digits, dots and lines, as certhallctl staff has it. */
gboolean hall_staff_is_login (const char *name);

/* "reviewer, cashier" Returns: (transfer full) */
char *hall_staff_describe_roles (guint actors, const char *between);

/* Returns: (transfer full): a password of 12 letters and digits that are not taken for each other
 */
char *hall_staff_new_password (void);

/**
 * hall_staff_add:
 * @member: name, full_name, actors and once_until_s are kept
 * @error: %HALL_ERROR_CONFLICT if there is somebody of that name
 */
gboolean hall_staff_add (HallDb *db,
                         const HallStaffMember *member,
                         const char *password_hash,
                         const HallStaffDoer *doer,
                         GError **error);

/**
 * hall_staff_change:
 * @member: name says who; full_name, actors and whether disabled are as they should be
 * @error: %HALL_ERROR_NOT_FOUND, or %HALL_ERROR_CONFLICT if no administrator would be left
 *
 * Whose roles change or who is switched off is signed out.
 */
gboolean hall_staff_change (HallDb *db,
                            const HallStaffMember *member,
                            const HallStaffDoer *doer,
                            GError **error);

/**
 * hall_staff_set_password:
 * @once_until_s: 0 if they have chosen it themselves
 *
 * Ends their sessions, and the wait after wrong tries.
 */
gboolean hall_staff_set_password (HallDb *db,
                                  const char *name,
                                  const char *password_hash,
                                  gint64 once_until_s,
                                  const HallStaffDoer *doer,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStaffMember, hall_staff_member_free)
