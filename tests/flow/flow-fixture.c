/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow-fixture.h"

#include <glib/gstdio.h>

void
flow_set_up (Flow *f, gconstpointer data)
{
  f->hall = fake_hall_new ();
  f->session =
      hall_session_new (data == FLOW_STAFF ? HALL_PART_STAFF : HALL_PART_HANDLER, HALL_LANG_ZH_CN);
  f->cancellable = g_cancellable_new ();
  hall_client_set_retry_ms (hall_session_get_client (f->session), 20);
  if (data == FLOW_APART)
    return;
  flow_connect (f);
  flow_sign_in (f, FALSE);
}

void
flow_tear_down (Flow *f, gconstpointer data)
{
  g_clear_object (&f->result);
  g_clear_object (&f->cancellable);
  if (f->session != NULL)
    {
      HallClient *client = g_object_ref (hall_session_get_client (f->session));

      fake_finalize (f->session);
      fake_finalize (client);
    }
  fake_hall_free (f->hall);
}

void
flow_on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Flow *f = data;

  g_set_object (&f->result, result);
  f->done = TRUE;
}

GAsyncResult *
flow_wait_for (Flow *f)
{
  fake_wait_for (&f->done);
  f->done = FALSE;
  return f->result;
}

void
flow_connect (Flow *f)
{
  g_autoptr (GError) error = NULL;

  hall_session_connect_async (f->session, f->hall->address, NULL, flow_on_done_cb, f);
  hall_session_connect_finish (f->session, flow_wait_for (f), &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
}

void
flow_sign_in (Flow *f, gboolean remember)
{
  gboolean staff = hall_session_get_part (f->session) == HALL_PART_STAFF;
  g_autoptr (GError) error = NULL;

  hall_session_sign_in_async (f->session, staff ? FAKE_STAFF : FAKE_MOBILE, FAKE_PASSWORD, remember,
                              NULL, flow_on_done_cb, f);
  hall_session_sign_in_finish (f->session, flow_wait_for (f), &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
}

void
flow_count_signal (Flow *f)
{
  f->n_signals++;
}

void
flow_wait_until (gboolean (*check) (gpointer data), gpointer data)
{
  gint64 until_us = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!check (data) && g_get_monotonic_time () < until_us)
    fake_pass_ms (10);
  g_assert_true (check (data));
}

char *
flow_make_data_folder (void)
{
  char *folder = g_dir_make_tmp ("hall-flow-XXXXXX", NULL);

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  return folder;
}

void
flow_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      if (g_file_test (entry, G_FILE_TEST_IS_DIR))
        flow_remove_folder (entry);
      else
        g_unlink (entry);
    }
  g_rmdir (path);
}

int
flow_run (int argc, char **argv, const FlowTest *tests, gsize n)
{
  g_autofree char *folder = flow_make_data_folder ();
  int failed;

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n; i++)
    g_test_add (tests[i].path, Flow, tests[i].data, flow_set_up, tests[i].test, flow_tear_down);
  failed = g_test_run ();
  flow_remove_folder (folder);
  return failed;
}
