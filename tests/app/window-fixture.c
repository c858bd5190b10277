/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "flow-fixture.h"
#include "hall-app-lang.h"

/* One for all tests, as a program has one: it could only end with a main loop of its own. */
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
window_set_up (Window *w, gconstpointer data)
{
  w->hall = fake_hall_new ();
  w->app = get_app ();
  hall_preferences_set_hall_address (hall_app_get_preferences (w->app), "");
  w->window = hall_window_new (w->app);
  w->frame = HALL_FRAME (app_test_find_type (w->window, HALL_TYPE_FRAME));
  w->session = hall_frame_get_session (w->frame);
  hall_client_set_retry_ms (hall_session_get_client (w->session), 20);
  gtk_window_present (GTK_WINDOW (w->window));
  app_test_settle ();
}

void
window_tear_down (Window *w, gconstpointer data)
{
  HallSession *session = g_object_ref (w->session);

  if (w->window != NULL)
    app_test_close (w->window, w->window);
  fake_release (session);
  fake_hall_free (w->hall);
}

static gboolean
has_hall (gpointer data)
{
  return hall_session_get_info (data) != NULL;
}

static gboolean
has_identity (gpointer data)
{
  return hall_session_get_identity (data) != NULL;
}

void
window_connect (Window *w)
{
  hall_window_connect (HALL_WINDOW (w->window), w->hall->address);
  app_test_wait (has_hall, w->session);
  app_test_settle ();
}

static void
on_signed_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  hall_session_sign_in_finish (HALL_SESSION (source), result, &error);
  g_assert_no_error (error);
}

void
window_sign_in (Window *w)
{
  window_connect (w);
  hall_session_sign_in_async (w->session, FAKE_MOBILE, FAKE_PASSWORD, FALSE, NULL, on_signed_in_cb,
                              NULL);
  app_test_wait (has_identity, w->session);
  app_test_settle ();
}

static void
add_step (HallOrder *order, HallEvent event, HallState state, HallActor actor)
{
  HallTimelineStep *step = hall_timeline_step_new ();

  step->at_s = order->created_s + 3600 * order->timeline->len;
  step->event = event;
  step->state = state;
  step->actor = actor;
  g_ptr_array_add (order->timeline, step);
}

HallOrder *
window_add_order (Window *w, HallState state)
{
  HallOrder *order = fake_hall_add_order (w->hall, state);

  g_free (order->organisation);
  order->organisation = g_strdup (hall_application_get_role (order->application, w->hall->catalog,
                                                             HALL_FIELD_ROLE_ORGANISATION_NAME));
  g_ptr_array_set_size (order->timeline, 0);
  add_step (order, HALL_EVENT_CREATE, HALL_STATE_DRAFT, HALL_ACTOR_HANDLER);
  if (state != HALL_STATE_DRAFT)
    add_step (order, HALL_EVENT_CONFIRM_INFO, HALL_STATE_AWAITING_DOCUMENTS, HALL_ACTOR_HANDLER);
  fake_hall_touch (w->hall, order);
  return order;
}

void
window_wait_to_say (Window *w, const char *text)
{
  app_test_wait_to_say (w->window, text);
}

typedef struct
{
  GType type;
  const char *name;
  GtkWidget *seen, *hidden; /* (nullable) */
} Search;

static void
search (GtkWidget *widget, gpointer data)
{
  Search *wanted = data;
  const char *name = atk_object_get_name (gtk_widget_get_accessible (widget));

  if (wanted->seen != NULL)
    return;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, wanted->type) && g_strcmp0 (name, wanted->name) == 0)
    {
      if (gtk_widget_is_drawable (widget) && gtk_widget_get_child_visible (widget))
        wanted->seen = widget;
      else if (wanted->hidden == NULL)
        wanted->hidden = widget;
    }
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), search, data);
}

GtkWidget *
window_find (GtkWidget *root, GType type, const char *name)
{
  Search wanted = { .type = type, .name = name };

  search (root, &wanted);
  return wanted.seen != NULL ? wanted.seen : wanted.hidden;
}

void
window_press (Window *w, const char *name)
{
  GtkWidget *button = window_find (w->window, GTK_TYPE_BUTTON, name);

  g_test_message ("pressing “%s”", name);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_is_drawable (button));
  gtk_button_clicked (GTK_BUTTON (button));
  app_test_settle ();
}

int
window_run (int argc, char **argv, const WindowTest *tests, gsize n)
{
  g_autofree char *folder = flow_make_data_folder ();
  int failed;

  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_ZH_CN);
  for (gsize i = 0; i < n; i++)
    g_test_add (tests[i].path, Window, NULL, window_set_up, tests[i].test, window_tear_down);
  failed = g_test_run ();
  flow_remove_folder (folder);
  return failed;
}
