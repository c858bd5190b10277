/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhall: the hall's desktop program.
 */
#include <glib/gi18n.h>
#include <locale.h>

#include "hall-app.h"

/* Translations that are not installed are found by $HALL_LOCALE_DIR. */
static void
set_language (void)
{
  const char *chosen = g_getenv ("HALL_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain ("certhall", chosen != NULL ? chosen : HALL_LOCALEDIR);
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
