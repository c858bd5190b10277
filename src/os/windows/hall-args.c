/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows: taken from the command line itself, which is in UTF-16.
 */
#include "hall-args.h"

char **
hall_args_get (char **argv)
{
  (void) argv;
  return g_win32_get_command_line ();
}
