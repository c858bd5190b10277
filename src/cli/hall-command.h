/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of commands.
 */
#pragma once

#include "hall-cli.h"

/* @argv: NULL-terminated, what follows the command's name */
typedef HallExit (*HallCommandRun) (const HallCli *cli, char **argv);

typedef struct
{
  const char *name; /* one word or two */
  const char *arguments;
  HallStaticLabel summary;
  HallCommandRun run;
} HallCommand;

/* The functions of the list. */
#define COMMAND(function, ...) HallExit hall_command_##function (const HallCli *cli, char **argv);
#include "hall-command-list.h"
#undef COMMAND

/* NULL behind the last one. */
const HallCommand *hall_command_get (guint index);

/**
 * hall_command_find:
 * @words: NULL-terminated
 * @n_words: (out): how many of them are the command's name
 *
 * Returns: (nullable): the command that @words begin with
 */
const HallCommand *hall_command_find (char **words, guint *n_words);

/* "certhallctl field KIND VALUE". Returns: (transfer full) */
char *hall_command_get_usage (const HallCommand *self);

/* Runs the program. @argv: with its name in front. Returns: the exit code */
int hall_command_main (HallLang lang, char **argv);
