/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The helper that opens strangers' files for the application, the service and certhallctl: a
 * hostile file costs this process. It limits itself before it reads the first byte.
 *
 * Usage: certhall-render JOB [ARGUMENT…]
 */
#include <glib.h>
#include <stdio.h>

#include "hall-decoder-limits.h"
#include "hall-render-jobs.h"

static const struct
{
  const char *name;
  guint max_cpu_s;
  int (*run) (int argc, char **argv);
  guint max_mib; /* 0: the usual */
} jobs[] = {
  { "fit-make", 120, hall_render_fit_make, 1024 },
  { "fit-open", 30, hall_render_fit_open, 1024 },
  { "look", 5, hall_render_look }, /* four fine pages without a code take 2 to 4 */
  { "pages", 120, hall_render_pages },
  { "read", 20, hall_render_read, 384 },
  { "seal", 30, hall_render_seal },
};

int
main (int argc, char **argv)
{
  for (gsize i = 0; argc > 1 && i < G_N_ELEMENTS (jobs); i++)
    if (g_str_equal (argv[1], jobs[i].name))
      {
        hall_decoder_limit_self (jobs[i].max_cpu_s, jobs[i].max_mib);
        return jobs[i].run (argc - 1, argv + 1);
      }
  fputs ("usage: certhall-render JOB [ARGUMENT…]\n", stderr);
  return 2;
}
