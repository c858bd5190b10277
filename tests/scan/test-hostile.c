/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hundreds of files that were made to harm. Each ends in what is said of it, or is found to be
 * harmless, within 5 s and 256 MiB; and this program is still there.
 */
#include <cairo.h>
#include <sys/resource.h>

#include "hall-error.h"
#include "hall-intake.h"
#include "hall-page-process.h"
#include "hostile-maker.h"

#define N_THREADS 2
#define MIN_FILES 300
#define MAX_MIB   256

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SLOWER       8
#define KNOWS_MEMORY FALSE
#else
#define SLOWER       1
#define KNOWS_MEMORY TRUE
#endif
#define MAX_US (5 * G_USEC_PER_SEC * SLOWER)

/* What several threads count. */
typedef struct
{
  GPtrArray *files;
  gint next; /* atomic */
  gint refused, harmless, unknown;
  GAsyncQueue *slow; /* (element-type HostileFile): took longer than they may */
} Tally;

static gint64
inspect (const HostileFile *file, Tally *tally)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HallScanReport) report =
      hall_intake_inspect (file->bytes, NULL, NULL, NULL, NULL, &error);

  if (report == NULL)
    g_atomic_int_inc (&tally->unknown);
  else if (report->findings->len > 0)
    g_atomic_int_inc (&tally->refused);
  else
    g_atomic_int_inc (&tally->harmless);
  return g_get_monotonic_time () - start_us;
}

/* A window opens it: the first page comes, or the one error that is said in its place. */
static gint64
show (const HostileFile *file, Tally *tally)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (HallPageProcess) process = hall_page_process_new (file->bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = hall_page_process_measure (process, &error);
  HallPageWish wish = { 0, 0, 1.5 };
  cairo_surface_t *surface = sizes != NULL ? hall_page_process_draw (process, &wish, &error) : NULL;

  if (surface == NULL && !g_error_matches (error, HALL_ERROR, HALL_ERROR_INVALID))
    g_atomic_int_inc (&tally->unknown);
  g_clear_pointer (&surface, cairo_surface_destroy);
  return g_get_monotonic_time () - start_us;
}

static gint64
get_children_us (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec
         + usage.ru_stime.tv_usec;
}

static gpointer
work (gpointer data)
{
  Tally *tally = data;
  guint i;

  while ((i = (guint) g_atomic_int_add (&tally->next, 1)) < tally->files->len)
    {
      const HostileFile *file = g_ptr_array_index (tally->files, i);

      if (inspect (file, tally) > MAX_US || show (file, tally) > MAX_US)
        g_async_queue_push (tally->slow, (gpointer) file);
    }
  return NULL;
}

static glong
get_largest_child_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return usage.ru_maxrss / 1024;
}

/* Other programs may have been the reason: each alone, by the time that the processor gave it. */
static guint
judge_slow (Tally *tally)
{
  const HostileFile *file;
  Tally again = { 0 };
  guint count = 0;

  while ((file = g_async_queue_try_pop (tally->slow)) != NULL)
    {
      gint64 start_us = get_children_us ();
      gint64 looked_us, shown_us;

      inspect (file, &again);
      looked_us = get_children_us () - start_us;
      show (file, &again);
      shown_us = get_children_us () - start_us - looked_us;
      g_test_message ("%s: looking %.1f s, showing %.1f s", file->name,
                      (double) looked_us / G_USEC_PER_SEC, (double) shown_us / G_USEC_PER_SEC);
      count += looked_us > MAX_US || shown_us > MAX_US;
    }
  return count;
}

static void
test_all (void)
{
  g_autoptr (GPtrArray) files = hostile_maker_all ();
  g_autoptr (GAsyncQueue) slow = g_async_queue_new ();
  Tally tally = { .files = files, .slow = slow };
  GThread *threads[N_THREADS];
  gint64 start_us = g_get_monotonic_time ();

  g_assert_cmpuint (files->len, >=, MIN_FILES);
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("hostile", work, &tally);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  g_test_message ("%u files: %d refused, %d harmless; %.0f s, %ld MiB at most", files->len,
                  tally.refused, tally.harmless,
                  (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC,
                  get_largest_child_mib ());
  g_assert_cmpint (tally.refused + tally.harmless, ==, files->len);
  g_assert_cmpint (tally.refused, >, tally.harmless);
  g_assert_cmpint (tally.unknown, ==, 0);
  g_assert_cmpuint (judge_slow (&tally), ==, 0);
  if (KNOWS_MEMORY)
    g_assert_cmpint (get_largest_child_mib (), <=, MAX_MIB);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/all", test_all);
  return g_test_run ();
}
