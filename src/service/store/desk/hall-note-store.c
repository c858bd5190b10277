/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-note-store.h"

static const char SQL_ADD[] =
    "INSERT INTO notes (order_number, position, text_sealed, staff, at_s) "
    "SELECT $1, COALESCE (MAX (position), 0) + 1, $2, $3, $4 FROM notes WHERE order_number = $1";
static const char SQL_LIST[] =
    "SELECT text_sealed, staff, at_s FROM notes WHERE order_number = $1 ORDER BY position";

void
hall_note_free (HallNote *self)
{
  g_free (self->staff);
  g_free (self->text);
  g_free (self);
}

gboolean
hall_note_add (
    HallDb *db, const HallVault *vault, const char *order, const HallNote *note, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD, error);
  g_autofree char *sealed = hall_vault_seal (vault, note->text);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_text (stmt, 2, sealed);
  hall_stmt_bind_text (stmt, 3, note->staff);
  hall_stmt_bind_int (stmt, 4, note->at_s);
  return hall_stmt_run (stmt, error);
}

GPtrArray *
hall_note_list (HallDb *db, const HallVault *vault, const char *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_note_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallNote *note = g_new0 (HallNote, 1);

      g_ptr_array_add (notes, note);
      note->text = hall_vault_open (vault, hall_stmt_get_text (stmt, 0), error);
      note->staff = g_strdup (hall_stmt_get_text (stmt, 1));
      note->at_s = hall_stmt_get_int (stmt, 2);
      if (note->text == NULL)
        return NULL;
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&notes) : NULL;
}
