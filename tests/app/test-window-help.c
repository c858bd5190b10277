/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 帮助: the catalogue's questions, found by what they or their answers say.
 */
#include "window-fixture.h"

#include <handy.h>

#include "hall-faq-row.h"
#include "hall-help-view.h"

static void
show_help (Window *w)
{
  window_sign_in (w);
  hall_window_show_view (HALL_WINDOW (w->window), HALL_VIEW_HELP);
  app_test_settle ();
}

static GtkWidget *
get_view (Window *w)
{
  return app_test_find_type (w->window, HALL_TYPE_HELP_VIEW);
}

static void
count_row (GtkWidget *widget, gpointer n)
{
  if (HALL_IS_FAQ_ROW (widget) && gtk_widget_get_visible (widget))
    (*(guint *) n)++;
}

static guint
count_questions (Window *w)
{
  GtkWidget *list = window_find (get_view (w), GTK_TYPE_LIST_BOX, "Questions and answers");
  guint n = 0;

  gtk_container_foreach (GTK_CONTAINER (list), count_row, &n);
  return n;
}

static void
look_for (Window *w, const char *text)
{
  GtkWidget *entry = window_find (get_view (w), GTK_TYPE_ENTRY, "Search the help");

  gtk_entry_set_text (GTK_ENTRY (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  app_test_settle ();
}

static void
test_questions (Window *w, gconstpointer data)
{
  show_help (w);
  window_wait_to_say (w, "金融认证不通过如何处理？");
  g_assert_cmpuint (count_questions (w), ==, w->hall->catalog->faq->len);
  g_assert_true (app_test_says (w->window, w->hall->catalog->hotline));
  look_for (w, "附言");
  g_assert_cmpuint (count_questions (w), ==, 2);
  look_for (w, "there is no such question");
  g_assert_cmpuint (count_questions (w), ==, 0);
  g_assert_true (app_test_says (w->window, "No question here speaks of this."));
  look_for (w, "");
  g_assert_cmpuint (count_questions (w), ==, w->hall->catalog->faq->len);
}

/* The first that is found is unfolded: its answer can be read at once. */
static void
test_unfolded (Window *w, gconstpointer data)
{
  show_help (w);
  window_wait_to_say (w, "金融认证不通过如何处理？");
  look_for (w, "怎么领取");
  window_wait_to_say (w, "邮费到付");
}

static void
test_copy (Window *w, gconstpointer data)
{
  GtkClipboard *clipboard = gtk_clipboard_get (GDK_SELECTION_CLIPBOARD);
  g_autofree char *text = NULL;

  show_help (w);
  window_wait_to_say (w, "Hotline");
  window_press (w, "Copy: Hotline");
  text = gtk_clipboard_wait_for_text (clipboard);
  g_assert_cmpstr (text, ==, w->hall->catalog->hotline);
}

static void
test_closed_while_loading (Window *w, gconstpointer data)
{
  window_sign_in (w);
  fake_hall_set_mood (w->hall, FAKE_HANG, G_MAXUINT);
  hall_window_show_view (HALL_WINDOW (w->window), HALL_VIEW_HELP);
  app_test_settle ();
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/help/questions", test_questions },
    { "/help/unfolded", test_unfolded },
    { "/help/copy", test_copy },
    { "/help/closed-while-loading", test_closed_while_loading },
  };

  return window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
