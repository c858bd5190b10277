/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage-fixture.h"

#include <glib/gi18n.h>
#include <handy.h>
#include <locale.h>

#include "flow-fixture.h"
#include "hall-client-practice.h"

static char *data_folder;

void
stage_init (int *argc, char ***argv)
{
  data_folder = flow_make_data_folder ();
  app_test_init (argc, argv);
  if (g_getenv ("HALL_LOCALE_DIR") != NULL)
    {
      bindtextdomain ("certhall", g_getenv ("HALL_LOCALE_DIR"));
      bind_textdomain_codeset ("certhall", "UTF-8");
      textdomain ("certhall");
    }
  if (g_getenv ("HALL_DARK") != NULL)
    hdy_style_manager_set_color_scheme (hdy_style_manager_get_default (),
                                        HDY_COLOR_SCHEME_FORCE_DARK);
}

int
stage_run (void)
{
  int failed = g_test_run ();

  flow_remove_folder (data_folder);
  g_free (data_folder);
  return failed;
}

static void
set_size (Stage *w)
{
  const char *size = g_getenv ("HALL_SIZE");
  int width = 1024;
  int height = 700;

  if (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2)
    g_test_message ("a size looks like 1024x700");
  gtk_window_resize (GTK_WINDOW (w->window), width, height);
}

/* One program for all tests, as it is one for all windows. */
static HallApp *
get_app (void)
{
  static HallApp *app = NULL;
  g_autoptr (GError) error = NULL;

  if (app != NULL)
    return app;
  app = hall_app_new ();
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);
  return app;
}

void
stage_set_up (Stage *w, gconstpointer data)
{
  w->hall = fake_hall_new ();
  w->app = get_app ();
  w->window = hall_window_new (w->app);
  w->frame = HALL_FRAME (app_test_find_type (w->window, HALL_TYPE_FRAME));
  w->new_view = HALL_NEW_VIEW (app_test_find_type (w->window, HALL_TYPE_NEW_VIEW));
  hall_client_set_retry_ms (hall_session_get_client (hall_frame_get_session (w->frame)), 20);
  set_size (w);
  gtk_widget_show (w->window);
  app_test_settle ();
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
stage_tear_down (Stage *w, gconstpointer data)
{
  HallSession *session = g_object_ref (hall_frame_get_session (w->frame));

  app_test_close (w->window, w->frame);
  fake_release (session);
  fake_hall_free (w->hall);
}

static gboolean
is_connected (gpointer data)
{
  return hall_session_get_info (hall_frame_get_session (((Stage *) data)->frame)) != NULL;
}

static void
on_signed_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Stage *w = data;

  hall_session_sign_in_finish (HALL_SESSION (source), result, &error);
  g_assert_no_error (error);
  w->done = TRUE;
}

void
stage_sign_in (Stage *w)
{
  if (!is_connected (w))
    hall_window_connect (HALL_WINDOW (w->window), w->hall->address);
  app_test_wait (is_connected, w);
  w->done = FALSE;
  hall_session_sign_in_async (hall_frame_get_session (w->frame), FAKE_MOBILE, FAKE_PASSWORD, FALSE,
                              NULL, on_signed_in_cb, w);
  app_test_wait (is_true, &w->done);
  app_test_settle ();
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Stage *w = data;

  g_set_object (&w->result, result);
  w->done = TRUE;
}

static GAsyncResult *
wait_for_result (Stage *w)
{
  fake_wait_for (&w->done);
  w->done = FALSE;
  return w->result;
}

/* The newest message on the practice phone. Returns: (transfer full): the code in it */
static char *
read_code (Stage *w, HallClient *client)
{
  g_autoptr (GRegex) digits = g_regex_new ("\\d{6}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (HallMessages) messages = NULL;
  g_autoptr (GError) error = NULL;

  while (messages == NULL || messages->messages->len == 0)
    {
      g_clear_pointer (&messages, hall_messages_free);
      fake_pass_ms (50);
      hall_client_list_messages_async (client, NULL, NULL, on_done_cb, w);
      hall_client_list_messages_finish (client, wait_for_result (w), &messages, &error);
      g_assert_no_error (error);
    }
  g_regex_match (digits, ((HallMessage *) g_ptr_array_index (messages->messages, 0))->text, 0,
                 &match);
  return g_match_info_fetch (match, 0);
}

void
stage_sign_up (Stage *w, const char *mobile)
{
  HallSession *session = hall_frame_get_session (w->frame);
  HallClient *client = hall_session_get_client (session);
  g_autoptr (HallSmsCode) sms = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  w->done = FALSE;
  hall_session_connect_local_async (session, hall_app_get_local_hall (w->app), NULL, on_done_cb, w);
  hall_session_connect_finish (session, wait_for_result (w), &error);
  g_assert_no_error (error);
  hall_client_request_sms_code_async (client, mobile, HALL_SMS_REGISTER, NULL, on_done_cb, w);
  sms = hall_client_request_sms_code_finish (client, wait_for_result (w), &error);
  g_assert_no_error (error);
  code = read_code (w, client);
  hall_session_register_async (session, mobile, code, FAKE_PASSWORD, FALSE, NULL, on_done_cb, w);
  hall_session_register_finish (session, wait_for_result (w), &error);
  g_assert_no_error (error);
  g_clear_object (&w->result);
  app_test_settle ();
}

void
stage_wait_for_text (Stage *w, const char *text)
{
  app_test_wait_to_say (w->window, text);
}

typedef struct
{
  const char *name;
  GtkWidget *found;
} Search;

/* Of several pages only one is in view. */
static void
search_in_view (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (search->found != NULL || !gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (atk_object_get_name (gtk_widget_get_accessible (widget)), search->name) == 0)
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), search_in_view, data);
}

static GtkWidget *
find_in_view (GtkWidget *root, const char *name)
{
  Search search = { name, NULL };

  search_in_view (root, &search);
  return search.found;
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;
  GtkWidget *widget = find_in_view (wanted->root, wanted->text);

  return widget != NULL && gtk_widget_is_sensitive (widget);
}

GtkWidget *
stage_wait_for (Stage *w, const char *name)
{
  Wanted wanted = { w->window, name };

  g_test_message ("waiting for “%s”", name);
  app_test_wait (is_there, &wanted);
  return find_in_view (w->window, name);
}

void
stage_press (Stage *w, const char *name)
{
  gtk_button_clicked (GTK_BUTTON (stage_wait_for (w, name)));
}

void
stage_shoot (Stage *w, const char *name)
{
  const char *folder = g_getenv ("HALL_SHOTS");

  if (folder == NULL)
    return;
  fake_pass_ms (700);
  app_test_shoot (w->window, folder, name);
}
