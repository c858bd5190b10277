/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hall's database in a folder of its own: migrated, with a key, open for writing.
 */
#pragma once

#include "hall-record.h"
#include "hall-vault.h"

/* Sunday, 22 November 2026, 16:00 in China. */
#define HALL_TEST_NOW_S G_GINT64_CONSTANT (1795334400)

typedef struct
{
  char *folder;
  char *db_path;
  HallVault *vault;
  HallDb *db;
} HallStoreFixture;

/* For g_test_add(). */
void hall_store_fixture_set_up (HallStoreFixture *self, gconstpointer data);
void hall_store_fixture_tear_down (HallStoreFixture *self, gconstpointer data);

/* Another file of the folder. Returns: (transfer full) */
char *hall_store_fixture_path (const HallStoreFixture *self, const char *name);

/* Adds an account. Returns: (transfer full): its id */
char *hall_store_fixture_add_account (HallStoreFixture *self, const char *mobile);

/* A draft of @account with the shipped project and no field filled in, not inserted yet. */
HallRecord *hall_store_fixture_new_record (const char *number, const char *account);

/* The same, inserted with its first audit entry. */
HallRecord *
hall_store_fixture_add_order (HallStoreFixture *self, const char *number, const char *account);

/* Runs SQL that must work. */
void hall_store_fixture_run (HallStoreFixture *self, const char *sql);

/* The number that a query without parameters gives. */
gint64 hall_store_fixture_get_int (HallStoreFixture *self, const char *sql);

/* The text that it gives. Returns: (transfer full) (nullable) */
char *hall_store_fixture_get_text (HallStoreFixture *self, const char *sql);

/* A folder that will be gone with everything in it. */
char *hall_test_folder_new (void);
void hall_test_folder_remove (const char *folder);
