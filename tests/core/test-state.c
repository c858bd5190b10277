/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every cell of the state machine, for every actor and every set of facts that matters,
 * against tests/data/moves.txt.
 */
#include "hall-state.h"

#include <string.h>

#include "hall-error.h"
#include "hall-test.h"

#define N_TRANSITIONS 24
#define ALL_FACTS     ((1u << HALL_N_FACTS) - 1)

/* A line of moves.txt. */
typedef struct
{
  guint transition;
  HallState from; /* HALL_N_STATES: no order yet */
  HallEvent event;
  HallActor actor;
  guint need;
  guint unless;
  HallState to;
} Move;

static GArray *moves; /* (element-type Move) */

static guint
fact_bit (const char *name)
{
  for (guint fact = 0; fact < HALL_N_FACTS; fact++)
    if (g_str_equal (hall_fact_get_name (fact), name))
      return 1u << fact;
  g_error ("there is no fact “%s”", name);
}

static void
read_move (const char *line)
{
  g_auto (GStrv) all = g_strsplit_set (line, " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  Move move = { 0 };

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_ptr_array_add (words, all[i]);
  g_assert_cmpuint (words->len, >=, 6);
  move.transition = (guint) g_ascii_strtoull ((char *) words->pdata[0] + 1, NULL, 10);
  move.from = hall_state_from_name (words->pdata[1]);
  move.event = hall_event_from_name (words->pdata[2]);
  move.actor = hall_actor_from_name (words->pdata[3]);
  move.to = hall_state_from_name (words->pdata[words->len - 1]);
  for (guint i = 4; i + 1 < words->len; i++)
    {
      const char *fact = words->pdata[i];

      if (*fact == '!')
        move.unless |= fact_bit (fact + 1);
      else if (!g_str_equal (fact, "-"))
        move.need |= fact_bit (fact);
    }
  g_test_message ("%s", line);
  g_assert_cmpint (move.from == HALL_N_STATES, ==, g_str_equal (words->pdata[1], "-"));
  g_assert_cmpint (move.event, <, HALL_N_EVENTS);
  g_assert_cmpint (move.actor, <, HALL_N_ACTORS);
  g_assert_cmpint (move.to, <, HALL_N_STATES);
  g_array_append_val (moves, move);
}

static void
read_moves (void)
{
  g_autofree char *text = hall_test_read ("moves.txt");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  moves = g_array_new (FALSE, FALSE, sizeof (Move));
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      read_move (lines[i]);
}

static const Move *
get_move (guint index)
{
  return &g_array_index (moves, Move, index);
}

/* The facts that any line about this cell speaks of. */
static guint
facts_of_cell (HallState from, HallEvent event)
{
  guint facts = 0;

  for (guint i = 0; i < moves->len; i++)
    if (get_move (i)->from == from && get_move (i)->event == event)
      facts |= get_move (i)->need | get_move (i)->unless;
  return facts;
}

typedef struct
{
  int code; /* HallError, or -1: allowed */
  HallState to;
} Answer;

/* What moves.txt says: a reading of its own, without the code's table. */
static Answer
expected (HallState from, HallEvent event, HallActor actor, guint facts)
{
  Answer answer = { HALL_ERROR_CONFLICT, HALL_N_STATES };
  gboolean mine = FALSE;
  guint allowed = 0;

  for (guint i = 0; i < moves->len; i++)
    {
      const Move *move = get_move (i);

      if (move->from != from || move->event != event)
        continue;
      if (move->actor != actor)
        {
          if (!mine)
            answer.code = HALL_ERROR_DENIED;
          continue;
        }
      if (!mine)
        answer.code = HALL_ERROR_CONFLICT;
      mine = TRUE;
      if ((move->unless & facts) == 0 && (move->need & ~facts) != 0)
        answer.code = HALL_ERROR_INVALID;
      if ((move->unless & facts) == 0 && (move->need & ~facts) == 0)
        {
          allowed++;
          answer.to = move->to;
        }
    }
  g_assert_cmpuint (allowed, <=, 1); /* the lines are never ambiguous */
  if (allowed == 1)
    answer.code = -1;
  return answer;
}

static void
assert_answer (HallState from, HallEvent event, guint actors, guint facts, Answer answer)
{
  g_autoptr (GError) error = NULL;
  HallState to = HALL_N_STATES;
  gboolean allowed = hall_state_next (from, event, actors, facts, HALL_LANG_EN, &to, &error);

  if (allowed != (answer.code < 0) || (allowed && to != answer.to)
      || (!allowed && !g_error_matches (error, HALL_ERROR, answer.code)))
    g_error ("%s + %s by %x with facts %x: expected %s, got %s (%s)", hall_state_get_name (from),
             hall_event_get_name (event), actors, facts,
             answer.code < 0 ? hall_state_get_name (answer.to) : hall_error_get_name (answer.code),
             allowed ? hall_state_get_name (to) : hall_error_get_name (error->code),
             allowed ? "" : error->message);
}

/* Every set of the facts that matter in a cell, with all others held and with none. */
static guint
assert_cell (HallState from, HallEvent event)
{
  guint matter = facts_of_cell (from, event);
  guint tried = 0;

  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    {
      guint facts = 0;

      do
        {
          Answer answer = expected (from, event, actor, facts);

          assert_answer (from, event, HALL_ACTOR_BIT (actor), facts, answer);
          assert_answer (from, event, HALL_ACTOR_BIT (actor), facts | (ALL_FACTS & ~matter),
                         answer);
          tried += 2;
          facts = (facts - matter) & matter; /* the next subset of @matter */
        }
      while (facts != 0);
    }
  return tried;
}

static void
test_every_cell (void)
{
  guint cells = 0;
  guint tried = 0;

  for (guint from = 0; from < HALL_N_STATES; from++)
    for (guint event = 0; event < HALL_N_EVENTS; event++, cells++)
      tried += assert_cell (from, event);
  g_test_message ("%u cells, %u questions", cells, tried);
  g_assert_cmpuint (cells, ==, 17 * 25);
  g_assert_cmpuint (tried, >=, cells * HALL_N_ACTORS * 2);
}

/* Every transition has a line, and every line a cell that its actor may use. */
static void
test_every_transition (void)
{
  guint seen[N_TRANSITIONS + 1] = { 0 };

  for (guint i = 0; i < moves->len; i++)
    {
      const Move *move = get_move (i);

      g_assert_cmpuint (move->transition, >=, 1);
      g_assert_cmpuint (move->transition, <=, N_TRANSITIONS);
      seen[move->transition]++;
      if (move->from < HALL_N_STATES)
        g_assert_true (hall_state_allows (move->from, move->event, HALL_ACTOR_BIT (move->actor)));
    }
  for (guint t = 1; t <= N_TRANSITIONS; t++)
    {
      g_test_message ("T%u", t);
      g_assert_cmpuint (seen[t], >, 0);
    }
}

/* T1 by everybody, with and without the consents. */
static void
test_begin (void)
{
  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    for (guint consented = 0; consented < 2; consented++)
      {
        g_autoptr (GError) error = NULL;
        guint facts = consented ? HALL_FACT_CONSENTED : ALL_FACTS & ~HALL_FACT_CONSENTED;
        HallState to = HALL_N_STATES;
        gboolean begun =
            hall_state_begin (HALL_ACTOR_BIT (actor), facts, HALL_LANG_EN, &to, &error);

        g_assert_cmpint (begun, ==, actor == HALL_ACTOR_HANDLER && consented);
        if (begun)
          g_assert_cmpint (to, ==, HALL_STATE_DRAFT);
        else if (actor == HALL_ACTOR_HANDLER)
          g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
        else
          g_assert_error (error, HALL_ERROR, HALL_ERROR_DENIED);
      }
}

static void
test_allows (void)
{
  for (guint from = 0; from < HALL_N_STATES; from++)
    for (guint event = 0; event < HALL_N_EVENTS; event++)
      for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
        {
          gboolean listed = FALSE;

          for (guint i = 0; i < moves->len; i++)
            listed |= get_move (i)->from == from && get_move (i)->event == event
                      && get_move (i)->actor == actor;
          g_assert_cmpint (hall_state_allows (from, event, HALL_ACTOR_BIT (actor)), ==, listed);
        }
}

/* A person with several roles may do what any of them may. */
static void
test_several_roles (void)
{
  guint both = HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER) | HALL_ACTOR_BIT (HALL_ACTOR_CASHIER);

  assert_answer (HALL_STATE_UNDER_REVIEW, HALL_EVENT_REVIEW_REJECTED, both,
                 HALL_FACT_JUDGED | HALL_FACT_REASONS_GIVEN, (Answer){ -1, HALL_STATE_REJECTED });
  assert_answer (HALL_STATE_REFUND_PENDING, HALL_EVENT_REFUND_DONE, both, 0,
                 (Answer){ -1, HALL_STATE_REFUNDED });
  assert_answer (HALL_STATE_ACCEPTED, HALL_EVENT_START_PRODUCTION, both, ALL_FACTS,
                 (Answer){ HALL_ERROR_DENIED, 0 });
  assert_answer (HALL_STATE_UNDER_REVIEW, HALL_EVENT_REVIEW_REJECTED, 0, ALL_FACTS,
                 (Answer){ HALL_ERROR_DENIED, 0 });
  g_assert_true (hall_state_allows (HALL_STATE_REFUND_PENDING, HALL_EVENT_REFUND_DONE, both));
  g_assert_false (hall_state_allows (HALL_STATE_ACCEPTED, HALL_EVENT_START_PRODUCTION, both));
}

/* Where the money has been taken: the price cannot change and cancelling is a refund. */
static void
test_paid_and_final (void)
{
  static const struct
  {
    HallState state;
    gboolean paid, final;
  } rows[] = {
    { HALL_STATE_DRAFT, FALSE, FALSE },
    { HALL_STATE_AWAITING_DOCUMENTS, FALSE, FALSE },
    { HALL_STATE_AWAITING_HANDLER_AUTH, FALSE, FALSE },
    { HALL_STATE_AWAITING_PAYMENT, FALSE, FALSE },
    { HALL_STATE_PAYMENT_VERIFYING, TRUE, FALSE },
    { HALL_STATE_UNDER_REVIEW, TRUE, FALSE },
    { HALL_STATE_REJECTED, TRUE, FALSE },
    { HALL_STATE_FIN_AUTH_PENDING, TRUE, FALSE },
    { HALL_STATE_FIN_AUTH_FAILED, TRUE, FALSE },
    { HALL_STATE_ACCEPTED, TRUE, FALSE },
    { HALL_STATE_IN_PRODUCTION, TRUE, FALSE },
    { HALL_STATE_SHIPPED, TRUE, FALSE },
    { HALL_STATE_COMPLETED, TRUE, TRUE },
    { HALL_STATE_CANCELLED, FALSE, TRUE },
    { HALL_STATE_REFUND_PENDING, TRUE, FALSE },
    { HALL_STATE_REFUNDED, FALSE, TRUE },
    { HALL_STATE_EXPIRED, FALSE, TRUE },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) == HALL_N_STATES);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", hall_state_get_name (rows[i].state));
      g_assert_cmpint (hall_state_is_paid (rows[i].state), ==, rows[i].paid);
      g_assert_cmpint (hall_state_is_final (rows[i].state), ==, rows[i].final);
    }
}

/* From the beginning every state can be reached, and from every state an end. */
static void
test_reachable (void)
{
  guint reached = 1u << HALL_STATE_DRAFT;
  guint ending = 0;

  for (guint state = 0; state < HALL_N_STATES; state++)
    if (hall_state_is_final (state))
      ending |= 1u << state;
  for (guint round = 0; round < HALL_N_STATES; round++)
    for (guint i = 0; i < moves->len; i++)
      {
        const Move *move = get_move (i);

        if (move->from == HALL_N_STATES)
          continue;
        if ((reached & (1u << move->from)) != 0)
          reached |= 1u << move->to;
        if ((ending & (1u << move->to)) != 0)
          ending |= 1u << move->from;
      }
  g_assert_cmphex (reached, ==, (1u << HALL_N_STATES) - 1);
  g_assert_cmphex (ending, ==, (1u << HALL_N_STATES) - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  read_moves ();
  g_test_add_func ("/state/every-cell", test_every_cell);
  g_test_add_func ("/state/every-transition", test_every_transition);
  g_test_add_func ("/state/begin", test_begin);
  g_test_add_func ("/state/allows", test_allows);
  g_test_add_func ("/state/several-roles", test_several_roles);
  g_test_add_func ("/state/paid-and-final", test_paid_and_final);
  g_test_add_func ("/state/reachable", test_reachable);
  return g_test_run ();
}
