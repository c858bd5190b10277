/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-rate.h"

#define MAX_ADDRESSES 10000

typedef struct
{
  double tokens;
  gint64 filled_us;
} Bucket;

struct _HallRate
{
  double burst;
  double per_us;
  GHashTable *buckets; /* address -> Bucket */
};

HallRate *
hall_rate_new (guint burst, guint per_minute)
{
  HallRate *self = g_new0 (HallRate, 1);

  self->burst = burst;
  self->per_us = per_minute / (60.0 * G_USEC_PER_SEC);
  self->buckets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
hall_rate_free (HallRate *self)
{
  g_hash_table_unref (self->buckets);
  g_free (self);
}

static void
fill (const HallRate *self, Bucket *bucket, gint64 now_us)
{
  double gained = (double) (now_us - bucket->filled_us) * self->per_us;

  bucket->tokens = MIN (self->burst, bucket->tokens + gained);
  bucket->filled_us = now_us;
}

/* A full bucket says nothing about its address. */
static void
forget_full (HallRate *self, gint64 now_us)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->buckets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      fill (self, value, now_us);
      if (((Bucket *) value)->tokens >= self->burst)
        g_hash_table_iter_remove (&iter);
    }
}

guint
hall_rate_take (HallRate *self, const char *address, gint64 now_us)
{
  Bucket *bucket = g_hash_table_lookup (self->buckets, address);

  if (bucket == NULL)
    {
      if (g_hash_table_size (self->buckets) >= MAX_ADDRESSES)
        forget_full (self, now_us);
      bucket = g_new0 (Bucket, 1);
      bucket->tokens = self->burst;
      bucket->filled_us = now_us;
      g_hash_table_insert (self->buckets, g_strdup (address), bucket);
    }
  fill (self, bucket, now_us);
  if (bucket->tokens < 1)
    return (guint) ((1 - bucket->tokens) / self->per_us / G_USEC_PER_SEC) + 1;
  bucket->tokens -= 1;
  return 0;
}
