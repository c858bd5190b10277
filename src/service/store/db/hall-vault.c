/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-vault.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "hall-error.h"

#define CONTEXT   "certhall" /* crypto_kdf wants 8 characters */
#define KEY_BYTES 32

enum
{
  KEY_SEAL = 1,
  KEY_LOOKUP,
  KEY_FILES,
  KEY_SANDBOX
};

G_STATIC_ASSERT (crypto_kdf_KEYBYTES == KEY_BYTES);
G_STATIC_ASSERT (crypto_secretbox_KEYBYTES == KEY_BYTES);
G_STATIC_ASSERT (crypto_auth_hmacsha256_KEYBYTES == KEY_BYTES);

struct _HallVault
{
  guint8 seal[KEY_BYTES];
  guint8 lookup[KEY_BYTES];
  guint8 files[KEY_BYTES];
  guint8 sandbox[KEY_BYTES];
};

static gboolean
write_new_key (const char *path, guint8 key[KEY_BYTES], GError **error)
{
  g_autoptr (GError) write_error = NULL;

  randombytes_buf (key, KEY_BYTES);
  if (g_file_set_contents_full (path, (const char *) key, KEY_BYTES,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &write_error))
    return TRUE;
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE, write_error->message);
  return FALSE;
}

static gboolean
read_key (const char *path, gboolean create, guint8 key[KEY_BYTES], GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (create)
        return write_new_key (path, key, error);
      g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                   "the key file %s is missing; without it the hall's data cannot be read: "
                   "restore it from your backup",
                   path);
      return FALSE;
    }
  if (!g_file_get_contents (path, &bytes, &length, error))
    return FALSE;
  if (length != KEY_BYTES)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "the key file %s must have %d bytes",
                   path, KEY_BYTES);
      return FALSE;
    }
  memcpy (key, bytes, KEY_BYTES);
  sodium_memzero (bytes, length);
  return TRUE;
}

HallVault *
hall_vault_load (const char *path, gboolean create, GError **error)
{
  guint8 key[KEY_BYTES];
  HallVault *self;

  if (sodium_init () < 0)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INTERNAL, "libsodium cannot start");
      return NULL;
    }
  if (!read_key (path, create, key, error))
    return NULL;
  self = g_new0 (HallVault, 1);
  crypto_kdf_derive_from_key (self->seal, KEY_BYTES, KEY_SEAL, CONTEXT, key);
  crypto_kdf_derive_from_key (self->lookup, KEY_BYTES, KEY_LOOKUP, CONTEXT, key);
  crypto_kdf_derive_from_key (self->files, KEY_BYTES, KEY_FILES, CONTEXT, key);
  crypto_kdf_derive_from_key (self->sandbox, KEY_BYTES, KEY_SANDBOX, CONTEXT, key);
  sodium_memzero (key, sizeof key);
  return self;
}

void
hall_vault_free (HallVault *self)
{
  sodium_memzero (self, sizeof *self);
  g_free (self);
}

char *
hall_vault_seal (const HallVault *self, const char *text)
{
  gsize length = strlen (text);
  gsize total = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + length;
  g_autofree guint8 *out = g_malloc (total);

  randombytes_buf (out, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy (out + crypto_secretbox_NONCEBYTES, (const guint8 *) text, length, out,
                         self->seal);
  return g_base64_encode (out, total);
}

char *
hall_vault_open (const HallVault *self, const char *sealed, GError **error)
{
  const gsize head = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  gsize total = 0;
  g_autofree guint8 *bytes = sealed != NULL ? g_base64_decode (sealed, &total) : NULL;
  g_autofree char *text = NULL;

  if (bytes != NULL && total >= head)
    {
      text = g_malloc0 (total - head + 1);
      if (crypto_secretbox_open_easy ((guint8 *) text, bytes + crypto_secretbox_NONCEBYTES,
                                      total - crypto_secretbox_NONCEBYTES, bytes, self->seal)
          == 0)
        return g_steal_pointer (&text);
    }
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INTERNAL,
                       "sealed data do not open: altered, or sealed with another key file");
  return NULL;
}

static char *
to_hex (const guint8 *bytes, gsize length)
{
  char *hex = g_malloc (length * 2 + 1);

  return sodium_bin2hex (hex, length * 2 + 1, bytes, length);
}

char *
hall_vault_lookup_key (const HallVault *self, const char *text)
{
  guint8 hash[32];

  crypto_generichash (hash, sizeof hash, (const guint8 *) text, strlen (text), self->lookup,
                      KEY_BYTES);
  return to_hex (hash, sizeof hash);
}

char *
hall_vault_sign_sandbox (const HallVault *self, const char *text)
{
  guint8 mac[crypto_auth_hmacsha256_BYTES];

  crypto_auth_hmacsha256 (mac, (const guint8 *) text, strlen (text), self->sandbox);
  return to_hex (mac, sizeof mac);
}

char *
hall_token_new (void)
{
  guint8 bytes[32];
  char *token =
      g_malloc (sodium_base64_ENCODED_LEN (sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING));

  randombytes_buf (bytes, sizeof bytes);
  return sodium_bin2base64 (token,
                            sodium_base64_ENCODED_LEN (sizeof bytes,
                                                       sodium_base64_VARIANT_URLSAFE_NO_PADDING),
                            bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

char *
hall_token_hash (const char *token)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, token, -1);
}

char *
hall_random_digits (guint digits)
{
  char *text = g_malloc0 (digits + 1);

  for (guint i = 0; i < digits; i++)
    text[i] = (char) ('0' + randombytes_uniform (10));
  return text;
}

char *
hall_password_hash (const char *password, GError **error)
{
  g_autofree char *hash = g_malloc0 (crypto_pwhash_STRBYTES);

  if (crypto_pwhash_str (hash, password, strlen (password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_MEMLIMIT_INTERACTIVE)
      == 0)
    return g_steal_pointer (&hash);
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE,
                       "the service is short of memory; please try again");
  return NULL;
}

gboolean
hall_password_verify (const char *hash, const char *password)
{
  return crypto_pwhash_str_verify (hash, password, strlen (password)) == 0;
}

gboolean
hall_secret_equal (const char *a, const char *b)
{
  gsize length = strlen (a);

  return length == strlen (b) && sodium_memcmp (a, b, length) == 0;
}

const guint8 *
hall_vault_get_file_key (const HallVault *self)
{
  return self->files;
}

guint
hall_random_below (guint limit)
{
  return randombytes_uniform (limit);
}
