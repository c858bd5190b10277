/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-queue-search.h"

#include <string.h>

#include "hall-error.h"

#define DIGITS        "0123456789"
#define NUMBER_DIGITS 14
#define MOBILE_DIGITS 11
#define USCC_CHARS    18
#define MAX_CHARS     100
/* Beyond this a part of a name is a common one, and which of them is rarer does not matter. */
#define COMMON "5000"

/* $1 what is looked for, $2 the row to go on from, $3 how many, $4 and $5 what else must be so */
#define JOINED " FROM orders LEFT JOIN claims ON claims.order_number = orders.number WHERE "
#define BOTH(words)                                                \
  {                                                                \
    JOINED words " AND number < $2 ORDER BY number DESC LIMIT $3", \
        JOINED words " AND number > $2 ORDER BY number LIMIT $3"   \
  }
#define NAMED                                                                           \
  " FROM name_parts JOIN orders ON orders.number = name_parts.order_number "            \
  "LEFT JOIN claims ON claims.order_number = orders.number WHERE name_parts.part = $1 " \
  "AND EXISTS (SELECT 1 FROM name_parts AS other WHERE other.part = $5 "                \
  "AND other.order_number = name_parts.order_number) "                                  \
  "AND organisation_folded LIKE $4 ESCAPE '!' AND name_parts.order_number "

typedef enum
{
  BY_NUMBER,
  BY_MOBILE,
  BY_USCC,
  BY_NAME,
  N_WAYS
} Way;

static const char *const tails[N_WAYS][2] = {
  [BY_NUMBER] = BOTH ("number >= $1 AND number <= $4"),
  [BY_MOBILE] = BOTH ("mobile_key = $1 AND mobile_key <> ''"),
  [BY_USCC] = BOTH ("uscc_key = $1 AND uscc_key <> ''"),
  [BY_NAME] = { NAMED "< $2 ORDER BY name_parts.order_number DESC LIMIT $3",
                NAMED "> $2 ORDER BY name_parts.order_number LIMIT $3" },
};

static const char SQL_HOW_COMMON[] =
    "SELECT COUNT (*) FROM (SELECT 1 FROM name_parts WHERE part = $1 LIMIT " COMMON ") AS some";

struct _HallQueueSearch
{
  Way way;
  char *key;
  char *more; /* (nullable): the end of a range of numbers, or a pattern */
  char *part; /* (nullable): the next rarest part of a name */
};

void
hall_queue_search_free (HallQueueSearch *self)
{
  g_free (self->key);
  g_free (self->more);
  g_free (self->part);
  g_free (self);
}

static char *
hash_key (const HallVault *vault, const char *kind, const char *text)
{
  g_autofree char *whole = g_strdup_printf ("search-%s\n%s", kind, text);

  return *text != '\0' ? hall_vault_lookup_key (vault, whole) : g_strdup ("");
}

void
hall_queue_search_set_keys (HallRecord *record,
                            const HallVault *vault,
                            const char *mobile,
                            const char *uscc)
{
  g_free (record->mobile_key);
  record->mobile_key = hash_key (vault, "mobile", mobile);
  g_free (record->uscc_key);
  record->uscc_key = hash_key (vault, "uscc", uscc);
}

char *
hall_queue_search_fold (const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *small = whole != NULL ? g_ascii_strdown (whole, -1) : g_strdup ("");
  GString *out = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xFF08 || c == 0xFF09)
        g_string_append_c (out, c == 0xFF08 ? '(' : ')');
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static char *
make_pattern (const char *text)
{
  GString *out = g_string_new ("%");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("%_!", *p) != NULL)
        g_string_append_c (out, '!');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '%');
  return g_string_free (out, FALSE);
}

static gint64
how_common (HallDb *db, const char *part, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_HOW_COMMON, error);

  if (stmt == NULL)
    return -1;
  hall_stmt_bind_text (stmt, 1, part);
  return hall_stmt_step (stmt, error) == HALL_STEP_ROW ? hall_stmt_get_int (stmt, 0) : -1;
}

/* Of all parts of the name the two that the fewest orders have. */
static gboolean
choose_parts (HallQueueSearch *self, HallDb *db, const char *name, GError **error)
{
  gint64 fewest = G_MAXINT64, next = G_MAXINT64;

  for (const char *p = name; *g_utf8_next_char (p) != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *part = g_utf8_substring (p, 0, 2);
      gint64 count = how_common (db, part, error);

      if (count < 0)
        return FALSE;
      if (count < fewest)
        {
          g_free (self->part);
          self->part = g_steal_pointer (&self->key);
          next = fewest;
          self->key = g_steal_pointer (&part);
          fewest = count;
        }
      else if (count < next)
        {
          g_free (self->part);
          self->part = g_steal_pointer (&part);
          next = count;
        }
    }
  if (self->part == NULL)
    self->part = g_strdup (self->key);
  return TRUE;
}

static gboolean
set_name (HallQueueSearch *self, HallDb *db, const char *text, GError **error)
{
  glong chars = g_utf8_strlen (text, -1);

  self->way = BY_NAME;
  if (chars < 2 || chars > MAX_CHARS)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID,
                           "two characters at least, a hundred at most");
      return FALSE;
    }
  self->more = make_pattern (text);
  return choose_parts (self, db, text, error);
}

static void
set_number (HallQueueSearch *self, const char *text)
{
  static const char nines[] = "99999999999999";

  self->way = BY_NUMBER;
  self->key = g_strdup (text);
  self->more = g_strconcat (text, nines + strlen (text), NULL);
}

static void
set_key (HallQueueSearch *self, const HallVault *vault, Way way, const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  self->way = way;
  self->key = hash_key (vault, way == BY_MOBILE ? "mobile" : "uscc", upper);
}

static gboolean
is_uscc (const char *text)
{
  return strlen (text) == USCC_CHARS
         && strspn (text, DIGITS "abcdefghijklmnopqrstuvwxyz") == USCC_CHARS;
}

HallQueueSearch *
hall_queue_search_new (HallDb *db, const HallVault *vault, const char *text, GError **error)
{
  g_autoptr (HallQueueSearch) self = g_new0 (HallQueueSearch, 1);
  g_autofree char *folded = hall_queue_search_fold (text);
  gsize digits = strspn (folded, DIGITS);
  gboolean number = folded[digits] == '\0' && digits >= 8 && digits <= NUMBER_DIGITS;

  if (number && digits == MOBILE_DIGITS && folded[0] == '1')
    set_key (self, vault, BY_MOBILE, folded);
  else if (number)
    set_number (self, folded);
  else if (is_uscc (folded))
    set_key (self, vault, BY_USCC, folded);
  else if (!set_name (self, db, folded, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
hall_queue_search_get_sql (const HallQueueSearch *self, gboolean backward)
{
  return tails[self->way][backward ? 1 : 0];
}

void
hall_queue_search_bind (const HallQueueSearch *self,
                        HallStmt *stmt,
                        const char *number,
                        guint limit)
{
  hall_stmt_bind_text (stmt, 1, self->key);
  hall_stmt_bind_text (stmt, 2, number);
  hall_stmt_bind_int (stmt, 3, limit);
  if (self->more != NULL)
    hall_stmt_bind_text (stmt, 4, self->more);
  if (self->part != NULL)
    hall_stmt_bind_text (stmt, 5, self->part);
}
