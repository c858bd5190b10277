/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-command.h"

#include <string.h>

#define COMMAND(function, name_, arguments_, en, zh) \
  { .name = name_,                                   \
    .arguments = arguments_,                         \
    .summary = HALL_TEXTS (en, zh),                  \
    .run = hall_command_##function },
static const HallCommand commands[] = {
#include "hall-command-list.h"
};
#undef COMMAND

const HallCommand *
hall_command_get (guint index)
{
  return index < G_N_ELEMENTS (commands) ? &commands[index] : NULL;
}

const HallCommand *
hall_command_find (char **words, guint *n_words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) names = g_strsplit (commands[i].name, " ", -1);
      guint n = 0;

      while (names[n] != NULL && words[n] != NULL && strcmp (names[n], words[n]) == 0)
        n++;
      if (names[n] == NULL)
        {
          *n_words = n;
          return &commands[i];
        }
    }
  return NULL;
}

char *
hall_command_get_usage (const HallCommand *self)
{
  return g_strdup_printf ("certhallctl %s %s", self->name, self->arguments);
}

/* "catalog frob": as many words as might be meant as a name. */
static char *
name_unknown (char **words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gsize length = strlen (words[0]);

      if (words[1] != NULL && strncmp (commands[i].name, words[0], length) == 0
          && commands[i].name[length] == ' ')
        return g_strdup_printf ("%s %s", words[0], words[1]);
    }
  return g_strdup (words[0]);
}

static HallExit
run (const HallCli *start, char **words)
{
  guint n = 0;
  const HallCommand *command = hall_command_find (words, &n);
  g_autofree char *usage = NULL;
  HallCli cli = *start;

  if (command == NULL)
    {
      g_autofree char *name = name_unknown (words);

      return hall_cli_complain (start, HALL_EXIT_USAGE, HALL_CLI_TEXT_UNKNOWN_COMMAND, name, NULL);
    }
  if (words[n] != NULL && strcmp (words[n], "--help") == 0)
    return hall_command_help (start, (char *[]){ (char *) command->name, NULL });
  usage = hall_command_get_usage (command);
  cli.command = command->name;
  cli.usage = usage;
  return command->run (&cli, words + n);
}

int
hall_command_main (HallLang lang, char **argv)
{
  HallCli cli = { lang, "", "" };

  if (argv[0] == NULL || argv[1] == NULL)
    return hall_cli_complain (&cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_NO_COMMAND, NULL, NULL);
  if (strcmp (argv[1], "--version") == 0 && argv[2] == NULL)
    {
      hall_cli_say ("certhallctl " HALL_VERSION);
      return HALL_EXIT_GOOD;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return hall_command_help (&cli, argv + 2);
  return run (&cli, argv + 1);
}
