/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-carry-over.h"

#include "hall-facts.h"

#define BATCH 500

static const char SQL_LEFT[] = "SELECT number FROM orders WHERE bank_key IS NULL LIMIT $1";
static const char SQL_SET_BANK[] = "UPDATE orders SET bank_key = $2 WHERE number = $1";
static const char SQL_SET[] =
    "UPDATE orders SET mobile_key = $2, uscc_key = $3, content_hash = $4, "
    "reviewed_by = $5, reviewed_hash = $6, reviewed_shown = $7, bank_key = $8 "
    "WHERE number = $1";

/* Numbers of orders that are still as an older program left them. */
static GPtrArray *
list_left (HallContext *context, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (context->db, SQL_LEFT, error);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_int (stmt, 1, BATCH);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    g_ptr_array_add (numbers, g_strdup (hall_stmt_get_text (stmt, 0)));
  return step == HALL_STEP_DONE ? g_steal_pointer (&numbers) : NULL;
}

/* Whether what an older program approved is what is there; beyond the review its rules saw to it.
 */
static gboolean
keep_approval (const HallCase *order)
{
  const HallRecord *record = order->record;
  g_autofree char *hash = hall_case_hash_shown (order);

  return (record->state != HALL_STATE_PAYMENT_VERIFYING && record->state != HALL_STATE_REJECTED)
         || g_strcmp0 (hash, record->reviewed_hash) == 0;
}

/* Of a program that knew all but the bank account's key: its hashes are good. */
static gboolean
carry_bank_key (HallContext *context, HallCase *order, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (context->db, SQL_SET_BANK, error);

  if (stmt == NULL)
    return FALSE;
  hall_case_derive (order, context);
  hall_stmt_bind_text (stmt, 1, order->record->number);
  hall_stmt_bind_text (stmt, 2, order->record->bank_key);
  return hall_stmt_run (stmt, error);
}

static gboolean
carry_order (HallContext *context, const char *number, GError **error)
{
  HallRecord *record = hall_record_load (context->db, context->setup->vault, number, error);
  g_autoptr (HallCase) order = record != NULL ? hall_case_open (context, record, error) : NULL;
  g_autoptr (HallStmt) stmt = NULL;
  g_autofree char *reviewer = NULL;
  g_autofree char *shown = NULL;

  if (order == NULL)
    return FALSE;
  if (record->mobile_key != NULL)
    return carry_bank_key (context, order, error);
  reviewer = keep_approval (order) ? g_strdup (record->reviewed_by) : NULL;
  shown = g_strdup (record->reviewed_hash);
  hall_case_derive (order, context);
  if (reviewer != NULL)
    {
      hall_record_set (record, reviewed_by, reviewer);
      hall_record_set (record, reviewed_hash, record->content_hash);
      hall_record_set (record, reviewed_shown, shown);
    }
  stmt = hall_db_query (context->db, SQL_SET, error);
  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, number);
  hall_stmt_bind_text (stmt, 2, record->mobile_key);
  hall_stmt_bind_text (stmt, 3, record->uscc_key);
  hall_stmt_bind_text (stmt, 4, record->content_hash);
  hall_stmt_bind_text (stmt, 5, record->reviewed_by);
  hall_stmt_bind_text (stmt, 6, record->reviewed_hash);
  hall_stmt_bind_text (stmt, 7, record->reviewed_shown);
  hall_stmt_bind_text (stmt, 8, record->bank_key);
  return hall_stmt_run (stmt, error);
}

static gboolean
carry_all (HallContext *context, GPtrArray *numbers, GError **error)
{
  for (guint i = 0; i < numbers->len; i++)
    if (!carry_order (context, g_ptr_array_index (numbers, i), error))
      return FALSE;
  return TRUE;
}

gboolean
hall_carry_over (HallContext *context, GError **error)
{
  for (;;)
    {
      g_autoptr (GPtrArray) numbers = list_left (context, error);

      if (numbers == NULL)
        return FALSE;
      if (numbers->len == 0)
        return TRUE;
      if (!hall_db_begin (context->db, error))
        return FALSE;
      if (!carry_all (context, numbers, error) || !hall_db_commit (context->db, error))
        {
          hall_db_rollback (context->db);
          return FALSE;
        }
    }
}
