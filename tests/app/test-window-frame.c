/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is around the pages: from a hall over signing in to the content, and back; the phone;
 * the line that says that the hall is gone.
 */
#include "window-fixture.h"

#include <handy.h>

#include "hall-offline-bar.h"
#include "hall-orders-view.h"

static gboolean
is_ready (gpointer data)
{
  return hall_frame_is_ready (data);
}

static gboolean
is_not_ready (gpointer data)
{
  return !hall_frame_is_ready (data);
}

static gboolean
is_revealed (gpointer data)
{
  return gtk_revealer_get_reveal_child (data);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_revealer_get_reveal_child (data);
}

static void
activate (Window *w, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (w->window), name, NULL);
  app_test_settle ();
}

/* Nothing has been done with it. */
static void
test_closed_at_once (Window *w, gconstpointer data)
{
  g_assert_false (hall_frame_is_ready (w->frame));
  g_assert_true (app_test_says (w->window, "Digital Certificate Hall"));
}

static void
test_whole_way (Window *w, gconstpointer data)
{
  guint n_changes = 0;

  g_signal_connect (w->frame, "ready-changed", G_CALLBACK (app_test_count_cb), &n_changes);
  window_connect (w);
  g_assert_false (hall_frame_is_ready (w->frame));
  g_assert_true (app_test_says (w->window, "练习营业厅"));
  window_sign_in (w);
  app_test_wait (is_ready, w->frame);
  g_assert_true (app_test_says (w->window, "138****8000"));
  activate (w, "sign-out");
  app_test_wait (is_not_ready, w->frame);
  g_assert_cmpuint (n_changes, ==, 2);
  activate (w, "leave-hall");
  g_assert_null (hall_session_get_info (w->session));
  g_assert_true (app_test_says (w->window, "Digital Certificate Hall"));
}

/* The token is no longer good: the person is told why, and nothing else is lost. */
static void
test_signed_out_by_hall (Window *w, gconstpointer data)
{
  window_sign_in (w);
  app_test_wait (is_ready, w->frame);
  g_hash_table_remove_all (w->hall->tokens);
  fake_hall_add_order (w->hall, HALL_STATE_DRAFT);
  app_test_wait (is_not_ready, w->frame);
  window_wait_to_say (w, "You were signed out after a while.");
}

static void
test_offline (Window *w, gconstpointer data)
{
  GtkWidget *bar = app_test_find_type (w->window, HALL_TYPE_OFFLINE_BAR);

  window_sign_in (w);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (bar)));
  fake_hall_stop (w->hall);
  hall_session_hurry (w->session);
  app_test_wait (is_revealed, bar);
  fake_hall_start (w->hall);
  hall_session_hurry (w->session);
  app_test_wait (is_hidden, bar);
  g_assert_true (hall_frame_is_ready (w->frame));
}

/* The number on the button counts what came while the phone was put away. */
static void
test_phone (Window *w, gconstpointer data)
{
  HdyFlap *flap = HDY_FLAP (app_test_find_type (w->window, HDY_TYPE_FLAP));

  w->hall->wait_ms = 50;
  window_sign_in (w);
  fake_hall_add_message (w->hall, "【练习营业厅】验证码 493027，5分钟内有效。");
  window_wait_to_say (w, "1");
  activate (w, "toggle-phone");
  g_assert_true (hdy_flap_get_reveal_flap (flap));
  g_assert_true (hdy_flap_get_locked (flap)); /* no page that needs less room opens or closes it */
  window_wait_to_say (w, "验证码 493027");
  g_assert_cmpint (gtk_widget_get_allocated_width (
                       window_find (w->window, GTK_TYPE_LIST_BOX, "Messages")),
                   <=, 400);
  window_press (w, "Fill in the code");
  activate (w, "toggle-phone");
  g_assert_false (hdy_flap_get_reveal_flap (flap));
}

/* The desktop is not left with a half sent document: closing asks first. */
static void
test_hold (Window *w, gconstpointer data)
{
  guint hold = hall_frame_hold (w->frame, "A document is being uploaded.");

  g_assert_cmpuint (hold, !=, 0);
  gtk_window_close (GTK_WINDOW (w->window));
  app_test_settle ();
  g_assert_true (gtk_widget_get_visible (w->window));
  hall_frame_release (w->frame, hold);
  app_test_settle ();
}

/* What the desktop file offers beside the program's icon is asked for by the same names. */
static void
test_desktop_actions (Window *w, gconstpointer data)
{
  g_autofree char *file =
      g_build_filename (g_getenv ("HALL_DATA_DIR"), HALL_APP_ID ".desktop.in", NULL);
  g_autoptr (GKeyFile) desktop = g_key_file_new ();
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (desktop, file, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  names = g_key_file_get_string_list (desktop, "Desktop Entry", "Actions", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), >, 0);
  for (gsize i = 0; names[i] != NULL; i++)
    g_assert_true (g_action_group_has_action (G_ACTION_GROUP (w->app), names[i]));
}

static void
test_show_orders (Window *w, gconstpointer data)
{
  GtkWidget *orders = app_test_find_type (w->window, HALL_TYPE_ORDERS_VIEW);

  window_sign_in (w);
  app_test_wait (is_ready, w->frame);
  g_assert_false (gtk_widget_get_mapped (orders));
  g_action_group_activate_action (G_ACTION_GROUP (w->app), "orders", NULL);
  app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (orders));
  g_action_group_activate_action (G_ACTION_GROUP (w->app), "new-application", NULL);
  app_test_settle ();
  g_assert_false (gtk_widget_get_mapped (orders));
}

/* The header bar holds all names at the smallest size that is promised. */
static void
test_fits (Window *w, gconstpointer data)
{
  int width, height;

  window_sign_in (w);
  app_test_wait (is_ready, w->frame);
  gtk_window_resize (GTK_WINDOW (w->window), 1024, 700);
  app_test_settle ();
  gtk_window_get_size (GTK_WINDOW (w->window), &width, &height);
  g_assert_cmpint (width, <=, 1024);
  g_assert_cmpint (height, <=, 700);
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/frame/closed-at-once", test_closed_at_once },
    { "/frame/whole-way", test_whole_way },
    { "/frame/signed-out-by-hall", test_signed_out_by_hall },
    { "/frame/offline", test_offline },
    { "/frame/phone", test_phone },
    { "/frame/hold", test_hold },
    { "/frame/desktop-actions", test_desktop_actions },
    { "/frame/show-orders", test_show_orders },
    { "/frame/fits", test_fits },
  };

  return window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
