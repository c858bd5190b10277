/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all commands share: the language, the exit codes, how they speak.
 */
#pragma once

#include "hall-lang.h"

/* Stable: scripts branch on them. */
typedef enum
{
  HALL_EXIT_GOOD = 0,
  HALL_EXIT_WRONG = 1,
  HALL_EXIT_USAGE = 2,
  HALL_EXIT_DOUBTFUL = 3 /* good, with warnings */
} HallExit;

#define CLI_TEXT(id, en, zh) HALL_CLI_TEXT_##id,
typedef enum
{
#include "hall-cli-text-list.h"
  HALL_N_CLI_TEXTS
} HallCliText;
#undef CLI_TEXT

typedef struct
{
  HallLang lang;
  const char *command; /* being run: "catalog check"; "" before one is known */
  const char *usage;   /* of that command: "certhallctl catalog check FILE..." */
} HallCli;

/* (transfer full): with %1 and %2 filled in; either may be NULL */
char *hall_cli_format (const HallCli *self, HallCliText text, const char *arg1, const char *arg2);

/**
 * hall_cli_complain:
 *
 * Writes "certhallctl COMMAND: " and the text to standard error. For bad usage @arg2 is the
 * usage, where the text wants it.
 *
 * Returns: @code, so that a command can end with `return hall_cli_complain (…)`
 */
HallExit hall_cli_complain (
    const HallCli *self, HallExit code, HallCliText text, const char *arg1, const char *arg2);

/* The same for a sentence that is ready; sentences of errors are English. */
HallExit hall_cli_complain_plain (const HallCli *self, HallExit code, const char *sentence);

/* The reason alone, of an error whose sentence names the file first. Points into @error. */
const char *hall_cli_get_reason (const GError *error);

/**
 * hall_cli_read_file:
 * @code: (out): the exit code if it cannot be read; what is wrong has been written
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *hall_cli_read_file (const HallCli *self, const char *path, HallExit *code);

/* Writes a line to standard output, as UTF-8 whatever the locale. */
void hall_cli_say (const char *line);

/* Writes a line to standard error. */
void hall_cli_remark (const char *line);
