/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-return-store.h"

#include <stdio.h>

static const char SQL_ADD[] = "INSERT INTO returns (order_number, round, position, code, place, "
                              "text_sealed, before_key, returned_by, returned_s, mark) "
                              "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
static const char SQL_LIST[] = "SELECT code, place, text_sealed, before_key, mark FROM returns "
                               "WHERE order_number = $1 AND round = $2 ORDER BY position";
static const char SQL_ADD_LETTER[] =
    "INSERT INTO letters (order_number, round, text_sealed) VALUES ($1, $2, $3)";
static const char SQL_GET_LETTER[] =
    "SELECT text_sealed FROM letters WHERE order_number = $1 AND round = $2";

static const char SQL_TIME[] = "SELECT returned_s FROM returns WHERE order_number = $1 "
                               "ORDER BY round DESC, position DESC LIMIT 1";

/* Parts of a page are kept as whole numbers: ten-thousandths. */
#define MARK_UNIT 10000

static int
to_unit (double part)
{
  return (int) (part * MARK_UNIT + 0.5);
}

/* Returns: (transfer full) (nullable) */
static char *
format_mark (const HallPlace *mark)
{
  if (mark->page == 0)
    return NULL;
  return g_strdup_printf ("%u %d %d %d %d", mark->page, to_unit (mark->x), to_unit (mark->y),
                          to_unit (mark->width), to_unit (mark->height));
}

static void
parse_mark (const char *text, HallPlace *mark)
{
  unsigned page;
  int x, y, width, height;

  if (text == NULL || sscanf (text, "%u %d %d %d %d", &page, &x, &y, &width, &height) != 5)
    return;
  *mark = (HallPlace){ page, (double) x / MARK_UNIT, (double) y / MARK_UNIT,
                       (double) width / MARK_UNIT, (double) height / MARK_UNIT };
}

void
hall_stored_return_free (HallStoredReturn *self)
{
  hall_return_free (self->item);
  g_free (self->before_key);
  g_free (self);
}

gboolean
hall_return_store_add (HallDb *db,
                       const HallVault *vault,
                       const char *order,
                       gint64 round,
                       guint position,
                       const HallStoredReturn *stored,
                       GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD, error);
  const char *text = stored->item->text;
  g_autofree char *sealed = text != NULL ? hall_vault_seal (vault, text) : NULL;
  g_autofree char *mark = format_mark (&stored->item->mark);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, round);
  hall_stmt_bind_int (stmt, 3, position);
  hall_stmt_bind_text (stmt, 4, hall_reason_get_code (stored->item->reason));
  hall_stmt_bind_text (stmt, 5, stored->item->place);
  hall_stmt_bind_text (stmt, 6, sealed);
  hall_stmt_bind_text (stmt, 7, stored->before_key);
  hall_stmt_bind_text (stmt, 8, stored->returned_by);
  hall_stmt_bind_int (stmt, 9, stored->returned_s);
  hall_stmt_bind_text (stmt, 10, mark);
  return hall_stmt_run (stmt, error);
}

GPtrArray *
hall_return_store_list (
    HallDb *db, const HallVault *vault, const char *order, gint64 round, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_stored_return_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, round);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      const char *sealed = hall_stmt_get_text (stmt, 2);
      g_autofree char *text = sealed != NULL ? hall_vault_open (vault, sealed, error) : NULL;
      HallStoredReturn *stored;

      if (sealed != NULL && text == NULL)
        return NULL;
      stored = g_new0 (HallStoredReturn, 1);
      stored->item = hall_return_new (hall_reason_from_code (hall_stmt_get_text (stmt, 0)),
                                      hall_stmt_get_text (stmt, 1), text);
      stored->before_key = g_strdup (hall_stmt_get_text (stmt, 3));
      parse_mark (hall_stmt_get_text (stmt, 4), &stored->item->mark);
      g_ptr_array_add (list, stored);
    }
  return step == HALL_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
hall_letter_store_add (HallDb *db,
                       const HallVault *vault,
                       const char *order,
                       gint64 round,
                       const char *text,
                       GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_ADD_LETTER, error);
  g_autofree char *sealed = hall_vault_seal (vault, text);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, round);
  hall_stmt_bind_text (stmt, 3, sealed);
  return hall_stmt_run (stmt, error);
}

char *
hall_letter_store_get (
    HallDb *db, const HallVault *vault, const char *order, gint64 round, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_GET_LETTER, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, round);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW
             ? hall_vault_open (vault, hall_stmt_get_text (stmt, 0), error)
             : NULL;
}

gboolean
hall_return_store_get_time (HallDb *db, const char *order, gint64 *returned_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_TIME, error);
  HallStep step;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, order);
  step = hall_stmt_step (stmt, error);
  *returned_s = step == HALL_STEP_ROW ? hall_stmt_get_int (stmt, 0) : 0;
  return step != HALL_STEP_FAILED;
}
