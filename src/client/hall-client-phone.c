/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-phone.h"

#include "hall-exchange.h"
#include "hall-path.h"

static void
phone_step_free (gpointer data)
{
  HallPhoneStep *step = data;

  g_free (step->id);
  g_free (step->label);
  g_free (step);
}

void
hall_phone_visit_free (HallPhoneVisit *self)
{
  g_free (self->state);
  g_free (self->consent_label);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static void
read_steps (HallJson *json, GPtrArray *steps)
{
  if (!hall_json_enter (json, "captures"))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        HallPhoneStep *step = g_new0 (HallPhoneStep, 1);

        step->id = g_strdup (hall_json_string (json, "id"));
        step->label = g_strdup (hall_json_string (json, "label"));
        step->done = hall_json_bool (json, "done");
        g_ptr_array_add (steps, step);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

static gpointer
read_visit (HallJson *json)
{
  g_autoptr (HallPhoneVisit) visit = g_new0 (HallPhoneVisit, 1);

  visit->steps = g_ptr_array_new_with_free_func (phone_step_free);
  visit->state = g_strdup (hall_json_string (json, "state"));
  if (hall_json_enter (json, "consent"))
    {
      visit->consent_label = g_strdup (hall_json_string (json, "label"));
      hall_json_leave (json);
    }
  read_steps (json, visit->steps);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&visit);
}

void
hall_client_get_phone_async (HallClient *self,
                             const char *url,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autofree char *token = g_path_get_basename (url);
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_PHONE, token, NULL));

  hall_exchange_set_anonymous (call);
  hall_exchange_read_json (call, read_visit, (GDestroyNotify) hall_phone_visit_free);
  hall_exchange_start (call, hall_client_get_phone_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_get_phone, HallPhoneVisit)
