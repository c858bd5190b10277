/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which buttons an order has: a row for each state, and that no button leads
 * where the moves refuse to go, nor a move is without its button.
 */
#include "hall-action.h"

#include <string.h>

#include "hall-test.h"

#define ALL_FACTS ((1u << HALL_N_FACTS) - 1)

static char *
describe (HallActions actions)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < HALL_N_ACTIONS; i++)
    if ((actions & HALL_ACTION_BIT (i)) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", hall_action_get_name (i));
  return g_string_free (out, FALSE);
}

static void
assert_actions (HallState state, guint actors, guint facts, const char *expected)
{
  g_autofree char *found = describe (hall_actions_for (state, actors, facts));

  g_test_message ("%s, %x, %x", hall_state_get_name (state), actors, facts);
  g_assert_cmpstr (found, ==, expected);
}

/* The handler's row of each state; @facts hold, all others do not. */
static const struct
{
  HallState state;
  guint facts;
  const char *actions;
} handler_rows[] = {
  { HALL_STATE_DRAFT, 0, "view edit cancel" },
  { HALL_STATE_AWAITING_DOCUMENTS, 0, "view edit print upload cancel" },
  { HALL_STATE_AWAITING_HANDLER_AUTH, 0, "view edit print upload authenticate cancel" },
  { HALL_STATE_AWAITING_PAYMENT, HALL_FACT_IDENTITY_VERIFIED,
    "view edit print upload pay upload-voucher cancel" },
  { HALL_STATE_PAYMENT_VERIFYING, 0, "view print request-refund" },
  { HALL_STATE_UNDER_REVIEW, 0, "view print request-refund" },
  /* paid, and the handler is who they were: neither paying nor authenticating again */
  { HALL_STATE_REJECTED, HALL_FACT_FUNDS_SETTLED | HALL_FACT_IDENTITY_VERIFIED,
    "view edit print upload resubmit request-refund" },
  { HALL_STATE_REJECTED, HALL_FACT_IDENTITY_VERIFIED,
    "view edit print upload upload-voucher resubmit request-refund" },
  { HALL_STATE_REJECTED, HALL_FACT_FUNDS_SETTLED,
    "view edit print upload authenticate resubmit request-refund" },
  { HALL_STATE_FIN_AUTH_PENDING, 0, "view" },
  { HALL_STATE_FIN_AUTH_PENDING, HALL_FACT_CODE_WANTED, "view enter-code" },
  { HALL_STATE_FIN_AUTH_FAILED, 0, "view fin-auth request-refund" },
  { HALL_STATE_ACCEPTED, 0, "view edit-delivery request-refund" },
  { HALL_STATE_IN_PRODUCTION, 0, "view" },
  { HALL_STATE_SHIPPED, 0, "view track receive" },
  { HALL_STATE_COMPLETED, 0, "view track" },
  { HALL_STATE_CANCELLED, 0, "view" },
  { HALL_STATE_REFUND_PENDING, 0, "view" },
  { HALL_STATE_REFUNDED, 0, "view" },
  { HALL_STATE_EXPIRED, 0, "view" },
};

static void
test_handler (void)
{
  guint states = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (handler_rows); i++)
    {
      assert_actions (handler_rows[i].state, HALL_ACTOR_BIT (HALL_ACTOR_HANDLER),
                      handler_rows[i].facts, handler_rows[i].actions);
      states |= 1u << handler_rows[i].state;
    }
  g_assert_cmphex (states, ==, (1u << HALL_N_STATES) - 1);
}

static const struct
{
  HallActor actor;
  HallState state;
  guint facts;
  const char *actions;
} staff_rows[] = {
  { HALL_ACTOR_REVIEWER, HALL_STATE_UNDER_REVIEW, 0, "view request-refund approve reject" },
  { HALL_ACTOR_REVIEWER, HALL_STATE_PAYMENT_VERIFYING, 0, "view request-refund approve reject" },
  { HALL_ACTOR_REVIEWER, HALL_STATE_PAYMENT_VERIFYING, HALL_FACT_REVIEW_PASSED,
    "view request-refund reject" },
  { HALL_ACTOR_REVIEWER, HALL_STATE_AWAITING_HANDLER_AUTH, 0, "view" },
  { HALL_ACTOR_REVIEWER, HALL_STATE_AWAITING_HANDLER_AUTH, HALL_FACT_ALTERNATIVE_ASKED,
    "view record-auth" },
  { HALL_ACTOR_REVIEWER, HALL_STATE_AWAITING_HANDLER_AUTH,
    HALL_FACT_ALTERNATIVE_ASKED | HALL_FACT_IDENTITY_VERIFIED, "view" },
  { HALL_ACTOR_REVIEWER, HALL_STATE_REJECTED, HALL_FACT_ALTERNATIVE_ASKED,
    "view request-refund record-auth" },
  { HALL_ACTOR_REVIEWER, HALL_STATE_ACCEPTED, ALL_FACTS, "view request-refund" },
  { HALL_ACTOR_REVIEWER, HALL_STATE_IN_PRODUCTION, ALL_FACTS, "view" },
  { HALL_ACTOR_CASHIER, HALL_STATE_PAYMENT_VERIFYING, 0, "view confirm-funds reject-funds" },
  { HALL_ACTOR_CASHIER, HALL_STATE_UNDER_REVIEW, ALL_FACTS, "view" },
  { HALL_ACTOR_CASHIER, HALL_STATE_REFUND_PENDING, 0, "view refund-done" },
  { HALL_ACTOR_PRODUCER, HALL_STATE_ACCEPTED, 0, "view" },
  { HALL_ACTOR_PRODUCER, HALL_STATE_ACCEPTED, HALL_FACT_OTHER_PERSON, "view start-production" },
  { HALL_ACTOR_PRODUCER, HALL_STATE_IN_PRODUCTION, 0, "view ship" },
  { HALL_ACTOR_PRODUCER, HALL_STATE_SHIPPED, 0, "view complete return-to-sender" },
  { HALL_ACTOR_PRODUCER, HALL_STATE_UNDER_REVIEW, ALL_FACTS, "view" },
};

static void
test_staff (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (staff_rows); i++)
    assert_actions (staff_rows[i].state, HALL_ACTOR_BIT (staff_rows[i].actor), staff_rows[i].facts,
                    staff_rows[i].actions);
}

/* Who only looks on, and what is no person. */
static void
test_others (void)
{
  for (guint state = 0; state < HALL_N_STATES; state++)
    {
      assert_actions (state, HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR), ALL_FACTS, "view");
      assert_actions (state, HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR), ALL_FACTS, "view");
      assert_actions (state, HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER), ALL_FACTS, "");
      assert_actions (state, HALL_ACTOR_BIT (HALL_ACTOR_TIMER), ALL_FACTS, "");
      assert_actions (state, 0, ALL_FACTS, "");
    }
}

/* With several roles the buttons of all. */
static void
test_several_roles (void)
{
  guint both = HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER) | HALL_ACTOR_BIT (HALL_ACTOR_CASHIER);

  for (guint state = 0; state < HALL_N_STATES; state++)
    for (guint facts = 0; facts < 2; facts++)
      g_assert_cmphex (hall_actions_for (state, both, facts ? ALL_FACTS : 0), ==,
                       hall_actions_for (state, HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER),
                                         facts ? ALL_FACTS : 0)
                           | hall_actions_for (state, HALL_ACTOR_BIT (HALL_ACTOR_CASHIER),
                                               facts ? ALL_FACTS : 0));
}

/* The event that pressing a button sends. Buttons that only open a page send none. */
static const struct
{
  HallAction action;
  HallEvent event;
  guint states; /* where it does; 0: wherever it is offered */
} events[] = {
  { HALL_ACTION_EDIT, HALL_EVENT_EDIT_INFO,
    1u << HALL_STATE_AWAITING_DOCUMENTS | 1u << HALL_STATE_AWAITING_HANDLER_AUTH
        | 1u << HALL_STATE_AWAITING_PAYMENT },
  { HALL_ACTION_UPLOAD_VOUCHER, HALL_EVENT_VOUCHER_UPLOADED, 1u << HALL_STATE_AWAITING_PAYMENT },
  { HALL_ACTION_RESUBMIT, HALL_EVENT_RESUBMIT, 0 },
  { HALL_ACTION_FIN_AUTH, HALL_EVENT_RESUBMIT_ACCOUNT, 0 },
  { HALL_ACTION_ENTER_CODE, HALL_EVENT_CODE_OK, 0 },
  { HALL_ACTION_CANCEL, HALL_EVENT_CANCEL, 0 },
  { HALL_ACTION_REQUEST_REFUND, HALL_EVENT_REQUEST_REFUND, 0 },
  { HALL_ACTION_RECEIVE, HALL_EVENT_COMPLETE, 0 },
  { HALL_ACTION_APPROVE, HALL_EVENT_REVIEW_PASSED, 0 },
  { HALL_ACTION_REJECT, HALL_EVENT_REVIEW_REJECTED, 0 },
  { HALL_ACTION_CONFIRM_FUNDS, HALL_EVENT_FUNDS_CONFIRMED, 0 },
  { HALL_ACTION_REJECT_FUNDS, HALL_EVENT_FUNDS_REJECTED, 0 },
  { HALL_ACTION_RECORD_AUTH, HALL_EVENT_AUTH_PASSED, 0 },
  { HALL_ACTION_START_PRODUCTION, HALL_EVENT_START_PRODUCTION, 0 },
  { HALL_ACTION_SHIP, HALL_EVENT_SHIP, 0 },
  { HALL_ACTION_COMPLETE, HALL_EVENT_COMPLETE, 0 },
  { HALL_ACTION_RETURN_TO_SENDER, HALL_EVENT_RETURN_TO_SENDER, 0 },
  { HALL_ACTION_REFUND_DONE, HALL_EVENT_REFUND_DONE, 0 },
};

/* Whether @action is offered in @state to @actor under some of these sets of facts. */
static gboolean
is_offered (HallState state, HallActor actor, HallAction action)
{
  static const guint sets[] = {
    0,
    ALL_FACTS,
    ALL_FACTS & ~HALL_FACT_IDENTITY_VERIFIED,
    ALL_FACTS & ~HALL_FACT_FUNDS_SETTLED,
    ALL_FACTS & ~HALL_FACT_REVIEW_PASSED,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    if ((hall_actions_for (state, HALL_ACTOR_BIT (actor), sets[i]) & HALL_ACTION_BIT (action)) != 0)
      return TRUE;
  return FALSE;
}

/* Every button that sends an event is there exactly where the moves know the event. */
static void
test_buttons_and_moves (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    for (guint state = 0; state < HALL_N_STATES; state++)
      for (guint actor = HALL_ACTOR_HANDLER; actor <= HALL_ACTOR_ADMINISTRATOR; actor++)
        {
          gboolean offered = is_offered (state, actor, events[i].action);
          gboolean known = hall_state_allows (state, events[i].event, HALL_ACTOR_BIT (actor));

          if (events[i].states != 0 && (events[i].states & (1u << state)) == 0)
            continue;
          /* receiving and completing are one event with a button each */
          if (events[i].action == HALL_ACTION_RECEIVE && actor != HALL_ACTOR_HANDLER)
            continue;
          if (events[i].action == HALL_ACTION_COMPLETE && actor != HALL_ACTOR_PRODUCER)
            continue;
          g_test_message ("%s in %s by %s", hall_action_get_name (events[i].action),
                          hall_state_get_name (state), hall_actor_get_name (actor));
          g_assert_cmpint (offered, ==, known);
        }
}

/* Every event that people send has a button, but for two that the wizard sends by itself. */
static void
test_every_event_has_a_button (void)
{
  for (guint event = 0; event < HALL_N_EVENTS; event++)
    {
      gboolean by_people = FALSE;
      gboolean has_button =
          event == HALL_EVENT_CONFIRM_INFO || event == HALL_EVENT_DOCUMENTS_COMPLETE;

      for (guint state = 0; state < HALL_N_STATES; state++)
        by_people |= hall_state_allows (state, event,
                                        HALL_ACTORS_STAFF | HALL_ACTOR_BIT (HALL_ACTOR_HANDLER));
      for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
        has_button |= events[i].event == event;
      g_test_message ("%s", hall_event_get_name (event));
      g_assert_cmpint (by_people, ==, has_button);
    }
}

static void
test_list (void)
{
  for (guint i = 0; i < HALL_N_ACTIONS; i++)
    {
      const char *name = hall_action_get_name (i);
      const char *zh = hall_action_get_label (i, HALL_LANG_ZH_CN);
      const char *en = hall_action_get_label (i, HALL_LANG_EN);

      g_test_message ("%s", name);
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", name, 0, 0));
      g_assert_cmpint (hall_action_from_name (name), ==, i);
      g_assert_false (g_str_is_ascii (zh));
      g_assert_true (g_ascii_isupper (*en));
      g_assert_cmpint (g_utf8_strlen (zh, -1), <=, 8); /* it stands on a button */
    }
  g_assert_cmpint (hall_action_from_name ("delete-everything"), ==, HALL_N_ACTIONS);
  g_assert_cmpint (hall_action_from_name (NULL), ==, HALL_N_ACTIONS);
}

/* The words that the guide has on its buttons. */
static void
test_words_of_the_guide (void)
{
  g_assert_cmpstr (hall_action_get_label (HALL_ACTION_EDIT, HALL_LANG_ZH_CN), ==, "编辑");
  g_assert_cmpstr (hall_action_get_label (HALL_ACTION_FIN_AUTH, HALL_LANG_ZH_CN), ==, "金融认证");
  g_assert_cmpstr (hall_action_get_label (HALL_ACTION_PRINT, HALL_LANG_ZH_CN), ==, "打印申请表");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action/handler", test_handler);
  g_test_add_func ("/action/staff", test_staff);
  g_test_add_func ("/action/others", test_others);
  g_test_add_func ("/action/several-roles", test_several_roles);
  g_test_add_func ("/action/buttons-and-moves", test_buttons_and_moves);
  g_test_add_func ("/action/every-event-has-a-button", test_every_event_has_a_button);
  g_test_add_func ("/action/list", test_list);
  g_test_add_func ("/action/words-of-the-guide", test_words_of_the_guide);
  return g_test_run ();
}
