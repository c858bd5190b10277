/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The versions of each project's catalogue, and which is in use.
 */
#pragma once

#include "hall-catalog.h"
#include "hall-db.h"

typedef struct
{
  char *project;
  gint64 version; /* from 1, for each project by itself */
  gboolean active;
  char *sha256;
  char *loaded_by; /* name of staff; "" if it came with the program */
  gint64 loaded_s;
} HallCatalogVersion;

void hall_catalog_version_free (HallCatalogVersion *self);

/**
 * hall_catalog_store_add:
 * @loaded_by: "" if it comes with the program
 *
 * Keeps the catalogue, unless the very same file is kept already.
 *
 * Returns: its version; 0 with @error
 */
gint64 hall_catalog_store_add (
    HallDb *db, const HallCatalog *catalog, const char *loaded_by, gint64 now_s, GError **error);

/**
 * hall_catalog_store_activate:
 * @error: %HALL_ERROR_NOT_FOUND if there is no such version
 *
 * New orders are begun with it.
 */
gboolean
hall_catalog_store_activate (HallDb *db, const char *project, gint64 version, GError **error);

/* The version in use; 0 without @error if there is none. -1 with @error */
gint64 hall_catalog_store_get_active (HallDb *db, const char *project, GError **error);

/* Puts what came with the program into use, unless an administrator has chosen something else. */
gboolean
hall_catalog_store_ship (HallDb *db, const HallCatalog *catalog, gint64 now_s, GError **error);

/* Returns: (transfer full) (element-type HallCatalogVersion): by project, the newest first */
GPtrArray *hall_catalog_store_list (HallDb *db, GError **error);

/* Returns: (transfer full): the catalogue of a version, read anew from its file's text */
HallCatalog *
hall_catalog_store_load (HallDb *db, const char *project, gint64 version, GError **error);
