/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: files that were made to harm whoever opens them, the same ones each time.
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *name;
  GBytes *bytes;
} HostileFile;

/* (element-type HostileFile): what is uploaded: PDF and JPEG */
GPtrArray *hostile_maker_uploads (void);

/* (element-type HostileFile): what the document doctor opens besides: PNG, TIFF, WebP */
GPtrArray *hostile_maker_pictures (void);

/* @bytes: (transfer full) */
void hostile_maker_add (GPtrArray *files, const char *name, GBytes *bytes);

/* @whole cut off at so many places. */
void hostile_maker_add_cuts (GPtrArray *files, const char *kind, GBytes *whole, guint n_files);

/* More and more bits of @whole are turned over; its first bytes stay, so that it is opened at all.
 */
void hostile_maker_add_flips (GPtrArray *files, const char *kind, GBytes *whole, guint n_files);

/* One file for each bomb. */
void hostile_maker_add_pdfs (GPtrArray *files);
void hostile_maker_add_jpegs (GPtrArray *files);
void hostile_maker_add_others (GPtrArray *files);

/* @size bytes of @pattern again and again, as zlib packs them. */
GBytes *hostile_maker_pack (const char *pattern, gsize size);
