/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hall's key and what is done with it.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "hall-error.h"
#include "hall-store-fixture.h"

static char *folder;

static HallVault *
load (const char *name, gboolean create, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return hall_vault_load (path, create, error);
}

static void
test_key_file (void)
{
  g_autofree char *path = g_build_filename (folder, "new-key", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallVault) vault = load ("new-key", FALSE, &error);
  g_autofree char *bytes = NULL;
  GStatBuf info;
  gsize length;

  g_assert_null (vault);
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  vault = load ("new-key", TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
#ifndef G_OS_WIN32 /* there the folder above says who may read */
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
#endif
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, ==, 32);
}

static void
test_key_of_other_length (void)
{
  static const gssize lengths[] = { 0, 1, 31, 33 };
  g_autofree char *path = g_build_filename (folder, "odd-key", NULL);
  g_autofree char *bytes = g_strnfill (40, 'k');

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, bytes, lengths[i], NULL));
      g_assert_null (load ("odd-key", TRUE, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
    }
}

static void
test_seal_and_open (void)
{
  static const char *const texts[] = { "", "x", "13800138000", "阿依古丽·买买提",
                                       "a text that is a little longer than a block or two" };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallVault) vault = load ("key", TRUE, &error);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *sealed = hall_vault_seal (vault, texts[i]);
      g_autofree char *again = hall_vault_seal (vault, texts[i]);
      g_autofree char *opened = hall_vault_open (vault, sealed, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (opened, ==, texts[i]);
      g_assert_cmpstr (sealed, !=, again);
      if (strlen (texts[i]) > 1)
        g_assert_null (strstr (sealed, texts[i]));
    }
}

static void
assert_does_not_open (const HallVault *vault, const char *sealed)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_vault_open (vault, sealed, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INTERNAL);
}

/* Each single bit of what is kept counts. */
static void
test_altered (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallVault) vault = load ("key", TRUE, &error);
  g_autofree char *sealed = hall_vault_seal (vault, "李四");
  g_autofree guint8 *bytes = NULL;
  gsize length;

  bytes = g_base64_decode (sealed, &length);
  for (gsize i = 0; i < length * 8; i++)
    {
      g_autofree char *altered = NULL;

      bytes[i / 8] ^= (guint8) (1 << (i % 8));
      altered = g_base64_encode (bytes, length);
      assert_does_not_open (vault, altered);
      bytes[i / 8] ^= (guint8) (1 << (i % 8));
    }
  for (gsize cut = 0; cut < length; cut++)
    {
      g_autofree char *shorter = g_base64_encode (bytes, cut);

      assert_does_not_open (vault, shorter);
    }
  assert_does_not_open (vault, "");
  assert_does_not_open (vault, "%%% not base64 %%%");
  assert_does_not_open (vault, NULL);
}

static void
test_other_key (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallVault) one = load ("key", TRUE, &error);
  g_autoptr (HallVault) same = load ("key", FALSE, &error);
  g_autoptr (HallVault) other = load ("other-key", TRUE, &error);
  g_autofree char *sealed = hall_vault_seal (one, "王五");
  g_autofree char *opened = hall_vault_open (same, sealed, &error);

  g_assert_cmpstr (opened, ==, "王五");
  assert_does_not_open (other, sealed);
}

static void
test_lookup_key (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallVault) one = load ("key", TRUE, &error);
  g_autoptr (HallVault) same = load ("key", FALSE, &error);
  g_autoptr (HallVault) other = load ("other-key", TRUE, &error);
  g_autofree char *key = hall_vault_lookup_key (one, "13800138000");
  g_autofree char *again = hall_vault_lookup_key (same, "13800138000");
  g_autofree char *elsewhere = hall_vault_lookup_key (other, "13800138000");
  g_autofree char *neighbour = hall_vault_lookup_key (one, "13800138001");
  g_autofree char *signature = hall_vault_sign_sandbox (one, "13800138000");

  g_assert_cmpuint (strlen (key), ==, 64);
  g_assert_cmpuint (strspn (key, "0123456789abcdef"), ==, 64);
  g_assert_cmpstr (key, ==, again);
  g_assert_cmpstr (key, !=, elsewhere);
  g_assert_cmpstr (key, !=, neighbour);
  g_assert_cmpuint (strlen (signature), ==, 64);
  g_assert_cmpstr (signature, !=, key);
}

/* One key for each purpose: none of the derived keys may be another. */
static void
test_keys_differ (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallVault) one = load ("key", TRUE, &error);
  g_autoptr (HallVault) other = load ("other-key", TRUE, &error);

  g_assert_cmpint (memcmp (hall_vault_get_file_key (one), hall_vault_get_file_key (other), 32), !=,
                   0);
}

static void
test_tokens (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 10000; i++)
    {
      char *token = hall_token_new ();

      g_assert_cmpuint (strlen (token), ==, 43);
      g_assert_cmpuint (strspn (token, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                       "0123456789-_"),
                        ==, 43);
      g_assert_true (g_hash_table_add (seen, token));
    }
}

static void
test_token_hash (void)
{
  g_autofree char *hash = hall_token_hash ("abc");

  g_assert_cmpstr (hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* Ten cells of 10,000 each: five standard deviations are 474. */
static void
test_digits (void)
{
  guint counts[10] = { 0 };

  for (guint i = 0; i < 12500; i++)
    {
      g_autofree char *digits = hall_random_digits (8);

      g_assert_cmpuint (strlen (digits), ==, 8);
      for (const char *p = digits; *p != '\0'; p++)
        {
          g_assert_true (g_ascii_isdigit (*p));
          counts[*p - '0']++;
        }
    }
  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpuint (counts[i], >, 10000 - 500);
      g_assert_cmpuint (counts[i], <, 10000 + 500);
    }
}

static void
test_below (void)
{
  guint counts[6] = { 0 };

  for (guint i = 0; i < 60000; i++)
    {
      guint n = hall_random_below (6);

      g_assert_cmpuint (n, <, 6);
      counts[n]++;
    }
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpuint (counts[i], >, 9500);
      g_assert_cmpuint (counts[i], <, 10500);
    }
  g_assert_cmpuint (hall_random_below (1), ==, 0);
}

static void
test_password (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = hall_password_hash ("Ab12345678", &error);
  g_autofree char *again = hall_password_hash ("Ab12345678", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (hash, "$argon2id$v=19$m=65536,t=2,p=1$"));
  g_assert_cmpstr (hash, !=, again);
  g_assert_true (hall_password_verify (hash, "Ab12345678"));
  g_assert_true (hall_password_verify (again, "Ab12345678"));
  g_assert_false (hall_password_verify (hash, "Ab12345679"));
  g_assert_false (hall_password_verify (hash, ""));
  g_assert_false (hall_password_verify ("no hash at all", "Ab12345678"));
}

static void
test_secret_equal (void)
{
  g_assert_true (hall_secret_equal ("", ""));
  g_assert_true (hall_secret_equal ("abc", "abc"));
  g_assert_false (hall_secret_equal ("abc", "abd"));
  g_assert_false (hall_secret_equal ("abc", "ab"));
  g_assert_false (hall_secret_equal ("ab", "abc"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = hall_test_folder_new ();
  g_test_add_func ("/vault/key-file", test_key_file);
  g_test_add_func ("/vault/key-of-other-length", test_key_of_other_length);
  g_test_add_func ("/vault/seal-and-open", test_seal_and_open);
  g_test_add_func ("/vault/altered", test_altered);
  g_test_add_func ("/vault/other-key", test_other_key);
  g_test_add_func ("/vault/lookup-key", test_lookup_key);
  g_test_add_func ("/vault/keys-differ", test_keys_differ);
  g_test_add_func ("/vault/tokens", test_tokens);
  g_test_add_func ("/vault/token-hash", test_token_hash);
  g_test_add_func ("/vault/digits", test_digits);
  g_test_add_func ("/vault/below", test_below);
  g_test_add_func ("/vault/password", test_password);
  g_test_add_func ("/vault/secret-equal", test_secret_equal);
  result = g_test_run ();
  hall_test_folder_remove (folder);
  g_free (folder);
  return result;
}
