/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hall's key and what is done with it: personal data are sealed before they
 * reach the database, files before they reach the disk, and a mobile number is
 * found again by a keyed hash, never by its text. Immutable after loading; every
 * function may be called from any thread.
 */
#pragma once

#include <glib.h>

typedef struct _HallVault HallVault;

/**
 * hall_vault_load:
 * @path: the key file, 32 random bytes, readable by the service only
 * @create: make the file if it is missing (a new hall)
 * @error: %HALL_ERROR_NOT_FOUND if it is missing and must not be made
 */
HallVault *hall_vault_load (const char *path, gboolean create, GError **error);
void hall_vault_free (HallVault *self);

/* Returns: (transfer full): base64 of nonce and ciphertext (XSalsa20-Poly1305) */
char *hall_vault_seal (const HallVault *self, const char *text);

/* @error: %HALL_ERROR_INTERNAL if @sealed was not sealed with this key or was altered */
char *hall_vault_open (const HallVault *self, const char *sealed, GError **error);

/* Returns: (transfer full): a keyed BLAKE2b hash, 64 hexadecimal digits */
char *hall_vault_lookup_key (const HallVault *self, const char *text);

/* HMAC-SHA-256, hexadecimal: how the sandbox signs what it notifies. */
char *hall_vault_sign_sandbox (const HallVault *self, const char *text);

/* 32 random bytes as 43 characters of base64url. */
char *hall_token_new (void);

/* Returns: (transfer full): SHA-256 of a token: what is kept of it */
char *hall_token_hash (const char *token);

/* 0 to @limit - 1, each equally likely. */
guint hall_random_below (guint limit);

/* @digits decimal digits, each equally likely. */
char *hall_random_digits (guint digits);

/**
 * hall_password_hash:
 * @error: %HALL_ERROR_UNAVAILABLE if there is no memory for it now
 *
 * Returns: (transfer full): argon2id with libsodium's interactive limits: 64 MiB and
 *   tens of milliseconds, so never on the writer's thread
 */
char *hall_password_hash (const char *password, GError **error);
gboolean hall_password_verify (const char *hash, const char *password);

/* Constant time. */
gboolean hall_secret_equal (const char *a, const char *b);

/* The keys of the file encryption, for hall-blobs only: 32 bytes. */
const guint8 *hall_vault_get_file_key (const HallVault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallVault, hall_vault_free)
