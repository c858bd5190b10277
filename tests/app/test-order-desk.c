/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order on the desk: what is shown, what can be sent, what is kept when sending fails.
 */
#include "app-test.h"
#include "desk-fixture.h"
#include "hall-busy-button.h"
#include "hall-data-row.h"
#include "hall-evidence-pane.h"
#include "hall-mark-pen.h"
#include "hall-order-desk.h"
#include "hall-reason-picker.h"
#include "hall-reason-row.h"
#include "scan-maker.h"

typedef struct
{
  HallOrder *order;
  FakeHall *hall;
  GtkWidget *desk;
  GtkWidget *window;
  HallVerdictBar *bar;
} Desk;

static void
open_desk (Flow *f, Desk *d)
{
  d->order = desk_add_order (f);
  d->desk = hall_order_desk_new (f->session);
  d->window = app_test_show (d->desk);
  hall_order_desk_open (HALL_ORDER_DESK (d->desk), d->order->number);
  d->hall = f->hall;
  d->bar = hall_order_desk_get_parts (HALL_ORDER_DESK (d->desk))->verdicts;
  app_test_wait_to_say (d->desk, "深圳市测试样例科技有限公司");
  app_test_wait_to_say (d->desk, "still open");
}

static void
close_desk (Desk *d)
{
  app_test_close (d->window, d->desk);
}

static void
choose (Desk *d, HallReason reason, const char *place, const char *text)
{
  hall_return_basket_put (hall_order_desk_get_basket (HALL_ORDER_DESK (d->desk)), reason, place,
                          text);
  app_test_settle ();
}

static guint
get_n_chosen (Desk *d)
{
  return hall_return_basket_get_n (hall_order_desk_get_basket (HALL_ORDER_DESK (d->desk)));
}

static gboolean
has_no_dialog (gpointer data)
{
  return desk_find_dialog () == NULL;
}

static void
test_shows (Flow *f, gconstpointer data)
{
  Desk d;

  open_desk (f, &d);
  app_test_wait_to_rest (d.window);
  g_assert_true (app_test_says (d.desk, "20261122 000 001"));
  g_assert_true (app_test_says (d.desk, "9199 9999 MA00 0002 3Y"));
  g_assert_nonnull (app_test_find (d.desk, "Return: Organisation, Name"));
  g_assert_nonnull (app_test_find (d.desk, "Return: Business licence"));
  g_assert_nonnull (app_test_find (d.desk, "Approve"));
  g_assert_null (app_test_find (d.desk, "Start production"));
  close_desk (&d);
}

static void
test_looks (Flow *f, gconstpointer data)
{
  HallEvidencePane *pane;
  Desk d;

  open_desk (f, &d);
  pane = HALL_EVIDENCE_PANE (app_test_find_type (d.desk, HALL_TYPE_EVIDENCE_PANE));
  g_assert_cmpstr (hall_evidence_pane_get_shown (pane)->id, ==, "application_form");
  g_assert_true (hall_order_desk_look_at (HALL_ORDER_DESK (d.desk), 1));
  g_assert_cmpstr (hall_evidence_pane_get_shown (pane)->id, ==, "business_licence");
  /* the card before the movements, whatever the order they came in */
  g_assert_true (hall_order_desk_look_at (HALL_ORDER_DESK (d.desk), 3));
  g_assert_cmpstr (hall_evidence_pane_get_shown (pane)->id, ==, "id-portrait");
  g_assert_false (hall_order_desk_look_at (HALL_ORDER_DESK (d.desk), 30));
  /* what proves a field */
  gtk_widget_activate (
      gtk_widget_get_ancestor (app_test_find (d.desk, "Return: Organisation, Name"),
                               HALL_TYPE_DATA_ROW));
  g_assert_cmpstr (hall_evidence_pane_get_shown (pane)->id, ==, "business_licence");
  close_desk (&d);
}

static void
test_picks (Flow *f, gconstpointer data)
{
  GtkWidget *row;
  Desk d;

  open_desk (f, &d);
  desk_press (d.desk, "Return: Business licence");
  row = app_test_find_type (d.window, HALL_TYPE_REASON_ROW);
  g_assert_nonnull (row);
  hall_reason_row_toggle (HALL_REASON_ROW (row));
  app_test_settle ();
  g_assert_cmpuint (get_n_chosen (&d), ==, 1);
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (app_test_find (d.desk, "Return: Business licence"))));
  g_assert_true (app_test_says (d.desk, "To be returned: 1"));
  desk_press (d.desk, "Take back: L01 Business licence");
  g_assert_cmpuint (get_n_chosen (&d), ==, 0);
  g_assert_false (app_test_says (d.desk, "To be returned"));
  close_desk (&d);
}

static gboolean
has_pages (gpointer view)
{
  return hall_page_view_get_n_pages (view) > 0
         && gtk_widget_get_realized (GTK_WIDGET (hall_page_view_get_canvas (view)));
}

/* Words find a reason, a digit picks it, and a box is drawn on what it is about. */
static void
test_draws (Flow *f, gconstpointer data)
{
  static const HallPlace start = { 1, 0.4, 0.45, 0.2, 0.1 };
  HallEvidencePane *pane;
  GtkWidget *picker;
  GtkWidget *search;
  GtkWidget *canvas;
  const HallPlace *mark;
  HallPageMarks *marks;
  Desk d;

  open_desk (f, &d);
  pane = HALL_EVIDENCE_PANE (app_test_find_type (d.desk, HALL_TYPE_EVIDENCE_PANE));
  canvas = GTK_WIDGET (hall_page_view_get_canvas (hall_evidence_pane_get_view (pane)));
  marks = hall_page_canvas_get_marks (HALL_PAGE_CANVAS (canvas));
  g_hash_table_insert (f->hall->files, g_strconcat (d.order->number, "/business_licence", NULL),
                       scan_maker_pdf (1, 210, 297));
  hall_order_desk_look_at (HALL_ORDER_DESK (d.desk), 1);
  app_test_wait (has_pages, hall_evidence_pane_get_view (pane));
  desk_press (d.desk, "Return: Business licence");
  picker = app_test_find_type (d.window, HALL_TYPE_REASON_PICKER);
  search = app_test_find (picker, "Search the reasons");
  gtk_entry_set_text (GTK_ENTRY (search), "glare");
  g_signal_emit_by_name (search, "search-changed");
  app_test_settle ();
  gtk_widget_activate (search);
  g_assert_nonnull (hall_return_basket_find (hall_order_desk_get_basket (HALL_ORDER_DESK (d.desk)),
                                             HALL_REASON_L02, "business_licence"));
  g_assert_cmpstr (hall_evidence_pane_get_shown (pane)->id, ==, "business_licence");
  desk_press (picker, "Draw on the document");
  g_assert_true (hall_mark_pen_is_drawing (hall_evidence_pane_get_view (pane)));
  app_test_key (d.window, GDK_KEY_Right);
  app_test_key (d.window, GDK_KEY_Down);
  app_test_key (d.window, GDK_KEY_Return);
  g_assert_false (hall_mark_pen_is_drawing (hall_evidence_pane_get_view (pane)));
  mark = hall_return_basket_get_mark (hall_order_desk_get_basket (HALL_ORDER_DESK (d.desk)),
                                      "business_licence");
  g_assert_nonnull (mark);
  g_assert_cmpuint (mark->page, ==, start.page);
  g_assert_cmpfloat_with_epsilon (mark->x, start.x + 0.02, 0.0001);
  g_assert_cmpfloat_with_epsilon (mark->y, 0.4 + 0.02, 0.0001);
  g_assert_cmpuint (hall_page_marks_count_drawn (marks), ==, 1);
  hall_order_desk_look_at (HALL_ORDER_DESK (d.desk), 0);
  g_assert_cmpuint (hall_page_marks_count_drawn (marks), ==, 0);
  hall_order_desk_look_at (HALL_ORDER_DESK (d.desk), 1);
  g_assert_cmpuint (hall_page_marks_count_drawn (marks), ==, 1);
  close_desk (&d);
}

static void
test_obstacles (Flow *f, gconstpointer data)
{
  Desk d;

  open_desk (f, &d);
  desk_press (d.desk, "Return for correction");
  g_assert_null (desk_find_dialog ());
  g_assert_true (app_test_says (d.desk, "First tick what has to be corrected"));
  choose (&d, HALL_REASON_X99, "business_licence", NULL);
  desk_press (d.desk, "Return for correction");
  g_assert_null (desk_find_dialog ());
  g_assert_true (app_test_says (d.desk, "still has to be put into words"));
  desk_press (d.desk, "Approve");
  g_assert_null (desk_find_dialog ());
  g_assert_true (app_test_says (d.desk, "before you approve"));
  close_desk (&d);
}

/* What the keys A and R do is what the ticks do. */
static gboolean
is_kept (gpointer data)
{
  const Desk *d = data;
  GPtrArray *places = hall_verdict_bar_get_places (d->bar);

  return places->len > 0 && fake_hall_get_verdicts (d->hall, d->order)->len == places->len;
}

static gboolean
has_dialog (gpointer data)
{
  return desk_find_dialog () != NULL;
}

static gboolean
is_held (gpointer data)
{
  return ((const Desk *) data)->order->held_by != NULL;
}

static gboolean
is_free (gpointer data)
{
  return ((const Desk *) data)->order->held_by == NULL;
}

/* The letter is read, put differently and sent; then it can be undone, and later it has left. */
static void
test_rejects (Flow *f, gconstpointer data)
{
  GtkTextView *text;
  Desk d;

  open_desk (f, &d);
  choose (&d, HALL_REASON_L02, "business_licence", NULL);
  choose (&d, HALL_REASON_X99, "organisation.name", "名称有误。");
  desk_press (d.desk, "Return for correction");
  app_test_wait (has_dialog, NULL);
  g_assert_true (app_test_says (desk_find_dialog (), "业务单 20261122000001 未通过"));
  text = GTK_TEXT_VIEW (app_test_find_type (desk_find_dialog (), GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), "", -1);
  g_assert_false (
      gtk_widget_get_sensitive (app_test_find_type (desk_find_dialog (), HALL_TYPE_BUSY_BUTTON)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), "请重新扫描执照。", -1);
  desk_press (desk_find_dialog (), "Return for correction");
  app_test_wait (has_no_dialog, NULL);
  g_assert_cmpstr (f->hall->letter, ==, "请重新扫描执照。");
  g_assert_cmpint (d.order->state, ==, HALL_STATE_UNDER_REVIEW);
  app_test_wait_to_say (d.desk, "Returned for correction");
  g_assert_null (app_test_find (d.desk, "Approve"));
  fake_hall_let_decision_go (f->hall, d.order);
  app_test_wait_to_say (d.desk, "Not passed");
  g_assert_false (app_test_says (d.desk, "The order has just changed"));
  close_desk (&d);
}

static void
test_accepts (Flow *f, gconstpointer data)
{
  Desk d;

  open_desk (f, &d);
  desk_press (d.desk, "Accept: Business licence");
  g_assert_true (
      hall_return_basket_is_accepted (hall_order_desk_get_basket (HALL_ORDER_DESK (d.desk)),
                                      "business_licence"));
  desk_press (d.desk, "Accept: Business licence");
  g_assert_false (
      hall_return_basket_is_accepted (hall_order_desk_get_basket (HALL_ORDER_DESK (d.desk)),
                                      "business_licence"));
  desk_press (d.desk, "Approve");
  g_assert_true (app_test_says (d.desk, "neither accepted nor returned"));
  desk_press (d.desk, "Accept the _rest");
  g_assert_true (app_test_says (d.desk, "Everything is accepted"));
  app_test_wait (is_kept, &d);
  desk_press (d.desk, "Approve");
  app_test_wait (is_held, &d);
  app_test_wait_to_say (d.desk, "Review passed");
  desk_press (d.desk, "_Undo");
  app_test_wait (is_free, &d);
  app_test_wait_to_say (d.desk, "nothing has been sent");
  g_assert_true (app_test_says (d.desk, "Everything is accepted"));
  desk_press (d.desk, "Approve");
  app_test_wait (is_held, &d);
  fake_hall_let_decision_go (f->hall, d.order);
  app_test_wait_to_say (d.desk, "Bank proof under way");
  close_desk (&d);
}

/* Verdicts are the hall's: another desk goes on where one left. */
static void
test_goes_on (Flow *f, gconstpointer data)
{
  Desk d;

  open_desk (f, &d);
  desk_press (d.desk, "Accept the _rest");
  app_test_wait (is_kept, &d);
  hall_order_desk_forget (HALL_ORDER_DESK (d.desk));
  hall_order_desk_open (HALL_ORDER_DESK (d.desk), d.order->number);
  app_test_wait_to_say (d.desk, "Everything is accepted");
  close_desk (&d);
}

/* What was chosen outlives a failed call and another order. */
static void
test_keeps_choice (Flow *f, gconstpointer data)
{
  HallOrder *other = desk_add_order (f);
  Desk d;

  open_desk (f, &d);
  choose (&d, HALL_REASON_L02, "business_licence", NULL);
  desk_press (d.desk, "Return for correction");
  app_test_wait (has_dialog, NULL);
  fake_hall_set_mood (f->hall, FAKE_GATEWAY, G_MAXUINT);
  desk_press (desk_find_dialog (), "Return for correction");
  fake_pass_ms (500);
  fake_hall_set_mood (f->hall, FAKE_NORMAL, 0);
  desk_press (desk_find_dialog (), "_Cancel");
  g_assert_cmpuint (get_n_chosen (&d), ==, 1);
  hall_order_desk_open (HALL_ORDER_DESK (d.desk), other->number);
  app_test_wait_to_say (d.desk, "20261122 000 001");
  g_assert_cmpuint (get_n_chosen (&d), ==, 0);
  hall_order_desk_open (HALL_ORDER_DESK (d.desk), d.order->number);
  app_test_wait_to_say (d.desk, "20261122 000 002");
  g_assert_cmpuint (get_n_chosen (&d), ==, 1);
  close_desk (&d);
}

/* Somebody was faster: the newest is shown, nothing is sent. */
static void
test_stale (Flow *f, gconstpointer data)
{
  Desk d;

  f->hall->wait_ms = 60000;
  open_desk (f, &d);
  desk_press (d.desk, "Accept the _rest");
  app_test_wait (is_kept, &d);
  d.order->version++; /* without waking who waits */
  desk_press (d.desk, "Approve");
  app_test_wait_to_say (d.desk, "Somebody else has just changed the order.");
  g_assert_null (d.order->held_by);
  desk_press (d.desk, "Approve");
  app_test_wait (is_held, &d);
  close_desk (&d);
}

static void
test_changed_by_others (Flow *f, gconstpointer data)
{
  Desk d;

  open_desk (f, &d);
  d.order->state = HALL_STATE_REFUND_PENDING;
  fake_hall_touch (f->hall, d.order);
  app_test_wait_to_say (d.desk, "The order has just changed");
  app_test_wait_to_say (d.desk, "Refund under way");
  g_assert_null (app_test_find (d.desk, "Approve"));
  close_desk (&d);
}

static void
test_not_found (Flow *f, gconstpointer data)
{
  Desk d = { .desk = hall_order_desk_new (f->session) };

  d.window = app_test_show (d.desk);
  g_assert_true (app_test_says (d.desk, "No order is open"));
  hall_order_desk_open (HALL_ORDER_DESK (d.desk), "20261122999999");
  app_test_wait_to_say (d.desk, "The order cannot be shown");
  close_desk (&d);
}

static void
test_closed_in_flight (Flow *f, gconstpointer data)
{
  Desk d;

  open_desk (f, &d);
  desk_press (d.desk, "Accept the _rest");
  app_test_wait (is_kept, &d);
  fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
  hall_order_desk_look_at (HALL_ORDER_DESK (d.desk), 2);
  desk_press (d.desk, "Approve");
  close_desk (&d);
  g_assert_null (desk_find_dialog ());
}

int
main (int argc, char **argv)
{
  static const FlowTest tests[] = {
    { "/order-desk/shows", NULL, test_shows },
    { "/order-desk/looks", NULL, test_looks },
    { "/order-desk/picks", NULL, test_picks },
    { "/order-desk/draws", NULL, test_draws },
    { "/order-desk/obstacles", NULL, test_obstacles },
    { "/order-desk/rejects", NULL, test_rejects },
    { "/order-desk/keeps-choice", NULL, test_keeps_choice },
    { "/order-desk/stale", NULL, test_stale },
    { "/order-desk/changed-by-others", NULL, test_changed_by_others },
    { "/order-desk/accepts", NULL, test_accepts },
    { "/order-desk/goes-on", NULL, test_goes_on },
    { "/order-desk/not-found", NULL, test_not_found },
    { "/order-desk/closed-in-flight", NULL, test_closed_in_flight },
  };

  desk_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Flow, tests[i].data, desk_set_up, tests[i].test, desk_tear_down);
  return g_test_run ();
}
