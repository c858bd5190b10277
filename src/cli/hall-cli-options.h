/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a command's options and arguments: --name VALUE, --name=VALUE, -n VALUE, --flag,
 * and -- before arguments that look like options.
 */
#pragma once

#include "hall-cli.h"

typedef struct
{
  const char *name;   /* without the dashes */
  char letter;        /* its short form, or 0 */
  const char **value; /* set if given; borrowed from the arguments */
  gboolean *flag;     /* for an option without value, in place of @value */
  GPtrArray *list;    /* for an option that can be repeated, in place of @value */
} HallCliOption;

/**
 * hall_cli_options_read:
 * @options: ends with a NULL name
 * @argv: NULL-terminated, without the command
 * @min, @max: how many arguments there must be beside the options
 * @code: (out): the exit code, if that is wrong; the line has been written
 *
 * Returns: (transfer container) (nullable): the arguments that are no options
 */
GPtrArray *hall_cli_options_read (const HallCli *cli,
                                  const HallCliOption *options,
                                  char **argv,
                                  guint min,
                                  guint max,
                                  HallExit *code);
