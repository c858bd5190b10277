/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-blobs.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "hall-error.h"

#define HEADER   crypto_secretstream_xchacha20poly1305_HEADERBYTES
#define OVERHEAD crypto_secretstream_xchacha20poly1305_ABYTES
#define CHUNK    (64 * 1024)

static char *
blob_path (const char *folder, const char *name)
{
  g_autofree char *letters = g_strndup (name, 2);

  return g_build_filename (folder, letters, name, NULL);
}

/* Names come from the database; a name with a slash must still not leave the folder. */
static gboolean
is_name (const char *name)
{
  return strlen (name) == 32 && strspn (name, "0123456789abcdef") == 32;
}

static char *
new_name (void)
{
  guint8 random[16];
  char *name = g_malloc (33);

  randombytes_buf (random, sizeof random);
  return sodium_bin2hex (name, 33, random, sizeof random);
}

static GByteArray *
encrypt (const HallVault *vault, GBytes *bytes)
{
  crypto_secretstream_xchacha20poly1305_state state;
  GByteArray *out = g_byte_array_new ();
  guint8 chunk[CHUNK + OVERHEAD];
  guint8 header[HEADER];
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize done = 0;

  crypto_secretstream_xchacha20poly1305_init_push (&state, header, hall_vault_get_file_key (vault));
  g_byte_array_append (out, header, HEADER);
  do
    {
      gsize part = MIN (CHUNK, length - done);
      guint8 tag = done + part == length ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;

      crypto_secretstream_xchacha20poly1305_push (&state, chunk, NULL, data + done, part, NULL, 0,
                                                  tag);
      g_byte_array_append (out, chunk, (guint) (part + OVERHEAD));
      done += part;
    }
  while (done < length);
  return out;
}

static GBytes *
decrypt (const HallVault *vault, const guint8 *data, gsize length)
{
  crypto_secretstream_xchacha20poly1305_state state;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint8 chunk[CHUNK];
  guint8 tag = 0;
  gsize done = HEADER;

  if (length < HEADER + OVERHEAD
      || crypto_secretstream_xchacha20poly1305_init_pull (&state, data,
                                                          hall_vault_get_file_key (vault))
             != 0)
    return NULL;
  while (done < length)
    {
      gsize part = MIN (CHUNK + OVERHEAD, length - done);

      if (part < OVERHEAD
          || crypto_secretstream_xchacha20poly1305_pull (&state, chunk, NULL, &tag, data + done,
                                                         part, NULL, 0)
                 != 0)
        return NULL;
      g_byte_array_append (out, chunk, (guint) (part - OVERHEAD));
      done += part;
    }
  if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

char *
hall_blobs_put (const HallVault *vault, const char *folder, GBytes *bytes, GError **error)
{
  g_autoptr (GByteArray) sealed = encrypt (vault, bytes);
  g_autoptr (GError) write_error = NULL;
  g_autofree char *name = new_name ();
  g_autofree char *path = blob_path (folder, name);
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_mkdir_with_parents (parent, 0700) == 0
      && g_file_set_contents_full (path, (const char *) sealed->data, sealed->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, &write_error))
    return g_steal_pointer (&name);
  g_set_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE, "a file cannot be kept: %s",
               write_error != NULL ? write_error->message : g_strerror (errno));
  return NULL;
}

GBytes *
hall_blobs_get (const HallVault *vault, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = is_name (name) ? blob_path (folder, name) : NULL;
  g_autofree char *data = NULL;
  GBytes *bytes;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &data, &length, NULL))
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "the file is no longer kept");
      return NULL;
    }
  bytes = decrypt (vault, (const guint8 *) data, length);
  if (bytes == NULL)
    g_set_error (error, HALL_ERROR, HALL_ERROR_INTERNAL, "blob %s was altered", name);
  return bytes;
}

void
hall_blobs_delete (const char *folder, const char *name)
{
  g_autofree char *path = is_name (name) ? blob_path (folder, name) : NULL;

  if (path != NULL && g_unlink (path) != 0 && errno != ENOENT)
    g_warning ("blob %s cannot be deleted: %s", name, g_strerror (errno));
}
