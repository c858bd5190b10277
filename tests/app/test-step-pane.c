/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of steps: what can be reached, and how it folds.
 */
#include "app-test.h"
#include "hall-step-pane.h"

static const char *const titles[] = { "项目与协议", "填写信息", "核对与打印", NULL };

static void
on_activated_cb (HallStepPane *pane, guint index, int *where)
{
  *where = (int) index;
}

static void
activate (GtkWidget *pane, const char *title)
{
  GtkWidget *row = app_test_find (pane, title);
  GtkWidget *list = gtk_widget_get_parent (row);

  /* As the list does when a row is pressed or Enter hit on it. */
  if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)))
    g_signal_emit_by_name (list, "row-activated", row);
}

static void
test_reach (void)
{
  GtkWidget *widget = hall_step_pane_new ();
  HallStepPane *pane = HALL_STEP_PANE (widget);
  GtkWidget *window = app_test_show (widget);
  int where = -1;

  hall_step_pane_set_steps (pane, titles);
  app_test_settle ();
  g_signal_connect (pane, "activated", G_CALLBACK (on_activated_cb), &where);
  activate (widget, "核对与打印"); /* ahead */
  g_assert_cmpint (where, ==, -1);
  activate (widget, "项目与协议"); /* where one is */
  g_assert_cmpint (where, ==, -1);

  hall_step_pane_set_current (pane, 1);
  hall_step_pane_set_mark (pane, 0, HALL_STEP_MARK_DONE);
  activate (widget, "项目与协议");
  g_assert_cmpint (where, ==, 0);
  hall_step_pane_set_mark (pane, 0, HALL_STEP_MARK_CLOSED);
  where = -1;
  activate (widget, "项目与协议");
  g_assert_cmpint (where, ==, -1);
  app_test_close (window, widget);
}

/* A mark given to the current step shows once one is elsewhere. */
static void
test_marks (void)
{
  GtkWidget *widget = hall_step_pane_new ();
  HallStepPane *pane = HALL_STEP_PANE (widget);
  GtkWidget *window = app_test_show (widget);
  AtkObject *row;

  hall_step_pane_set_steps (pane, titles);
  hall_step_pane_set_mark (pane, 0, HALL_STEP_MARK_TROUBLED);
  row = gtk_widget_get_accessible (app_test_find (widget, "项目与协议"));
  g_assert_cmpstr (atk_object_get_description (row), ==, "current");
  hall_step_pane_set_current (pane, 1);
  g_assert_cmpstr (atk_object_get_description (row), ==, "to be corrected");
  g_assert_cmpint (hall_step_pane_get_mark (pane, 0), ==, HALL_STEP_MARK_TROUBLED);
  hall_step_pane_set_current (pane, 0);
  g_assert_cmpstr (atk_object_get_description (row), ==, "current");
  app_test_close (window, widget);
}

static gboolean
is_folded (gpointer data)
{
  return hall_step_pane_is_folded (data);
}

static gboolean
is_unfolded (gpointer data)
{
  return !hall_step_pane_is_folded (data);
}

static void
test_fold (void)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *widget = hall_step_pane_new ();
  HallStepPane *pane = HALL_STEP_PANE (widget);
  GtkWidget *window;

  gtk_container_add (GTK_CONTAINER (frame), widget);
  gtk_widget_show (frame);
  hall_step_pane_set_steps (pane, titles);
  hall_step_pane_fold_with (pane, GTK_BOX (frame), 700);
  window = app_test_show (frame);
  g_assert_false (hall_step_pane_is_folded (pane));
  g_assert_true (app_test_says (widget, "核对与打印"));

  gtk_window_resize (GTK_WINDOW (window), 500, 700);
  app_test_wait (is_folded, pane);
  app_test_settle ();
  g_assert_true (app_test_says (widget, "Step 1 of 3 · 项目与协议"));
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (frame)), ==,
                   GTK_ORIENTATION_VERTICAL);
  hall_step_pane_set_current (pane, 2);
  app_test_settle ();
  g_assert_true (app_test_says (widget, "Step 3 of 3 · 核对与打印"));

  gtk_window_resize (GTK_WINDOW (window), 1024, 700);
  app_test_wait (is_unfolded, pane);
  app_test_close (window, widget);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/step-pane/reach", test_reach);
  g_test_add_func ("/step-pane/marks", test_marks);
  g_test_add_func ("/step-pane/fold", test_fold);
  return g_test_run ();
}
