/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A directory of fields for each page, each ended by the place of the next. Source: TIFF 6.0,
 * section 2.
 */
#include "hall-fit-tiff.h"

#include <string.h>

#define MAX_PAGES   500
#define ENTRY_BYTES 12
#define FIRST_AT    4

typedef struct
{
  const guint8 *data;
  gsize size;
  gboolean is_little;
} Tiff;

static guint32
read_number (const Tiff *tiff, gsize at, guint bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < bytes; i++)
    value = value << 8 | tiff->data[at + (tiff->is_little ? bytes - 1 - i : i)];
  return value;
}

/* The place of the directory behind the one at @at; 0 at the end. */
static gsize
get_next (const Tiff *tiff, gsize at)
{
  gsize end;

  if (at < 8 || at > tiff->size || tiff->size - at < 2)
    return 0;
  end = at + 2 + (gsize) read_number (tiff, at, 2) * ENTRY_BYTES;
  return end <= tiff->size && tiff->size - end >= 4 ? read_number (tiff, end, 4) : 0;
}

static Tiff
open_tiff (GBytes *bytes)
{
  Tiff tiff = { 0 };

  tiff.data = g_bytes_get_data (bytes, &tiff.size);
  tiff.is_little = tiff.size > 0 && tiff.data[0] == 'I';
  return tiff;
}

guint
hall_fit_tiff_count (GBytes *bytes)
{
  Tiff tiff = open_tiff (bytes);
  guint n = 0;

  if (tiff.size < FIRST_AT + 4)
    return 1;
  for (gsize at = read_number (&tiff, FIRST_AT, 4); at != 0 && n < MAX_PAGES; n++)
    at = get_next (&tiff, at);
  return MAX (n, 1);
}

GBytes *
hall_fit_tiff_turn_to (GBytes *bytes, guint index)
{
  Tiff tiff = open_tiff (bytes);
  gsize at = tiff.size >= FIRST_AT + 4 ? read_number (&tiff, FIRST_AT, 4) : 0;
  guint8 *copy;

  for (guint i = 0; i < index && at != 0; i++)
    at = get_next (&tiff, at);
  if (at == 0 || index == 0)
    return g_bytes_ref (bytes);
  copy = g_memdup2 (tiff.data, tiff.size);
  for (guint i = 0; i < 4; i++)
    copy[FIRST_AT + (tiff.is_little ? i : 3 - i)] = (guint8) (at >> (8 * i));
  return g_bytes_new_take (copy, tiff.size);
}
