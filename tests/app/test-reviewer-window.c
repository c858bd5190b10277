/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The staff's window at a hall for tests: signing in as somebody of the practice staff, the
 * queue, an order, narrow and wide.
 */
#include "app-test.h"
#include "desk-fixture.h"
#include "hall-data-row.h"
#include "hall-order-desk.h"
#include "hall-queue-pane.h"
#include "hall-queue-row.h"
#include "hall-reviewer-views.h"
#include "hall-reviewer-window.h"

typedef struct
{
  Flow flow;
  HallApp *app;
  GtkWidget *window;
} Stage;

static void
set_up (Stage *s, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  s->flow.hall = fake_hall_new ();
  s->app = hall_app_new ();
  g_application_register (G_APPLICATION (s->app), NULL, &error);
  g_assert_no_error (error);
  s->window = hall_reviewer_window_new (s->app);
  gtk_window_resize (GTK_WINDOW (s->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (s->window));
  hall_reviewer_window_connect (HALL_REVIEWER_WINDOW (s->window), s->flow.hall->address);
}

static void
tear_down (Stage *s, gconstpointer data)
{
  if (s->window != NULL)
    app_test_close (s->window, s->window);
  fake_pass_ms (100);
  g_clear_object (&s->app);
  fake_hall_free (s->flow.hall);
}

static void
sign_in (Stage *s)
{
  app_test_wait_to_say (s->window, "choose whom to play");
  desk_press (s->window, "Cashier");
  desk_press (s->window, "Sign in");
  app_test_wait_to_say (s->window, "Two-person rule");
}

static void
open_first (Stage *s)
{
  app_test_wait_to_say (s->window, "深圳市测试样例科技有限公司");
  gtk_widget_activate (app_test_find_type (s->window, HALL_TYPE_QUEUE_ROW));
  app_test_wait_to_say (s->window, "Business licence");
}

static void
test_signs_in (Stage *s, gconstpointer data)
{
  sign_in (s);
  app_test_wait_to_say (s->window, "“To review” is empty");
  app_test_wait_to_say (s->window, "No order is open");
}

static gboolean
shows_both (gpointer window)
{
  return gtk_widget_is_visible (app_test_find_type (window, HALL_TYPE_QUEUE_PANE))
         && gtk_widget_is_visible (app_test_find_type (window, HALL_TYPE_ORDER_DESK));
}

static void
test_wide (Stage *s, gconstpointer data)
{
  desk_add_order (&s->flow);
  sign_in (s);
  open_first (s);
  app_test_wait (shows_both, s->window);
}

static gboolean
is_folded (gpointer window)
{
  return !gtk_widget_is_visible (app_test_find_type (window, HALL_TYPE_QUEUE_PANE));
}

static void
test_narrow (Stage *s, gconstpointer data)
{
  desk_add_order (&s->flow);
  sign_in (s);
  gtk_window_resize (GTK_WINDOW (s->window), 1024, 700);
  open_first (s);
  app_test_wait (is_folded, s->window);
  g_action_group_activate_action (G_ACTION_GROUP (s->window), "back", NULL);
  app_test_settle ();
  g_assert_false (is_folded (s->window));
  gtk_widget_activate (app_test_find_type (s->window, HALL_TYPE_QUEUE_ROW));
  app_test_wait (is_folded, s->window);
}

static void
test_keys (Stage *s, gconstpointer data)
{
  GtkWidget *search;

  desk_add_order (&s->flow);
  sign_in (s);
  open_first (s);
  app_test_key (app_test_find (s->window, "Approve"), GDK_KEY_4);
  app_test_wait_to_say (s->window, "Handler's ID card, portrait side");
  search = app_test_find (s->window, "Search the queue");
  app_test_key (app_test_find (s->window, "Approve"), GDK_KEY_slash);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (s->window)) == search);
}

static gboolean
has_opened_second (gpointer window)
{
  return app_test_says (window, "20261122 000 002 · Organisation certificate")
         && hall_order_desk_get_number (
                HALL_ORDER_DESK (app_test_find_type (window, HALL_TYPE_ORDER_DESK)))
                != NULL
         && g_str_equal (hall_order_desk_get_number (
                             HALL_ORDER_DESK (app_test_find_type (window, HALL_TYPE_ORDER_DESK))),
                         "20261122000002");
}

static gboolean
has_opened_first (gpointer window)
{
  const char *number = hall_order_desk_get_number (
      HALL_ORDER_DESK (app_test_find_type (window, HALL_TYPE_ORDER_DESK)));

  return g_strcmp0 (number, "20261122000001") == 0;
}

static gboolean
is_held (gpointer order)
{
  return ((const HallOrder *) order)->held_by != NULL;
}

static gboolean
is_not_held (gpointer order)
{
  return !is_held (order);
}

/* The order that is open takes the focus, at its first row. */
static gboolean
has_focus_in_data (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && HALL_IS_DATA_ROW (focus)
         && g_str_equal (hall_data_row_get_id (HALL_DATA_ROW (focus)), "application_form");
}

/* A day without the mouse: J opens and goes on, K goes back, O approves, U undoes. */
static void
test_walks (Stage *s, gconstpointer data)
{
  HallOrder *first = desk_add_order (&s->flow);
  HallOrder *second = desk_add_order (&s->flow);
  GtkWidget *search;

  sign_in (s);
  app_test_wait_to_say (s->window, "20261122 000 001");
  app_test_key (s->window, GDK_KEY_j);
  app_test_wait (has_opened_second, s->window);
  app_test_wait_to_say (s->window, "Business licence");
  fake_pass_ms (300);
  g_assert_cmpstr (second->claimed_by, ==, FAKE_STAFF);
  /* the next one is fetched meanwhile, not claimed */
  fake_pass_ms (900);
  g_assert_cmpuint (fake_hall_count (s->flow.hall, "GET",
                                     "/v1/orders/20261122000001/documents/application_form"),
                    ==, 1);
  g_assert_null (first->claimed_by);
  app_test_key (s->window, GDK_KEY_j);
  app_test_wait (has_opened_first, s->window);
  fake_pass_ms (300);
  g_assert_cmpstr (first->claimed_by, ==, FAKE_STAFF);
  g_assert_null (second->claimed_by);
  app_test_key (s->window, GDK_KEY_k);
  app_test_wait (has_opened_second, s->window);
  app_test_wait (has_focus_in_data, s->window);
  fake_pass_ms (300);
  app_test_key (s->window, GDK_KEY_o);
  app_test_wait_to_say (s->window, "neither accepted nor returned");
  desk_press (s->window, "Accept the _rest");
  app_test_key (s->window, GDK_KEY_o);
  app_test_wait (is_held, second);
  app_test_wait_to_say (s->window, "Review passed");
  app_test_key (s->window, GDK_KEY_u);
  app_test_wait (is_not_held, second);
  /* nothing is a key where somebody writes */
  search = app_test_find (s->window, "Search the queue");
  app_test_key (s->window, GDK_KEY_slash);
  app_test_key (search, GDK_KEY_k);
  g_assert_true (has_opened_second (s->window));
}

/* A colleague's order can be looked at, not decided. */
static void
test_claimed (Stage *s, gconstpointer data)
{
  HallOrder *order = desk_add_order (&s->flow);

  order->claimed_by = g_strdup ("张三");
  sign_in (s);
  app_test_wait_to_say (s->window, "张三 is reviewing");
  open_first (s);
  app_test_wait_to_say (s->window, "张三 is working on this order.");
  g_assert_false (gtk_widget_is_sensitive (app_test_find (s->window, "Approve")));
  app_test_key (s->window, GDK_KEY_a);
  g_assert_null (desk_find_dialog ());
}

static void
test_notes (Stage *s, gconstpointer data)
{
  GtkWidget *entry;

  desk_add_order (&s->flow);
  sign_in (s);
  open_first (s);
  app_test_key (s->window, GDK_KEY_n);
  entry = app_test_find (s->window, "New internal note");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (s->window)) == entry);
  gtk_entry_set_text (GTK_ENTRY (entry), "Called them, the licence comes anew.");
  gtk_widget_activate (entry);
  app_test_wait_to_say (s->window, "Called them, the licence comes anew.");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (entry)), ==, "");
  g_assert_cmpuint (s->flow.hall->notes->len, ==, 1);
}

static void
test_closed_in_flight (Stage *s, gconstpointer data)
{
  desk_add_order (&s->flow);
  sign_in (s);
  app_test_wait_to_say (s->window, "深圳市测试样例科技有限公司");
  fake_hall_set_mood (s->flow.hall, FAKE_HANG, G_MAXUINT);
  gtk_widget_activate (app_test_find_type (s->window, HALL_TYPE_QUEUE_ROW));
  app_test_close (s->window, s->window);
  s->window = NULL;
}

/* What the shortcuts window says of a view is what GTK can show, and no key is said to do two
 * things: only the first of them would happen. */
static void
test_keys_once (Stage *s, gconstpointer data)
{
  for (guint i = 0; i < hall_reviewer_views_get_n (); i++)
    {
      const HallReviewerView *view = hall_reviewer_view_get (i);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_true ((view->key == NULL) == (view->keys == NULL));
      for (const HallViewKey *key = view->keys; key != NULL && key->accelerator != NULL; key++)
        {
          g_auto (GStrv) parts = g_strsplit_set (key->accelerator, " .", -1);

          for (gsize j = 0; parts[j] != NULL; j++)
            {
              guint keyval;
              GdkModifierType modifiers;

              if (*parts[j] == '\0')
                continue;
              gtk_accelerator_parse (parts[j], &keyval, &modifiers);
              g_test_message ("%s: %s", view->name, parts[j]);
              g_assert_cmpuint (keyval, !=, 0);
              g_assert_true (g_hash_table_add (seen, gtk_accelerator_name (keyval, modifiers)));
            }
        }
    }
}

int
main (int argc, char **argv)
{
  desk_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/reviewer-window/" name, Stage, NULL, set_up, func, tear_down)
  ADD ("signs-in", test_signs_in);
  ADD ("wide", test_wide);
  ADD ("narrow", test_narrow);
  ADD ("keys", test_keys);
  ADD ("walks", test_walks);
  ADD ("claimed", test_claimed);
  ADD ("notes", test_notes);
  ADD ("keys-once", test_keys_once);
  ADD ("closed-in-flight", test_closed_in_flight);
  return g_test_run ();
}
