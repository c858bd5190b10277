/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl catalog check FILE...
 */
#include "hall-catalog-load.h"
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-error.h"

static HallExit
check_file (const HallCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog = hall_catalog_load_file (path, &error);
  g_autofree char *line = NULL;

  if (g_error_matches (error, HALL_ERROR, HALL_ERROR_NOT_FOUND))
    return hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_CANNOT_READ, path,
                              hall_cli_get_reason (error));
  if (catalog == NULL)
    return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  line = hall_cli_format (cli, HALL_CLI_TEXT_CATALOG_GOOD, path, catalog->id);
  hall_cli_say (line);
  return HALL_EXIT_GOOD;
}

/* All files are checked; the exit code is that of the worst: unreadable, wrong, good. */
HallExit
hall_command_catalog_check (const HallCli *cli, char **argv)
{
  static const HallCliOption options[] = { { NULL, 0, NULL, NULL } };
  HallExit worst = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) files = hall_cli_options_read (cli, options, argv, 1, G_MAXUINT, &worst);

  if (files == NULL)
    return worst;
  for (guint i = 0; i < files->len; i++)
    {
      HallExit code = check_file (cli, g_ptr_array_index (files, i));

      worst = MAX (worst, code);
    }
  return worst;
}
