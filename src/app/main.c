/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhall: the hall's desktop program.
 */
#include <glib/gi18n.h>
#include <locale.h>

#include "hall-app.h"
#include "hall-data-dir.h"

static void
set_language (void)
{
  g_autofree char *dir = hall_data_dir_get_translations ();

  setlocale (LC_ALL, "");
  bindtextdomain ("certhall", dir);
  bind_textdomain_codeset ("certhall", "UTF-8");
  textdomain ("certhall");
}

int
main (int argc, char **argv)
{
  g_autoptr (HallApp) app = NULL;

  set_language ();
  g_set_prgname ("certhall");
  g_set_application_name (_ ("CertHall"));
  app = hall_app_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
