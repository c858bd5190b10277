/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-code-mend.h"

#include <string.h>

#include "hall-check-code.h"
#include "hall-tidy.h"

#define LENGTH   18
#define MAX_READ 40

/* What may be meant by a character that was read. */
typedef struct
{
  char read;
  const char *meant;
} Alike;

/* A sort of code. */
typedef struct
{
  const char *impossible; /* read characters that it does not have: the first of their meanings */
  const Alike *alike;
  gsize n_alike;
  gboolean (*is_right) (const char *code);

  /* How far the other reading may be away; and whether it must be nearer to what was mended than
   * to what was read: with ten digits many a wrong one fits. */
  guint max_doubt, max_doubt_mended;
  gboolean wants_witness;
} Sort;

/* Pairs that look alike in print, and characters that the code does not use. */
static const Alike uscc_alike[] = {
  { 'O', "0" },    { 'I', "1" },   { 'L', "1" },   { 'Z', "2" },  { 'S', "5" },  { 'V', "Y" },
  { '0', "DQCU" }, { 'D', "0" },   { 'Q', "0" },   { 'C', "0G" }, { 'U', "0" },  { '1', "7TJ" },
  { '7', "1TY" },  { 'T', "71Y" }, { 'J', "1" },   { '2', "7" },  { '3', "8B" }, { '8', "3B6" },
  { 'B', "83" },   { '6', "8GC" }, { 'G', "6C" },  { '4', "A9" }, { 'A', "4" },  { '9', "4" },
  { '5', "6" },    { 'M', "NH" },  { 'N', "MHW" }, { 'W', "N" },  { 'H', "MN" }, { 'K', "X" },
  { 'X', "KY" },   { 'Y', "X7" },  { 'E', "F" },   { 'F', "EP" }, { 'P', "FR" }, { 'R', "P" },
};

/* Letters for digits first, then digits for others. */
static const Alike citizen_id_alike[] = {
  { 'O', "0" },   { 'D', "0" },  { 'Q', "0" }, { 'U', "0" }, { 'C', "0" },   { 'I', "1" },
  { 'L', "1" },   { 'T', "17" }, { 'J', "1" }, { 'Z', "2" }, { 'S', "5" },   { 'B', "8" },
  { 'G', "6" },   { 'A', "4" },  { 'K', "X" }, { 'Y', "X" }, { '0', "86" },  { '1', "7" },
  { '2', "7" },   { '3', "8" },  { '4', "9" }, { '5', "6" }, { '6', "580" }, { '7', "12" },
  { '8', "360" }, { '9', "4" },
};

/* Who registers and what is registered: the first two characters (GB 32100-2015, table 1). */
static gboolean
has_known_start (const char *code)
{
  return strchr ("159AFGNY", code[0]) != NULL && strchr ("12349", code[1]) != NULL
         && g_ascii_isdigit (code[1]);
}

static gboolean
is_right_uscc (const char *code)
{
  return strlen (code) == LENGTH && has_known_start (code)
         && hall_check_uscc (code, NULL, NULL) == HALL_GOOD;
}

static gboolean
is_right_citizen_id (const char *code)
{
  HallCheckContext context = { 0 };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  g_date_set_dmy (&context.today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  return strlen (code) == LENGTH && hall_check_citizen_id (code, &context, &issue) == HALL_GOOD;
}

static const Sort uscc_sort = {
  .impossible = "OIZSV",
  .alike = uscc_alike,
  .n_alike = G_N_ELEMENTS (uscc_alike),
  .is_right = is_right_uscc,
  .max_doubt = 2,
  .max_doubt_mended = 1,
};
static const Sort citizen_id_sort = {
  .impossible = "ODQUCILTJZSBGAKY",
  .alike = citizen_id_alike,
  .n_alike = G_N_ELEMENTS (citizen_id_alike),
  .is_right = is_right_citizen_id,
  .max_doubt = 1,
  .max_doubt_mended = 1,
  .wants_witness = TRUE,
};

/* Keeps the first right code; another one makes it uncertain. */
static void
consider (const Sort *sort, GHashTable *right, const char *code)
{
  if (sort->is_right (code))
    g_hash_table_add (right, g_strdup (code));
}

static const char *
find_alike (const Sort *sort, char read)
{
  for (gsize i = 0; i < sort->n_alike; i++)
    if (sort->alike[i].read == read)
      return sort->alike[i].meant;
  return "";
}

static void
consider_others (const Sort *sort, GHashTable *right, const char *read)
{
  g_autofree char *code = g_strdup (read);

  for (gsize i = 0; i < LENGTH; i++)
    {
      for (const char *meant = find_alike (sort, read[i]); *meant != '\0'; meant++)
        {
          code[i] = *meant;
          consider (sort, right, code);
        }
      code[i] = read[i];
    }
}

static void
consider_shorter (const Sort *sort, GHashTable *right, const char *read)
{
  for (gsize i = 0; i <= LENGTH; i++)
    {
      g_autofree char *code = g_strdup (read);

      memmove (code + i, code + i + 1, strlen (code + i));
      consider (sort, right, code);
    }
}

/* What the code can only mean, since it has no such characters. */
static char *
tidy (const Sort *sort, const char *read)
{
  g_autofree char *code = hall_tidy_code (read);
  GString *kept = g_string_new (NULL);

  for (const char *c = code; *c != '\0'; c++)
    if (strchr (sort->impossible, *c) != NULL)
      g_string_append_c (kept, find_alike (sort, *c)[0]);
    else if (g_ascii_isalnum (*c))
      g_string_append_c (kept, *c);
  return g_string_free (kept, FALSE);
}

/* Characters to be changed, put in or left out to make @b of @a. */
static guint
get_distance (const char *a, const char *b)
{
  gsize columns = MIN (strlen (b), MAX_READ);
  guint row[MAX_READ + 1];

  for (gsize j = 0; j <= columns; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0' && i < MAX_READ; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i + 1;
      for (gsize j = 1; j <= columns; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i] != b[j - 1]));
          diagonal = above;
        }
    }
  return row[columns];
}

/* (nullable): the one right code that is one character away */
static char *
mend_one (const Sort *sort, const char *code)
{
  g_autoptr (GHashTable) right = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer only = NULL;

  if (strlen (code) == LENGTH)
    consider_others (sort, right, code);
  else if (strlen (code) == LENGTH + 1)
    consider_shorter (sort, right, code);
  if (g_hash_table_size (right) != 1)
    return NULL;
  g_hash_table_iter_init (&iter, right);
  g_hash_table_iter_next (&iter, &only, NULL);
  return g_strdup (only);
}

/* (nullable): what @code means, as far as @witness agrees */
static char *
mend (const Sort *sort, const char *code, const char *witness)
{
  g_autofree char *mended = NULL;
  guint doubt = get_distance (code, witness), doubt_mended;

  if (sort->is_right (code))
    return doubt <= sort->max_doubt ? g_strdup (code) : NULL;
  mended = mend_one (sort, code);
  if (mended == NULL)
    return NULL;
  doubt_mended = get_distance (mended, witness);
  if (doubt_mended > sort->max_doubt_mended || (sort->wants_witness && doubt_mended >= doubt))
    return NULL;
  return g_steal_pointer (&mended);
}

/* (nullable) */
static char *
mend_both (const Sort *sort, const char *one, const char *other)
{
  g_autofree char *first = tidy (sort, one);
  g_autofree char *second = tidy (sort, other);
  g_autofree char *from_first = mend (sort, first, second);
  g_autofree char *from_second = mend (sort, second, first);

  if (from_first != NULL && from_second != NULL && !g_str_equal (from_first, from_second))
    return NULL;
  return from_first != NULL ? g_steal_pointer (&from_first) : g_steal_pointer (&from_second);
}

char *
hall_uscc_mend (const char *one, const char *other)
{
  return mend_both (&uscc_sort, one, other);
}

char *
hall_citizen_id_mend (const char *one, const char *other)
{
  return mend_both (&citizen_id_sort, one, other);
}
