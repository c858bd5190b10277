/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line of CertHall.
 */
#include <locale.h>

#include "hall-args.h"
#include "hall-command.h"

int
main (G_GNUC_UNUSED int argc, char **argv)
{
  g_auto (GStrv) args = hall_args_get (argv);

  setlocale (LC_ALL, "");
  return hall_command_main (hall_lang_from_tag (g_get_language_names ()[0]), args);
}
