/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-data-folder.h"

#include "hall-data-dir.h"
#include "hall-migrate.h"

#define DATABASE "hall.db"

static gboolean
migrate (HallDb *db, GError **error)
{
  g_autofree char *schema = hall_data_dir_find ("schema");

  return hall_migrate (db, schema != NULL ? schema : "schema", error);
}

HallDb *
hall_data_folder_open (const HallCli *cli, const char *folder, HallDbMode mode, HallExit *code)
{
  g_autofree char *path = NULL;
  g_autoptr (HallDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    {
      *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_OPTION_MISSING, "--data",
                                 cli->usage);
      return NULL;
    }
  path = g_build_filename (folder, DATABASE, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_NO_HALL, folder, NULL);
      return NULL;
    }
  db = hall_db_open (path, mode, &error);
  if (db != NULL && (mode != HALL_DB_WRITE || migrate (db, &error)))
    return g_steal_pointer (&db);
  *code = hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  return NULL;
}
