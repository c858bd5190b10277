/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages that a helper draws for a window: what is said when the helper says nothing, or nonsense,
 * and that the window does not wait for it.
 */
#include "hall-page-process.h"

#include <string.h>

#include "fake-helper.h"
#include "hall-error.h"
#include "scan-maker.h"

#define PATIENCE_S 1
#define MOST_US    (10 * G_USEC_PER_SEC)
#define PAGES      "echo 'pages 1'; echo '595000 842000'; "

static const HallPageWish wish = { 0, 0, 0.5 };

/* What is asked until the helper fails. Returns: (transfer full) */
static GError *
use (HallPageProcess *process)
{
  GError *error = NULL;
  g_autoptr (GArray) sizes = hall_page_process_measure (process, &error);
  cairo_surface_t *surface = NULL;

  if (sizes == NULL)
    return error;
  surface = hall_page_process_draw (process, &wish, &error);
  g_assert_null (surface);
  return error;
}

/* Whatever it does not do, its time is up, and the next call has a helper of its own. */
static void
test_in_time (void)
{
  static const char *const scripts[] = {
    "exec sleep 60",
    PAGES "exec sleep 60",
    "while :; do printf x; sleep 0.1; done",
    "while :; do echo 'pages 500'; sleep 0.2; done",
    PAGES "read answer; echo 'picture 9000 9000'; exec sleep 60",
    "kill -STOP $$",
  };
  g_autoptr (GBytes) bytes = scan_maker_jpeg (1500, 1500); /* more than a pipe holds */

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (HallPageProcess) process = hall_page_process_new (bytes);
      FakeHelper *helper = fake_helper_new (scripts[i]);
      gint64 start_us = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      cairo_surface_t *surface;

      g_test_message ("%s", scripts[i]);
      hall_page_process_set_max_seconds (process, PATIENCE_S);
      error = use (process);
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "this page cannot be shown"));
      g_assert_cmpint (g_get_monotonic_time () - start_us, <, MOST_US);
      fake_helper_free (helper);

      g_clear_error (&error);
      hall_page_process_set_max_seconds (process, 60);
      surface = hall_page_process_draw (process, &wish, &error);
      g_assert_no_error (error);
      cairo_surface_destroy (surface);
    }
}

/* Its time is that of one answer: a window may be looked at all day. */
static void
test_slowly (void)
{
  g_autoptr (GBytes) bytes = scan_maker_pdf (1, 210, 297);
  g_autoptr (HallPageProcess) process = hall_page_process_new (bytes);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = hall_page_process_draw (process, &wish, &error);

  g_assert_no_error (error);
  cairo_surface_destroy (surface);
  hall_page_process_set_max_seconds (process, 3);
  for (int i = 0; i < 3; i++)
    {
      surface = hall_page_process_draw (process, &wish, &error);
      g_assert_no_error (error);
      cairo_surface_destroy (surface);
      g_usleep (2 * G_USEC_PER_SEC);
    }
}

static guint
sum_up (cairo_surface_t *surface)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  gsize size = (gsize) cairo_image_surface_get_stride (surface)
               * (gsize) cairo_image_surface_get_height (surface);
  guint sum = 0;

  for (gsize i = 0; i < size; i++)
    sum = sum * 31 + data[i];
  return sum;
}

/* Pictures stay as they are while others are drawn, and when the helper is gone: more of them than
 * its memory has slots, of any size. */
static void
test_many (void)
{
  static const double scales[] = { 0.5, 0.6, 0.7, 0.5, 5, 0.9, 6, 0.5, 0.6 };
  g_autoptr (GBytes) bytes = scan_maker_pdf (1, 210, 297);
  g_autoptr (HallPageProcess) process = hall_page_process_new (bytes);
  cairo_surface_t *pictures[G_N_ELEMENTS (scales)];
  guint sums[G_N_ELEMENTS (scales)];

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GError) error = NULL;
      HallPageWish way = { 0, 0, scales[i] };

      pictures[i] = hall_page_process_draw (process, &way, &error);
      g_assert_no_error (error);
      g_assert_cmpint (cairo_image_surface_get_width (pictures[i]), >=, (int) (594 * scales[i]));
      sums[i] = sum_up (pictures[i]);
    }
  g_assert_cmpuint (sums[0], ==, sums[3]);
  g_assert_cmpuint (sums[0], ==, sums[7]);
  g_assert_cmpuint (sums[1], ==, sums[8]);
  g_clear_pointer (&process, hall_page_process_free);
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_assert_cmpuint (sum_up (pictures[i]), ==, sums[i]);
      cairo_surface_destroy (pictures[i]);
    }
}

/* Answers that make no sense are not waited for. */
static void
test_nonsense (void)
{
  static const char *const scripts[] = {
    "exit 1",
    "kill -SEGV $$",
    "cat > /dev/null",
    "echo 'pages 0'",
    "echo 'pages 501'",
    "echo 'pages -1'",
    "echo 'pages 1'; echo '0 0'",
    "echo 'pages 1'; echo '1e300 1e300'",
    "echo 'pages 1'; echo 'nan nan'",
    PAGES "read answer; echo 'picture 30000 30000'",
    PAGES "read answer; echo 'picture shared 0 6000 6000'",
    PAGES "read answer; echo 'picture shared 1 4000 4000'",
    PAGES "read answer; echo 'picture shared 4 9 9'",
    PAGES "read answer; echo 'picture shared'",
    PAGES "read answer; echo 'picture -1 9'",
    PAGES "read answer; echo 'text 9 9'",
    "yes",
    "yes x | tr -d '\\n'",
  };
  g_autoptr (GBytes) bytes = scan_maker_pdf (1, 210, 297);

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (HallPageProcess) process = hall_page_process_new (bytes);
      FakeHelper *helper = fake_helper_new (scripts[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", scripts[i]);
      error = use (process);
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      fake_helper_free (helper);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-process/slowly", test_slowly);
  g_test_add_func ("/page-process/many", test_many);
  if (fake_helper_is_possible ())
    {
      g_test_add_func ("/page-process/in-time", test_in_time);
      g_test_add_func ("/page-process/nonsense", test_nonsense);
    }
  return g_test_run ();
}
