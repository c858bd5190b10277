/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every parser takes the examples in corpus/, and thousands of things like them, without a
 * fuzzer. Examples called good* must make sense to it.
 */
#include <string.h>

#include "fuzz-target.h"

#define N_MUTATIONS 3000
#define SEED        20261122

/* Out of a copy: the bytes move when there are more of them. */
static void
repeat (GByteArray *bytes, guint at, guint length)
{
  g_autofree guint8 *copy = g_memdup2 (bytes->data + at, length);

  g_byte_array_append (bytes, copy, length);
}

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
          repeat (bytes, at, MIN (bytes->len - at, byte));
          break;
        default:
          g_byte_array_set_size (bytes, at);
        }
    }
}

/* (transfer full) */
static GBytes *
read_example (const char *path)
{
  char *text;
  gsize size;
  gboolean read = g_file_get_contents (path, &text, &size, NULL);

  g_assert_true (read);
  if (g_str_has_suffix (path, ".hex"))
    {
      size = strlen (g_strchomp (text)) / 2;
      for (gsize i = 0; i < size; i++)
        text[i] = (char) (g_ascii_xdigit_value (text[2 * i]) * 16
                          + g_ascii_xdigit_value (text[2 * i + 1]));
    }
  return g_bytes_new_take (text, size);
}

static void
try_example (const FuzzTarget *target, GBytes *example, gboolean is_good)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (example, &size);
  gboolean taken = target->take (bytes, size);

  g_assert_true (taken || !is_good);
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

static void
test_target (gconstpointer data)
{
  const FuzzTarget *target = data;
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", target->name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_good = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) example = read_example (path);
      gboolean is_good = g_str_has_prefix (name, "good");

      g_test_message ("%s", name);
      try_example (target, example, is_good);
      n_good += is_good;
    }
  g_assert_cmpuint (n_good, >, 0);
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
