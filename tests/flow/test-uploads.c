/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents: read, looked at, sent, refused, stopped, sent again, taken back.
 */
#include <glib/gstdio.h>

#include "flow-fixture.h"
#include "hall-uploads.h"

typedef struct
{
  HallOrder *order; /* the hall's */
  HallOrderWatch *watch;
  HallCatalog *catalog;
  HallUploads *uploads;
  HallUpload *licence;
} Desk;

static gboolean
has_order (gpointer data)
{
  return hall_order_watch_get_order (data) != NULL;
}

static void
set_up_desk (Flow *f, Desk *desk, HallState state)
{
  desk->order = fake_hall_add_order (f->hall, state);
  desk->watch = hall_order_watch_new (f->session, desk->order->number);
  hall_order_watch_start (desk->watch);
  flow_wait_until (has_order, desk->watch);
  desk->catalog = hall_catalog_ref (f->hall->catalog);
  desk->uploads = hall_uploads_new (desk->watch, desk->catalog);
  desk->licence = hall_uploads_find (desk->uploads, "business_licence");
}

static void
clear_desk (Flow *f, Desk *desk)
{
  g_clear_object (&f->result);
  fake_release (desk->uploads);
  fake_release (desk->watch);
  hall_catalog_unref (desk->catalog);
}

static gboolean
put_bytes (Flow *f, HallUpload *upload, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  hall_upload_put_bytes_async (upload, bytes, "扫描.pdf", NULL, flow_on_done_cb, f);
  return hall_upload_put_finish (upload, flow_wait_for (f), error);
}

/* A file of @length bytes; its path is to be removed by the caller. */
static char *
make_file (gsize length)
{
  g_autofree char *folder = g_dir_make_tmp ("hall-XXXXXX", NULL);
  g_autofree char *content = g_malloc0 (length + 1);
  char *path = g_build_filename (folder, "营业执照.pdf", NULL);

  if (length >= 8)
    memcpy (content, "%PDF-1.5", 8);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static gboolean
put_file (Flow *f, HallUpload *upload, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  hall_upload_put_file_async (upload, file, NULL, flow_on_done_cb, f);
  return hall_upload_put_finish (upload, flow_wait_for (f), error);
}

static void
test_list (Flow *f, gconstpointer data)
{
  Desk desk;
  HallUpload *voucher;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk.uploads)), ==, 4);
  voucher = hall_uploads_find_kind (desk.uploads, HALL_DOCUMENT_VOUCHER);
  g_assert_true (hall_upload_get_requirement (voucher)->at_payment);
  g_assert_true (hall_uploads_want_files (desk.uploads, FALSE));
  g_assert_true (hall_uploads_want_files (desk.uploads, TRUE));
  g_assert_null (hall_uploads_find (desk.uploads, "subject_id_copy"));
  g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_EMPTY);

  /* another certificate type asks for one more; the others stay */
  g_free (desk.order->certificate_type);
  desk.order->certificate_type = g_strdup ("organisation-person");
  fake_hall_touch (f->hall, desk.order);
  for (guint i = 0; i < 500 && hall_uploads_find (desk.uploads, "subject_id_copy") == NULL; i++)
    fake_pass_ms (10);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk.uploads)), ==, 5);
  g_assert_true (hall_uploads_find (desk.uploads, "business_licence") == desk.licence);
  clear_desk (f, &desk);
}

typedef struct
{
  gboolean seen[HALL_N_UPLOAD_STATES];
  double progress;
} Seen;

static void
on_upload_changed_cb (HallUpload *upload, Seen *seen)
{
  seen->seen[hall_upload_get_state (upload)] = TRUE;
  if (hall_upload_get_state (upload) == HALL_UPLOAD_SENDING)
    {
      g_assert_cmpfloat (hall_upload_get_progress (upload), >=, seen->progress);
      seen->progress = hall_upload_get_progress (upload);
    }
}

static void
test_file (Flow *f, gconstpointer data)
{
  g_autofree char *path = make_file (2 * 1024 * 1024);
  g_autoptr (GError) error = NULL;
  Seen seen = { 0 };
  Desk desk;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  g_signal_connect (desk.licence, "changed", G_CALLBACK (on_upload_changed_cb), &seen);
  g_assert_true (put_file (f, desk.licence, path, &error));
  g_assert_no_error (error);
  g_assert_true (seen.seen[HALL_UPLOAD_CHECKING]);
  g_assert_true (seen.seen[HALL_UPLOAD_SENDING]);
  g_assert_cmpfloat (seen.progress, ==, 1.0);
  g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_KEPT);
  g_assert_cmpstr (hall_upload_get_file_name (desk.licence), ==, "营业执照.pdf");
  g_assert_cmpint (hall_upload_get_document (desk.licence)->bytes, ==, 2 * 1024 * 1024);
  g_assert_false (hall_upload_wants_file (desk.licence));

  hall_upload_remove_async (desk.licence, NULL, flow_on_done_cb, f);
  g_assert_true (hall_upload_remove_finish (desk.licence, flow_wait_for (f), &error));
  g_assert_no_error (error);
  g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_EMPTY);
  g_assert_true (hall_upload_wants_file (desk.licence));
  remove_file (path);
  clear_desk (f, &desk);
}

static const struct
{
  gsize length;
  HallIssueCode code;
  gboolean read; /* the bytes are there, to be made smaller */
} bad_files[] = {
  { 0, HALL_ISSUE_FILE_EMPTY, TRUE },
  { 2 * 1024 * 1024 + 1, HALL_ISSUE_FILE_TOO_LARGE, TRUE },
  { 64 * 1024 * 1024 + 1, HALL_ISSUE_FILE_TOO_LARGE, FALSE },
};

static void
test_bad_file (Flow *f, gconstpointer data)
{
  Desk desk;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = make_file (bad_files[i].length);
      g_autoptr (GError) error = NULL;
      const HallFinding *finding;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (put_file (f, desk.licence, path, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_REFUSED);
      finding = g_ptr_array_index (hall_upload_get_findings (desk.licence), 0);
      g_assert_cmpint (finding->issue.code, ==, bad_files[i].code);
      g_assert_cmpint (hall_upload_get_bytes (desk.licence) != NULL, ==, bad_files[i].read);
      remove_file (path);
    }
  g_assert_cmpuint (fake_hall_count (f->hall, "PUT", "/v1/orders/"), ==, 0);
  clear_desk (f, &desk);
}

static void
test_no_file (Flow *f, gconstpointer data)
{
  static const char *const paths[] = { "/nowhere/file.pdf", "/tmp", "/dev/zero" };
  Desk desk;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (put_file (f, desk.licence, paths[i], &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_REFUSED);
      g_assert_nonnull (hall_upload_get_error (desk.licence));
    }
  clear_desk (f, &desk);
}

/* Looks at what the tests give it, in the worker, and says what it saw. */
static GPtrArray *
inspect (GBytes *bytes,
         const char *file_name,
         const HallRequirement *requirement,
         const HallOrder *order,
         const HallPrintedSheet *sheet,
         gpointer data)
{
  GPtrArray *findings = hall_findings_new ();
  const char *text = g_bytes_get_data (bytes, NULL);
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  g_assert_false (g_main_context_is_owner (g_main_context_default ()));
  g_assert_cmpstr (requirement->slot, ==, "business_licence");
  g_assert_cmpstr (order->number, ==, "20261122000001");
  g_atomic_int_inc ((gint *) data);
  if (text[0] == 'w')
    hall_issue_set (&issue, HALL_ISSUE_FILE_DAMAGED, NULL, NULL);
  else if (text[0] == 'd')
    hall_issue_set (&issue, HALL_ISSUE_CODE_MISSING, NULL, NULL);
  else if (text[0] == 's')
    g_usleep (300 * 1000);
  if (issue.code != HALL_ISSUE_NONE)
    g_ptr_array_add (findings, hall_finding_new (requirement->slot, &issue));
  return findings;
}

static void
count_free (gpointer data)
{
  g_atomic_int_add ((gint *) data, 100);
}

static void
test_inspect (Flow *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint looks = 0;
  Desk desk;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  hall_uploads_set_inspect (desk.uploads, inspect, &looks, count_free);
  g_assert_false (put_bytes (f, desk.licence, "wrong", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_cmpuint (hall_error_get_findings (error)->len, ==, 1);
  g_clear_error (&error);
  g_assert_cmpuint (fake_hall_count (f->hall, "PUT", "/v1/orders/"), ==, 0);

  /* a warning does not keep it from being sent */
  g_assert_true (put_bytes (f, desk.licence, "doubtful", &error));
  g_assert_no_error (error);
  g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_KEPT);
  g_assert_cmpint (looks, ==, 2);
  clear_desk (f, &desk);
  for (guint i = 0; i < 100 && g_atomic_int_get (&looks) < 100; i++)
    fake_pass_ms (10);
  g_assert_cmpint (looks, ==, 102);
}

static void
test_refused_by_hall (Flow *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const HallFinding *finding;
  Desk desk;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  g_assert_true (put_bytes (f, desk.licence, "good", &error));
  f->hall->refused_slot = g_strdup ("business_licence");
  g_assert_false (put_bytes (f, desk.licence, "bad", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_REFUSED);
  finding = g_ptr_array_index (hall_upload_get_findings (desk.licence), 0);
  g_assert_cmpint (finding->issue.code, ==, HALL_ISSUE_FILE_DAMAGED);
  g_assert_cmpint (hall_upload_get_document (desk.licence)->bytes, ==, 4); /* the one before */
  clear_desk (f, &desk);
}

static void
test_lost (Flow *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Desk desk;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  hall_order_watch_stop (desk.watch);
  fake_pass_ms (50);

  /* lost once: sent again by itself */
  fake_hall_set_mood (f->hall, FAKE_DROP, 1);
  g_assert_true (put_bytes (f, desk.licence, "first", &error));
  g_assert_no_error (error);

  /* lost for good: said, kept here, sent when asked to */
  fake_hall_set_mood (f->hall, FAKE_DROP, G_MAXUINT);
  g_assert_false (put_bytes (f, desk.licence, "second", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_FAILED);
  fake_hall_set_mood (f->hall, FAKE_NORMAL, 0);
  hall_upload_retry_async (desk.licence, NULL, flow_on_done_cb, f);
  g_assert_true (hall_upload_put_finish (desk.licence, flow_wait_for (f), &error));
  g_assert_no_error (error);
  g_assert_cmpint (hall_upload_get_document (desk.licence)->bytes, ==, 6);
  clear_desk (f, &desk);
}

static gboolean
is_sending (gpointer data)
{
  return hall_upload_get_state (data) == HALL_UPLOAD_SENDING;
}

static void
test_cancel (Flow *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autoptr (GError) error = NULL;
  Desk desk;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
  hall_upload_put_bytes_async (desk.licence, bytes, "a.pdf", NULL, flow_on_done_cb, f);
  flow_wait_until (is_sending, desk.licence);
  hall_upload_cancel (desk.licence);
  g_assert_false (hall_upload_put_finish (desk.licence, flow_wait_for (f), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_EMPTY);
  g_assert_null (hall_upload_get_file_name (desk.licence));

  /* by the caller's own cancellable */
  hall_upload_put_bytes_async (desk.licence, bytes, "a.pdf", f->cancellable, flow_on_done_cb, f);
  flow_wait_until (is_sending, desk.licence);
  g_cancellable_cancel (f->cancellable);
  g_assert_false (hall_upload_put_finish (desk.licence, flow_wait_for (f), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (hall_upload_get_state (desk.licence), ==, HALL_UPLOAD_EMPTY);
  clear_desk (f, &desk);
}

/* Another file while one is on its way: the last one wins. */
static void
test_replaced (Flow *f, gconstpointer data)
{
  g_autoptr (GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr (GAsyncResult) first_result = NULL;
  g_autoptr (GError) error = NULL;
  Desk desk;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  f->hall->delay_ms = 200;
  hall_upload_put_bytes_async (desk.licence, first, "first.pdf", NULL, flow_on_done_cb, f);
  flow_wait_until (is_sending, desk.licence);
  {
    g_autoptr (GBytes) second = g_bytes_new_static ("second", 6);

    hall_upload_put_bytes_async (desk.licence, second, "second.pdf", NULL, flow_on_done_cb, f);
  }
  first_result = g_object_ref (flow_wait_for (f));
  g_assert_false (hall_upload_put_finish (desk.licence, first_result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_clear_object (&first_result);
  g_assert_cmpstr (hall_upload_get_file_name (desk.licence), ==, "second.pdf");
  g_assert_cmpint (hall_upload_get_state (desk.licence), !=, HALL_UPLOAD_EMPTY);
  g_assert_true (hall_upload_put_finish (desk.licence, flow_wait_for (f), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hall_upload_get_document (desk.licence)->file_name, ==, "second.pdf");
  clear_desk (f, &desk);
}

static void
on_unwanted_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hall_upload_put_finish (HALL_UPLOAD (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

/* The page is closed while a file is looked at, and while one is sent. */
static void
test_dropped (Flow *f, gconstpointer data)
{
  static const char *const texts[] = { "slow look", "%PDF" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      gint looks = 0;
      gboolean ended = FALSE;
      Desk desk;

      f->hall->next_number = 1;
      g_ptr_array_set_size (f->hall->orders, 0);
      set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
      hall_uploads_set_inspect (desk.uploads, inspect, &looks, NULL);
      fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
      hall_upload_put_bytes_async (desk.licence, bytes, "a.pdf", NULL, on_unwanted_done_cb, &ended);
      fake_pass_ms (100);
      g_assert_finalize_object (desk.uploads);
      fake_wait_for (&ended);
      fake_pass_ms (400);
      g_assert_cmpint (g_atomic_int_get (&looks), ==, 1);
      fake_hall_set_mood (f->hall, FAKE_NORMAL, 0);
      g_assert_finalize_object (desk.watch);
      hall_catalog_unref (desk.catalog);
    }
}

static void
test_returned (Flow *f, gconstpointer data)
{
  HallTimelineStep *step = hall_timeline_step_new ();
  g_autoptr (GError) error = NULL;
  Desk desk;

  set_up_desk (f, &desk, HALL_STATE_AWAITING_DOCUMENTS);
  g_assert_true (put_bytes (f, desk.licence, "first", &error));
  g_assert_null (hall_upload_get_return (desk.licence));
  step->event = HALL_EVENT_REVIEW_REJECTED;
  step->state = HALL_STATE_REJECTED;
  step->at_s = g_get_real_time () / G_USEC_PER_SEC;
  g_ptr_array_add (desk.order->timeline, step);
  g_ptr_array_add (desk.order->returns,
                   hall_return_new (HALL_REASON_X99, "business_licence", "看不清"));
  desk.order->state = HALL_STATE_REJECTED;
  fake_hall_touch (f->hall, desk.order);
  for (guint i = 0; i < 500 && !hall_upload_wants_file (desk.licence); i++)
    fake_pass_ms (10);
  g_assert_cmpstr (hall_upload_get_return (desk.licence)->text, ==, "看不清");
  f->hall->clock_offset_s = 5;
  g_assert_true (put_bytes (f, desk.licence, "second", &error));
  g_assert_no_error (error);
  g_assert_null (hall_upload_get_return (desk.licence));
  g_assert_false (hall_upload_wants_file (desk.licence));
  clear_desk (f, &desk);
}

static const FlowTest tests[] = {
  { "/uploads/list", NULL, test_list },
  { "/uploads/file", NULL, test_file },
  { "/uploads/bad-file", NULL, test_bad_file },
  { "/uploads/no-file", NULL, test_no_file },
  { "/uploads/inspect", NULL, test_inspect },
  { "/uploads/refused-by-hall", NULL, test_refused_by_hall },
  { "/uploads/lost", NULL, test_lost },
  { "/uploads/cancel", NULL, test_cancel },
  { "/uploads/replaced", NULL, test_replaced },
  { "/uploads/dropped", NULL, test_dropped },
  { "/uploads/returned", NULL, test_returned },
};

int
main (int argc, char **argv)
{
  return flow_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
