/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-cli-options.h"

#include <string.h>

/* An argument taken apart: "--order=1" is the option order with the value 1. */
typedef struct
{
  const HallCliOption *option;
  const char *value; /* (nullable) */
} Given;

static gboolean
is_option (const char *argument)
{
  return argument[0] == '-' && (argument[1] == '-' || g_ascii_isalpha (argument[1]));
}

static Given
take_apart (const HallCliOption *options, const char *argument)
{
  const char *equals = strchr (argument, '=');
  gsize length = equals != NULL ? (gsize) (equals - argument) : strlen (argument);
  Given given = { NULL, equals != NULL ? equals + 1 : NULL };

  for (; options->name != NULL && given.option == NULL; options++)
    if ((length == 2 && options->letter != 0 && argument[1] == options->letter)
        || (length == 2 + strlen (options->name) && strncmp (argument, "--", 2) == 0
            && strncmp (argument + 2, options->name, length - 2) == 0))
      given.option = options;
  return given;
}

/* FALSE if it may be given once only and has been. */
static gboolean
keep (const HallCliOption *option, const char *value)
{
  if (option->list != NULL)
    {
      g_ptr_array_add (option->list, (char *) value);
      return TRUE;
    }
  if (*option->value != NULL)
    return FALSE;
  *option->value = value;
  return TRUE;
}

/* Takes one option and, if it wants one, its value from the next argument. */
static gboolean
take (const HallCli *cli, const HallCliOption *options, char ***argv, HallExit *code)
{
  const char *argument = **argv;
  Given given = take_apart (options, argument);
  HallCliText problem = HALL_N_CLI_TEXTS;

  if (given.option == NULL)
    problem = HALL_CLI_TEXT_UNKNOWN_OPTION;
  else if (given.option->flag != NULL && given.value != NULL)
    problem = HALL_CLI_TEXT_OPTION_TAKES_NONE;
  else if (given.option->flag != NULL)
    *given.option->flag = TRUE;
  else if (given.value == NULL && (*argv)[1] == NULL)
    problem = HALL_CLI_TEXT_OPTION_WANTS_VALUE;
  else if (!keep (given.option, given.value != NULL ? given.value : *++*argv))
    problem = HALL_CLI_TEXT_OPTION_TWICE;
  if (problem == HALL_N_CLI_TEXTS)
    return TRUE;
  *code = hall_cli_complain (cli, HALL_EXIT_USAGE, problem, argument, cli->usage);
  return FALSE;
}

GPtrArray *
hall_cli_options_read (const HallCli *cli,
                       const HallCliOption *options,
                       char **argv,
                       guint min,
                       guint max,
                       HallExit *code)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  gboolean only_arguments = FALSE;

  for (; *argv != NULL; argv++)
    if (!only_arguments && strcmp (*argv, "--") == 0)
      only_arguments = TRUE;
    else if (only_arguments || !is_option (*argv))
      g_ptr_array_add (arguments, *argv);
    else if (!take (cli, options, &argv, code))
      return NULL;
  if (arguments->len >= min && arguments->len <= max)
    return g_steal_pointer (&arguments);
  *code = hall_cli_complain (cli, HALL_EXIT_USAGE,
                             arguments->len < min ? HALL_CLI_TEXT_ARGUMENT_MISSING
                                                  : HALL_CLI_TEXT_ARGUMENT_EXTRA,
                             arguments->len > max ? g_ptr_array_index (arguments, max) : NULL,
                             cli->usage);
  return NULL;
}
