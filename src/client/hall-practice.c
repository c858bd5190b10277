/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-practice.h"

#include "hall-state.h"
#include "hall-wire-finding.h"

void
hall_message_free (HallMessage *self)
{
  g_free (self->to);
  g_free (self->text);
  g_free (self->order);
  g_free (self);
}

HallMessage *
hall_message_copy (const HallMessage *self)
{
  HallMessage *copy = g_memdup2 (self, sizeof *self);

  copy->to = g_strdup (self->to);
  copy->text = g_strdup (self->text);
  copy->order = g_strdup (self->order);
  return copy;
}

void
hall_messages_free (HallMessages *self)
{
  g_ptr_array_unref (self->messages);
  g_free (self->etag);
  g_free (self);
}

static gpointer
read_message (HallJson *json)
{
  HallMessage *message = g_new0 (HallMessage, 1);

  message->id = hall_json_int (json, "id", 0, G_MAXINT64);
  message->kind = g_strcmp0 (hall_json_string (json, "kind"), "bank-remark") == 0
                      ? HALL_MESSAGE_BANK_REMARK
                      : HALL_MESSAGE_SMS;
  message->to = g_strdup (hall_json_string (json, "to"));
  message->text = g_strdup (hall_json_string (json, "text"));
  message->amount_fen = hall_json_optional_int (json, "amount_fen", 0, G_MAXINT64, 0);
  message->order = g_strdup (hall_json_optional_string (json, "order"));
  message->at_s = hall_wire_read_time (json, "at");
  return message;
}

static void
practice_staff_free (gpointer data)
{
  HallPracticeStaff *self = data;

  g_free (self->name);
  g_free (self->password);
  g_free (self);
}

static gpointer
read_staff (HallJson *json)
{
  HallPracticeStaff *staff = g_new0 (HallPracticeStaff, 1);
  g_auto (GStrv) roles = hall_json_optional_strings (json, "roles");

  staff->name = g_strdup (hall_json_string (json, "name"));
  staff->password = g_strdup (hall_json_string (json, "password"));
  for (guint i = 0; roles[i] != NULL; i++)
    if (hall_actor_from_name (roles[i]) < HALL_N_ACTORS)
      staff->actors |= HALL_ACTOR_BIT (hall_actor_from_name (roles[i]));
  return staff;
}

static void
read_each (HallJson *json, const char *member, GPtrArray *to, gpointer (*read) (HallJson *json))
{
  if (!hall_json_enter (json, member))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        g_ptr_array_add (to, read (json));
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

HallMessages *
hall_messages_read (HallJson *json)
{
  g_autoptr (HallMessages) messages = g_new0 (HallMessages, 1);

  messages->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_message_free);
  read_each (json, "messages", messages->messages, read_message);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&messages);
}

HallPracticeSettings *
hall_practice_settings_read (HallJson *json)
{
  g_autoptr (HallPracticeSettings) settings = g_new0 (HallPracticeSettings, 1);

  settings->staff = g_ptr_array_new_with_free_func (practice_staff_free);
  settings->two_person_rule = hall_json_bool (json, "two_person_rule");
  read_each (json, "staff", settings->staff, read_staff);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&settings);
}

void
hall_practice_settings_free (HallPracticeSettings *self)
{
  g_ptr_array_unref (self->staff);
  g_free (self);
}

HallCashierBill *
hall_cashier_bill_read (HallJson *json)
{
  g_autoptr (HallCashierBill) bill = g_new0 (HallCashierBill, 1);

  bill->state = g_strdup (hall_json_string (json, "state"));
  bill->order = g_strdup (hall_json_string (json, "order"));
  bill->amount_fen = hall_json_int (json, "amount_fen", 0, G_MAXINT64);
  bill->expires_s = hall_wire_read_time (json, "expires_at");
  return hall_json_failed (json) ? NULL : g_steal_pointer (&bill);
}

void
hall_cashier_bill_free (HallCashierBill *self)
{
  g_free (self->state);
  g_free (self->order);
  g_free (self);
}
