/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

void
page_on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Page *self = data;

  g_set_object (&self->result, result);
  self->done = TRUE;
}

GAsyncResult *
page_wait_for (Page *self)
{
  fake_wait_for (&self->done);
  self->done = FALSE;
  return self->result;
}

static void
sign_in (Page *self)
{
  HallSession *session = hall_frame_get_session (self->frame);
  g_autoptr (GError) error = NULL;

  hall_client_set_retry_ms (hall_session_get_client (session), 20);
  hall_session_connect_async (session, self->hall->address, NULL, page_on_done_cb, self);
  hall_session_connect_finish (session, page_wait_for (self), &error);
  g_assert_no_error (error);
  hall_session_sign_in_async (session, FAKE_MOBILE, FAKE_PASSWORD, FALSE, NULL, page_on_done_cb,
                              self);
  hall_session_sign_in_finish (session, page_wait_for (self), &error);
  g_assert_no_error (error);
}

void
page_make_window (Page *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *frame;

  self->app = hall_app_new ();
  g_application_set_flags (G_APPLICATION (self->app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self->app), NULL, &error);
  g_assert_no_error (error);
  self->window = gtk_application_window_new (GTK_APPLICATION (self->app));
  frame = hall_frame_new (GTK_APPLICATION_WINDOW (self->window), self->app, HALL_PART_HANDLER);
  self->frame = HALL_FRAME (frame);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1024, 700);
  gtk_container_add (GTK_CONTAINER (self->window), frame);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_show (self->content);
  hall_frame_set_content (self->frame, self->content);
  gtk_widget_show (frame);
}

void
page_set_up (Page *self, HallState state)
{
  self->hall = fake_hall_new ();
  page_make_window (self);
  sign_in (self);
  self->order = fake_hall_add_order (self->hall, state);
}

void
page_set_practice (Page *self, gboolean practice)
{
  HallInfo *info = (HallInfo *) hall_session_get_info (hall_frame_get_session (self->frame));

  info->practice = practice;
}

void
page_show (Page *self, GtkWidget *page)
{
  gtk_box_pack_start (GTK_BOX (self->content), page, TRUE, TRUE, 0);
  gtk_widget_show (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  app_test_settle ();
}

void
page_open (Page *self, PageMaker make)
{
  g_autoptr (GError) error = NULL;

  hall_draft_open_async (hall_frame_get_session (self->frame), self->order->number, NULL,
                         page_on_done_cb, self);
  self->draft =
      hall_draft_open_finish (hall_frame_get_session (self->frame), page_wait_for (self), &error);
  g_assert_no_error (error);
  self->page = HALL_WIZARD_PAGE (make (self->frame, self->draft));
  page_show (self, GTK_WIDGET (self->page));
  hall_wizard_page_enter (self->page);
}

void
page_tear_down (Page *self)
{
  g_clear_object (&self->result);
  app_test_close (self->window, self->page);
  fake_release (self->draft);
  g_clear_object (&self->app);
  fake_pass_ms (20);
  fake_hall_free (self->hall);
}

gboolean
page_next (Page *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  hall_wizard_page_next_async (self->page, NULL, page_on_done_cb, self);
  done = hall_wizard_page_next_finish (self->page, page_wait_for (self), &error);
  g_assert_no_error (error);
  g_clear_object (&self->result);
  app_test_settle ();
  return done;
}

void
page_wait_says (Page *self, const char *text)
{
  app_test_wait_to_say (GTK_WIDGET (self->page), text);
}

void
page_click (Page *self, const char *name)
{
  GtkWidget *button = app_test_find (GTK_WIDGET (self->page), name);

  g_test_message ("pressing “%s”", name);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  gtk_button_clicked (GTK_BUTTON (button));
  app_test_settle ();
}
