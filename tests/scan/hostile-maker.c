/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-maker.h"

#include <gio/gio.h>
#include <string.h>

#include "scan-maker.h"

#define N_CUTS    45
#define N_FLIPS   45
#define N_WRAPPED 8 /* whole A4 pages, which take their time */
#define SEED      20261122

static void
file_free (gpointer data)
{
  HostileFile *file = data;

  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

void
hostile_maker_add (GPtrArray *files, const char *name, GBytes *bytes)
{
  HostileFile *file = g_new0 (HostileFile, 1);

  file->name = g_strdup (name);
  file->bytes = bytes;
  g_ptr_array_add (files, file);
}

GBytes *
hostile_maker_pack (const char *pattern, gsize size)
{
  g_autoptr (GConverter) packer =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, packer);
  gsize length = strlen (pattern);
  g_autofree char *block = g_malloc (length * 1024);

  for (gsize i = 0; i < 1024; i++)
    memcpy (block + i * length, pattern, length);
  for (gsize done = 0; done < size; done += length * 1024)
    g_assert_true (
        g_output_stream_write_all (out, block, MIN (length * 1024, size - done), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

void
hostile_maker_add_cuts (GPtrArray *files, const char *kind, GBytes *whole, guint n_files)
{
  gsize size = g_bytes_get_size (whole);

  for (guint i = 1; i <= n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-cut-%u", kind, i);

      hostile_maker_add (files, name, scan_maker_cut (whole, size * i / (n_files + 1)));
    }
}

void
hostile_maker_add_flips (GPtrArray *files, const char *kind, GBytes *whole, guint n_files)
{
  gsize size = g_bytes_get_size (whole);
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-flip-%u", kind, i);
      guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);

      for (guint j = 0; j <= i * 4; j++)
        data[g_rand_int_range (chance, 8, (gint32) size)] ^=
            (guint8) (1 << g_rand_int_range (chance, 0, 8));
      hostile_maker_add (files, name, g_bytes_new_take (data, size));
    }
}

GPtrArray *
hostile_maker_uploads (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (file_free);
  g_autoptr (GBytes) pdf = scan_maker_pdf (2, 37, 52);
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (350, 450);
  g_autoptr (GBytes) wrapped = scan_maker_wrap (jpeg);

  hostile_maker_add_cuts (files, "pdf", pdf, N_CUTS);
  hostile_maker_add_flips (files, "pdf", pdf, N_FLIPS);
  hostile_maker_add_cuts (files, "jpeg", jpeg, N_CUTS);
  hostile_maker_add_flips (files, "jpeg", jpeg, N_FLIPS);
  hostile_maker_add_flips (files, "scan", wrapped, N_WRAPPED);
  hostile_maker_add_pdfs (files);
  hostile_maker_add_jpegs (files);
  return files;
}

GPtrArray *
hostile_maker_pictures (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (file_free);

  hostile_maker_add_others (files);
  return files;
}
