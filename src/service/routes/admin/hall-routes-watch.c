/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What administrators and auditors look at: statistics, who has which order on the desk, what was
 * done to the hall.
 */
#include "hall-claim-store.h"
#include "hall-ledger-store.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-statistics-store.h"
#include "hall-wire-finding.h"

#define ADMINISTRATOR HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)
#define WATCHERS      (ADMINISTRATOR | HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR))
#define USUAL_DAYS    30

static gboolean
read_day (const HallRequest *request, const char *name, gint64 missing, gint64 *day, GError **error)
{
  const char *text = hall_request_get_query (request, name);

  *day = text != NULL ? hall_statistics_parse_day (text) : missing;
  if (*day >= 0)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s: “%s” is no day", name, text);
  return FALSE;
}

static HallAnswer *
get_statistics (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (HallStatistics) statistics = NULL;
  gint64 from, to;

  if (!read_day (request, "to", hall_statistics_day_of (context->now_s), &to, error)
      || !read_day (request, "from", MAX (to - USUAL_DAYS + 1, 0), &from, error))
    return NULL;
  if (from > to || to - from >= HALL_STATISTICS_MAX_DAYS)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
                   hall_reply_say (context, "请选择不超过 %d 天的日期范围。",
                                   "Choose from one to %d days."),
                   HALL_STATISTICS_MAX_DAYS);
      return NULL;
    }
  statistics = hall_statistics_store_get (context->db, from, to, context->now_s, error);
  if (statistics == NULL)
    return NULL;
  hall_wire_add_statistics (builder, statistics);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static HallAnswer *
get_claims (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (GPtrArray) claims = hall_claim_list (context->db, context->now_s, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (claims == NULL)
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claims->len; i++)
    {
      const HallClaimedOrder *claim = g_ptr_array_index (claims, i);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "order", claim->order);
      hall_wire_add_text (builder, "organisation", claim->organisation);
      hall_wire_add_text (builder, "staff", claim->staff);
      hall_wire_add_time (builder, "since", claim->since_s);
      hall_wire_add_time (builder, "expires_at", claim->expires_s);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static void
add_entry (const HallLedgerEntry *entry, gpointer data)
{
  JsonBuilder *builder = data;

  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "position", entry->position);
  hall_wire_add_time (builder, "at", entry->at_s);
  hall_wire_add_text (builder, "who", entry->who);
  hall_wire_add_text (builder, "deed", entry->deed);
  hall_wire_add_text (builder, "subject", entry->subject);
  hall_wire_add_text (builder, "note", entry->note);
  hall_wire_add_text (builder, "hash", entry->hash);
  json_builder_end_object (builder);
}

static HallAnswer *
get_ledger (HallContext *context, const HallRequest *request, GError **error)
{
  const char *text = hall_request_get_query (request, "before");
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint64 before = 0;
  guint limit;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &before, NULL))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "before: “%s” is no position", text);
      return NULL;
    }
  if (!hall_reply_read_limit (request, &limit, error))
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  if (!hall_ledger_list (context->db, (gint64) before, limit, add_entry, builder, error))
    return NULL;
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

const HallRoute hall_routes_watch[] = {
  { "GET", HALL_PATH_STATISTICS, WATCHERS, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_statistics,
    NULL },
  { "GET", HALL_PATH_CLAIMS, ADMINISTRATOR, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_claims, NULL },
  { "GET", HALL_PATH_LEDGER, WATCHERS, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_ledger, NULL },
  { NULL },
};
