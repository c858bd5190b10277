/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Uploaded files on the disk, each encrypted (libsodium secretstream,
 * XChaCha20-Poly1305) under a name that says nothing. A file is complete and
 * on the disk before its name is known to the database. Any thread.
 */
#pragma once

#include "hall-vault.h"

/**
 * hall_blobs_put:
 * @folder: of the hall; two letters of the name make a folder below it
 *
 * Returns: (transfer full): the name of the new blob
 */
char *hall_blobs_put (const HallVault *vault, const char *folder, GBytes *bytes, GError **error);

/* @error: %HALL_ERROR_NOT_FOUND, or %HALL_ERROR_INTERNAL if the file was altered */
GBytes *
hall_blobs_get (const HallVault *vault, const char *folder, const char *name, GError **error);

/* A blob that is not there any more is no error. */
void hall_blobs_delete (const char *folder, const char *name);
