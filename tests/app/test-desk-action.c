/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the desk's actions against the state machine, what is going to be returned, and
 * the dialog that asks.
 */
#include "app-test.h"
#include "hall-action-dialog.h"
#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-desk-action.h"
#include "sample.h"

/* Every action that only staff is offered has a button, and its event moves what it is offered for.
 */
static void
test_table (void)
{
  guint n_rows = 0;

  for (HallAction action = 0; action < HALL_N_ACTIONS; action++)
    {
      const HallDeskAction *row = hall_desk_action_get (action);
      gboolean offered = FALSE;

      g_test_message ("%s", hall_action_get_name (action));
      for (HallState state = 0; state < HALL_N_STATES; state++)
        {
          gboolean here = (hall_actions_for (state, HALL_ACTORS_STAFF,
                                             HALL_FACT_OTHER_PERSON | HALL_FACT_ALTERNATIVE_ASKED)
                           & HALL_ACTION_BIT (action))
                          != 0;

          offered = offered || here;
          if (here && row != NULL)
            g_assert_true (hall_state_allows (state, row->event, HALL_ACTORS_STAFF));
        }
      g_assert_cmpint (row != NULL, ==, offered && action != HALL_ACTION_VIEW);
      if (row == NULL)
        continue;
      n_rows++;
      g_assert_false (row->primary && row->destructive);
      g_assert_cmpint (row->note != NULL, ==, row->ask == HALL_ASK_NOTE);
      g_assert_false (row->note_needed && row->note == NULL);
    }
  g_assert_cmpuint (n_rows, >, 8);
}

static void
test_basket (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  g_autoptr (HallReturnBasket) basket = hall_return_basket_new ();
  g_autofree char *text = NULL;
  guint n_changes = 0;

  g_signal_connect (basket, "changed", G_CALLBACK (app_test_count_cb), &n_changes);
  g_assert_false (hall_return_basket_fits (basket, HALL_EVENT_REVIEW_REJECTED, catalog));
  hall_return_basket_put (basket, HALL_REASON_L01, "business_licence", NULL);
  hall_return_basket_put (basket, HALL_REASON_L01, "business_licence", "");
  g_assert_cmpuint (n_changes, ==, 1);
  hall_return_basket_put (basket, HALL_REASON_X99, "business_licence", NULL);
  g_assert_false (hall_return_basket_is_complete (basket));
  hall_return_basket_put (basket, HALL_REASON_X99, "business_licence", "Upside down.");
  g_assert_true (hall_return_basket_is_complete (basket));
  g_assert_cmpuint (hall_return_basket_get_n (basket), ==, 2);
  text = hall_return_basket_format (basket, "business_licence", HALL_LANG_EN);
  g_assert_cmpstr (text, ==,
                   "The copy of the licence has no official seal.\n"
                   "Another reason: Upside down.");
  g_assert_true (hall_return_basket_fits (basket, HALL_EVENT_REVIEW_REJECTED, catalog));
  g_assert_false (hall_return_basket_fits (basket, HALL_EVENT_FUNDS_REJECTED, catalog));
  hall_return_basket_remove (basket, HALL_REASON_L01, "business_licence");
  g_assert_null (hall_return_basket_find (basket, HALL_REASON_L01, "business_licence"));
  hall_return_basket_clear (basket);
  hall_return_basket_clear (basket);
  g_assert_cmpuint (n_changes, ==, 5);
}

/* Who reviewed is told why they cannot produce; others are told nothing. */
static void
test_colleague (void)
{
  g_autoptr (HallOrder) order = hall_order_new ("20261122000001");
  g_autoptr (HallIdentity) same = hall_identity_new ("guanli", HALL_ACTORS_STAFF);
  g_autoptr (HallIdentity) other = hall_identity_new ("zhizheng", HALL_ACTORS_STAFF);
  g_autoptr (HallIdentity) reviewer =
      hall_identity_new ("guanli", HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER));

  order->state = HALL_STATE_ACCEPTED;
  order->reviewed_by = g_strdup ("guanli");
  g_assert_true (hall_desk_action_needs_colleague (order, same));
  g_assert_false (hall_desk_action_needs_colleague (order, other));
  g_assert_false (hall_desk_action_needs_colleague (order, reviewer));
  g_assert_false (hall_desk_action_needs_colleague (order, NULL));
  order->actions = HALL_ACTION_BIT (HALL_ACTION_START_PRODUCTION);
  g_assert_false (hall_desk_action_needs_colleague (order, same));
}

typedef struct
{
  HallCatalog *catalog;
  HallOrder *order;
  HallReturnBasket *basket;
  GtkWidget *dialog;
  guint n_confirmed;
} Ask;

static void
open_dialog (Ask *a, HallAction action)
{
  a->catalog = sample_catalog ();
  a->order = hall_order_new ("20261122000001");
  a->order->amount_fen = 90000;
  a->basket = hall_return_basket_new ();
  a->dialog = hall_action_dialog_new (action, a->order, a->catalog, a->basket);
  a->n_confirmed = 0;
  g_signal_connect (a->dialog, "confirmed", G_CALLBACK (app_test_count_cb), &a->n_confirmed);
  gtk_window_present (GTK_WINDOW (a->dialog));
  app_test_settle ();
}

static void
close_dialog (Ask *a)
{
  app_test_close (a->dialog, a->dialog);
  g_object_unref (a->basket);
  hall_order_free (a->order);
  hall_catalog_unref (a->catalog);
}

static void
confirm (Ask *a)
{
  gtk_button_clicked (GTK_BUTTON (app_test_find_type (a->dialog, HALL_TYPE_BUSY_BUTTON)));
  app_test_settle ();
}

typedef struct
{
  const char *name;
  const char *text;
} Typing;

/* The label of a row has the same name as its entry. */
static void
type_into (GtkWidget *widget, gpointer data)
{
  const Typing *typing = data;
  const char *name = atk_object_get_name (gtk_widget_get_accessible (widget));

  if (GTK_IS_ENTRY (widget) && g_strcmp0 (name, typing->name) == 0)
    gtk_entry_set_text (GTK_ENTRY (widget), typing->text);
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), type_into, data);
}

static void
type (Ask *a, const char *name, const char *text)
{
  Typing typing = { name, text };

  type_into (a->dialog, &typing);
}

static void
test_funds (void)
{
  HallEventBody body;
  Ask a;

  open_dialog (&a, HALL_ACTION_CONFIRM_FUNDS);
  g_assert_true (app_test_says (a.dialog, "900.00"));
  type (&a, "Amount", "nine hundred");
  type (&a, "Payer", "样例公司");
  confirm (&a);
  g_assert_cmpuint (a.n_confirmed, ==, 0);
  g_assert_true (app_test_says (a.dialog, "Write an amount"));
  type (&a, "Amount", "900.00 元");
  confirm (&a);
  g_assert_cmpuint (a.n_confirmed, ==, 1);
  hall_action_dialog_fill_body (HALL_ACTION_DIALOG (a.dialog), &body);
  g_assert_cmpint (body.amount_fen, ==, 90000);
  g_assert_cmpstr (body.payer, ==, "样例公司");
  close_dialog (&a);
}

/* A finding of the hall stands beside its row, with everything typed still there. */
static void
test_refused (void)
{
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_autoptr (GError) error = g_error_new (HALL_ERROR, HALL_ERROR_INVALID, "Something is missing.");
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallEventBody body;
  Ask a;

  open_dialog (&a, HALL_ACTION_SHIP);
  confirm (&a);
  g_assert_cmpuint (a.n_confirmed, ==, 0);
  type (&a, "Courier", "SF");
  type (&a, "Courier number", "1");
  confirm (&a);
  g_assert_cmpuint (a.n_confirmed, ==, 1);
  hall_action_dialog_set_busy (HALL_ACTION_DIALOG (a.dialog), TRUE);
  confirm (&a);
  g_assert_cmpuint (a.n_confirmed, ==, 1);
  hall_action_dialog_set_busy (HALL_ACTION_DIALOG (a.dialog), FALSE);
  hall_issue_set (&issue, HALL_ISSUE_REQUIRED, NULL, NULL);
  g_ptr_array_add (findings, hall_finding_new ("tracking_number", &issue));
  hall_error_set_findings (error, findings);
  hall_action_dialog_show_error (HALL_ACTION_DIALOG (a.dialog), error);
  g_assert_false (app_test_says (a.dialog, "Something is missing."));
  hall_action_dialog_fill_body (HALL_ACTION_DIALOG (a.dialog), &body);
  g_assert_cmpstr (body.tracking_number, ==, "1");
  hall_error_set_findings (error, NULL);
  hall_action_dialog_show_error (HALL_ACTION_DIALOG (a.dialog), error);
  g_assert_true (app_test_says (a.dialog, "Something is missing."));
  close_dialog (&a);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_EN);
  g_test_add_func ("/desk-action/table", test_table);
  g_test_add_func ("/desk-action/basket", test_basket);
  g_test_add_func ("/desk-action/colleague", test_colleague);
  g_test_add_func ("/desk-action/funds", test_funds);
  g_test_add_func ("/desk-action/refused", test_refused);
  return g_test_run ();
}
