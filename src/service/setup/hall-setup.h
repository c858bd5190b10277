/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a hall is made of: settings, key, catalogues, providers. Put together once at the
 * start and only read from then on, so every thread may look at it.
 */
#pragma once

#include "hall-shelf.h"
#include "hall-vault.h"
#include "hall-wire-hall.h"
#include "hall-workday.h"

typedef struct _HallPaymentProvider HallPaymentProvider;
typedef struct _HallSmsProvider HallSmsProvider;
typedef struct _HallBankProvider HallBankProvider;
typedef struct _HallIdentityProvider HallIdentityProvider;

/* A member of staff that a practice hall makes for itself. */
typedef struct
{
  const char *name;
  const char *password;
  guint actors;
} HallPracticeStaff;

typedef struct
{
  char *name; /* of the hall, as printed and shown */
  gboolean practice;
  char *public_url; /* how phones and browsers reach the service, without a last slash */
  char *db_path;
  char *sandbox_path; /* (nullable): of the sandbox world, practice halls only */
  char *blob_dir;
  char *data_dir; /* schema, pages, openapi.yaml */
  HallPayee payee;
  HallVault *vault;
  GPtrArray *catalogs;    /* (element-type HallCatalog): those that came with the program */
  HallCalendar *calendar; /* that came with the program */
  HallShelf *shelf;       /* what administrators have put over both */
  const HallPaymentProvider *payment[HALL_N_PAY_CHANNELS]; /* NULL: not offered */
  const HallSmsProvider *sms;
  const HallBankProvider *bank;
  const HallIdentityProvider *identity;
} HallSetup;

HallSetup *hall_setup_new (void);
void hall_setup_free (HallSetup *self);

/* (transfer none) (nullable): what new orders of the project are begun with */
HallCatalog *hall_setup_find_catalog (const HallSetup *self, const char *project);

/* (transfer none) (nullable): what an order was begun with */
HallCatalog *hall_setup_find_version (const HallSetup *self, const char *project, gint64 version);

/* The number of what hall_setup_find_catalog() finds. */
gint64 hall_setup_get_version (const HallSetup *self, const char *project);

/* Returns: (transfer container) (element-type HallCatalog): those in use */
GPtrArray *hall_setup_list_catalogs (const HallSetup *self);

/* (transfer none) */
HallCalendar *hall_setup_get_calendar (const HallSetup *self);

/* The staff of a practice hall; the array ends with a NULL name. */
const HallPracticeStaff *hall_practice_staff (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSetup, hall_setup_free)
