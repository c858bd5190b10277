/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-audit-store.h"

#include "hall-error.h"
#include "hall-json.h"
#include "hall-wire-finding.h"

static const char SQL_APPEND[] =
    "INSERT INTO audit (order_number, position, at_s, actor, who, event, state, version, "
    "revision, note, data_hash, previous, hash) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
static const char SQL_EACH[] =
    "SELECT position, at_s, actor, who, event, state, version, revision, note, data_hash, "
    "previous, hash FROM audit WHERE order_number = $1 ORDER BY position";
static const char SQL_ORDERS[] =
    "SELECT number, audit_count, audit_head FROM orders ORDER BY number";
static const char SQL_STRAYS[] =
    "SELECT DISTINCT order_number FROM audit WHERE order_number NOT IN "
    "(SELECT number FROM orders)";

/* SHA-256 of the canonical JSON of the entry without its own hash. */
static char *
hash_entry (const char *order, const HallAuditEntry *entry)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "order", order);
  hall_wire_add_int (builder, "position", entry->position);
  hall_wire_add_int (builder, "at", entry->at_s);
  hall_wire_add_text (builder, "actor", entry->actor);
  hall_wire_add_text (builder, "who", entry->who);
  hall_wire_add_text (builder, "event", entry->event);
  hall_wire_add_text (builder, "state", entry->state);
  hall_wire_add_int (builder, "version", entry->version);
  hall_wire_add_int (builder, "revision", entry->revision);
  hall_wire_add_text (builder, "note", entry->note);
  hall_wire_add_text (builder, "data", entry->data_hash);
  hall_wire_add_text (builder, "previous", entry->previous);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = hall_json_canonical (root);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
bind_entry (HallStmt *stmt, const char *order, const HallAuditEntry *entry)
{
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, entry->position);
  hall_stmt_bind_int (stmt, 3, entry->at_s);
  hall_stmt_bind_text (stmt, 4, entry->actor);
  hall_stmt_bind_text (stmt, 5, entry->who);
  hall_stmt_bind_text (stmt, 6, entry->event);
  hall_stmt_bind_text (stmt, 7, entry->state);
  hall_stmt_bind_int (stmt, 8, entry->version);
  hall_stmt_bind_int (stmt, 9, entry->revision);
  hall_stmt_bind_text (stmt, 10, entry->note);
  hall_stmt_bind_text (stmt, 11, entry->data_hash);
  hall_stmt_bind_text (stmt, 12, entry->previous);
  hall_stmt_bind_text (stmt, 13, entry->hash);
}

gboolean
hall_audit_append (HallDb *db, HallRecord *record, HallAuditEntry *entry, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_APPEND, error);
  g_autofree char *data_hash = hall_application_hash_all (record->application);
  g_autofree char *hash = NULL;

  if (stmt == NULL)
    return FALSE;
  entry->position = record->audit_count + 1;
  entry->state = hall_state_get_name (record->state);
  entry->revision = record->revision;
  entry->data_hash = data_hash;
  entry->previous = record->audit_head;
  if (entry->who == NULL)
    entry->who = "";
  if (entry->note == NULL)
    entry->note = "";
  hash = hash_entry (record->number, entry);
  entry->hash = hash;
  bind_entry (stmt, record->number, entry);
  if (!hall_stmt_run (stmt, error))
    return FALSE;
  record->audit_count++;
  hall_record_set (record, audit_head, hash);
  return TRUE;
}

static void
read_entry (HallStmt *stmt, HallAuditEntry *entry)
{
  entry->position = hall_stmt_get_int (stmt, 0);
  entry->at_s = hall_stmt_get_int (stmt, 1);
  entry->actor = hall_stmt_get_text (stmt, 2);
  entry->who = hall_stmt_get_text (stmt, 3);
  entry->event = hall_stmt_get_text (stmt, 4);
  entry->state = hall_stmt_get_text (stmt, 5);
  entry->version = hall_stmt_get_int (stmt, 6);
  entry->revision = hall_stmt_get_int (stmt, 7);
  entry->note = hall_stmt_get_text (stmt, 8);
  entry->data_hash = hall_stmt_get_text (stmt, 9);
  entry->previous = hall_stmt_get_text (stmt, 10);
  entry->hash = hall_stmt_get_text (stmt, 11);
}

gboolean
hall_audit_each (HallDb *db, const char *order, HallAuditFunc each, gpointer data, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_EACH, error);
  HallStep step = HALL_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallAuditEntry entry;

      read_entry (stmt, &entry);
      each (&entry, data);
    }
  return step == HALL_STEP_DONE;
}

typedef struct
{
  const char *order;
  gint64 position;
  char *head;
  char *trouble; /* the first thing wrong */
} Chain;

static void
check_entry (const HallAuditEntry *entry, gpointer data)
{
  Chain *chain = data;
  g_autofree char *hash = hash_entry (chain->order, entry);

  chain->position++;
  if (chain->trouble == NULL && entry->position != chain->position)
    chain->trouble = g_strdup_printf ("entry %" G_GINT64_FORMAT " is missing", chain->position);
  if (chain->trouble == NULL && g_strcmp0 (entry->previous, chain->head) != 0)
    chain->trouble = g_strdup_printf ("entry %" G_GINT64_FORMAT " does not follow the one before",
                                      entry->position);
  if (chain->trouble == NULL && g_strcmp0 (entry->hash, hash) != 0)
    chain->trouble =
        g_strdup_printf ("entry %" G_GINT64_FORMAT " has been altered", entry->position);
  g_free (chain->head);
  chain->head = g_strdup (entry->hash);
}

static gboolean
verify_order (HallDb *db,
              const char *order,
              gint64 count,
              const char *head,
              HallAuditReport *report,
              GError **error)
{
  Chain chain = { order, 0, g_strdup (""), NULL };
  gboolean read = hall_audit_each (db, order, check_entry, &chain, error);

  if (chain.trouble == NULL && (chain.position != count || g_strcmp0 (chain.head, head) != 0))
    chain.trouble = g_strdup_printf ("the chain ends at entry %" G_GINT64_FORMAT
                                     ", the order says %" G_GINT64_FORMAT,
                                     chain.position, count);
  report->orders++;
  report->entries += (guint) chain.position;
  if (chain.trouble != NULL)
    {
      report->broken++;
      g_ptr_array_add (report->lines, g_strdup_printf ("%s: %s", order, chain.trouble));
    }
  g_free (chain.head);
  g_free (chain.trouble);
  return read;
}

/* Entries of an order that is not there any more: somebody removed the order. */
static gboolean
find_strays (HallDb *db, HallAuditReport *report, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_STRAYS, error);
  HallStep step = HALL_STEP_FAILED;

  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      report->broken++;
      g_ptr_array_add (report->lines,
                       g_strdup_printf ("%s: the order is gone", hall_stmt_get_text (stmt, 0)));
    }
  return step == HALL_STEP_DONE;
}

gboolean
hall_audit_verify (HallDb *db, HallAuditReport *report, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ORDERS, error);
  HallStep step = HALL_STEP_FAILED;

  report->lines = g_ptr_array_new_with_free_func (g_free);
  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    if (!verify_order (db, hall_stmt_get_text (stmt, 0), hall_stmt_get_int (stmt, 1),
                       hall_stmt_get_text (stmt, 2), report, error))
      return FALSE;
  return step == HALL_STEP_DONE && find_strays (db, report, error);
}

void
hall_audit_report_clear (HallAuditReport *report)
{
  g_clear_pointer (&report->lines, g_ptr_array_unref);
}
