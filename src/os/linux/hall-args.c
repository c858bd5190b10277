/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linux: as they were given.
 */
#include "hall-args.h"

char **
hall_args_get (char **argv)
{
  return g_strdupv (argv);
}
