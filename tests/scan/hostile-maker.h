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

/* (element-type HostileFile): all of them */
GPtrArray *hostile_maker_all (void);

/* @bytes: (transfer full) */
void hostile_maker_add (GPtrArray *files, const char *name, GBytes *bytes);

/* One file for each bomb. */
void hostile_maker_add_pdfs (GPtrArray *files);
void hostile_maker_add_jpegs (GPtrArray *files);

/* @size bytes of @pattern again and again, as zlib packs them. */
GBytes *hostile_maker_pack (const char *pattern, gsize size);
