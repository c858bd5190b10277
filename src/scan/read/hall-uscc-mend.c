/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-uscc-mend.h"

#include <string.h>

#include "hall-check-code.h"
#include "hall-tidy.h"

#define LENGTH   18
#define MAX_READ 40

/* How far the other reading may be away. */
#define MAX_DOUBT        2
#define MAX_DOUBT_MENDED 1

/* Pairs that look alike in print, and characters that the code does not use. */
static const struct
{
  char read;
  const char *meant;
} alike[] = {
  { 'O', "0" },    { 'I', "1" },   { 'L', "1" },   { 'Z', "2" },  { 'S', "5" },  { 'V', "Y" },
  { '0', "DQCU" }, { 'D', "0" },   { 'Q', "0" },   { 'C', "0G" }, { 'U', "0" },  { '1', "7TJ" },
  { '7', "1TY" },  { 'T', "71Y" }, { 'J', "1" },   { '2', "7" },  { '3', "8B" }, { '8', "3B6" },
  { 'B', "83" },   { '6', "8GC" }, { 'G', "6C" },  { '4', "A9" }, { 'A', "4" },  { '9', "4" },
  { '5', "6" },    { 'M', "NH" },  { 'N', "MHW" }, { 'W', "N" },  { 'H', "MN" }, { 'K', "X" },
  { 'X', "KY" },   { 'Y', "X7" },  { 'E', "F" },   { 'F', "EP" }, { 'P', "FR" }, { 'R', "P" },
};

/* Who registers and what is registered: the first two characters (GB 32100-2015, table 1). */
static gboolean
has_known_start (const char *code)
{
  return strchr ("159AFGNY", code[0]) != NULL && strchr ("12349", code[1]) != NULL
         && g_ascii_isdigit (code[1]);
}

static gboolean
is_right (const char *code)
{
  return strlen (code) == LENGTH && has_known_start (code)
         && hall_check_uscc (code, NULL, NULL) == HALL_GOOD;
}

/* Keeps the first right code; another one makes it uncertain. */
static void
consider (GHashTable *right, const char *code)
{
  if (is_right (code))
    g_hash_table_add (right, g_strdup (code));
}

static const char *
find_alike (char read)
{
  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    if (alike[i].read == read)
      return alike[i].meant;
  return "";
}

static void
consider_others (GHashTable *right, const char *read)
{
  g_autofree char *code = g_strdup (read);

  for (gsize i = 0; i < LENGTH; i++)
    {
      for (const char *meant = find_alike (read[i]); *meant != '\0'; meant++)
        {
          code[i] = *meant;
          consider (right, code);
        }
      code[i] = read[i];
    }
}

static void
consider_shorter (GHashTable *right, const char *read)
{
  for (gsize i = 0; i <= LENGTH; i++)
    {
      g_autofree char *code = g_strdup (read);

      memmove (code + i, code + i + 1, strlen (code + i));
      consider (right, code);
    }
}

/* What the code can only mean, since it has no such characters. */
static char *
tidy (const char *read)
{
  g_autofree char *code = hall_tidy_code (read);
  GString *kept = g_string_new (NULL);

  for (const char *c = code; *c != '\0'; c++)
    if (strchr ("OIZSV", *c) != NULL)
      g_string_append_c (kept, find_alike (*c)[0]);
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
mend_one (const char *code)
{
  g_autoptr (GHashTable) right = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer only = NULL;

  if (strlen (code) == LENGTH)
    consider_others (right, code);
  else if (strlen (code) == LENGTH + 1)
    consider_shorter (right, code);
  if (g_hash_table_size (right) != 1)
    return NULL;
  g_hash_table_iter_init (&iter, right);
  g_hash_table_iter_next (&iter, &only, NULL);
  return g_strdup (only);
}

/* (nullable): what @code means, as far as @witness agrees */
static char *
mend (const char *code, const char *witness)
{
  g_autofree char *mended = NULL;

  if (is_right (code))
    return get_distance (code, witness) <= MAX_DOUBT ? g_strdup (code) : NULL;
  mended = mend_one (code);
  if (mended == NULL || get_distance (mended, witness) > MAX_DOUBT_MENDED)
    return NULL;
  return g_steal_pointer (&mended);
}

char *
hall_uscc_mend (const char *one, const char *other)
{
  g_autofree char *first = tidy (one);
  g_autofree char *second = tidy (other);
  g_autofree char *from_first = mend (first, second);
  g_autofree char *from_second = mend (second, first);

  if (from_first != NULL && from_second != NULL && !g_str_equal (from_first, from_second))
    return NULL;
  return from_first != NULL ? g_steal_pointer (&from_first) : g_steal_pointer (&from_second);
}
