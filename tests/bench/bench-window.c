/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long it takes from starting the program until its first window has been drawn, beside its
 * floor: a program that shows an empty window of the same toolkit. Measured turn about in one run,
 * so that a busy machine slows both.
 *
 *   bench-window CERTHALL EMPTY MODULE
 */
#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>

#define N_RUNS 15

/* Microseconds until @program has drawn. It ends by itself then: see bench-drawn.c. */
static gint64
run (const char *program, const char *module)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  g_autofree char *path = g_canonicalize_filename (module, NULL); /* GTK wants it absolute */
  gint64 start_us, drawn_us;

  g_subprocess_launcher_setenv (launcher, "GTK_MODULES", path, TRUE);
  start_us = g_get_monotonic_time ();
  process = g_subprocess_launcher_spawn (launcher, &error, program, NULL);
  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error))
    {
      fprintf (stderr, "%s: %s\n", program, error->message);
      exit (1);
    }
  drawn_us = g_ascii_strtoll (said, NULL, 10);
  if (drawn_us <= start_us)
    {
      fprintf (stderr, "%s drew nothing\n", program);
      exit (1);
    }
  return drawn_us - start_us;
}

static int
compare_times (const void *a, const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_percentile (double *times, guint n, double percent)
{
  qsort (times, n, sizeof *times, compare_times);
  return times[MIN ((guint) (n * percent / 100), n - 1)];
}

int
main (int argc, char **argv)
{
  double ours[N_RUNS], theirs[N_RUNS];
  double first, floor_first, median, floor_median;

  if (argc != 4)
    {
      fprintf (stderr, "bench-window CERTHALL EMPTY MODULE\n");
      return 2;
    }
  first = (double) run (argv[1], argv[3]) / 1000;
  floor_first = (double) run (argv[2], argv[3]) / 1000;
  for (guint i = 0; i < N_RUNS; i++)
    {
      ours[i] = (double) run (argv[1], argv[3]) / 1000;
      theirs[i] = (double) run (argv[2], argv[3]) / 1000;
    }
  median = get_percentile (ours, N_RUNS, 50);
  floor_median = get_percentile (theirs, N_RUNS, 50);
  printf ("first window              %6.1f ms median, %6.1f p95, %6.1f first\n", median,
          get_percentile (ours, N_RUNS, 95), first);
  printf ("floor: an empty window    %6.1f ms median, %6.1f p95, %6.1f first\n", floor_median,
          get_percentile (theirs, N_RUNS, 95), floor_first);
  printf ("ratio                     %6.2f\n", median / floor_median);
  return 0;
}
