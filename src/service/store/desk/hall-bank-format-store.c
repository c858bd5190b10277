/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-bank-format-store.h"

#include "hall-wire-finding.h"
#include "hall-wire-money.h"

static const char SQL_PUT[] =
    "INSERT INTO bank_formats (bank, format, changed_by, changed_s) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (bank) DO UPDATE SET format = excluded.format, "
    "changed_by = excluded.changed_by, changed_s = excluded.changed_s";
static const char SQL_LIST[] = "SELECT format FROM bank_formats ORDER BY bank";

gboolean
hall_bank_format_store_put (
    HallDb *db, const HallBankFormat *format, const char *staff, gint64 now_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_PUT, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  if (stmt == NULL)
    return FALSE;
  hall_wire_add_bank_format (builder, format);
  root = json_builder_get_root (builder);
  text = hall_wire_to_text (root);
  hall_stmt_bind_text (stmt, 1, format->bank);
  hall_stmt_bind_text (stmt, 2, text);
  hall_stmt_bind_text (stmt, 3, staff);
  hall_stmt_bind_int (stmt, 4, now_s);
  return hall_stmt_run (stmt, error);
}

static HallBankFormat *
read_format (const char *text, GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("bank_formats", text, -1, error);
  g_autoptr (HallJson) json = NULL;
  g_autoptr (HallBankFormat) format = NULL;

  if (root == NULL)
    return NULL;
  json = hall_json_new ("bank_formats", root);
  format = hall_wire_read_bank_format (json);
  return hall_json_finish (json, error) ? g_steal_pointer (&format) : NULL;
}

GPtrArray *
hall_bank_format_store_list (HallDb *db, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) formats =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_bank_format_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallBankFormat *format = read_format (hall_stmt_get_text (stmt, 0), error);

      if (format == NULL)
        return NULL;
      g_ptr_array_add (formats, format);
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&formats) : NULL;
}
