/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-second-look.h"

#include "hall-exchange.h"

static const char *const kind_names[] = {
  [HALL_SEEN_IN_PROCESS] = "in-process",
  [HALL_SEEN_FILE] = "same-file",
  [HALL_SEEN_ACCOUNT] = "same-account",
};

static void
change_free (gpointer data)
{
  HallFieldChange *change = data;

  g_free (change->field);
  g_free (change->before);
  g_free (change);
}

static void
seen_free (gpointer data)
{
  HallSeen *seen = data;

  g_free (seen->number);
  g_free (seen->organisation);
  g_free (seen->slot);
  g_free (seen);
}

void
hall_second_look_free (HallSecondLook *self)
{
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->seen);
  g_free (self);
}

static void
read_change (HallJson *json, GPtrArray *list)
{
  HallFieldChange *change = g_new0 (HallFieldChange, 1);

  change->field = g_strdup (hall_json_string (json, "field"));
  change->before = g_strdup (hall_json_string (json, "before"));
  g_ptr_array_add (list, change);
}

/* A kind that a newer hall knows is left out. */
static void
read_seen (HallJson *json, GPtrArray *list)
{
  const char *kind = hall_json_string (json, "kind");
  HallSeen *seen;

  for (HallSeenKind i = 0; i < HALL_N_SEEN; i++)
    if (g_strcmp0 (kind, kind_names[i]) == 0)
      {
        seen = g_new0 (HallSeen, 1);
        seen->kind = i;
        seen->number = g_strdup (hall_json_string (json, "order"));
        seen->organisation = g_strdup (hall_json_string (json, "organisation"));
        seen->state = hall_state_from_name (hall_json_string (json, "state"));
        seen->slot = g_strdup (hall_json_optional_string (json, "document"));
        g_ptr_array_add (list, seen);
      }
}

static void
read_list (HallJson *json,
           const char *name,
           void (*read) (HallJson *json, GPtrArray *list),
           GPtrArray *list)
{
  if (!hall_json_enter (json, name))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read (json, list);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

static gpointer
read_look (HallJson *json)
{
  g_autoptr (HallSecondLook) self = g_new0 (HallSecondLook, 1);
  g_auto (GStrv) slots = NULL;

  self->fields = g_ptr_array_new_with_free_func (change_free);
  self->slots = g_ptr_array_new_with_free_func (g_free);
  self->seen = g_ptr_array_new_with_free_func (seen_free);
  if (hall_json_enter (json, "changes"))
    {
      read_list (json, "fields", read_change, self->fields);
      slots = hall_json_optional_strings (json, "documents");
      for (char **slot = slots; slot != NULL && *slot != NULL; slot++)
        g_ptr_array_add (self->slots, g_strdup (*slot));
      hall_json_leave (json);
    }
  read_list (json, "duplicates", read_seen, self->seen);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&self);
}

const char *
hall_second_look_find_before (const HallSecondLook *self, const char *field)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const HallFieldChange *change = g_ptr_array_index (self->fields, i);

      if (g_strcmp0 (change->field, field) == 0)
        return change->before;
    }
  return NULL;
}

gboolean
hall_second_look_has_slot (const HallSecondLook *self, const char *slot)
{
  return g_ptr_array_find_with_equal_func (self->slots, slot, g_str_equal, NULL);
}

void
hall_client_take_second_look_async (HallClient *self,
                                    const char *number,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_SECOND_LOOK, number, NULL));

  hall_exchange_read_json (call, read_look, (GDestroyNotify) hall_second_look_free);
  hall_exchange_start (call, hall_client_take_second_look_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_take_second_look, HallSecondLook)
