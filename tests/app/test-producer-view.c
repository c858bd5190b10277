/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A producer's batch: chosen, copied, begun, entered and sent; and the PIN seen nowhere.
 */
#include "app-test.h"
#include "desk-fixture.h"
#include "hall-batch-dialog.h"
#include "hall-batch-table.h"
#include "hall-input-row.h"
#include "hall-producer-view.h"
#include "hall-production.h"

static HallOrder *
add_order (Flow *f, HallState state)
{
  HallOrder *order = desk_add_order (f);

  order->state = state;
  fake_hall_touch (f->hall, order);
  return order;
}

static GtkWidget *
open_view (Flow *f, GtkWidget **window)
{
  GtkWidget *view = hall_producer_view_new_for_session (f->session);

  *window = app_test_show (view);
  hall_producer_view_enter (view);
  return view;
}

static HallBatchTable *
get_table (GtkWidget *view)
{
  return HALL_BATCH_TABLE (app_test_find_type (view, HALL_TYPE_BATCH_TABLE));
}

static void
close_view (GtkWidget *window, GtkWidget *view)
{
  hall_producer_view_leave (view);
  app_test_close (window, view);
}

static GtkWidget *
find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (g_type_is_a (G_OBJECT_TYPE (window->data), type) && gtk_widget_get_visible (window->data))
      return window->data;
  return NULL;
}

static gboolean
is_in_production (gpointer data)
{
  return ((HallOrder *) data)->state == HALL_STATE_IN_PRODUCTION;
}

static void
test_starts (Flow *f, gconstpointer data)
{
  HallOrder *order = add_order (f, HALL_STATE_ACCEPTED);
  HallOrder *own = add_order (f, HALL_STATE_ACCEPTED);
  const GdkEventKey start = { .type = GDK_KEY_PRESS, .keyval = GDK_KEY_s };
  GtkWidget *window, *view;

  own->reviewed_by = g_strdup (FAKE_STAFF);
  view = open_view (f, &window);
  app_test_wait_to_say (view, "0 of 2 chosen");
  g_assert_false (gtk_widget_get_sensitive (app_test_find (view, "Start production")));
  hall_batch_table_choose (get_table (view), own->number);
  g_assert_false (gtk_widget_get_sensitive (app_test_find (view, "Start production")));
  hall_batch_table_choose (get_table (view), order->number);
  app_test_wait_to_say (view, "1 of 2 chosen");
  g_assert_true (hall_producer_view_take_key (view, &start));
  gtk_dialog_response (GTK_DIALOG (find_dialog (GTK_TYPE_DIALOG)), GTK_RESPONSE_ACCEPT);
  app_test_wait (is_in_production, order);
  app_test_wait_to_say (view, "Production of 1 orders has begun; 0 were refused.");
  close_view (window, view);
}

/* A sheet of what is known, and no secret in it. */
static void
test_copies (Flow *f, gconstpointer data)
{
  HallBatchItem *item = hall_batch_item_new ("20261122000017");
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_batch_item_free);
  g_autofree char *text = NULL;

  g_ptr_array_add (items, item);
  item->organisation = g_strdup ("=1+1\t甲");
  item->serial = g_strdup ("2F00");
  text = hall_production_write (items, HALL_LANG_EN);
  g_assert_nonnull (strstr (text, "Order\tCertificate\tOrganisation\t"));
  g_assert_nonnull (strstr (text, "\n20261122000017\t\t'=1+1 甲\t"));
  g_assert_null (strstr (text, "PIN"));
}

static GtkWidget *
open_dialog (Flow *f, HallBatchKind kind, const char *order, GPtrArray **items)
{
  GtkWidget *dialog;

  hall_production_load_async (f->session, f->cancellable, flow_on_done_cb, f);
  *items = hall_production_load_finish (f->session, flow_wait_for (f), NULL);
  g_assert_nonnull (*items);
  dialog = hall_batch_dialog_new (f->session, kind, *items, order);
  gtk_window_present (GTK_WINDOW (dialog));
  app_test_settle ();
  return dialog;
}

static gboolean
is_shipped (gpointer data)
{
  return ((HallOrder *) data)->state == HALL_STATE_SHIPPED;
}

/* Good lines go, bad ones and refused ones are named by their line. */
static void
test_imports (Flow *f, gconstpointer data)
{
  HallOrder *order = add_order (f, HALL_STATE_IN_PRODUCTION);
  HallOrder *late = add_order (f, HALL_STATE_ACCEPTED);
  g_autofree char *text = g_strdup_printf ("业务单号,快递公司,快递单号\n"
                                           "%s,顺丰速运,SF1234567\n"
                                           "17,顺丰速运,SF1234568\n"
                                           "%s,顺丰速运,SF1234569\n"
                                           "20991122000001,顺丰速运,SF1234570\n",
                                           order->number, late->number);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *dialog = open_dialog (f, HALL_BATCH_SHIPMENTS, NULL, &items);

  hall_batch_dialog_take (HALL_BATCH_DIALOG (dialog), bytes);
  app_test_wait_to_say (dialog, "3 lines are ready, 1 need attention.");
  g_assert_true (app_test_says (dialog, "Line 3: “17” is no order number"));
  desk_press (dialog, "Enter");
  app_test_wait (is_shipped, order);
  app_test_wait_to_say (dialog, "1 orders were entered, 3 were not.");
  g_assert_true (app_test_says (dialog, "Line 3: “17” is no order number"));
  g_assert_true (app_test_says (dialog, "Line 4: "));
  g_assert_true (app_test_says (dialog, "Line 5: Order 20991122000001 is not among those"));
  g_assert_cmpint (late->state, ==, HALL_STATE_ACCEPTED);
  gtk_widget_destroy (dialog);
}

static void
type_into (GtkWidget *dialog, guint row, const char *text)
{
  g_autoptr (GList) rows = NULL;
  GtkWidget *list = gtk_widget_get_parent (app_test_find_type (dialog, HALL_TYPE_INPUT_ROW));

  rows = gtk_container_get_children (GTK_CONTAINER (list));
  hall_input_row_set_text (HALL_INPUT_ROW (g_list_nth_data (rows, row)), text);
}

static void
test_enters (Flow *f, gconstpointer data)
{
  HallOrder *order = add_order (f, HALL_STATE_IN_PRODUCTION);
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *dialog = open_dialog (f, HALL_BATCH_CERTIFICATES, order->number, &items);

  type_into (dialog, 0, "nothing");
  type_into (dialog, 1, "2026/11/22");
  type_into (dialog, 2, "2027-11-22");
  desk_press (dialog, "Enter");
  app_test_wait_to_say (dialog, "is no serial number of a certificate");
  type_into (dialog, 0, "2f0011aa");
  desk_press (dialog, "Enter");
  app_test_wait_to_say (dialog, "1 orders were entered, 0 were not.");
  gtk_widget_destroy (dialog);
}

/* A lost line ends the run; what is left is named. */
static void
test_lost_line (Flow *f, gconstpointer data)
{
  HallOrder *first = add_order (f, HALL_STATE_IN_PRODUCTION);
  HallOrder *second = add_order (f, HALL_STATE_IN_PRODUCTION);
  g_autofree char *text = g_strdup_printf ("%s,顺丰速运,SF1234567\n%s,顺丰速运,SF1234568\n",
                                           first->number, second->number);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *dialog = open_dialog (f, HALL_BATCH_SHIPMENTS, NULL, &items);

  hall_batch_dialog_take (HALL_BATCH_DIALOG (dialog), bytes);
  f->hall->mood = FAKE_DROP;
  f->hall->mood_requests = G_MAXUINT;
  desk_press (dialog, "Enter");
  app_test_wait_to_say (dialog, "0 orders were entered, 2 were not.");
  f->hall->mood = FAKE_NORMAL;
  gtk_widget_destroy (dialog);
}

static void
test_closed_early (Flow *f, gconstpointer data)
{
  GtkWidget *window, *view;

  add_order (f, HALL_STATE_ACCEPTED);
  f->hall->delay_ms = 200;
  view = open_view (f, &window);
  app_test_settle ();
  app_test_close (window, view);
}

static void
set_up (Flow *f, gconstpointer data)
{
  desk_set_up (f, data);
  desk_act_as (f, HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Flow *f, gconstpointer data);
  } tests[] = {
    { "/producer-view/starts", test_starts },
    { "/producer-view/copies", test_copies },
    { "/producer-view/imports", test_imports },
    { "/producer-view/enters", test_enters },
    { "/producer-view/lost-line", test_lost_line },
    { "/producer-view/closed-early", test_closed_early },
  };

  desk_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Flow, NULL, set_up, tests[i].run, desk_tear_down);
  return g_test_run ();
}
