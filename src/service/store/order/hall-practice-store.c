/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-practice-store.h"

#include "hall-counter-store.h"

#define COLUMNS                                                               \
  "SELECT id, kind, recipient, text, amount_fen, order_number, result, at_s " \
  "FROM practice_messages "

static const char SQL_ADD[] =
    "INSERT INTO practice_messages (id, kind, idempotency_key, recipient, text, amount_fen, "
    "order_number, result, at_s) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
    "ON CONFLICT (idempotency_key) DO NOTHING";
static const char SQL_FIND[] = COLUMNS "WHERE idempotency_key = $1";
static const char SQL_LIST[] = COLUMNS "ORDER BY id DESC LIMIT $1";

void
hall_practice_message_free (HallPracticeMessage *self)
{
  g_free (self->kind);
  g_free (self->recipient);
  g_free (self->text);
  g_free (self->order);
  g_free (self->result);
  g_free (self);
}

gboolean
hall_practice_store_add (HallDb *db,
                         const char *key,
                         const HallPracticeMessage *message,
                         GError **error)
{
  gint64 id = hall_counter_next (db, "practice-messages", error);
  g_autoptr (HallStmt) stmt = id > 0 ? hall_db_query (db, SQL_ADD, error) : NULL;

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, id);
  hall_stmt_bind_text (stmt, 2, message->kind);
  hall_stmt_bind_text (stmt, 3, key);
  hall_stmt_bind_text (stmt, 4, message->recipient);
  hall_stmt_bind_text (stmt, 5, message->text);
  hall_stmt_bind_int (stmt, 6, message->amount_fen);
  hall_stmt_bind_text (stmt, 7, message->order);
  hall_stmt_bind_text (stmt, 8, message->result != NULL ? message->result : "");
  hall_stmt_bind_int (stmt, 9, message->at_s);
  return hall_stmt_run (stmt, error);
}

static HallPracticeMessage *
read_message (HallStmt *stmt)
{
  HallPracticeMessage *message = g_new0 (HallPracticeMessage, 1);

  message->id = hall_stmt_get_int (stmt, 0);
  message->kind = g_strdup (hall_stmt_get_text (stmt, 1));
  message->recipient = g_strdup (hall_stmt_get_text (stmt, 2));
  message->text = g_strdup (hall_stmt_get_text (stmt, 3));
  message->amount_fen = hall_stmt_get_int (stmt, 4);
  message->order = g_strdup (hall_stmt_get_text (stmt, 5));
  message->result = g_strdup (hall_stmt_get_text (stmt, 6));
  message->at_s = hall_stmt_get_int (stmt, 7);
  return message;
}

HallPracticeMessage *
hall_practice_store_find (HallDb *db, const char *key, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_FIND, error);

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, key);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? read_message (stmt) : NULL;
}

GPtrArray *
hall_practice_store_list (HallDb *db, guint limit, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_LIST, error);
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_practice_message_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_int (stmt, 1, limit);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    g_ptr_array_add (messages, read_message (stmt));
  return step == HALL_STEP_DONE ? g_steal_pointer (&messages) : NULL;
}
