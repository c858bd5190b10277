/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wire-order.h"

#include "hall-wire-application.h"
#include "hall-wire-finding.h"
#include "hall-wire-review.h"

static void
add_actions (JsonBuilder *builder, HallActions actions)
{
  json_builder_set_member_name (builder, "actions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < HALL_N_ACTIONS; i++)
    if ((actions & HALL_ACTION_BIT (i)) != 0)
      json_builder_add_string_value (builder, hall_action_get_name (i));
  json_builder_end_array (builder);
}

static void
add_summary_members (JsonBuilder *builder, const HallOrder *order)
{
  hall_wire_add_text (builder, "number", order->number);
  hall_wire_add_text (builder, "project", order->project);
  hall_wire_add_text (builder, "catalog", order->catalog);
  hall_wire_add_text (builder, "certificate_type", order->certificate_type);
  hall_wire_add_text (builder, "organisation", order->organisation);
  hall_wire_add_text (builder, "state", hall_state_get_name (order->state));
  for (guint group = 0; group < HALL_N_SUBSTATES; group++)
    hall_wire_add_text (builder, hall_substate_group_get_name (group),
                        hall_substate_get_name (order->sub[group]));
  hall_wire_add_int (builder, "version", order->version);
  hall_wire_add_int (builder, "revision", order->revision);
  hall_wire_add_int (builder, "amount_fen", order->amount_fen);
  if (order->channel >= 0)
    hall_wire_add_text (builder, "channel", hall_pay_channel_get_name (order->channel));
  hall_wire_add_time (builder, "created_at", order->created_s);
  hall_wire_add_time (builder, "changed_at", order->changed_s);
  hall_wire_add_time (builder, "submitted_at", order->submitted_s);
  hall_wire_add_time (builder, "deadline_at", order->deadline_s);
  hall_wire_add_bool (builder, "practice", order->practice);
  add_actions (builder, order->actions);
  hall_wire_add_text (builder, "cursor", order->cursor);
  if (order->resubmitted)
    hall_wire_add_bool (builder, "resubmitted", TRUE);
  hall_wire_add_text (builder, "wanted_by", order->wanted_by);
  hall_wire_add_text (builder, "claimed_by", order->claimed_by);
  hall_wire_add_time (builder, "claim_expires_at", order->claim_expires_s);
  if (order->workdays_left != 0)
    hall_wire_add_int (builder, "workdays_left", order->workdays_left);
}

void
hall_wire_add_order_summary (JsonBuilder *builder, const HallOrder *order)
{
  json_builder_begin_object (builder);
  add_summary_members (builder, order);
  json_builder_end_object (builder);
}

void
hall_wire_add_sight (JsonBuilder *builder, const HallSight *sight)
{
  if (sight->form_revision > 0)
    hall_wire_add_int (builder, "form_revision", sight->form_revision);
  if (sight->seal_mm > 0)
    hall_wire_add_int (builder, "seal_mm", sight->seal_mm);
  hall_wire_add_place (builder, "seal_place", &sight->seal_place);
}

void
hall_wire_read_sight (HallJson *json, HallSight *sight)
{
  sight->form_revision = (guint) hall_json_optional_int (json, "form_revision", 0, 1000000, 0);
  sight->seal_mm = (guint) hall_json_optional_int (json, "seal_mm", 0, 1000, 0);
  hall_wire_read_place (json, "seal_place", &sight->seal_place);
}

static void
add_document (JsonBuilder *builder, const HallDocument *document, HallLang lang)
{
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "slot", document->slot);
  hall_wire_add_text (builder, "file_name", document->file_name);
  hall_wire_add_text (builder, "media_type", document->media_type);
  hall_wire_add_text (builder, "sha256", document->sha256);
  hall_wire_add_int (builder, "bytes", document->bytes);
  hall_wire_add_int (builder, "pages", document->pages);
  hall_wire_add_int (builder, "revision", document->revision);
  hall_wire_add_time (builder, "uploaded_at", document->uploaded_s);
  hall_wire_add_bool (builder, "current", document->current);
  json_builder_set_member_name (builder, "findings");
  hall_wire_add_findings (builder, document->findings, lang);
  hall_wire_add_sight (builder, &document->sight);
  json_builder_end_object (builder);
}

static void
add_timeline (JsonBuilder *builder, const HallOrder *order)
{
  json_builder_set_member_name (builder, "timeline");
  json_builder_begin_array (builder);
  for (guint i = 0; i < order->timeline->len; i++)
    {
      const HallTimelineStep *step = g_ptr_array_index (order->timeline, i);

      json_builder_begin_object (builder);
      hall_wire_add_time (builder, "at", step->at_s);
      hall_wire_add_text (builder, "event", hall_event_get_name (step->event));
      hall_wire_add_text (builder, "state", hall_state_get_name (step->state));
      hall_wire_add_text (builder, "actor", hall_actor_get_name (step->actor));
      hall_wire_add_text (builder, "who", step->who);
      hall_wire_add_text (builder, "note", step->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_payment (JsonBuilder *builder, const HallPaymentCode *payment)
{
  json_builder_set_member_name (builder, "payment_code");
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "id", payment->id);
  hall_wire_add_text (builder, "channel", hall_pay_channel_get_name (payment->channel));
  hall_wire_add_int (builder, "amount_fen", payment->amount_fen);
  hall_wire_add_text (builder, "qr", payment->qr);
  hall_wire_add_time (builder, "expires_at", payment->expires_s);
  hall_wire_add_bool (builder, "sandbox", payment->sandbox);
  json_builder_end_object (builder);
}

static void
add_pin (JsonBuilder *builder, const HallOrder *order)
{
  json_builder_set_member_name (builder, "pin");
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "way", order->pin->way == HALL_PIN_BY_SMS ? "sms" : "remark");
  hall_wire_add_text (builder, "recipient", hall_pin_recipient_get_name (order->pin->recipient));
  hall_wire_add_bool (builder, "for_person", order->pin->for_person);
  hall_wire_add_text (builder, "mode", hall_fin_auth_mode_get_name (order->pin->mode));
  hall_wire_add_time (builder, "sent_at", order->pin_sent_s);
  json_builder_end_object (builder);
}

static void
add_strings (JsonBuilder *builder, const char *member, char **texts)
{
  if (texts == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_certificate (JsonBuilder *builder, const HallOrder *order)
{
  json_builder_set_member_name (builder, "certificate");
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "serial", order->serial);
  hall_wire_add_text (builder, "valid_from", order->valid_from);
  hall_wire_add_text (builder, "valid_to", order->valid_to);
  json_builder_end_object (builder);
}

void
hall_wire_add_order (JsonBuilder *builder, const HallOrder *order, HallLang lang)
{
  json_builder_begin_object (builder);
  add_summary_members (builder, order);
  if (order->application != NULL)
    {
      json_builder_set_member_name (builder, "application");
      hall_wire_add_application (builder, order->application);
    }
  hall_wire_add_text (builder, "printed_hash", order->printed_hash);
  hall_wire_add_bool (builder, "changed_since_confirmed", order->changed_since_confirmed);
  json_builder_set_member_name (builder, "findings");
  hall_wire_add_findings (builder, order->findings, lang);
  json_builder_set_member_name (builder, "documents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < order->documents->len; i++)
    add_document (builder, g_ptr_array_index (order->documents, i), lang);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "returns");
  hall_wire_add_returns (builder, order->returns, lang);
  add_timeline (builder, order);
  if (order->payment != NULL)
    add_payment (builder, order->payment);
  if (order->auth != NULL)
    {
      json_builder_set_member_name (builder, "auth_link");
      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "url", order->auth->url);
      hall_wire_add_time (builder, "expires_at", order->auth->expires_s);
      json_builder_end_object (builder);
    }
  hall_wire_add_int (builder, "account_tries_left", order->account_tries_left);
  hall_wire_add_text (builder, "bank_reason", order->bank_reason);
  hall_wire_add_text (builder, "courier", order->courier);
  hall_wire_add_text (builder, "tracking_number", order->tracking_number);
  if (order->serial != NULL)
    add_certificate (builder, order);
  if (order->pin != NULL)
    add_pin (builder, order);
  add_strings (builder, "captures", order->captures);
  hall_wire_add_text (builder, "alternative_note", order->alternative_note);
  hall_wire_add_text (builder, "reviewed_by", order->reviewed_by);
  hall_wire_add_text (builder, "letter", order->letter);
  if (order->held_by != NULL)
    {
      hall_wire_add_text (builder, "held_by", order->held_by);
      hall_wire_add_text (builder, "held_event", hall_event_get_name (order->held_event));
      hall_wire_add_time (builder, "held_until", order->held_until_s);
    }
  json_builder_end_object (builder);
}

static void
read_certificate (HallJson *json, HallOrder *order)
{
  order->serial = g_strdup (hall_json_string (json, "serial"));
  order->valid_from = g_strdup (hall_json_string (json, "valid_from"));
  order->valid_to = g_strdup (hall_json_string (json, "valid_to"));
  hall_json_leave (json);
}

/* Names of a newer hall than this program knows must not stop it: they are left out. */
static HallActions
read_actions (HallJson *json)
{
  g_auto (GStrv) names = hall_json_optional_strings (json, "actions");
  HallActions actions = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      HallAction action = hall_action_from_name (names[i]);

      if (action < HALL_N_ACTIONS)
        actions |= HALL_ACTION_BIT (action);
    }
  return actions;
}

static HallState
read_state (HallJson *json)
{
  const char *name = hall_json_string (json, "state");
  HallState state = hall_state_from_name (name);

  if (state < HALL_N_STATES)
    return state;
  hall_json_fail (json, "state", "unknown state “%s”; please update this program", name);
  return HALL_STATE_DRAFT;
}

static void
read_summary_members (HallJson *json, HallOrder *order)
{
  const char *channel;

  order->project = g_strdup (hall_json_string (json, "project"));
  order->catalog = g_strdup (hall_json_optional_string (json, "catalog"));
  order->certificate_type = g_strdup (hall_json_optional_string (json, "certificate_type"));
  order->organisation = g_strdup (hall_json_optional_string (json, "organisation"));
  order->state = read_state (json);
  for (guint group = 0; group < HALL_N_SUBSTATES; group++)
    {
      const char *name = hall_json_optional_string (json, hall_substate_group_get_name (group));
      HallSubstate value = hall_substate_from_name (group, name);

      if (value < HALL_N_SUBSTATE_VALUES)
        order->sub[group] = value;
    }
  order->version = hall_json_int (json, "version", 0, G_MAXINT64);
  order->revision = (guint) hall_json_int (json, "revision", 0, 1000000);
  order->amount_fen = hall_json_int (json, "amount_fen", 0, G_MAXINT64);
  channel = hall_json_optional_string (json, "channel");
  if (channel != NULL && hall_pay_channel_from_name (channel) < HALL_N_PAY_CHANNELS)
    order->channel = (int) hall_pay_channel_from_name (channel);
  order->created_s = hall_wire_read_time (json, "created_at");
  order->changed_s = hall_wire_read_time (json, "changed_at");
  order->submitted_s = hall_wire_read_time (json, "submitted_at");
  order->deadline_s = hall_wire_read_time (json, "deadline_at");
  order->practice = hall_json_optional_bool (json, "practice", FALSE);
  order->actions = read_actions (json);
  order->cursor = g_strdup (hall_json_optional_string (json, "cursor"));
  order->resubmitted = hall_json_optional_bool (json, "resubmitted", FALSE);
  order->wanted_by = g_strdup (hall_json_optional_string (json, "wanted_by"));
  order->claimed_by = g_strdup (hall_json_optional_string (json, "claimed_by"));
  order->claim_expires_s = hall_wire_read_time (json, "claim_expires_at");
  order->workdays_left = (int) hall_json_optional_int (json, "workdays_left", -100000, 100000, 0);
}

/* Runs @read on each element of the list @member, if it is there. */
static void
read_each (HallJson *json,
           const char *member,
           HallOrder *order,
           void (*read) (HallJson *, HallOrder *))
{
  if (!hall_json_has (json, member) || !hall_json_enter (json, member))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read (json, order);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

static void
read_document (HallJson *json, HallOrder *order)
{
  HallDocument *document = hall_document_new (hall_json_string (json, "slot"));

  document->file_name = g_strdup (hall_json_string (json, "file_name"));
  document->media_type = g_strdup (hall_json_string (json, "media_type"));
  document->sha256 = g_strdup (hall_json_string (json, "sha256"));
  document->bytes = hall_json_int (json, "bytes", 0, G_MAXINT64);
  document->pages = (guint) hall_json_int (json, "pages", 0, 10000);
  document->revision = (guint) hall_json_int (json, "revision", 0, 1000000);
  document->uploaded_s = hall_wire_read_time (json, "uploaded_at");
  document->current = hall_json_bool (json, "current");
  g_ptr_array_unref (document->findings);
  document->findings = hall_wire_read_findings (json, "findings");
  hall_wire_read_sight (json, &document->sight);
  g_ptr_array_add (order->documents, document);
}

static void
read_step (HallJson *json, HallOrder *order)
{
  HallEvent event = hall_event_from_name (hall_json_string (json, "event"));
  HallActor actor = hall_actor_from_name (hall_json_string (json, "actor"));
  HallTimelineStep *step;

  if (event >= HALL_N_EVENTS || actor >= HALL_N_ACTORS)
    return;
  step = hall_timeline_step_new ();
  step->event = event;
  step->actor = actor;
  step->at_s = hall_wire_read_time (json, "at");
  step->state = read_state (json);
  step->who = g_strdup (hall_json_optional_string (json, "who"));
  step->note = g_strdup (hall_json_optional_string (json, "note"));
  g_ptr_array_add (order->timeline, step);
}

static void
read_payment (HallJson *json, HallOrder *order)
{
  HallPayChannel channel;

  if (!hall_json_has (json, "payment_code") || !hall_json_enter (json, "payment_code"))
    return;
  channel = hall_pay_channel_from_name (hall_json_string (json, "channel"));
  if (channel < HALL_N_PAY_CHANNELS)
    {
      order->payment = g_new0 (HallPaymentCode, 1);
      order->payment->channel = channel;
      order->payment->id = g_strdup (hall_json_string (json, "id"));
      order->payment->amount_fen = hall_json_int (json, "amount_fen", 0, G_MAXINT64);
      order->payment->qr = g_strdup (hall_json_string (json, "qr"));
      order->payment->expires_s = hall_wire_read_time (json, "expires_at");
      order->payment->sandbox = hall_json_bool (json, "sandbox");
    }
  hall_json_leave (json);
}

static void
read_auth_link (HallJson *json, HallOrder *order)
{
  if (!hall_json_has (json, "auth_link") || !hall_json_enter (json, "auth_link"))
    return;
  order->auth = g_new0 (HallAuthLink, 1);
  order->auth->url = g_strdup (hall_json_string (json, "url"));
  order->auth->expires_s = hall_wire_read_time (json, "expires_at");
  hall_json_leave (json);
}

static void
read_pin (HallJson *json, HallOrder *order)
{
  gboolean for_person;
  const char *mode;

  if (!hall_json_has (json, "pin") || !hall_json_enter (json, "pin"))
    return;
  for_person = hall_json_bool (json, "for_person");
  mode = hall_json_string (json, "mode");
  order->pin_sent_s = hall_wire_read_time (json, "sent_at");
  for (guint i = 0; i < HALL_N_FIN_AUTH_MODES && order->channel >= 0; i++)
    if (g_strcmp0 (mode, hall_fin_auth_mode_get_name (i)) == 0)
      order->pin = hall_pin_rule ((HallPayChannel) order->channel, for_person, i);
  hall_json_leave (json);
}

static void
read_detail (HallJson *json, HallOrder *order)
{
  if (!hall_json_enter (json, "application"))
    return;
  order->application = hall_wire_read_application (json);
  hall_json_leave (json);
  order->printed_hash = g_strdup (hall_json_optional_string (json, "printed_hash"));
  order->changed_since_confirmed = hall_json_optional_bool (json, "changed_since_confirmed", FALSE);
  g_ptr_array_unref (order->findings);
  order->findings = hall_wire_read_findings (json, "findings");
  read_each (json, "documents", order, read_document);
  g_ptr_array_unref (order->returns);
  order->returns = hall_wire_read_returns (json, "returns");
  read_each (json, "timeline", order, read_step);
  read_payment (json, order);
  read_auth_link (json, order);
  read_pin (json, order);
  order->account_tries_left =
      (guint) hall_json_optional_int (json, "account_tries_left", 0, 1000, 0);
  order->bank_reason = g_strdup (hall_json_optional_string (json, "bank_reason"));
  order->courier = g_strdup (hall_json_optional_string (json, "courier"));
  order->tracking_number = g_strdup (hall_json_optional_string (json, "tracking_number"));
  if (hall_json_has (json, "certificate") && hall_json_enter (json, "certificate"))
    read_certificate (json, order);
  if (hall_json_has (json, "captures"))
    order->captures = hall_json_optional_strings (json, "captures");
  order->alternative_note = g_strdup (hall_json_optional_string (json, "alternative_note"));
  order->reviewed_by = g_strdup (hall_json_optional_string (json, "reviewed_by"));
  order->letter = g_strdup (hall_json_optional_string (json, "letter"));
  order->held_by = g_strdup (hall_json_optional_string (json, "held_by"));
  order->held_event = hall_event_from_name (hall_json_optional_string (json, "held_event"));
  order->held_until_s = hall_wire_read_time (json, "held_until");
}

HallOrder *
hall_wire_read_order (HallJson *json)
{
  g_autoptr (HallOrder) order = hall_order_new (hall_json_string (json, "number"));

  read_summary_members (json, order);
  if (!hall_json_failed (json) && hall_json_has (json, "application"))
    read_detail (json, order);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&order);
}
