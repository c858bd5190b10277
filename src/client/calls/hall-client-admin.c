/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-admin.h"

#include "hall-exchange.h"
#include "hall-wire-finding.h"

#define LEDGER_PAGE "100"

void
hall_staff_person_free (HallStaffPerson *self)
{
  g_free (self->name);
  g_free (self->full_name);
  g_free (self->password);
  g_free (self);
}

void
hall_catalog_row_free (HallCatalogRow *self)
{
  g_free (self->project);
  g_free (self->label);
  g_free (self->sha256);
  g_free (self->loaded_by);
  g_free (self);
}

void
hall_calendar_row_free (HallCalendarRow *self)
{
  g_clear_pointer (&self->year, hall_calendar_year_free);
  g_free (self->changed_by);
  g_free (self);
}

void
hall_claim_row_free (HallClaimRow *self)
{
  g_free (self->order);
  g_free (self->organisation);
  g_free (self->staff);
  g_free (self);
}

void
hall_ledger_row_free (HallLedgerRow *self)
{
  g_free (self->who);
  g_free (self->deed);
  g_free (self->subject);
  g_free (self->note);
  g_free (self);
}

/* What hall_json_string() wants is not empty; this may be. */
static char *
read_text (HallJson *json, const char *member)
{
  const char *text = hall_json_optional_string (json, member);

  return g_strdup (text != NULL ? text : "");
}

static void
read_roles (HallJson *json, HallStaffPerson *person)
{
  g_auto (GStrv) names = hall_json_optional_strings (json, "roles");

  for (guint i = 0; names[i] != NULL; i++)
    {
      HallActor actor = hall_actor_from_name (names[i]);

      if (actor < HALL_N_ACTORS)
        person->actors |= HALL_ACTOR_BIT (actor);
    }
}

static gpointer
read_person (HallJson *json)
{
  HallStaffPerson *person = g_new0 (HallStaffPerson, 1);

  person->name = g_strdup (hall_json_string (json, "name"));
  person->full_name = read_text (json, "full_name");
  read_roles (json, person);
  person->created_s = hall_wire_read_time (json, "created_at");
  person->disabled_s = hall_wire_read_time (json, "disabled_at");
  person->password_until_s = hall_wire_read_time (json, "password_until");
  person->password = g_strdup (hall_json_optional_string (json, "password"));
  return person;
}

static gpointer
read_catalog_row (HallJson *json)
{
  HallCatalogRow *row = g_new0 (HallCatalogRow, 1);

  row->project = g_strdup (hall_json_string (json, "project"));
  row->version = hall_json_int (json, "version", 1, G_MAXINT32);
  row->active = hall_json_bool (json, "active");
  row->label = g_strdup (hall_json_optional_string (json, "label"));
  row->sha256 = g_strdup (hall_json_string (json, "sha256"));
  row->loaded_by = read_text (json, "loaded_by");
  row->loaded_s = hall_wire_read_time (json, "loaded_at");
  return row;
}

static gpointer
read_calendar_row (HallJson *json)
{
  HallCalendarRow *row = g_new0 (HallCalendarRow, 1);

  row->year = g_new0 (HallCalendarYear, 1);
  row->year->year = (int) hall_json_int (json, "year", 1, G_MAXINT16);
  row->year->source = read_text (json, "source");
  row->year->holidays = hall_json_optional_strings (json, "holidays");
  row->year->workdays = hall_json_optional_strings (json, "workdays");
  row->changed_by = g_strdup (hall_json_optional_string (json, "changed_by"));
  row->changed_s = hall_wire_read_time (json, "changed_at");
  return row;
}

static gpointer
read_claim_row (HallJson *json)
{
  HallClaimRow *row = g_new0 (HallClaimRow, 1);

  row->order = g_strdup (hall_json_string (json, "order"));
  row->organisation = read_text (json, "organisation");
  row->staff = g_strdup (hall_json_string (json, "staff"));
  row->since_s = hall_wire_read_time (json, "since");
  row->expires_s = hall_wire_read_time (json, "expires_at");
  return row;
}

static gpointer
read_ledger_row (HallJson *json)
{
  HallLedgerRow *row = g_new0 (HallLedgerRow, 1);

  row->position = hall_json_int (json, "position", 1, G_MAXINT64);
  row->at_s = hall_wire_read_time (json, "at");
  row->who = read_text (json, "who");
  row->deed = read_text (json, "deed");
  row->subject = read_text (json, "subject");
  row->note = read_text (json, "note");
  return row;
}

static GPtrArray *
read_list (HallJson *json,
           const char *member,
           gpointer (*read) (HallJson *json),
           GDestroyNotify free_row)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  if (!hall_json_enter (json, member))
    return NULL;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        g_ptr_array_add (rows, read (json));
        hall_json_leave (json);
      }
  hall_json_leave (json);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&rows);
}

static gpointer
read_staff (HallJson *json)
{
  return read_list (json, "staff", read_person, (GDestroyNotify) hall_staff_person_free);
}

static gpointer
read_catalogs (HallJson *json)
{
  return read_list (json, "catalogs", read_catalog_row, (GDestroyNotify) hall_catalog_row_free);
}

static gpointer
read_calendar (HallJson *json)
{
  return read_list (json, "years", read_calendar_row, (GDestroyNotify) hall_calendar_row_free);
}

static gpointer
read_claims (HallJson *json)
{
  return read_list (json, "claims", read_claim_row, (GDestroyNotify) hall_claim_row_free);
}

static gpointer
read_ledger (HallJson *json)
{
  return read_list (json, "entries", read_ledger_row, (GDestroyNotify) hall_ledger_row_free);
}

static gpointer
read_statistics (HallJson *json)
{
  return hall_wire_read_statistics (json);
}

static void
read_rows (HallExchange *call, gpointer (*read) (HallJson *json))
{
  hall_exchange_read_json (call, read, (GDestroyNotify) g_ptr_array_unref);
}

void
hall_client_list_staff_async (HallClient *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_STAFF, NULL));

  read_rows (call, read_staff);
  hall_exchange_start (call, hall_client_list_staff_async, cancellable, callback, user_data);
}

static void
add_person (JsonBuilder *builder, const HallStaffPerson *person)
{
  hall_wire_add_text (builder, "full_name", person->full_name);
  json_builder_set_member_name (builder, "roles");
  json_builder_begin_array (builder);
  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    if ((person->actors & HALL_ACTOR_BIT (actor)) != 0)
      json_builder_add_string_value (builder, hall_actor_get_name (actor));
  json_builder_end_array (builder);
}

static void
read_one_person (HallExchange *call)
{
  hall_exchange_read_json (call, read_person, (GDestroyNotify) hall_staff_person_free);
}

void
hall_client_add_staff_async (HallClient *self,
                             const HallStaffPerson *person,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_STAFF, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "name", person->name);
  add_person (builder, person);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  hall_exchange_set_keyed (call, NULL);
  read_one_person (call);
  hall_exchange_start (call, hall_client_add_staff_async, cancellable, callback, user_data);
}

void
hall_client_change_staff_async (HallClient *self,
                                const HallStaffPerson *person,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT", hall_path_fill (HALL_PATH_STAFF_MEMBER, person->name, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_person (builder, person);
  hall_wire_add_bool (builder, "disabled", person->disabled_s != 0);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  read_one_person (call);
  hall_exchange_start (call, hall_client_change_staff_async, cancellable, callback, user_data);
}

void
hall_client_new_staff_password_async (HallClient *self,
                                      const char *name,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "POST", hall_path_fill (HALL_PATH_STAFF_PASSWORD, name, NULL));

  hall_exchange_set_keyed (call, NULL);
  read_one_person (call);
  hall_exchange_start (call, hall_client_new_staff_password_async, cancellable, callback,
                       user_data);
}

void
hall_client_list_catalogs_async (HallClient *self,
                                 GBytes *source,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, source != NULL ? "POST" : "GET",
                                          hall_path_fill (HALL_PATH_CATALOGS, NULL));

  if (source != NULL)
    {
      hall_exchange_set_body (call, "application/json", source);
      hall_exchange_set_repeatable (call);
    }
  read_rows (call, read_catalogs);
  hall_exchange_start (call, hall_client_list_catalogs_async, cancellable, callback, user_data);
}

void
hall_client_use_catalog_async (HallClient *self,
                               const char *project,
                               gint64 version,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT", hall_path_fill (HALL_PATH_CATALOG, project, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "version", version);
  json_builder_end_object (builder);
  hall_exchange_set_json (call, builder);
  read_rows (call, read_catalogs);
  hall_exchange_start (call, hall_client_use_catalog_async, cancellable, callback, user_data);
}

void
hall_client_get_calendar_async (HallClient *self,
                                const HallCalendarYear *year,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autofree char *name = year != NULL ? g_strdup_printf ("%d", year->year) : NULL;
  HallExchange *call =
      hall_exchange_new (self, year != NULL ? "PUT" : "GET",
                         year != NULL ? hall_path_fill (HALL_PATH_CALENDAR_YEAR, name, NULL)
                                      : hall_path_fill (HALL_PATH_CALENDAR, NULL));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (year != NULL)
    {
      json_builder_begin_object (builder);
      hall_calendar_year_write (year, builder);
      json_builder_end_object (builder);
      hall_exchange_set_json (call, builder);
    }
  read_rows (call, read_calendar);
  hall_exchange_start (call, hall_client_get_calendar_async, cancellable, callback, user_data);
}

void
hall_client_get_statistics_async (HallClient *self,
                                  guint days,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_STATISTICS, NULL));
  gint64 today = hall_statistics_day_of (hall_client_get_now_s (self));
  g_autofree char *from = hall_statistics_format_day (today - days + 1);
  g_autofree char *to = hall_statistics_format_day (today);

  hall_exchange_add_query (call, "from", from);
  hall_exchange_add_query (call, "to", to);
  hall_exchange_read_json (call, read_statistics, (GDestroyNotify) hall_statistics_free);
  hall_exchange_start (call, hall_client_get_statistics_async, cancellable, callback, user_data);
}

void
hall_client_list_claims_async (HallClient *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_CLAIMS, NULL));

  read_rows (call, read_claims);
  hall_exchange_start (call, hall_client_list_claims_async, cancellable, callback, user_data);
}

void
hall_client_list_ledger_async (HallClient *self,
                               gint64 before,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", hall_path_fill (HALL_PATH_LEDGER, NULL));
  g_autofree char *position = g_strdup_printf ("%" G_GINT64_FORMAT, before);

  hall_exchange_add_query (call, "before", before > 0 ? position : NULL);
  hall_exchange_add_query (call, "limit", LEDGER_PAGE);
  read_rows (call, read_ledger);
  hall_exchange_start (call, hall_client_list_ledger_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_list_staff, GPtrArray)
HALL_EXCHANGE_FINISH (hall_client_add_staff, HallStaffPerson)
HALL_EXCHANGE_FINISH (hall_client_change_staff, HallStaffPerson)
HALL_EXCHANGE_FINISH (hall_client_new_staff_password, HallStaffPerson)
HALL_EXCHANGE_FINISH (hall_client_list_catalogs, GPtrArray)
HALL_EXCHANGE_FINISH (hall_client_use_catalog, GPtrArray)
HALL_EXCHANGE_FINISH (hall_client_get_calendar, GPtrArray)
HALL_EXCHANGE_FINISH (hall_client_get_statistics, HallStatistics)
HALL_EXCHANGE_FINISH (hall_client_list_claims, GPtrArray)
HALL_EXCHANGE_FINISH (hall_client_list_ledger, GPtrArray)
