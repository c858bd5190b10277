/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl help [COMMAND]
 */
#include <string.h>

#include "hall-command.h"

static void
say_text (const HallCli *cli, HallCliText text)
{
  g_autofree char *line = hall_cli_format (cli, text, NULL, NULL);

  hall_cli_say (line);
}

static HallExit
say_all (const HallCli *cli)
{
  say_text (cli, HALL_CLI_TEXT_HELP_HEAD);
  say_text (cli, HALL_CLI_TEXT_HELP_USAGE);
  hall_cli_say ("");
  for (guint i = 0; hall_command_get (i) != NULL; i++)
    {
      const HallCommand *command = hall_command_get (i);
      g_autofree char *line =
          g_strdup_printf ("  %-15s %s", command->name, command->summary.text[cli->lang]);

      hall_cli_say (line);
    }
  hall_cli_say ("");
  say_text (cli, HALL_CLI_TEXT_HELP_TAIL);
  return HALL_EXIT_GOOD;
}

#define DETAIL(name, en, zh) { name, HALL_TEXTS (en, zh) },
static const struct
{
  const char *name;
  HallStaticLabel text;
} details[] = {
#include "hall-command-detail-list.h"
};
#undef DETAIL

static void
say_one (const HallCli *cli, const HallCommand *command)
{
  g_autofree char *usage = hall_command_get_usage (command);

  hall_cli_say (usage);
  hall_cli_say (command->summary.text[cli->lang]);
  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    if (strcmp (details[i].name, command->name) == 0)
      {
        hall_cli_say ("");
        hall_cli_say (details[i].text.text[cli->lang]);
      }
}

HallExit
hall_command_help (const HallCli *cli, char **argv)
{
  g_autofree char *name = g_strjoinv (" ", argv);
  gsize length = strlen (name);
  guint found = 0;

  if (length == 0)
    return say_all (cli);
  for (guint i = 0; hall_command_get (i) != NULL; i++)
    {
      const HallCommand *command = hall_command_get (i);

      /* "catalog" stands for all commands that begin with that word. */
      if (strncmp (command->name, name, length) != 0
          || (command->name[length] != '\0' && command->name[length] != ' '))
        continue;
      if (found++ > 0)
        hall_cli_say ("");
      say_one (cli, command);
    }
  if (found > 0)
    return HALL_EXIT_GOOD;
  return hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_UNKNOWN_COMMAND, name, NULL);
}
