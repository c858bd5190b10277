/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look and its way through a pipe; the helper process and what befalls it.
 */
#include "hall-look-process.h"

#include <string.h>

#include "fake-helper.h"
#include "hall-error.h"
#include "scan-maker.h"

static void
test_round_trip (void)
{
  static const char text[] =
      "{\"pages\":2,\"width\":210,\"height\":297,\"sharpness\":96,\"looked\":true,\"strangers\":false,"
      "\"findings\":[{\"code\":\"pdf-too-many-pages\",\"args\":[\"9\",\"4\"]},"
      "{\"code\":\"file-damaged\",\"args\":[],"
      "\"place\":{\"page\":2,\"x\":0,\"y\":2500,\"width\":5000,\"height\":10000}}],"
      "\"codes\":[\"CH1.F.20261122000017.2.9F3A0C2B41D0\"],"
      "\"seals\":[{\"colour\":0,\"x\":150100,\"y\":240000,\"diameter\":40100,"
      "\"roundness\":990,\"complete\":true,\"region\":\"seal\"}],"
      "\"spots\":[{\"page\":1,\"sheet_page\":2,\"x0\":-1000,\"y0\":2000,\"x1\":990000,\"y1\":1000,"
      "\"x2\":0,\"y2\":999999,\"x3\":1000500,\"y3\":1000000}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (HallLook) look = hall_look_parse (text, -1, &error);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  node = hall_look_to_json (look);
  again = json_to_string (node, FALSE);
  g_assert_cmpstr (again, ==, text);
}

/* What a helper says that a file has taken over. */
static void
test_hostile_answers (void)
{
  static const char *const texts[] = {
    "",
    "{",
    "[]",
    "null",
    "{\"pages\":2}",
    "{\"pages\":-1,\"width\":0,\"height\":0,\"sharpness\":0,\"looked\":true,\"strangers\":false,\"findings\":[],"
    "\"codes\":[],\"seals\":[],\"spots\":[]}",
    "{\"pages\":1,\"width\":0,\"height\":0,\"sharpness\":0,\"looked\":true,\"strangers\":false,\"findings\":[],"
    "\"codes\":[\"CH1.F.<b>.2.9F3A0C2B41D0\"],\"seals\":[],\"spots\":[]}",
    "{\"pages\":1,\"width\":0,\"height\":0,\"sharpness\":0,\"looked\":true,\"strangers\":false,"
    "\"findings\":[{\"code\":\"no-such-thing\",\"args\":[]}],\"codes\":[],\"seals\":[],\"spots\":[]}",
    "{\"pages\":1,\"width\":0,\"height\":0,\"sharpness\":0,\"looked\":1,\"strangers\":false,\"findings\":[],"
    "\"codes\":[],\"seals\":[],\"spots\":[]}",
    "{\"pages\":1,\"width\":0,\"height\":0,\"sharpness\":0,\"looked\":true,\"strangers\":false,\"findings\":{},"
    "\"codes\":[],\"seals\":[],\"spots\":[]}",
    "{\"pages\":1,\"width\":0,\"height\":0,\"sharpness\":0,\"looked\":true,\"strangers\":false,\"findings\":[],"
    "\"codes\":[],\"seals\":[],\"spots\":[],\"more\":1}",
    "{\"pages\":1,\"width\":0,\"height\":0,\"sharpness\":0,\"looked\":true,\"strangers\":false,\"findings\":[],"
    "\"codes\":[],\"seals\":[{\"colour\":9,\"x\":1,\"y\":1,\"diameter\":1,\"roundness\":1,"
    "\"complete\":true,\"region\":\"page\"}],\"spots\":[]}",
    "{\"pages\":1,\"width\":0,\"height\":0,\"sharpness\":0,\"looked\":true,\"strangers\":false,\"findings\":[],"
    "\"codes\":[],\"seals\":[],\"spots\":[{\"page\":1,\"sheet_page\":1,\"x0\":0,\"y0\":0,\"x1\":90000000,"
    "\"y1\":0,\"x2\":0,\"y2\":1,\"x3\":1,\"y3\":1}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (hall_look_parse (texts[i], -1, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
    }
}

static void
assert_same (GBytes *bytes, const HallLookOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallLook) here = hall_look_take (bytes, options, NULL, &error);
  g_autoptr (HallLook) there = hall_look_run (bytes, options, 60, NULL, &error);
  g_autoptr (JsonNode) here_node = NULL;
  g_autoptr (JsonNode) there_node = NULL;
  g_autofree char *here_text = NULL;
  g_autofree char *there_text = NULL;

  g_assert_no_error (error);
  here_node = hall_look_to_json (here);
  there_node = hall_look_to_json (there);
  here_text = json_to_string (here_node, FALSE);
  there_text = json_to_string (there_node, FALSE);
  g_assert_cmpstr (here_text, ==, there_text);
}

/* The helper sees what this process would see. */
static void
test_same_in_both (void)
{
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, "20261122000017", 2, NULL);
  g_autoptr (GBytes) small = scan_maker_jpeg (300, 300);
  g_autoptr (GBytes) pages = scan_maker_pdf (5, 210, 297);
  g_autoptr (GBytes) cut = scan_maker_cut (form, 3000);
  const struct
  {
    GBytes *bytes;
    HallLookOptions options;
  } rows[] = {
    { form,
      { .media_type = HALL_MEDIA_PDF, .wants_code = TRUE, .max_pages = 4, .examines = TRUE } },
    { form,
      { .media_type = HALL_MEDIA_PDF, .wants_code = FALSE, .max_pages = 4, .examines = TRUE } },
    { pages,
      { .media_type = HALL_MEDIA_PDF, .wants_code = FALSE, .max_pages = 4, .examines = TRUE } },
    { cut, { .media_type = HALL_MEDIA_PDF, .wants_code = TRUE, .max_pages = 4, .examines = TRUE } },
    { small,
      { .media_type = HALL_MEDIA_JPEG, .wants_code = TRUE, .max_pages = 4, .examines = TRUE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_same (rows[i].bytes, &rows[i].options);
}

/* Whatever becomes of the helper, the file is called damaged and we go on. */
static void
test_failing_helpers (void)
{
  static const char *const scripts[] = {
    "exit 1",
    "kill -SEGV $$",
    "cat > /dev/null; exit 0",
    "cat > /dev/null; echo nonsense",
    "cat > /dev/null; yes",
    "exec sleep 60",
    "cat > /dev/null; exec sleep 60",
    "echo '{}'; exec sleep 60",
  };
  g_autoptr (GBytes) bytes = scan_maker_jpeg (1500, 1500); /* more than a pipe holds */
  HallLookOptions options = {
    .media_type = HALL_MEDIA_JPEG, .wants_code = TRUE, .max_pages = 1, .examines = TRUE
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      FakeHelper *helper = fake_helper_new (scripts[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (HallLook) look = NULL;
      gint64 start = g_get_monotonic_time ();

      g_test_message ("%s", scripts[i]);
      look = hall_look_run (bytes, &options, 1, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (look->findings->len, ==, 1);
      g_assert_cmpint (((HallFinding *) g_ptr_array_index (look->findings, 0))->issue.code, ==,
                       HALL_ISSUE_FILE_DAMAGED);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
      fake_helper_free (helper);
    }
}

static void
test_no_helper (void)
{
  g_autofree char *before = g_strdup (g_getenv ("HALL_PROGRAM_DIR"));
  g_autoptr (GBytes) bytes = scan_maker_jpeg (700, 700);
  HallLookOptions options = {
    .media_type = HALL_MEDIA_JPEG, .wants_code = TRUE, .max_pages = 1, .examines = TRUE
  };
  g_autoptr (GError) error = NULL;

  g_setenv ("HALL_PROGRAM_DIR", "/nowhere", TRUE);
  g_assert_null (hall_look_run (bytes, &options, 1, NULL, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_setenv ("HALL_PROGRAM_DIR", before, TRUE);
}

/* The helper gets none of our secrets. */
static void
test_environment (void)
{
  FakeHelper *helper = fake_helper_new (
      "cat > /dev/null\n"
      "if env | grep -q SECRET; then exit 1; fi\n"
      "echo '{\"pages\":7,\"width\":1,\"height\":1,\"sharpness\":0,\"looked\":false,"
      "\"strangers\":false,\"findings\":[],\"codes\":[],\"seals\":[],\"spots\":[]}'");
  g_autoptr (GBytes) bytes = scan_maker_jpeg (700, 700);
  HallLookOptions options = {
    .media_type = HALL_MEDIA_JPEG, .wants_code = TRUE, .max_pages = 1, .examines = TRUE
  };
  g_autoptr (HallLook) look = NULL;

  g_setenv ("HALL_SECRET", "SECRET", TRUE);
  look = hall_look_run (bytes, &options, 10, NULL, NULL);
  g_unsetenv ("HALL_SECRET");
  g_assert_cmpuint (look->pages, ==, 7);
  fake_helper_free (helper);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (200 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (void)
{
  FakeHelper *helper = fake_helper_new ("cat > /dev/null; exec sleep 60");
  g_autoptr (GBytes) bytes = scan_maker_jpeg (700, 700);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HallLookOptions options = {
    .media_type = HALL_MEDIA_JPEG, .wants_code = TRUE, .max_pages = 1, .examines = TRUE
  };
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  gint64 start = g_get_monotonic_time ();

  g_assert_null (hall_look_run (bytes, &options, 60, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  g_thread_join (thread);
  g_clear_error (&error);
  g_assert_null (hall_look_run (bytes, &options, 60, cancellable, &error)); /* from the start */
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fake_helper_free (helper);
}

/* Small files that would take gigabytes or hours: they cost the helper its life, not us ours. */
static void
test_bombs (void)
{
  g_autoptr (GBytes) strokes = scan_maker_bomb ("0 0 m 9 9 l S ", 400000000);
  g_autoptr (GBytes) states = scan_maker_bomb ("q ", 300000000);
  GBytes *const bombs[] = { strokes, states };
  HallLookOptions options = {
    .media_type = HALL_MEDIA_PDF, .wants_code = TRUE, .max_pages = 4, .examines = TRUE
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (HallLook) look = NULL;

      g_assert_cmpuint (g_bytes_get_size (bombs[i]), <, 2 * 1024 * 1024);
      look = hall_look_run (bombs[i], &options, 2, NULL, NULL);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
      g_assert_cmpuint (look->codes->len, ==, 0);
      g_assert_true (look->findings->len == 1 || look->pages == 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look/round-trip", test_round_trip);
  g_test_add_func ("/look/hostile-answers", test_hostile_answers);
  g_test_add_func ("/look/same-in-both", test_same_in_both);
  g_test_add_func ("/look/no-helper", test_no_helper);
  if (fake_helper_is_possible ())
    {
      g_test_add_func ("/look/failing-helpers", test_failing_helpers);
      g_test_add_func ("/look/environment", test_environment);
      g_test_add_func ("/look/cancelled", test_cancelled);
    }
  g_test_add_func ("/look/bombs", test_bombs);
  return g_test_run ();
}
