/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hundreds of files that were made to harm. Each ends in what is said of it, or is found to be
 * harmless, within 5 s and 256 MiB; and this program is still there.
 *
 * Counted is the time that the processor gave to the helper: on a busy machine nothing takes
 * longer. One file after the other, so that each knows what it cost.
 */
#include <cairo.h>
#include <sys/resource.h>

#include "hall-error.h"
#include "hall-fit.h"
#include "hall-intake.h"
#include "hall-page-process.h"
#include "hostile-maker.h"

#define MIN_UPLOADS  300
#define MIN_PICTURES 40
#define MAX_MIB      256
/* The doctor opens pictures of 50 megapixels, which are 150 MB and at times there twice. */
#define MAX_DOCTOR_MIB 400

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SLOWER       8
#define STRIDE       4 /* a part of the files is enough to find other faults */
#define KNOWS_MEMORY FALSE
#else
#define SLOWER       1
#define STRIDE       1
#define KNOWS_MEMORY TRUE
#endif
/* To start and to be ended takes a little too. */
#define MAX_US    (5 * G_USEC_PER_SEC * SLOWER + G_USEC_PER_SEC / 4)
#define TELL_US   (G_USEC_PER_SEC / 3 * SLOWER)
#define PER_US(x) ((double) (x) / G_USEC_PER_SEC)

/* What became of a file. */
typedef enum
{
  REFUSED,
  HARMLESS,
  UNKNOWN, /* the helper could not be had */
  N_ENDS
} End;

static End
judge (gboolean is_harmless, const GError *error)
{
  if (is_harmless)
    return HARMLESS;
  return error == NULL || g_error_matches (error, HALL_ERROR, HALL_ERROR_INVALID) ? REFUSED
                                                                                  : UNKNOWN;
}

static End
inspect (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallScanReport) report = hall_intake_inspect (bytes, NULL, NULL, NULL, NULL, &error);

  return judge (report != NULL && report->findings->len == 0, error);
}

/* A window opens it: the first page comes, or the one error that is said in its place. */
static End
show (GBytes *bytes)
{
  g_autoptr (HallPageProcess) process = hall_page_process_new (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = hall_page_process_measure (process, &error);
  HallPageWish wish = { 0, 0, 1.5 };
  cairo_surface_t *surface = sizes != NULL ? hall_page_process_draw (process, &wish, &error) : NULL;
  End end = judge (surface != NULL, error);

  g_clear_pointer (&surface, cairo_surface_destroy);
  return end;
}

/* The document doctor opens it. */
static End
open_in_doctor (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallFitPage) page = hall_fit_open (bytes, 0, NULL, &error);

  return judge (page != NULL, error);
}

/* User and system time of all helpers that have ended. */
static gint64
get_children_us (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec
         + usage.ru_stime.tv_usec;
}

static glong
get_largest_child_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return usage.ru_maxrss / 1024;
}

/* How one way into the program takes all of @files. */
static void
try_all (const GPtrArray *files, const char *way, End (*take) (GBytes *bytes), glong max_mib)
{
  guint counts[N_ENDS] = { 0 };
  gint64 start_us = get_children_us ();
  guint n_slow = 0;

  for (guint i = 0; i < files->len; i += STRIDE)
    {
      const HostileFile *file = g_ptr_array_index (files, i);
      gint64 before_us = get_children_us ();
      End end = take (file->bytes);
      gint64 took_us = get_children_us () - before_us;

      counts[end]++;
      n_slow += took_us > MAX_US;
      if (took_us > TELL_US || end == UNKNOWN)
        g_test_message ("%s: %s takes %.1f s%s", file->name, way, PER_US (took_us),
                        end == UNKNOWN ? " and ends in nothing" : "");
    }
  g_test_message ("%s: %u files, %u refused, %u harmless; %.1f s, %ld MiB at most", way, files->len,
                  counts[REFUSED], counts[HARMLESS], PER_US (get_children_us () - start_us),
                  get_largest_child_mib ());
  g_assert_cmpuint (counts[UNKNOWN], ==, 0);
  g_assert_cmpuint (counts[REFUSED], >, 0);
  g_assert_cmpuint (n_slow, ==, 0);
  if (KNOWS_MEMORY)
    g_assert_cmpint (get_largest_child_mib (), <=, max_mib);
}

static void
test_intake (void)
{
  g_autoptr (GPtrArray) files = hostile_maker_uploads ();

  g_assert_cmpuint (files->len, >=, MIN_UPLOADS);
  try_all (files, "the intake", inspect, MAX_MIB);
}

static void
test_pages (void)
{
  g_autoptr (GPtrArray) files = hostile_maker_uploads ();

  try_all (files, "the page view", show, MAX_MIB);
}

static void
test_doctor (void)
{
  g_autoptr (GPtrArray) files = hostile_maker_pictures ();

  g_assert_cmpuint (files->len, >=, MIN_PICTURES);
  try_all (files, "the doctor", open_in_doctor, MAX_DOCTOR_MIB);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/intake", test_intake);
  g_test_add_func ("/hostile/pages", test_pages);
  g_test_add_func ("/hostile/doctor", test_doctor);
  return g_test_run ();
}
