/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every parser takes its good examples, and thousands of things like them, without a fuzzer.
 */
#include <string.h>

#include "fuzz-target.h"

#define N_MUTATIONS 3000
#define SEED        20261122

/* A byte changed, put in, left out, or the rest cut off; several times. */
static void
mutate (GByteArray *bytes, GRand *chance)
{
  for (int n = g_rand_int_range (chance, 1, 6); n > 0 && bytes->len > 0; n--)
    {
      guint at = (guint) g_rand_int_range (chance, 0, (gint32) bytes->len);
      guint8 byte = (guint8) g_rand_int_range (chance, 0, 256);

      switch (g_rand_int_range (chance, 0, 5))
        {
        case 0:
          bytes->data[at] = byte;
          break;
        case 1:
          bytes->data[at] ^= (guint8) (1 << byte % 8);
          break;
        case 2:
          g_byte_array_remove_index (bytes, at);
          break;
        case 3:
          g_byte_array_append (bytes, bytes->data + at, MIN (bytes->len - at, byte));
          break;
        default:
          g_byte_array_set_size (bytes, at);
        }
    }
}

static void
test_target (gconstpointer data)
{
  const FuzzTarget *target = data;
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);

  for (gsize i = 0; target->seeds[i] != NULL; i++)
    {
      g_autoptr (GBytes) seed = fuzz_target_read_seed (target->seeds[i]);
      gsize size;
      const guint8 *bytes = g_bytes_get_data (seed, &size);

      target->take (bytes, size);
      for (guint n = 0; n < N_MUTATIONS; n++)
        {
          g_autoptr (GByteArray) copy = g_byte_array_new ();
          g_autofree guint8 *exact = NULL; /* so that a sanitizer sees a step too far */

          g_byte_array_append (copy, bytes, (guint) size);
          mutate (copy, chance);
          exact = g_memdup2 (copy->data, copy->len);
          target->take (exact != NULL ? exact : (const guint8 *) "", copy->len);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < fuzz_n_targets; i++)
    {
      g_autofree char *path = g_strconcat ("/fuzz/", fuzz_targets[i].name, NULL);

      g_test_add_data_func (path, &fuzz_targets[i], test_target);
    }
  return g_test_run ();
}
