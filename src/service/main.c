/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhalld: the order service of a hall.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "hall-error.h"
#include "hall-log.h"
#include "hall-server.h"
#include "hall-signals.h"

/* A local hall that runs already is no failure: its address is what was asked for. */
static int
explain (const GError *error)
{
  if (g_error_matches (error, HALL_ERROR, HALL_ERROR_CONFLICT)
      && g_str_has_prefix (error->message, "already listening"))
    {
      printf ("certhalld: %s\n", error->message);
      return 3;
    }
  fprintf (stderr, "certhalld: %s\n", error->message);
  return g_error_matches (error, HALL_ERROR, HALL_ERROR_INVALID) || error->domain == G_OPTION_ERROR
             ? 2
             : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = NULL;
  g_autoptr (HallConfig) config = NULL;
  g_autoptr (HallServer) server = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  config = hall_config_parse (&argc, &argv, &error);
  if (config == NULL)
    return error != NULL ? explain (error) : EXIT_SUCCESS;
  hall_log_start (config->verbose);
  server = hall_server_new (config, &error);
  if (server == NULL)
    return explain (error);

  /* who has read the line may ask us to end */
  loop = g_main_loop_new (NULL, FALSE);
  hall_signals_watch (loop);
  printf ("certhalld: listening on %s\n", hall_server_get_address (server));
  fflush (stdout);
  g_main_loop_run (loop);
  g_message ("stopping");
  return EXIT_SUCCESS;
}
