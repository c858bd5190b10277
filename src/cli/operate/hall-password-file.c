/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-password-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_BYTES 4096

char *
hall_password_file_read (const HallCli *cli, const char *path, HallExit *code)
{
  FILE *file = strcmp (path, "-") == 0 ? stdin : g_fopen (path, "r");
  char line[MAX_BYTES];
  gboolean read = file != NULL && fgets (line, sizeof line, file) != NULL;

  if (file == NULL)
    *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_CANNOT_READ, path,
                               g_strerror (errno));
  else if (!read || strcspn (line, "\r\n") == 0)
    *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_NO_PASSWORD, path, NULL);
  if (file != NULL && file != stdin)
    fclose (file);
  if (!read || strcspn (line, "\r\n") == 0)
    return NULL;
  line[strcspn (line, "\r\n")] = '\0';
  return g_strdup (line);
}
