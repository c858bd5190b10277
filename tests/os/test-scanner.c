/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scanners, against SANE's own backend for tests: a device with a flatbed and a feeder of ten
 * pages, which can be slow and can fail.
 */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

#include "hall-error.h"
#include "hall-scanner.h"

#define FLATBED_AND_FEEDER "test:0"

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
  guint last_page, n_news;
  double last_fraction;
} Wait;

static void
on_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;

  (void) source;
  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static void
on_progress_cb (guint page, double fraction, gpointer user_data)
{
  Wait *wait = user_data;

  g_assert_null (wait->result);
  g_assert_cmpuint (page, >=, wait->last_page);
  g_assert_cmpfloat (fraction, <=, 1.0);
  wait->last_page = page;
  wait->last_fraction = fraction;
  wait->n_news++;
}

static void
wait_init (Wait *wait)
{
  *wait = (Wait){ .loop = g_main_loop_new (NULL, FALSE) };
}

static void
wait_clear (Wait *wait)
{
  g_clear_object (&wait->result);
  g_main_loop_unref (wait->loop);
}

/* Read once by a process: tests that want other settings run in one of their own. */
static void
write_config (const char *more)
{
  g_autofree char *folder = g_dir_make_tmp ("scanner-XXXXXX", NULL);
  g_autofree char *list = g_build_filename (folder, "dll.conf", NULL);
  g_autofree char *device = g_build_filename (folder, "test.conf", NULL);
  g_autofree char *text = g_strdup_printf ("number_of_devices 2\nmode Gray\ndepth 16\n"
                                           "resolution 50.0\ntest-picture \"Color pattern\"\n"
                                           "geometry_min 0.0\ngeometry_max 300.0\n%s",
                                           more);

  g_assert_true (g_file_set_contents (list, "test\n", -1, NULL));
  g_assert_true (g_file_set_contents (device, text, -1, NULL));
  g_setenv ("SANE_CONFIG_DIR", folder, TRUE);
}

static void
remove_config (void)
{
  const char *folder = g_getenv ("SANE_CONFIG_DIR");
  static const char *const names[] = { "dll.conf", "test.conf" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* (transfer full) (nullable) */
static GPtrArray *
acquire (HallScannerWish *wish, GCancellable *cancellable, Wait *wait, GError **error)
{
  wait_init (wait);
  wish->progress = on_progress_cb;
  wish->progress_data = wait;
  hall_scanner_acquire_async (wish, cancellable, on_ready_cb, wait);
  g_main_loop_run (wait->loop);
  return hall_scanner_acquire_finish (wait->result, error);
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) devices = NULL;
  const HallScannerDevice *first;
  Wait wait;

  g_assert_true (hall_scanner_is_available ());
  wait_init (&wait);
  hall_scanner_list_async (NULL, on_ready_cb, &wait);
  g_main_loop_run (wait.loop);
  devices = hall_scanner_list_finish (wait.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (devices->len, ==, 2);
  first = g_ptr_array_index (devices, 0);
  g_assert_cmpstr (first->id, ==, FLATBED_AND_FEEDER);
  g_assert_nonnull (strstr (first->label, "frontend-tester"));
  wait_clear (&wait);
}

static void
test_abilities (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree HallScannerAbilities *abilities = NULL;
  Wait wait;

  wait_init (&wait);
  hall_scanner_look_async (FLATBED_AND_FEEDER, NULL, on_ready_cb, &wait);
  g_main_loop_run (wait.loop);
  abilities = hall_scanner_look_finish (wait.result, &error);
  g_assert_no_error (error);
  g_assert_true (abilities->has_source[HALL_SCANNER_FLATBED]);
  g_assert_true (abilities->has_source[HALL_SCANNER_FEEDER]);
  g_assert_true (abilities->has_colour);
  g_assert_cmpuint (abilities->min_dpi, ==, 1);
  g_assert_cmpuint (abilities->max_dpi, ==, 1200);
  wait_clear (&wait);
}

/* An A4 page of @dpi, in colour, which says so itself. */
static void
check_page (GBytes *bytes, guint dpi)
{
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);
  double inch = 25.4;
  gboolean has_colour = FALSE;

  g_assert_no_error (error);
  g_assert_cmpint (memcmp (data + 6, "JFIF", 5), ==, 0);
  g_assert_cmpuint (data[13], ==, 1); /* dots per inch */
  g_assert_cmpuint (data[14] * 256u + data[15], ==, dpi);
  g_assert_cmpfloat_with_epsilon (gdk_pixbuf_get_width (pixbuf) * inch / dpi, 210, 1.5);
  g_assert_cmpfloat_with_epsilon (gdk_pixbuf_get_height (pixbuf) * inch / dpi, 297, 1.5);
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf) && !has_colour; y += 3)
    for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x += 3)
      {
        const guint8 *pixel = gdk_pixbuf_read_pixels (pixbuf)
                              + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf)
                              + (gsize) x * 3;

        has_colour |= ABS (pixel[0] - pixel[2]) > 100;
      }
  g_assert_true (has_colour);
}

/* The device stands at grey, 16 bits, 50 dpi and another page: every setting is made. */
static void
test_flatbed (void)
{
  HallScannerWish wish = { .device = FLATBED_AND_FEEDER, .source = HALL_SCANNER_FLATBED };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  Wait wait;

  pages = acquire (&wish, NULL, &wait, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 1);
  check_page (g_ptr_array_index (pages, 0), 300);
  g_assert_cmpuint (wait.last_page, ==, 1);
  g_assert_cmpfloat (wait.last_fraction, >=, 0);
  wait_clear (&wait);
}

/* Until the device says that there is no more paper. */
static void
test_feeder (void)
{
  HallScannerWish wish = { .device = FLATBED_AND_FEEDER, .source = HALL_SCANNER_FEEDER, .dpi = 75 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  Wait wait;

  pages = acquire (&wish, NULL, &wait, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 10);
  for (guint i = 0; i < pages->len; i++)
    check_page (g_ptr_array_index (pages, i), 75);
  wait_clear (&wait);
}

static void
test_gone (void)
{
  HallScannerWish wish = { .device = "test:7" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  Wait wait;

  pages = acquire (&wish, NULL, &wait, &error);
  g_assert_null (pages);
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
  wait_clear (&wait);
}

static gboolean
on_time_to_cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* Of the many minutes that the slow device takes for a page. */
#define CANCELLED_IN_US (20 * G_USEC_PER_SEC)

/* The device takes minutes; whoever asked is free at once, and so is the device soon after. */
static void
test_cancel (void)
{
  HallScannerWish wish = { .device = FLATBED_AND_FEEDER };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  gint64 started_us = g_get_monotonic_time ();
  Wait wait;

  g_timeout_add (300, on_time_to_cancel_cb, cancellable);
  pages = acquire (&wish, cancellable, &wait, &error);
  g_assert_null (pages);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - started_us, <, CANCELLED_IN_US);
  wait_clear (&wait);
  test_abilities ();
}

static void
test_cancelled_before (void)
{
  HallScannerWish wish = { .device = FLATBED_AND_FEEDER };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  Wait wait;

  g_cancellable_cancel (cancellable);
  pages = acquire (&wish, cancellable, &wait, &error);
  g_assert_null (pages);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (wait.n_news, ==, 0);
  wait_clear (&wait);
}

static const struct
{
  const char *status;
  HallError code;
  const char *words;
} failures[] = {
  { "SANE_STATUS_JAMMED", HALL_ERROR_UNAVAILABLE, "jammed" },
  { "SANE_STATUS_COVER_OPEN", HALL_ERROR_UNAVAILABLE, "cover" },
  { "SANE_STATUS_DEVICE_BUSY", HALL_ERROR_UNAVAILABLE, "busy" },
  { "SANE_STATUS_NO_DOCS", HALL_ERROR_UNAVAILABLE, "no paper" },
  { "SANE_STATUS_IO_ERROR", HALL_ERROR_UNAVAILABLE, "lost" },
  { "SANE_STATUS_ACCESS_DENIED", HALL_ERROR_DENIED, "may not" },
};

static void
test_failure (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  HallScannerWish wish = { .device = FLATBED_AND_FEEDER };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  Wait wait;

  if (!g_test_subprocess ())
    {
      /* The backend ends its reading thread the hard way, and hangs when that is at malloc(). */
      for (int try = 0; try < 3 && (try == 0 || g_test_trap_reached_timeout ()); try++)
        g_test_trap_subprocess (NULL, 10 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  pages = acquire (&wish, NULL, &wait, &error);
  g_assert_null (pages);
  g_assert_error (error, HALL_ERROR, (int) failures[i].code);
  g_assert_nonnull (strstr (error->message, failures[i].words));
  wait_clear (&wait);
}

/* Settings come with the name of the test: each process has those of its own. */
static void
write_config_for (int argc, char **argv)
{
  g_autoptr (GString) more = g_string_new (NULL);

  for (int i = 1; i < argc; i++)
    for (gsize row = 0; row < G_N_ELEMENTS (failures); row++)
      if (g_str_has_suffix (argv[i], failures[row].status))
        g_string_append_printf (more, "read-status-code \"%s\"\n", failures[row].status);
  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_suffix (argv[i], "/three-pass"))
        g_string_append (more, "three-pass true\n");
      if (g_str_has_suffix (argv[i], "/cancel"))
        g_string_append (more, "read-delay true\nread-delay-duration 200000\n"
                               "read-limit true\nread-limit-size 4096\n");
    }
  write_config (more->str);
}

/* Red, green and blue one after the other, as old scanners send them. */
static void
test_three_pass (void)
{
  if (g_test_subprocess ())
    {
      test_flatbed ();
      return;
    }
  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_slow_device (void)
{
  if (g_test_subprocess ())
    {
      test_cancel ();
      return;
    }
  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  int status;

  write_config_for (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scanner/list", test_list);
  g_test_add_func ("/scanner/abilities", test_abilities);
  g_test_add_func ("/scanner/flatbed", test_flatbed);
  g_test_add_func ("/scanner/feeder", test_feeder);
  g_test_add_func ("/scanner/gone", test_gone);
  g_test_add_func ("/scanner/cancelled-before", test_cancelled_before);
  g_test_add_func ("/scanner/three-pass", test_three_pass);
  g_test_add_func ("/scanner/cancel", test_slow_device);
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scanner/failure/%s", failures[i].status);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_failure);
    }
  status = g_test_run ();
  remove_config ();
  return status;
}
