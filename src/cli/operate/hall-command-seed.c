/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl seed APPLICATION.json --orders N --data DIR
 */
#include "hall-account-store.h"
#include "hall-blobs.h"
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-data-folder.h"
#include "hall-practice-picture.h"
#include "hall-project.h"
#include "hall-seed.h"

#define MAX_ORDERS 10000000

static gboolean
run (HallDb *db,
     const char *data,
     const HallCatalog *catalog,
     const HallApplication *like,
     guint n,
     GError **error)
{
  g_autofree char *key = g_build_filename (data, "key", NULL);
  g_autofree char *files = g_build_filename (data, "files", NULL);
  g_autoptr (HallVault) vault = hall_vault_load (key, FALSE, error);
  g_autoptr (GBytes) picture = vault != NULL ? hall_practice_picture_draw ("练习", error) : NULL;
  g_autofree char *blob = picture != NULL ? hall_blobs_put (vault, files, picture, error) : NULL;
  g_autoptr (HallLogin) producer = hall_staff_find (db, "zhizheng", NULL);
  const HallSeed seed = {
    .db = db,
    .vault = vault,
    .catalog = catalog,
    .like = like,
    .blob = blob,
    .now_s = g_get_real_time () / G_USEC_PER_SEC,
    .has_staff = producer != NULL,
  };

  return blob != NULL && hall_seed_orders (&seed, n, error);
}

HallExit
hall_command_seed (const HallCli *cli, char **argv)
{
  const char *data = NULL;
  const char *orders = NULL;
  const HallCliOption options[] = {
    { "orders", 0, &orders, NULL },
    { "data", 0, &data, NULL },
    { NULL, 0, NULL, NULL },
  };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, 1, 1, &code);
  g_autoptr (HallApplication) like = NULL;
  g_autoptr (HallCatalog) catalog = NULL;
  g_autoptr (HallDb) db = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  if (arguments == NULL)
    return code;
  if (orders == NULL || !g_ascii_string_to_unsigned (orders, 10, 1, MAX_ORDERS, &n, NULL))
    return hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_OPTION_MISSING, "--orders",
                              cli->usage);
  like = hall_project_read_application (cli, g_ptr_array_index (arguments, 0), &catalog, &code);
  if (like == NULL || catalog == NULL)
    return like == NULL ? code : HALL_EXIT_WRONG;
  db = hall_data_folder_open (cli, data, HALL_DB_WRITE, &code);
  if (db == NULL)
    return code;
  if (run (db, data, catalog, like, (guint) n, &error))
    return HALL_EXIT_GOOD;
  return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
}
