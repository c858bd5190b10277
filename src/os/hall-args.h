/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a program was called with. linux/ and windows/ have a body each.
 */
#pragma once

#include <glib.h>

/**
 * hall_args_get:
 * @argv: of main(); on Windows that is in a code page that may lack Chinese
 *
 * Returns: (transfer full): all arguments, the program's name first; on Windows in UTF-8
 */
char **hall_args_get (char **argv);
