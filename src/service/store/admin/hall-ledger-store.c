/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-ledger-store.h"

#include "hall-counter-store.h"
#include "hall-error.h"
#include "hall-json.h"
#include "hall-wire-finding.h"

/* Kept beside the chain, so that an entry cut off at the end is missed. */
#define COUNT "ledger"
#define HEAD  "ledger-head"

static const char SQL_APPEND[] =
    "INSERT INTO ledger (position, at_s, who, deed, subject, note, previous, hash) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
static const char SQL_LIST[] =
    "SELECT position, at_s, who, deed, subject, note, previous, hash FROM ledger "
    "WHERE position < $1 ORDER BY position DESC LIMIT $2";
static const char SQL_ALL[] =
    "SELECT position, at_s, who, deed, subject, note, previous, hash FROM ledger "
    "ORDER BY position";

static char *
hash_entry (const HallLedgerEntry *entry)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "position", entry->position);
  hall_wire_add_int (builder, "at", entry->at_s);
  hall_wire_add_text (builder, "who", entry->who);
  hall_wire_add_text (builder, "deed", entry->deed);
  hall_wire_add_text (builder, "subject", entry->subject);
  hall_wire_add_text (builder, "note", entry->note);
  hall_wire_add_text (builder, "previous", entry->previous);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = hall_json_canonical (root);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
insert (HallDb *db, const HallLedgerEntry *entry, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_APPEND, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, entry->position);
  hall_stmt_bind_int (stmt, 2, entry->at_s);
  hall_stmt_bind_text (stmt, 3, entry->who);
  hall_stmt_bind_text (stmt, 4, entry->deed);
  hall_stmt_bind_text (stmt, 5, entry->subject);
  hall_stmt_bind_text (stmt, 6, entry->note);
  hall_stmt_bind_text (stmt, 7, entry->previous);
  hall_stmt_bind_text (stmt, 8, entry->hash);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_ledger_append (HallDb *db,
                    HallDeed deed,
                    const char *who,
                    const char *subject,
                    const char *note,
                    gint64 now_s,
                    GError **error)
{
  g_autofree char *head = hall_setting_get (db, HEAD, "", error);
  g_autofree char *hash = NULL;
  HallLedgerEntry entry = { .at_s = now_s,
                            .who = who,
                            .deed = hall_deed_get_name (deed),
                            .subject = subject,
                            .note = note != NULL ? note : "",
                            .previous = head };

  if (head == NULL)
    return FALSE;
  entry.position = hall_counter_next (db, COUNT, error);
  if (entry.position == 0)
    return FALSE;
  hash = hash_entry (&entry);
  entry.hash = hash;
  return insert (db, &entry, error) && hall_setting_set (db, HEAD, hash, error);
}

static void
read_entry (HallStmt *stmt, HallLedgerEntry *entry)
{
  entry->position = hall_stmt_get_int (stmt, 0);
  entry->at_s = hall_stmt_get_int (stmt, 1);
  entry->who = hall_stmt_get_text (stmt, 2);
  entry->deed = hall_stmt_get_text (stmt, 3);
  entry->subject = hall_stmt_get_text (stmt, 4);
  entry->note = hall_stmt_get_text (stmt, 5);
  entry->previous = hall_stmt_get_text (stmt, 6);
  entry->hash = hall_stmt_get_text (stmt, 7);
}

gboolean
hall_ledger_list (
    HallDb *db, gint64 before, guint limit, HallLedgerFunc each, gpointer data, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  HallStep step = HALL_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, before > 0 ? before : G_MAXINT64);
  hall_stmt_bind_int (stmt, 2, limit);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallLedgerEntry entry;

      read_entry (stmt, &entry);
      each (&entry, data);
    }
  return step == HALL_STEP_DONE;
}

/* (transfer full) (nullable): what is wrong with an entry that should follow @position and @head */
static char *
check_entry (const HallLedgerEntry *entry, gint64 position, const char *head)
{
  g_autofree char *hash = hash_entry (entry);

  if (entry->position != position + 1)
    return g_strdup_printf ("entry %" G_GINT64_FORMAT " is missing", position + 1);
  if (g_strcmp0 (entry->previous, head) != 0)
    return g_strdup_printf ("entry %" G_GINT64_FORMAT " does not follow the one before",
                            entry->position);
  if (g_strcmp0 (entry->hash, hash) != 0)
    return g_strdup_printf ("entry %" G_GINT64_FORMAT " has been altered", entry->position);
  return NULL;
}

/* Whether the chain ends where the hall says. */
static gboolean
check_end (HallDb *db, gint64 position, const char *head, char **trouble, GError **error)
{
  gint64 count = hall_counter_get (db, COUNT, error);
  g_autofree char *kept = count >= 0 ? hall_setting_get (db, HEAD, "", error) : NULL;

  if (kept == NULL)
    return FALSE;
  if (*trouble == NULL && (count != position || g_strcmp0 (kept, head) != 0))
    *trouble = g_strdup_printf ("the hall's trail ends at entry %" G_GINT64_FORMAT
                                ", the hall says %" G_GINT64_FORMAT,
                                position, count);
  return TRUE;
}

gint64
hall_ledger_verify (HallDb *db, char **trouble, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ALL, error);
  g_autofree char *head = g_strdup ("");
  HallStep step = HALL_STEP_FAILED;
  gint64 position = 0;

  *trouble = NULL;
  while (stmt != NULL && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallLedgerEntry entry;

      read_entry (stmt, &entry);
      if (*trouble == NULL)
        *trouble = check_entry (&entry, position, head);
      position++;
      g_free (head);
      head = g_strdup (entry.hash);
    }
  return step == HALL_STEP_DONE && check_end (db, position, head, trouble, error) ? position : -1;
}
