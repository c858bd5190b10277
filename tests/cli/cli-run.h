/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: runs the real certhallctl in a folder of its own.
 */
#pragma once

#include <gio/gio.h>

#define MAX_ARGS 12

typedef struct
{
  int code;
  char *out;
  char *err;
} Run;

void run_clear (Run *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Runs the tests and removes the folder. Returns: the exit code */
int run_tests (void);

/* In the locale @lang, whether it is installed or not; @args is NULL-terminated. */
Run run_in (const char *lang, const char *const *args);

/* A file into the folder; a file out of it, which is then gone. */
void run_put_file (const char *name, GBytes *bytes);
GBytes *run_take_file (const char *name);

/* tests/data/NAME.json with one field or member changed (none if NULL) as a.json. */
void run_put_application (const char *name, const char *field, const char *value);

guint run_count_lines (const char *text);
