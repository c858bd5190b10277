/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-migrate.h"

#include "hall-error.h"

static const char SQL_TABLE[] =
    "CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL)";
static const char SQL_NEWEST[] = "SELECT COALESCE (MAX (number), 0) FROM migrations";
static const char SQL_ADD[] = "INSERT INTO migrations (number, name) VALUES ($1, $2)";

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* The names of the migration files, sorted; NULL if there are gaps or none. */
static GPtrArray *
list_files (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &open_error);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".sql"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (g_ascii_strtoull (g_ptr_array_index (names, i), NULL, 10) != i + 1)
      {
        g_set_error (error, HALL_ERROR, HALL_ERROR_INTERNAL, "%s: number %04u is missing", folder,
                     i + 1);
        return NULL;
      }
  if (names->len > 0)
    return g_steal_pointer (&names);
  g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "%s: no schema files (%s)", folder,
               open_error != NULL ? open_error->message : "the folder is empty");
  return NULL;
}

static gboolean
get_newest (HallDb *db, guint *newest, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_NEWEST, error);

  if (stmt == NULL || hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return FALSE;
  *newest = (guint) hall_stmt_get_int (stmt, 0);
  return TRUE;
}

static gboolean
run_file (HallDb *db, const char *folder, const char *name, guint number, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (HallStmt) stmt = NULL;
  g_autofree char *sql = NULL;

  if (!g_file_get_contents (path, &sql, NULL, error) || !hall_db_script (db, sql, error))
    return FALSE;
  stmt = hall_db_query (db, SQL_ADD, error);
  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, number);
  hall_stmt_bind_text (stmt, 2, name);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_migrate (HallDb *db, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_files (folder, error);
  guint newest = 0;

  if (names == NULL || !hall_db_script (db, SQL_TABLE, error) || !get_newest (db, &newest, error))
    return FALSE;
  if (newest > names->len)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                   "the database has schema %u, this program knows %u: use the newer program",
                   newest, names->len);
      return FALSE;
    }
  for (guint i = newest; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (!hall_db_begin (db, error))
        return FALSE;
      if (!run_file (db, folder, name, i + 1, error))
        {
          g_prefix_error (error, "%s: ", name);
          hall_db_rollback (db);
          return FALSE;
        }
      if (!hall_db_commit (db, error))
        return FALSE;
    }
  return TRUE;
}
