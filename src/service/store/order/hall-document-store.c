/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-document-store.h"

#include "hall-counter-store.h"
#include "hall-error.h"
#include "hall-wire-application.h"
#include "hall-wire-finding.h"
#include "hall-wire-order.h"

static const char SQL_RETIRE[] =
    "UPDATE documents SET live = 0 WHERE order_number = $1 AND slot = $2 AND live = 1";
static const char SQL_PUT[] =
    "INSERT INTO documents (id, order_number, slot, live, stale, revision, file_name, "
    "media_type, bytes, sha256, pages, findings, blob, uploaded_s) "
    "VALUES ($1, $2, $3, 1, 0, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
static const char SQL_LIST[] =
    "SELECT slot, stale, revision, file_name, media_type, bytes, sha256, pages, findings, blob, "
    "uploaded_s FROM documents WHERE order_number = $1 AND live = 1 ORDER BY id";
static const char SQL_STALE[] =
    "UPDATE documents SET stale = 1 WHERE order_number = $1 AND slot = $2 AND live = 1";
static const char SQL_BLOBS[] = "SELECT blob FROM documents WHERE order_number = $1 "
                                "UNION ALL SELECT blob FROM captures WHERE order_number = $1";
static const char SQL_FORGET_DOCUMENTS[] = "DELETE FROM documents WHERE order_number = $1";
static const char SQL_FORGET_CAPTURES[] = "DELETE FROM captures WHERE order_number = $1";
static const char SQL_ADD_REVISION[] =
    "INSERT INTO revisions (order_number, revision, application_sealed, printed_hash, "
    "confirmed_s) VALUES ($1, $2, $3, $4, $5)";
static const char SQL_GET_REVISION[] = "SELECT application_sealed, confirmed_s FROM revisions "
                                       "WHERE order_number = $1 AND revision = $2";

void
hall_stored_document_free (HallStoredDocument *self)
{
  hall_document_free (self->document);
  g_free (self->blob);
  g_free (self);
}

static gboolean
run_for_slot (HallDb *db, const char *sql, const char *order, const char *slot, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  if (slot != NULL)
    hall_stmt_bind_text (stmt, 2, slot);
  return hall_stmt_run (stmt, error);
}

/* What was found in it, as JSON: {"findings", and what hall_wire_add_sight() says}. */
static char *
found_to_text (const HallDocument *document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "findings");
  hall_wire_add_findings (builder, document->findings, HALL_LANG_ZH_CN);
  hall_wire_add_sight (builder, &document->sight);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return hall_wire_to_text (root);
}

static void
read_found (HallDocument *document, const char *text)
{
  g_autoptr (JsonNode) root = hall_json_parse ("findings", text, -1, NULL);
  g_autoptr (HallJson) json = NULL;

  if (root == NULL)
    return;
  json = hall_json_new ("findings", root);
  g_ptr_array_unref (document->findings);
  document->findings = hall_wire_read_findings (json, "findings");
  hall_wire_read_sight (json, &document->sight);
}

gboolean
hall_document_store_put (
    HallDb *db, const char *order, const HallDocument *document, const char *blob, GError **error)
{
  g_autoptr (HallStmt) stmt = NULL;
  g_autofree char *found = found_to_text (document);
  gint64 id;

  if (!run_for_slot (db, SQL_RETIRE, order, document->slot, error))
    return FALSE;
  id = hall_counter_next (db, "documents", error);
  stmt = id > 0 ? hall_db_query (db, SQL_PUT, error) : NULL;
  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, order);
  hall_stmt_bind_text (stmt, 3, document->slot);
  hall_stmt_bind_int (stmt, 4, document->revision);
  hall_stmt_bind_text (stmt, 5, document->file_name);
  hall_stmt_bind_text (stmt, 6, document->media_type);
  hall_stmt_bind_int (stmt, 7, document->bytes);
  hall_stmt_bind_text (stmt, 8, document->sha256);
  hall_stmt_bind_int (stmt, 9, document->pages);
  hall_stmt_bind_text (stmt, 10, found);
  hall_stmt_bind_text (stmt, 11, blob);
  hall_stmt_bind_int (stmt, 12, document->uploaded_s);
  return hall_stmt_run (stmt, error);
}

gboolean
hall_document_store_remove (HallDb *db, const char *order, const char *slot, GError **error)
{
  return run_for_slot (db, SQL_RETIRE, order, slot, error) && hall_db_get_changes (db) > 0;
}

gboolean
hall_document_store_set_stale (HallDb *db, const char *order, const char *slot, GError **error)
{
  return run_for_slot (db, SQL_STALE, order, slot, error);
}

static HallStoredDocument *
read_document (HallStmt *stmt)
{
  HallStoredDocument *self = g_new0 (HallStoredDocument, 1);
  HallDocument *document = hall_document_new (hall_stmt_get_text (stmt, 0));

  document->current = hall_stmt_get_int (stmt, 1) == 0;
  document->revision = (guint) hall_stmt_get_int (stmt, 2);
  document->file_name = g_strdup (hall_stmt_get_text (stmt, 3));
  document->media_type = g_strdup (hall_stmt_get_text (stmt, 4));
  document->bytes = hall_stmt_get_int (stmt, 5);
  document->sha256 = g_strdup (hall_stmt_get_text (stmt, 6));
  document->pages = (guint) hall_stmt_get_int (stmt, 7);
  read_found (document, hall_stmt_get_text (stmt, 8));
  document->uploaded_s = hall_stmt_get_int (stmt, 10);
  self->document = document;
  self->blob = g_strdup (hall_stmt_get_text (stmt, 9));
  return self;
}

GPtrArray *
hall_document_store_list (HallDb *db, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_stored_document_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    g_ptr_array_add (documents, read_document (stmt));
  return step == HALL_STEP_DONE ? g_steal_pointer (&documents) : NULL;
}

GPtrArray *
hall_document_store_list_blobs (HallDb *db, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_BLOBS, error);
  g_autoptr (GPtrArray) blobs = g_ptr_array_new_with_free_func (g_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    g_ptr_array_add (blobs, g_strdup (hall_stmt_get_text (stmt, 0)));
  return step == HALL_STEP_DONE ? g_steal_pointer (&blobs) : NULL;
}

gboolean
hall_document_store_forget (HallDb *db, const char *order, GError **error)
{
  return run_for_slot (db, SQL_FORGET_DOCUMENTS, order, NULL, error)
         && run_for_slot (db, SQL_FORGET_CAPTURES, order, NULL, error);
}

gboolean
hall_revision_add (HallDb *db,
                   const HallVault *vault,
                   const char *order,
                   const HallRevision *revision,
                   const HallApplication *application,
                   GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD_REVISION, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sealed = NULL;

  if (stmt == NULL)
    return FALSE;
  hall_wire_add_application (builder, application);
  root = json_builder_get_root (builder);
  text = hall_wire_to_text (root);
  sealed = hall_vault_seal (vault, text);
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, revision->number);
  hall_stmt_bind_text (stmt, 3, sealed);
  hall_stmt_bind_text (stmt, 4, revision->printed_hash);
  hall_stmt_bind_int (stmt, 5, revision->confirmed_s);
  return hall_stmt_run (stmt, error);
}

HallApplication *
hall_revision_get (HallDb *db,
                   const HallVault *vault,
                   const char *order,
                   guint revision,
                   gint64 *confirmed_s,
                   GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET_REVISION, error);
  g_autofree char *text = NULL;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, revision);
  if (hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return NULL;
  *confirmed_s = hall_stmt_get_int (stmt, 1);
  text = hall_vault_open (vault, hall_stmt_get_text (stmt, 0), error);
  return text != NULL ? hall_wire_parse_application (order, text, -1, error) : NULL;
}
