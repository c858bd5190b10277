/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Uploaded files, encrypted on the disk.
 */
#include "hall-blobs.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hall-error.h"
#include "hall-store-fixture.h"

#define CHUNK  (64 * 1024) /* of the encryption */
#define HEADER 24
#define SEAL   17 /* each chunk's own bytes */

typedef struct
{
  HallStoreFixture store;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  hall_store_fixture_set_up (&fixture->store, data);
  fixture->folder = hall_store_fixture_path (&fixture->store, "files");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hall_store_fixture_tear_down (&fixture->store, data);
  g_free (fixture->folder);
}

static GBytes *
make_bytes (gsize length)
{
  guint8 *data = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    data[i] = (guint8) (i * 31 + (i >> 8) * 7 + 5);
  return g_bytes_new_take (data, length);
}

static char *
put (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *name = hall_blobs_put (fixture->store.vault, fixture->folder, bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (name), ==, 32);
  return name;
}

static char *
path_of (Fixture *fixture, const char *name)
{
  g_autofree char *letters = g_strndup (name, 2);

  return g_build_filename (fixture->folder, letters, name, NULL);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  static const gsize lengths[] = {
    0, 1, 2, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK - 1, 2 * 1024 * 1024, 5 * 1024 * 1024
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) bytes = make_bytes (lengths[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *name = put (fixture, bytes);
      g_autofree char *path = path_of (fixture, name);
      g_autoptr (GBytes) back =
          hall_blobs_get (fixture->store.vault, fixture->folder, name, &error);
      gsize chunks = MAX (1, (lengths[i] + CHUNK - 1) / CHUNK);
      GStatBuf info;

      g_test_message ("%" G_GSIZE_FORMAT " bytes", lengths[i]);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, back));
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpuint ((gsize) info.st_size, ==, HEADER + lengths[i] + chunks * SEAL);
#ifndef G_OS_WIN32 /* there the folder above says who may read */
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
#endif
    }
}

static void
test_says_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (1000, 'A');
  g_autoptr (GBytes) bytes = g_bytes_new (text, 1000);
  g_autofree char *one = put (fixture, bytes);
  g_autofree char *two = put (fixture, bytes);
  g_autofree char *path = path_of (fixture, one);
  g_autofree char *other_path = path_of (fixture, two);
  g_autofree char *kept = NULL;
  g_autofree char *other = NULL;
  gsize length;

  g_assert_cmpstr (one, !=, two);
  g_assert_true (g_file_get_contents (path, &kept, &length, NULL));
  g_assert_true (g_file_get_contents (other_path, &other, NULL, NULL));
  g_assert_null (g_strstr_len (kept, (gssize) length, "AAAA"));
  g_assert_cmpint (memcmp (kept, other, length), !=, 0);
}

static void
assert_altered (Fixture *fixture, const char *name, const char *data, gsize length)
{
  g_autofree char *path = path_of (fixture, name);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  g_assert_null (hall_blobs_get (fixture->store.vault, fixture->folder, name, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
}

static void
test_altered (Fixture *fixture, gconstpointer data)
{
  const gsize part = CHUNK + SEAL;
  g_autoptr (GBytes) bytes = make_bytes (2 * CHUNK + 100);
  g_autofree char *name = put (fixture, bytes);
  g_autofree char *path = path_of (fixture, name);
  g_autofree char *kept = NULL;
  g_autofree char *work = NULL;
  gsize length;
  const gsize cuts[] = {
    0, 1, HEADER, HEADER + SEAL - 1, HEADER + part - 1, HEADER + part, HEADER + 2 * part
  };

  g_assert_true (g_file_get_contents (path, &kept, &length, NULL));
  work = g_malloc (length + part);
  for (gsize i = 0; i < length; i += 4099)
    {
      memcpy (work, kept, length);
      work[i] = (char) (work[i] ^ 1);
      assert_altered (fixture, name, work, length);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    assert_altered (fixture, name, kept, cuts[i]);
  assert_altered (fixture, name, kept, length - 1);
  /* a byte more, a chunk twice, two chunks swapped */
  memcpy (work, kept, length);
  work[length] = 0;
  assert_altered (fixture, name, work, length + 1);
  memcpy (work, kept, HEADER + part);
  memcpy (work + HEADER + part, kept + HEADER, length - HEADER);
  assert_altered (fixture, name, work, length + part);
  memcpy (work, kept, length);
  memcpy (work + HEADER, kept + HEADER + part, part);
  memcpy (work + HEADER + part, kept + HEADER, part);
  assert_altered (fixture, name, work, length);
}

static void
test_other_key (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = hall_store_fixture_path (&fixture->store, "other-key");
  g_autoptr (GError) error = NULL;
  g_autoptr (HallVault) other = hall_vault_load (key, TRUE, &error);
  g_autoptr (GBytes) bytes = make_bytes (10);
  g_autofree char *name = put (fixture, bytes);

  g_assert_null (hall_blobs_get (other, fixture->folder, name, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
}

/* Whatever the database says, nothing outside the folder is read or deleted. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "",
                                       "..",
                                       "../key",
                                       "../../../../../../etc/passwd",
                                       "0123456789abcdef0123456789abcde",
                                       "0123456789abcdef0123456789abcdef0",
                                       "0123456789ABCDEF0123456789ABCDEF",
                                       "../../0123456789abcdef01234567890",
                                       "0123456789abcdef/123456789abcdef" };
  g_autofree char *key = hall_store_fixture_path (&fixture->store, "key");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hall_blobs_get (fixture->store.vault, fixture->folder, names[i], &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
      hall_blobs_delete (fixture->folder, names[i]);
    }
  g_assert_true (g_file_test (key, G_FILE_TEST_EXISTS));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_bytes (100);
  g_autofree char *name = put (fixture, bytes);
  g_autofree char *path = path_of (fixture, name);
  g_autoptr (GError) error = NULL;

  hall_blobs_delete (fixture->folder, name);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  hall_blobs_delete (fixture->folder, name);
  g_assert_null (hall_blobs_get (fixture->store.vault, fixture->folder, name, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_bytes (100);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_file_set_contents (fixture->folder, "a file where the folder should be", -1, NULL));
  g_assert_null (hall_blobs_put (fixture->store.vault, fixture->folder, bytes, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
}

#define ADD(name, test) g_test_add ("/blobs/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("says-nothing", test_says_nothing);
  ADD ("altered", test_altered);
  ADD ("other-key", test_other_key);
  ADD ("names", test_names);
  ADD ("delete", test_delete);
  ADD ("unwritable", test_unwritable);
  return g_test_run ();
}
