/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hall for tests answers to a reviewer: verdicts, the letter, a decision that waits until
 * the test lets it go.
 */
#include "fake-answer.h"
#include "hall-path.h"
#include "hall-wire-review.h"

#define HOLD_S 10

static gint64
now_s (FakeHall *hall)
{
  return g_get_real_time () / G_USEC_PER_SEC + hall->clock_offset_s;
}

static const char *
find_document (const char *slot, gpointer data)
{
  const HallDocument *document = hall_order_find_document (data, slot);

  return document != NULL ? document->sha256 : NULL;
}

static GPtrArray *
list_places (Fake *self)
{
  const HallCatalog *catalog = self->hall->catalog;

  return hall_judgements_list_places (catalog,
                                      hall_catalog_find_type (catalog,
                                                              self->order->certificate_type),
                                      self->order->application, find_document, self->order);
}

GPtrArray *
fake_hall_get_verdicts (FakeHall *self, const HallOrder *order)
{
  GPtrArray *judgements = g_hash_table_lookup (self->verdicts, order->number);

  if (judgements != NULL)
    return judgements;
  judgements = hall_judgements_new ();
  g_hash_table_insert (self->verdicts, g_strdup (order->number), judgements);
  return judgements;
}

static void
send_verdicts (Fake *self)
{
  g_autoptr (GPtrArray) places = list_places (self);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (places, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "verdicts");
  hall_wire_add_judgements (builder, fake_hall_get_verdicts (self->hall, self->order),
                            HALL_LANG_EN);
  json_builder_end_object (builder);
  fake_send_json (self, 200, builder);
}

static void
keep_verdicts (Fake *self)
{
  g_autoptr (HallJson) json = hall_json_new ("body", self->body);
  GPtrArray *judgements;

  if (!fake_check_version (self))
    return;
  judgements = hall_wire_read_judgements (json, "verdicts");
  g_assert_false (hall_json_failed (json));
  g_hash_table_insert (self->hall->verdicts, g_strdup (self->order->number), judgements);
  send_verdicts (self);
}

static void
send_letter (Fake *self)
{
  g_autoptr (GPtrArray) returns =
      hall_judgements_list_returns (fake_hall_get_verdicts (self->hall, self->order));
  g_autoptr (HallLetter) letter = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (returns->len == 0)
    {
      fake_send_problem (self, HALL_ERROR_CONFLICT, "Nothing is to be returned.");
      return;
    }
  letter = hall_letter_compose (self->order->number, returns, self->hall->catalog, NULL);
  hall_wire_add_letter (builder, letter);
  fake_send_json (self, 200, builder);
}

void
fake_hall_hold (FakeHall *self, HallOrder *order, HallEvent event)
{
  order->held_by = g_strdup (FAKE_STAFF);
  order->held_event = event;
  order->held_until_s = now_s (self) + HOLD_S;
}

static void
decide (Fake *self)
{
  g_autoptr (GPtrArray) places = list_places (self);
  HallEvent event = hall_event_from_name (fake_get_text (self, "decision"));
  GPtrArray *judgements = fake_hall_get_verdicts (self->hall, self->order);

  if (!fake_check_version (self))
    return;
  if (hall_judgements_decide (judgements, places) != event || self->order->held_by != NULL)
    {
      fake_send_problem (self, HALL_ERROR_CONFLICT, "The decision does not follow.");
      return;
    }
  fake_hall_hold (self->hall, self->order, event);
  g_free (self->hall->letter);
  self->hall->letter = g_strdup (fake_get_text (self, "text"));
  fake_send_order (self, 200);
}

static void
undo (Fake *self)
{
  if (self->order->held_by == NULL)
    {
      fake_send_problem (self, HALL_ERROR_CONFLICT, "The decision has taken effect.");
      return;
    }
  g_clear_pointer (&self->order->held_by, g_free);
  self->order->held_event = HALL_N_EVENTS;
  self->order->held_until_s = 0;
  fake_send_order (self, 200);
}

void
fake_hall_let_decision_go (FakeHall *self, HallOrder *order)
{
  HallTimelineStep *step = hall_timeline_step_new ();

  g_assert_nonnull (order->held_by);
  order->state = order->held_event == HALL_EVENT_REVIEW_PASSED ? HALL_STATE_FIN_AUTH_PENDING
                                                               : HALL_STATE_REJECTED;
  step->event = order->held_event;
  step->state = order->state;
  step->actor = HALL_ACTOR_REVIEWER;
  step->at_s = now_s (self);
  g_ptr_array_add (order->timeline, step);
  g_clear_pointer (&order->held_by, g_free);
  order->held_event = HALL_N_EVENTS;
  order->held_until_s = 0;
  self->n_events++;
  fake_hall_touch (self, order);
}

const FakeRoute fake_review_routes[] = {
  { "GET", HALL_PATH_VERDICTS, HALL_ACTORS_STAFF, send_verdicts },
  { "PUT", HALL_PATH_VERDICTS, HALL_ACTORS_STAFF, keep_verdicts },
  { "GET", HALL_PATH_LETTER, HALL_ACTORS_STAFF, send_letter },
  { "POST", HALL_PATH_DECISION, HALL_ACTORS_STAFF, decide },
  { "DELETE", HALL_PATH_DECISION, HALL_ACTORS_STAFF, undo },
  { NULL },
};
