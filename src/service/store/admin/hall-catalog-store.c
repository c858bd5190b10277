/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-catalog-store.h"

#include <string.h>

#include "hall-catalog-load.h"
#include "hall-error.h"

static const char SQL_FIND[] =
    "SELECT version FROM catalog_versions WHERE project = $1 AND sha256 = $2";
static const char SQL_NEXT[] =
    "SELECT COALESCE (MAX (version), 0) + 1 FROM catalog_versions WHERE project = $1";
static const char SQL_ADD[] =
    "INSERT INTO catalog_versions (project, version, sha256, source, loaded_by, loaded_s) "
    "VALUES ($1, $2, $3, $4, $5, $6)";
static const char SQL_ACTIVATE[] =
    "INSERT INTO catalog_active (project, version) "
    "SELECT project, version FROM catalog_versions WHERE project = $1 AND version = $2 "
    "ON CONFLICT (project) DO UPDATE SET version = excluded.version";
static const char SQL_ACTIVE[] = "SELECT version FROM catalog_active WHERE project = $1";
static const char SQL_OWN[] = "SELECT 1 FROM catalog_active AS a JOIN catalog_versions AS v "
                              "ON v.project = a.project AND v.version = a.version "
                              "WHERE a.project = $1 AND v.loaded_by <> ''";
static const char SQL_LIST[] =
    "SELECT v.project, v.version, a.version IS NOT NULL, v.sha256, v.loaded_by, v.loaded_s "
    "FROM catalog_versions AS v LEFT JOIN catalog_active AS a "
    "ON a.project = v.project AND a.version = v.version "
    "ORDER BY v.project, v.version DESC";
static const char SQL_LOAD[] =
    "SELECT source FROM catalog_versions WHERE project = $1 AND version = $2";

void
hall_catalog_version_free (HallCatalogVersion *self)
{
  g_free (self->project);
  g_free (self->sha256);
  g_free (self->loaded_by);
  g_free (self);
}

/* The number that a statement answers for one or two texts; 0 if it has no row, -1 with @error. */
static gint64
ask (HallDb *db, const char *sql, const char *first, const char *second, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);
  HallStep step;

  if (stmt == NULL)
    return -1;
  hall_stmt_bind_text (stmt, 1, first);
  if (second != NULL)
    hall_stmt_bind_text (stmt, 2, second);
  step = hall_stmt_step (stmt, error);
  if (step == HALL_STEP_FAILED)
    return -1;
  return step == HALL_STEP_ROW ? hall_stmt_get_int (stmt, 0) : 0;
}

static gboolean
insert (HallDb *db,
        const HallCatalog *catalog,
        gint64 version,
        const char *loaded_by,
        gint64 now_s,
        GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD, error);
  gsize length;
  const char *bytes = g_bytes_get_data (catalog->source, &length);
  g_autofree char *source = g_strndup (bytes, length);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, catalog->id);
  hall_stmt_bind_int (stmt, 2, version);
  hall_stmt_bind_text (stmt, 3, catalog->sha256);
  hall_stmt_bind_text (stmt, 4, source);
  hall_stmt_bind_text (stmt, 5, loaded_by);
  hall_stmt_bind_int (stmt, 6, now_s);
  return hall_stmt_run (stmt, error);
}

gint64
hall_catalog_store_add (
    HallDb *db, const HallCatalog *catalog, const char *loaded_by, gint64 now_s, GError **error)
{
  gint64 version = ask (db, SQL_FIND, catalog->id, catalog->sha256, error);

  if (version != 0)
    return MAX (version, 0);
  version = ask (db, SQL_NEXT, catalog->id, NULL, error);
  return version > 0 && insert (db, catalog, version, loaded_by, now_s, error) ? version : 0;
}

gboolean
hall_catalog_store_activate (HallDb *db, const char *project, gint64 version, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ACTIVATE, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, project);
  hall_stmt_bind_int (stmt, 2, version);
  if (!hall_stmt_run (stmt, error))
    return FALSE;
  if (hall_db_get_changes (db) > 0)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
               "the project “%s” has no version %" G_GINT64_FORMAT, project, version);
  return FALSE;
}

gint64
hall_catalog_store_get_active (HallDb *db, const char *project, GError **error)
{
  return ask (db, SQL_ACTIVE, project, NULL, error);
}

gboolean
hall_catalog_store_ship (HallDb *db, const HallCatalog *catalog, gint64 now_s, GError **error)
{
  gint64 chosen = ask (db, SQL_OWN, catalog->id, NULL, error);
  gint64 version = chosen >= 0 ? hall_catalog_store_add (db, catalog, "", now_s, error) : 0;

  if (version == 0)
    return FALSE;
  return chosen > 0 || hall_catalog_store_activate (db, catalog->id, version, error);
}

GPtrArray *
hall_catalog_store_list (HallDb *db, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_catalog_version_free);
  HallStep step = HALL_STEP_FAILED;

  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallCatalogVersion *version = g_new0 (HallCatalogVersion, 1);

      version->project = g_strdup (hall_stmt_get_text (stmt, 0));
      version->version = hall_stmt_get_int (stmt, 1);
      version->active = hall_stmt_get_int (stmt, 2) != 0;
      version->sha256 = g_strdup (hall_stmt_get_text (stmt, 3));
      version->loaded_by = g_strdup (hall_stmt_get_text (stmt, 4));
      version->loaded_s = hall_stmt_get_int (stmt, 5);
      g_ptr_array_add (list, version);
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

HallCatalog *
hall_catalog_store_load (HallDb *db, const char *project, gint64 version, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LOAD, error);
  g_autofree char *name = g_strdup_printf ("%s version %" G_GINT64_FORMAT, project, version);
  g_autoptr (GBytes) source = NULL;
  const char *text;
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, project);
  hall_stmt_bind_int (stmt, 2, version);
  step = hall_stmt_step (stmt, error);
  if (step == HALL_STEP_DONE)
    g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "there is no %s", name);
  if (step != HALL_STEP_ROW)
    return NULL;
  text = hall_stmt_get_text (stmt, 0);
  source = g_bytes_new (text, strlen (text));
  return hall_catalog_load_bytes (name, source, error);
}
