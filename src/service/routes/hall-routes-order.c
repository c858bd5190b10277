/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handler's orders: begin one, list them, look at one, fill it in.
 */
#include "hall-audit-store.h"
#include "hall-consent-store.h"
#include "hall-counter-store.h"
#include "hall-limits.h"
#include "hall-move.h"
#include "hall-record-list.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-view.h"
#include "hall-wire-application.h"
#include "hall-wire-finding.h"
#include "hall-wire-order.h"

static HallAnswer *
list_orders (HallContext *context, const HallRequest *request, GError **error)
{
  HallRecordQuery query = { .account = context->caller.account,
                            .cursor = hall_request_get_query (request, "cursor") };
  gint64 newest = hall_record_newest_change (context->db, query.account, error);
  g_autofree char *topic = hall_topic_of_account (query.account);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *next = NULL;
  HallAnswer *answer;

  if (newest < 0 || !hall_reply_read_limit (request, &query.limit, error))
    return NULL;
  if (hall_reply_is_known (request, newest))
    return hall_reply_not_modified (newest, topic);
  records = hall_record_list (context->db, &query, &next, error);
  if (records == NULL)
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "orders");
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (HallOrder) view = hall_view_summary (context, g_ptr_array_index (records, i));

      hall_wire_add_order_summary (builder, view);
    }
  json_builder_end_array (builder);
  hall_wire_add_text (builder, "next", next);
  json_builder_end_object (builder);
  answer = hall_answer_new_json (200, json_builder_get_root (builder));
  hall_answer_set_etag (answer, newest);
  return answer;
}

static HallAnswer *
get_order (HallContext *context, const HallRequest *request, GError **error)
{
  const char *number = hall_request_get_arg (request, 0);
  g_autofree char *topic = hall_topic_of_order (number);
  g_autoptr (HallRecord) glance = NULL;
  g_autoptr (HallCase) order = NULL;

  if (request->if_none_match != NULL)
    {
      glance = hall_context_glance_at_order (context, number, error);
      if (glance == NULL)
        return NULL;
      if (hall_reply_is_known (request, glance->version))
        return hall_reply_not_modified (glance->version, topic);
    }
  order = hall_case_load (context, number, error);
  return order != NULL ? hall_reply_order (context, order, 200, error) : NULL;
}

/* What a client says it has accepted: id -> SHA-256 of the text it showed. */
static GHashTable *
read_consents (HallJson *json)
{
  static const char *const members[] = { "id", "version", "sha256", NULL };
  GHashTable *given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!hall_json_enter (json, "consents"))
    return given;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        const char *id;
        const char *sha256;

        hall_json_expect (json, members);
        id = hall_json_string (json, "id");
        hall_json_string (json, "version");
        sha256 = hall_json_string (json, "sha256");
        if (id != NULL && sha256 != NULL)
          g_hash_table_insert (given, g_strdup (id), g_strdup (sha256));
        hall_json_leave (json);
      }
  hall_json_leave (json);
  return given;
}

/* Every text but the one for the phone must have been accepted as it is now. */
static gboolean
check_consents (HallContext *context, const HallCatalog *catalog, GHashTable *given, GError **error)
{
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  GError *own;

  for (guint i = 0; i < catalog->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (catalog->consents, i);
      const char *sha256 = g_hash_table_lookup (given, consent->id);
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;

      if (consent->scope == HALL_CONSENT_FACE || g_strcmp0 (sha256, consent->sha256) == 0)
        continue;
      hall_issue_set_label (&issue,
                            sha256 == NULL ? HALL_ISSUE_CONSENT_MISSING
                                           : HALL_ISSUE_CONSENT_OUTDATED,
                            &consent->label, NULL);
      g_ptr_array_add (findings, hall_finding_new (consent->id, &issue));
    }
  if (findings->len == 0)
    return TRUE;
  own = g_error_new_literal (HALL_ERROR, HALL_ERROR_INVALID,
                             hall_reply_say (context, "请先阅读并同意全部协议。",
                                             "Please read and accept every agreement first."));
  hall_error_set_findings (own, findings);
  g_propagate_error (error, own);
  return FALSE;
}

/* 20261122 and six digits that count the day's orders. */
static char *
new_number (HallContext *context, GError **error)
{
  g_autofree char *counter = NULL;
  GDate today;
  gint64 count;

  hall_date_in_china (context->now_s, &today);
  counter = g_strdup_printf ("orders-%04u%02u%02u", g_date_get_year (&today),
                             g_date_get_month (&today), g_date_get_day (&today));
  count = hall_counter_next (context->db, counter, error);
  return count > 0 ? g_strdup_printf ("%s%06" G_GINT64_FORMAT, counter + strlen ("orders-"), count)
                   : NULL;
}

static gboolean
keep_consents (HallContext *context, const HallCatalog *catalog, const char *number, GError **error)
{
  HallConsentGiver giver = { context->caller.account, number, context->address, context->agent,
                             context->now_s };

  for (guint i = 0; i < catalog->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (catalog->consents, i);

      if (consent->scope != HALL_CONSENT_FACE
          && !hall_consent_store_add (context->db, consent, &giver, error))
        return FALSE;
    }
  return TRUE;
}

static HallRecord *
insert_order (HallContext *context,
              const HallCatalog *catalog,
              const HallCertificateType *type,
              GError **error)
{
  g_autofree char *number = new_number (context, error);
  g_autoptr (HallRecord) record = hall_record_new (number);
  HallAuditEntry entry = { .at_s = context->now_s,
                           .actor = hall_actor_get_name (HALL_ACTOR_HANDLER),
                           .who = context->caller.account,
                           .event = hall_event_get_name (HALL_EVENT_CREATE),
                           .version = 1 };

  if (number == NULL
      || !hall_state_begin (context->caller.actors, HALL_FACT_CONSENTED, context->lang,
                            &record->state, error))
    return NULL;
  hall_record_set (record, account, context->caller.account);
  hall_record_set (record, project, catalog->id);
  hall_record_set (record, certificate_type, type->id);
  record->catalog_version = hall_setup_get_version (context->setup, catalog->id);
  record->application = hall_application_new (catalog->id, type->id);
  record->amount_fen = type->amount_fen;
  record->created_s = context->now_s;
  record->changed_s = context->now_s;
  record->change_number = hall_counter_next (context->db, "changes", error);
  if (record->change_number == 0
      || !hall_record_insert (context->db, context->setup->vault, record, error)
      || !keep_consents (context, catalog, number, error)
      || !hall_audit_append (context->db, record, &entry, error)
      || !hall_record_save_audit (context->db, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

static HallAnswer *
create_order (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "project", "certificate_type", "consents", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (GHashTable) given = NULL;
  g_autoptr (HallCase) order = NULL;
  const HallCertificateType *type;
  HallCatalog *catalog;
  HallRecord *record;
  const char *project;
  const char *type_id;
  HallAnswer *answer;

  hall_json_expect (json, members);
  project = hall_json_string (json, "project");
  type_id = hall_json_optional_string (json, "certificate_type");
  given = read_consents (json);
  if (!hall_json_finish (json, error))
    return NULL;
  catalog = hall_setup_find_catalog (context->setup, project);
  if (catalog == NULL)
    {
      hall_reply_set_field_error (error, context, "project", HALL_ISSUE_UNKNOWN_PROJECT, project);
      return NULL;
    }
  type = type_id != NULL ? hall_catalog_find_type (catalog, type_id)
                         : g_ptr_array_index (catalog->types, 0);
  if (type == NULL)
    {
      hall_reply_set_field_error (error, context, "certificate_type", HALL_ISSUE_UNKNOWN_TYPE,
                                  type_id);
      return NULL;
    }
  if (!check_consents (context, catalog, given, error))
    return NULL;
  record = insert_order (context, catalog, type, error);
  order = record != NULL ? hall_case_open (context, record, error) : NULL;
  answer = order != NULL ? hall_reply_order (context, order, 201, error) : NULL;
  if (answer == NULL)
    return NULL;
  answer->location = hall_path_fill (HALL_PATH_ORDER, record->number, NULL);
  hall_context_wake_order (context, record);
  return answer;
}

static void
add_finding (GPtrArray *findings, const char *where, HallIssueCode code, const char *arg)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, code, arg, NULL);
  g_ptr_array_add (findings, hall_finding_new (where, &issue));
}

static gboolean
is_same_at (const HallApplication *a, const HallApplication *b, const char *id)
{
  return g_str_equal (hall_application_get (a, id), hall_application_get (b, id))
         && hall_application_is_confirmed (a, id) == hall_application_is_confirmed (b, id);
}

/* Fields that differ and may not: a GHashTable of ids that stand in either application. */
static void
check_changes (const HallCase *order, const HallApplication *wanted, GPtrArray *findings)
{
  const HallApplication *now = order->record->application;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *tables[] = { now->values, wanted->values, wanted->confirmed };
  g_autoptr (GList) sorted = NULL;
  GHashTableIter iter;
  gpointer id;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_hash_table_iter_init (&iter, tables[i]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (ids, id);
    }
  sorted = g_list_sort (g_hash_table_get_keys (ids), (GCompareFunc) strcmp);
  for (GList *l = sorted; l != NULL; l = l->next)
    {
      const HallField *field = hall_catalog_find_field (order->catalog, l->data);

      if (field == NULL)
        add_finding (findings, l->data, HALL_ISSUE_UNKNOWN_FIELD, l->data);
      else if (!is_same_at (now, wanted, l->data) && !hall_case_is_field_open (order, field))
        add_finding (findings, l->data, HALL_ISSUE_FIELD_LOCKED, NULL);
    }
}

/* Project and certificate type: the type can change while nothing is printed. */
static void
check_type (const HallCase *order, const HallApplication *wanted, GPtrArray *findings)
{
  const HallRecord *record = order->record;

  if (g_strcmp0 (wanted->project, record->project) != 0)
    add_finding (findings, "project", HALL_ISSUE_UNKNOWN_PROJECT, wanted->project);
  if (g_strcmp0 (wanted->certificate_type, record->certificate_type) == 0)
    return;
  if (hall_catalog_find_type (order->catalog, wanted->certificate_type) == NULL)
    add_finding (findings, "certificate_type", HALL_ISSUE_UNKNOWN_TYPE, wanted->certificate_type);
  else if (record->state != HALL_STATE_DRAFT)
    add_finding (findings, "certificate_type", HALL_ISSUE_FIELD_LOCKED, NULL);
}

static gboolean
may_edit (HallContext *context, const HallCase *order, GError **error)
{
  HallState state = order->record->state;

  if (state == HALL_STATE_DRAFT || state == HALL_STATE_REJECTED || state == HALL_STATE_ACCEPTED)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT,
               hall_reply_say (context, "业务单当前状态为“%s”，不能修改信息。",
                               "The order's state is “%s”; its data cannot be changed now."),
               hall_state_get_label (state, context->lang));
  return FALSE;
}

/* Puts the new application in the place of the old one. */
static void
take_application (HallCase *order, HallApplication *wanted)
{
  HallRecord *record = order->record;

  hall_application_free (record->application);
  record->application = wanted;
  hall_record_set (record, certificate_type, wanted->certificate_type);
  order->type = hall_catalog_find_type (order->catalog, wanted->certificate_type);
  if (record->state == HALL_STATE_DRAFT)
    record->amount_fen = order->type->amount_fen;
  hall_record_set (record, organisation,
                   hall_application_get_role (wanted, order->catalog,
                                              HALL_FIELD_ROLE_ORGANISATION_NAME));
}

static gboolean
save_application (HallContext *context, HallCase *order, GError **error)
{
  hall_case_check_fields (order, context);
  if (order->record->state == HALL_STATE_DRAFT)
    return hall_move_save_draft (context, order, error);
  return hall_move_touch (context, order, HALL_ACTOR_HANDLER, "edit", NULL, error);
}

static HallAnswer *
put_application (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_autoptr (HallApplication) wanted = hall_wire_read_application (json);
  g_autoptr (HallCase) order = NULL;
  g_autoptr (GPtrArray) findings = hall_findings_new ();

  if (!hall_json_finish (json, error))
    return NULL;
  order = hall_case_load (context, hall_request_get_arg (request, 0), error);
  if (order == NULL || !hall_reply_check_match (context, request, order->record, error)
      || !may_edit (context, order, error))
    return NULL;
  hall_application_tidy (wanted, order->catalog);
  check_type (order, wanted, findings);
  check_changes (order, wanted, findings);
  if (findings->len > 0)
    {
      GError *own = g_error_new_literal (
          HALL_ERROR, HALL_ERROR_INVALID,
          hall_reply_say (context, "有内容不能保存，请查看标出的各项。",
                          "Something cannot be saved; see the places marked."));

      hall_error_set_findings (own, findings);
      g_propagate_error (error, own);
      return NULL;
    }
  if (!hall_application_equal (wanted, order->record->application))
    {
      take_application (order, g_steal_pointer (&wanted));
      if (!save_application (context, order, error))
        return NULL;
    }
  return hall_reply_order (context, order, 200, error);
}

#define HANDLER HALL_ACTOR_BIT (HALL_ACTOR_HANDLER)

const HallRoute hall_routes_order[] = {
  { "GET", HALL_PATH_ORDERS, HANDLER, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, list_orders, NULL },
  { "POST", HALL_PATH_ORDERS, HANDLER, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_IDEMPOTENT, create_order, NULL },
  { "GET", HALL_PATH_ORDER, HANDLER | HALL_ACTORS_STAFF, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN,
    get_order, NULL },
  { "PUT", HALL_PATH_APPLICATION, HANDLER, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_NEEDS_MATCH, put_application, NULL },
  { NULL },
};
