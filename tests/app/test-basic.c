/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small widgets: pill, notice, empty page, busy button, timeline, and how times are written.
 */
#include "app-test.h"
#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-empty.h"
#include "hall-error.h"
#include "hall-badge.h"
#include "hall-notice.h"
#include "hall-status-pill.h"
#include "hall-timeline.h"
#include "hall-when.h"

static void
test_looks (void)
{
  for (HallTone tone = 0; tone < HALL_N_TONES; tone++)
    {
      const HallBadge *look = hall_badge_for_tone (tone);

      g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_default (), look->icon));
      g_assert_nonnull (look->style);
      g_assert_cmpstr (hall_badge_get_tone_word (tone), !=, "");
    }
  for (HallVerdict verdict = 0; verdict < HALL_N_VERDICTS; verdict++)
    {
      g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_default (),
                                              hall_badge_for_verdict (verdict)->icon));
      g_assert_cmpstr (hall_badge_get_verdict_word (verdict), !=, "");
    }
}

static void
test_pill (void)
{
  GtkWidget *pill = hall_status_pill_new ();
  GtkWidget *window = app_test_show (pill);
  GtkStyleContext *style = gtk_widget_get_style_context (pill);
  g_autoptr (HallOrder) order = hall_order_new ("20261122000017");

  order->state = HALL_STATE_ACCEPTED;
  order->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_SUCCEEDED;
  hall_status_pill_show_order (HALL_STATUS_PILL (pill), order);
  app_test_settle ();
  g_assert_true (app_test_says (pill, hall_order_get_label (order, hall_app_lang ())));
  g_assert_true (gtk_style_context_has_class (style, "hall-waiting"));

  hall_status_pill_set (HALL_STATUS_PILL (pill), HALL_TONE_STOPPED, NULL);
  app_test_settle ();
  g_assert_true (app_test_says (pill, hall_badge_get_tone_word (HALL_TONE_STOPPED)));
  g_assert_false (gtk_style_context_has_class (style, "hall-waiting"));
  app_test_close (window, pill);
}

static void
test_notice (void)
{
  GtkWidget *notice = hall_notice_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window;
  g_autoptr (GError) refused = g_error_new (HALL_ERROR, HALL_ERROR_CONFLICT, "已提交，不能修改。");
  g_autoptr (GError) cancelled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  guint answered = 0;
  int height;

  gtk_container_add (GTK_CONTAINER (box), notice);
  gtk_widget_show (box);
  window = app_test_show (box);
  height = gtk_widget_get_allocated_height (notice);
  g_signal_connect (notice, "answered", G_CALLBACK (app_test_count_cb), &answered);

  hall_notice_show_error (HALL_NOTICE (notice), cancelled);
  g_assert_cmpstr (hall_notice_get_text (HALL_NOTICE (notice)), ==, "");
  hall_notice_show_error (HALL_NOTICE (notice), refused);
  app_test_settle ();
  g_assert_true (app_test_says (notice, refused->message));
  g_assert_cmpint (gtk_widget_get_allocated_height (notice), ==, height); /* nothing jumps */
  g_assert_cmpint (atk_object_get_role (
                       gtk_widget_get_accessible (app_test_find (notice, refused->message))),
                   ==, ATK_ROLE_ALERT);

  hall_notice_show (HALL_NOTICE (notice), HALL_DOUBTFUL, "线路中断。", "重试");
  app_test_settle ();
  gtk_button_clicked (GTK_BUTTON (app_test_find (notice, "重试")));
  g_assert_cmpuint (answered, ==, 1);

  hall_notice_clear (HALL_NOTICE (notice));
  g_assert_cmpstr (hall_notice_get_text (HALL_NOTICE (notice)), ==, "");
  app_test_close (window, notice);
}

static void
test_empty (void)
{
  GtkWidget *empty =
      hall_empty_new ("edit-find-symbolic", "没有业务单", "申请会出现在这里。", NULL);
  GtkWidget *window = app_test_show (empty);
  GtkWidget *button = app_test_find_type (empty, GTK_TYPE_BUTTON);
  guint activated = 0;

  g_assert_false (gtk_widget_get_visible (button));
  hall_empty_set (HALL_EMPTY (empty), "edit-find-symbolic", "没有", "请办理。", "办理证书");
  g_signal_connect (empty, "activated", G_CALLBACK (app_test_count_cb), &activated);
  app_test_settle ();
  g_assert_true (app_test_says (empty, "请办理。"));
  gtk_button_clicked (GTK_BUTTON (app_test_find (empty, "办理证书")));
  g_assert_cmpuint (activated, ==, 1);
  app_test_close (window, empty);
}

static void
test_busy_button (void)
{
  GtkWidget *button = hall_busy_button_new ("_Next");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *window;
  int width;

  gtk_container_add (GTK_CONTAINER (box), button);
  gtk_widget_show (box);
  window = app_test_show (box);
  gtk_widget_grab_focus (button);
  width = gtk_widget_get_allocated_width (button);
  g_assert_true (app_test_find (box, "Next") == button);

  hall_busy_button_set_busy (HALL_BUSY_BUTTON (button), TRUE);
  app_test_settle ();
  g_assert_true (hall_busy_button_is_busy (HALL_BUSY_BUTTON (button)));
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_cmpint (gtk_widget_get_allocated_width (button), ==, width);

  hall_busy_button_set_busy (HALL_BUSY_BUTTON (button), FALSE);
  app_test_settle ();
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_is_focus (button)); /* it had it before */
  app_test_close (window, button);
}

static void
test_timeline (void)
{
  GtkWidget *timeline = hall_timeline_new ();
  GtkWidget *window = app_test_show (timeline);
  GtkWidget *first;
  g_autoptr (GPtrArray) steps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_timeline_step_free);

  for (guint i = 0; i < 3; i++)
    {
      HallTimelineStep *step = hall_timeline_step_new ();

      step->at_s = 1795334400 + i;
      step->event = i == 2 ? HALL_EVENT_REVIEW_REJECTED : HALL_EVENT_CREATE;
      step->state = i == 2 ? HALL_STATE_REJECTED : HALL_STATE_DRAFT;
      step->actor = HALL_ACTOR_REVIEWER;
      step->who = g_strdup ("zhao");
      step->note = i == 2 ? g_strdup ("公章不清晰") : NULL;
      g_ptr_array_add (steps, step);
    }
  hall_timeline_set_steps (HALL_TIMELINE (timeline), steps);
  app_test_settle ();
  g_assert_true (app_test_says (timeline, "公章不清晰"));
  g_assert_true (app_test_says (timeline, "zhao"));
  g_assert_true (app_test_says (timeline, hall_event_get_label (HALL_EVENT_REVIEW_REJECTED,
                                                                hall_app_lang ())));

  first = app_test_find_type (timeline, GTK_TYPE_LABEL);
  hall_timeline_set_steps (HALL_TIMELINE (timeline), steps);
  g_assert_true (app_test_find_type (timeline, GTK_TYPE_LABEL) == first); /* nothing flickers */
  g_ptr_array_set_size (steps, 1);
  hall_timeline_set_steps (HALL_TIMELINE (timeline), steps);
  app_test_settle ();
  g_assert_false (app_test_says (timeline, "公章不清晰"));
  app_test_close (window, timeline);
}

static void
test_when (void)
{
  static const struct
  {
    guint left_s;
    const char *text;
  } cases[] = {
    { 0, "0:00" }, { 59, "0:59" }, { 600, "10:00" }, { 3599, "59:59" }, { 7199, "1:59:59" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hall_when_format_left (cases[i].left_s);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  {
    g_autofree char *day = hall_when_format_day (G_GINT64_CONSTANT (1795334400));
    g_autofree char *never = hall_when_format (G_MAXINT64);

    g_assert_cmpstr (day, ==, "2026-11-22");
    g_assert_cmpstr (never, ==, "");
  }
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  app_test_init (&argc, &argv);
  g_test_add_func ("/basic/looks", test_looks);
  g_test_add_func ("/basic/status-pill", test_pill);
  g_test_add_func ("/basic/notice", test_notice);
  g_test_add_func ("/basic/empty", test_empty);
  g_test_add_func ("/basic/busy-button", test_busy_button);
  g_test_add_func ("/basic/timeline", test_timeline);
  g_test_add_func ("/basic/when", test_when);
  return g_test_run ();
}
