/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-queue-store.h"

#include <string.h>

#include "hall-error.h"
#include "hall-queue-search.h"

#define FIRST_NUMBER ""
#define LAST_NUMBER  "~"

/* The words of each tab are those of its index in data/schema/. */
#define IN_REVIEW "state IN ('under-review', 'payment-verifying')"
#define IN_ALL                                                                      \
  "state IN ('under-review', 'payment-verifying', 'rejected', 'fin-auth-pending', " \
  "'fin-auth-failed', 'accepted', 'in-production', 'shipped', 'completed', "        \
  "'refund-pending', 'refunded')"
#define AFTER  "(queue_rank, number) > ($2, $3) "
#define BEFORE "(queue_rank, number) < ($2, $3) "
#define UP     "ORDER BY queue_rank, number LIMIT $4"
#define DOWN   "ORDER BY queue_rank DESC, number DESC LIMIT $4"
#define JOINED " FROM orders LEFT JOIN claims ON claims.order_number = orders.number WHERE "

/* One stretch of a list. $1 who looks, $2 and $3 the place, $4 how many rows. */
typedef struct
{
  const char *forward;
  const char *backward;
} Stretch;

#define STRETCH(words)                                              \
  {                                                                 \
    JOINED words " AND " AFTER UP, JOINED words " AND " BEFORE DOWN \
  }
#define PLAIN(words) STRETCH ("$1 IS NOT NULL AND " words)
#define WANTED       "wanted_by = $1 AND " IN_REVIEW

static const Stretch wanted = STRETCH (WANTED);
static const Stretch others = STRETCH (IN_REVIEW " AND (wanted_by IS NULL OR wanted_by <> $1)");
static const Stretch claimed = {
  " FROM claims JOIN orders ON orders.number = claims.order_number WHERE claims.staff = $1 "
  "AND $2 IS NOT NULL AND claims.order_number > $3 ORDER BY claims.order_number LIMIT $4",
  " FROM claims JOIN orders ON orders.number = claims.order_number WHERE claims.staff = $1 "
  "AND $2 IS NOT NULL AND claims.order_number < $3 ORDER BY claims.order_number DESC LIMIT $4",
};
static const Stretch waiting = STRETCH (WANTED " AND (claims.staff IS NULL OR claims.staff <> $1)");
static const Stretch auth =
    PLAIN ("state IN ('awaiting-handler-auth', 'rejected') AND handler_auth = 'alternative'");
static const Stretch funds = PLAIN ("state = 'payment-verifying'");
static const Stretch fin_auth_failed = PLAIN ("state = 'fin-auth-failed'");
static const Stretch production = PLAIN ("state = 'accepted'");
static const Stretch shipping = PLAIN ("state IN ('in-production', 'shipped')");
static const Stretch refund = PLAIN ("state = 'refund-pending'");
static const Stretch all = PLAIN (IN_ALL);

#define MAX_STRETCHES   2
#define COUNT_OF(words) "SELECT COALESCE (SUM (orders), 0) FROM order_counts WHERE " words

typedef struct
{
  const char *name;
  const Stretch *stretches[MAX_STRETCHES + 1];
  const char *count; /* $1, where it stands, is who looks */
  gboolean personal;
} Tab;

static const Tab tabs[] = {
  { "review", { &wanted, &others }, COUNT_OF (IN_REVIEW), FALSE },
  { "auth",
    { &auth },
    COUNT_OF ("state IN ('awaiting-handler-auth', 'rejected') AND handler_auth = 'alternative'"),
    FALSE },
  { "funds", { &funds }, COUNT_OF ("state = 'payment-verifying'"), FALSE },
  { "fin-auth-failed", { &fin_auth_failed }, COUNT_OF ("state = 'fin-auth-failed'"), FALSE },
  { "production", { &production }, COUNT_OF ("state = 'accepted'"), FALSE },
  { "shipping", { &shipping }, COUNT_OF ("state IN ('in-production', 'shipped')"), FALSE },
  { "refund", { &refund }, COUNT_OF ("state = 'refund-pending'"), FALSE },
  { "mine",
    { &claimed, &waiting },
    "SELECT (SELECT COUNT (*) FROM claims WHERE staff = $1) + (SELECT COUNT (*) FROM orders "
    "LEFT JOIN claims ON claims.order_number = orders.number WHERE " WANTED
    " AND (claims.staff IS NULL OR claims.staff <> $1))",
    TRUE },
  { "all", { &all }, COUNT_OF (IN_ALL), FALSE },
};

const char *const hall_queue_tab_names[] = { "review",     "auth",     "funds",  "fin-auth-failed",
                                             "production", "shipping", "refund", "mine",
                                             "all",        NULL };

static const char SQL_VERIFY[] =
    "SELECT COUNT (*) FROM (SELECT state, handler_auth, SUM (n) AS n FROM ("
    "SELECT state, handler_auth, orders AS n FROM order_counts UNION ALL "
    "SELECT state, handler_auth, -COUNT (*) FROM orders GROUP BY state, handler_auth) AS both "
    "GROUP BY state, handler_auth) AS sums WHERE n <> 0";

void
hall_queue_row_free (HallQueueRow *self)
{
  g_clear_pointer (&self->record, hall_record_free);
  g_free (self->cursor);
  g_free (self->claimed_by);
  g_free (self);
}

/* A place between two rows of a list. */
typedef struct
{
  guint stretch;
  gint64 rank;
  char number[16];
} Place;

static const Tab *
find_tab (const char *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_strcmp0 (name, tabs[i].name) == 0)
      return &tabs[i];
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "there is no tab “%s”", name);
  return NULL;
}

/* "0-1001790000000-20261122000017": stretch, rank and number of a row. */
static gboolean
parse_cursor (const char *cursor, guint n_stretches, Place *place, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (cursor, "-", 4);
  guint64 stretch = 0, rank = 0;

  if (g_strv_length (parts) == 3
      && g_ascii_string_to_unsigned (parts[0], 10, 0, n_stretches - 1, &stretch, NULL)
      && g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXINT64, &rank, NULL)
      && strlen (parts[2]) == 14 && strspn (parts[2], "0123456789") == 14)
    {
      place->stretch = (guint) stretch;
      place->rank = (gint64) rank;
      g_strlcpy (place->number, parts[2], sizeof place->number);
      return TRUE;
    }
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "“%s” is not a cursor of this list", cursor);
  return FALSE;
}

static void
go_to_edge (Place *place, guint stretch, gboolean backward)
{
  place->stretch = stretch;
  place->rank = backward ? G_MAXINT64 : -1;
  g_strlcpy (place->number, backward ? LAST_NUMBER : FIRST_NUMBER, sizeof place->number);
}

/* The text lives as long as the process: there are as many as stretches, twice. */
static const char *
full_sql (const char *tail)
{
  g_autofree char *text = g_strconcat ("SELECT ", hall_record_summary_columns (),
                                       ", claims.staff, claims.seen_s, queue_rank", tail, NULL);

  return g_intern_string (text);
}

static HallQueueRow *
read_row (HallStmt *stmt, const HallQueueQuery *query, guint stretch, GError **error)
{
  guint column = hall_record_n_columns ();
  HallRecord *record = hall_record_read_row (stmt, NULL, error);
  HallQueueRow *row;

  if (record == NULL)
    return NULL;
  row = g_new0 (HallQueueRow, 1);
  row->record = record;
  row->claim_seen_s = hall_stmt_get_int (stmt, column + 1);
  if (row->claim_seen_s > query->now_s - HALL_CLAIM_IDLE_S)
    row->claimed_by = g_strdup (hall_stmt_get_text (stmt, column));
  row->cursor = g_strdup_printf ("%u-%" G_GINT64_FORMAT "-%s", stretch,
                                 hall_stmt_get_int (stmt, column + 2), record->number);
  return row;
}

/* Reads on until there are enough rows: one more than was asked for says that there are more. */
static gboolean
take_rows (
    HallStmt *stmt, const HallQueueQuery *query, guint stretch, GPtrArray *rows, GError **error)
{
  HallStep step = HALL_STEP_DONE;

  while (rows->len <= query->limit && (step = hall_stmt_step (stmt, error)) == HALL_STEP_ROW)
    {
      HallQueueRow *row = read_row (stmt, query, stretch, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
    }
  return step != HALL_STEP_FAILED;
}

static gboolean
read_stretch (HallDb *db,
              const HallQueueQuery *query,
              const Stretch *stretch,
              const Place *place,
              GPtrArray *rows,
              GError **error)
{
  const char *sql = full_sql (query->backward ? stretch->backward : stretch->forward);
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, query->staff != NULL ? query->staff : "");
  hall_stmt_bind_int (stmt, 2, place->rank);
  hall_stmt_bind_text (stmt, 3, place->number);
  hall_stmt_bind_int (stmt, 4, (gint64) query->limit + 1 - rows->len);
  return take_rows (stmt, query, place->stretch, rows, error);
}

static gboolean
read_tab (HallDb *db, const HallQueueQuery *query, GPtrArray *rows, GError **error)
{
  const Tab *tab = find_tab (query->tab, error);
  Place place;
  guint n = 0;

  if (tab == NULL)
    return FALSE;
  while (tab->stretches[n] != NULL)
    n++;
  go_to_edge (&place, query->backward ? n - 1 : 0, query->backward);
  if (query->cursor != NULL && !parse_cursor (query->cursor, n, &place, error))
    return FALSE;
  while (place.stretch < n && rows->len <= query->limit)
    {
      if (!read_stretch (db, query, tab->stretches[place.stretch], &place, rows, error))
        return FALSE;
      /* before the first stretch there is none: the number wraps round */
      go_to_edge (&place, query->backward ? place.stretch - 1 : place.stretch + 1, query->backward);
    }
  return TRUE;
}

static gboolean
read_search (HallDb *db,
             const HallVault *vault,
             const HallQueueQuery *query,
             GPtrArray *rows,
             GError **error)
{
  g_autoptr (HallQueueSearch) search = hall_queue_search_new (db, vault, query->search, error);
  g_autoptr (HallStmt) stmt = NULL;
  Place place;

  if (search == NULL)
    return FALSE;
  go_to_edge (&place, 0, !query->backward);
  if (query->cursor != NULL && !parse_cursor (query->cursor, 1, &place, error))
    return FALSE;
  stmt = hall_db_query (db, full_sql (hall_queue_search_get_sql (search, query->backward)), error);
  if (stmt == NULL)
    return FALSE;
  hall_queue_search_bind (search, stmt, place.number, query->limit + 1);
  return take_rows (stmt, query, 0, rows, error);
}

GPtrArray *
hall_queue_list (
    HallDb *db, const HallVault *vault, const HallQueueQuery *query, char **next, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_queue_row_free);
  gboolean done = query->search != NULL ? read_search (db, vault, query, rows, error)
                                        : read_tab (db, query, rows, error);

  *next = NULL;
  if (!done)
    return NULL;
  if (rows->len > query->limit)
    {
      g_ptr_array_set_size (rows, (gint) query->limit);
      *next = g_strdup (((HallQueueRow *) g_ptr_array_index (rows, rows->len - 1))->cursor);
    }
  return g_steal_pointer (&rows);
}

gint64
hall_queue_count (HallDb *db, const char *name, const char *staff, GError **error)
{
  const Tab *tab = find_tab (name, error);
  g_autoptr (HallStmt) stmt = tab != NULL ? hall_db_query (db, tab->count, error) : NULL;

  if (stmt == NULL)
    return -1;
  if (tab->personal)
    hall_stmt_bind_text (stmt, 1, staff != NULL ? staff : "");
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? hall_stmt_get_int (stmt, 0) : -1;
}

gint64
hall_queue_verify (HallDb *db, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_VERIFY, error);

  if (stmt == NULL || hall_stmt_step (stmt, error) != HALL_STEP_ROW)
    return -1;
  return hall_stmt_get_int (stmt, 0);
}
