/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passwords come in files, since others on the same computer can read a command line.
 */
#pragma once

#include "hall-cli.h"

/**
 * hall_password_file_read:
 * @path: "-" is standard input
 * @code: (out): the exit code if that fails; what is wrong has been written
 *
 * Returns: (transfer full) (nullable): the first line
 */
char *hall_password_file_read (const HallCli *cli, const char *path, HallExit *code);
