/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls of administrators: staff, catalogue versions, calendar, statistics, claims, the hall's
 * trail. What they have in common is in hall-client.h.
 */
#pragma once

#include "hall-client.h"
#include "hall-wire-statistics.h"
#include "hall-workday.h"

typedef struct
{
  char *name; /* to sign in with */
  char *full_name;
  guint actors; /* HALL_ACTOR_BIT of each role */
  gint64 created_s;
  gint64 disabled_s;       /* 0: may sign in */
  gint64 password_until_s; /* of a password for once that is not replaced yet; 0: their own */
  char *password;          /* (nullable): only in the answer that gave it out */
} HallStaffPerson;

typedef struct
{
  char *project;
  gint64 version;
  gboolean active;
  char *label; /* (nullable) */
  char *sha256;
  char *loaded_by; /* "" if it came with the program */
  gint64 loaded_s;
} HallCatalogRow;

typedef struct
{
  HallCalendarYear *year;
  char *changed_by; /* (nullable): nobody has, it came with the program */
  gint64 changed_s;
} HallCalendarRow;

typedef struct
{
  char *order;
  char *organisation;
  char *staff;
  gint64 since_s;
  gint64 expires_s;
} HallClaimRow;

typedef struct
{
  gint64 position;
  gint64 at_s;
  char *who; /* "" for the operator at the machine */
  char *deed;
  char *subject;
  char *note;
} HallLedgerRow;

void hall_staff_person_free (HallStaffPerson *self);
void hall_catalog_row_free (HallCatalogRow *self);
void hall_calendar_row_free (HallCalendarRow *self);
void hall_claim_row_free (HallClaimRow *self);
void hall_ledger_row_free (HallLedgerRow *self);

/* All lists: Returns: (transfer full): of rows as above */
void hall_client_list_staff_async (HallClient *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *hall_client_list_staff_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @person: name, full_name and actors. The answer has the password, this once. */
void hall_client_add_staff_async (HallClient *self,
                                  const HallStaffPerson *person,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
HallStaffPerson *
hall_client_add_staff_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @person: as the one of that name should be; whether disabled_s is 0 counts, not its value. */
void hall_client_change_staff_async (HallClient *self,
                                     const HallStaffPerson *person,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
HallStaffPerson *
hall_client_change_staff_finish (HallClient *self, GAsyncResult *result, GError **error);

/* A new password for once; the old one and all sessions end. */
void hall_client_new_staff_password_async (HallClient *self,
                                           const char *name,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
HallStaffPerson *
hall_client_new_staff_password_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @source: (nullable): a file to be loaded as another version first */
void hall_client_list_catalogs_async (HallClient *self,
                                      GBytes *source,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *
hall_client_list_catalogs_finish (HallClient *self, GAsyncResult *result, GError **error);

/* Puts a version into use. */
void hall_client_use_catalog_async (HallClient *self,
                                    const char *project,
                                    gint64 version,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *hall_client_use_catalog_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @year: (nullable): to be set first */
void hall_client_get_calendar_async (HallClient *self,
                                     const HallCalendarYear *year,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *hall_client_get_calendar_finish (HallClient *self, GAsyncResult *result, GError **error);

/* The last @days days, today included. */
void hall_client_get_statistics_async (HallClient *self,
                                       guint days,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
HallStatistics *
hall_client_get_statistics_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_client_list_claims_async (HallClient *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *hall_client_list_claims_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @before: entries before this position; 0: the newest */
void hall_client_list_ledger_async (HallClient *self,
                                    gint64 before,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *hall_client_list_ledger_finish (HallClient *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStaffPerson, hall_staff_person_free)
