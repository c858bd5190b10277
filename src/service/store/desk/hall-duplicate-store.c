/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-duplicate-store.h"

/* $1 the order, $2 how many at most; the rest is of each kind. */
static const char SQL_IN_PROCESS[] =
    "SELECT number, organisation, state, NULL FROM orders WHERE uscc_key = $3 AND uscc_key <> '' "
    "AND number <> $1 AND project = $4 AND certificate_type = $5 AND state NOT IN ('draft', "
    "'cancelled', 'expired', 'completed', 'refunded') LIMIT $2";
static const char SQL_FILE[] =
    "SELECT orders.number, orders.organisation, orders.state, mine.slot FROM documents AS mine "
    "CROSS JOIN documents AS other ON other.sha256 = mine.sha256 AND other.order_number <> $1 "
    "CROSS JOIN orders ON orders.number = other.order_number "
    "WHERE mine.order_number = $1 AND mine.live = 1 AND other.live = 1 "
    "AND (orders.organisation <> $3 OR mine.slot IN ($4, $5)) LIMIT $2";
static const char SQL_ACCOUNT[] =
    "SELECT number, organisation, state, NULL FROM orders WHERE bank_key = $3 AND bank_key <> '' "
    "AND number <> $1 AND organisation <> $4 AND state NOT IN ('draft', 'cancelled', 'expired') "
    "LIMIT $2";

static const char SQL_REPLACED[] =
    "SELECT slot FROM documents AS now WHERE order_number = $1 AND live = 1 AND uploaded_s >= $2 "
    "AND EXISTS (SELECT 1 FROM documents AS before WHERE before.order_number = $1 "
    "AND before.slot = now.slot AND before.id < now.id AND before.sha256 <> now.sha256)";

static const char *const kind_names[HALL_N_DUPLICATES] = {
  [HALL_DUPLICATE_IN_PROCESS] = "in-process",
  [HALL_DUPLICATE_FILE] = "same-file",
  [HALL_DUPLICATE_ACCOUNT] = "same-account",
};

const char *
hall_duplicate_kind_get_name (HallDuplicateKind kind)
{
  g_return_val_if_fail (kind < HALL_N_DUPLICATES, NULL);

  return kind_names[kind];
}

void
hall_duplicate_free (HallDuplicate *self)
{
  g_free (self->number);
  g_free (self->organisation);
  g_free (self->slot);
  g_free (self);
}

void
hall_duplicate_set_key (HallRecord *record, const HallVault *vault, const char *account_no)
{
  g_autofree char *whole = g_strdup_printf ("bank-account\n%s", account_no);

  g_free (record->bank_key);
  record->bank_key = *account_no != '\0' ? hall_vault_lookup_key (vault, whole) : g_strdup ("");
}

static gboolean
take_rows (HallStmt *stmt, HallDuplicateKind kind, GPtrArray *list, GError **error)
{
  HallStep step;

  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallDuplicate *item = g_new0 (HallDuplicate, 1);

      item->kind = kind;
      item->number = g_strdup (hall_stmt_get_text (stmt, 0));
      item->organisation = g_strdup (hall_stmt_get_text (stmt, 1));
      item->state = hall_state_from_name (hall_stmt_get_text (stmt, 2));
      item->slot = g_strdup (hall_stmt_get_text (stmt, 3));
      g_ptr_array_add (list, item);
    }
  return step == HALL_STEP_DONE;
}

/* @rest: what follows $2 */
static gboolean
find (HallDb *db,
      HallDuplicateKind kind,
      const HallRecord *record,
      const char *const rest[3],
      GPtrArray *list,
      GError **error)
{
  static const char *const texts[HALL_N_DUPLICATES] = {
    [HALL_DUPLICATE_IN_PROCESS] = SQL_IN_PROCESS,
    [HALL_DUPLICATE_FILE] = SQL_FILE,
    [HALL_DUPLICATE_ACCOUNT] = SQL_ACCOUNT,
  };
  static const guint n_rest[HALL_N_DUPLICATES] = {
    [HALL_DUPLICATE_IN_PROCESS] = 3,
    [HALL_DUPLICATE_FILE] = 3,
    [HALL_DUPLICATE_ACCOUNT] = 2,
  };
  g_autoptr (HallStmt) stmt = hall_db_query (db, texts[kind], error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, record->number);
  hall_stmt_bind_int (stmt, 2, HALL_DUPLICATE_MAX);
  for (guint i = 0; i < n_rest[kind]; i++)
    hall_stmt_bind_text (stmt, 3 + i, rest[i] != NULL ? rest[i] : "");
  return take_rows (stmt, kind, list, error);
}

GPtrArray *
hall_duplicate_list (HallDb *db,
                     const HallRecord *record,
                     const char *const *own_slots,
                     GError **error)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_duplicate_free);
  const char *first = own_slots[0];
  const char *second = first != NULL ? own_slots[1] : NULL;
  const char *const process[] = { record->uscc_key, record->project, record->certificate_type };
  const char *const file[] = { record->organisation, first, second };
  const char *const account[] = { record->bank_key, record->organisation, NULL };

  if (!find (db, HALL_DUPLICATE_IN_PROCESS, record, process, list, error)
      || !find (db, HALL_DUPLICATE_FILE, record, file, list, error)
      || !find (db, HALL_DUPLICATE_ACCOUNT, record, account, list, error))
    return NULL;
  return g_steal_pointer (&list);
}

char **
hall_duplicate_list_replaced (HallDb *db, const char *order, gint64 since_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_REPLACED, error);
  g_autoptr (GStrvBuilder) slots = g_strv_builder_new ();
  HallStep step;

  if (stmt == NULL)
    return NULL;
  hall_stmt_bind_text (stmt, 1, order);
  hall_stmt_bind_int (stmt, 2, since_s);
  while ((step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    g_strv_builder_add (slots, hall_stmt_get_text (stmt, 0));
  return step == HALL_STEP_DONE ? g_strv_builder_end (slots) : NULL;
}
