/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-region-memory.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define FOLDER      "certhall"
#define SUBFOLDER   "regions"
#define KEY_CHARS   16
#define FOLDER_MODE 0700
#define FILE_MODE   0600
#define MAX_PAGE    500
#define N_NUMBERS   5

struct _HallRegionMemory
{
  char *path;
  GKeyFile *file; /* a group for each kind of document, a key for each field */
};

HallRegionMemory *
hall_region_memory_new (const char *hall_key, const char *staff)
{
  HallRegionMemory *self = g_new0 (HallRegionMemory, 1);
  g_autofree char *who = g_strconcat (hall_key, "\n", staff, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, who, -1);
  g_autofree char *name = g_strdup_printf ("%.*s.ini", KEY_CHARS, hash);
  g_autoptr (GError) error = NULL;

  self->path = g_build_filename (g_get_user_data_dir (), FOLDER, SUBFOLDER, name, NULL);
  self->file = g_key_file_new ();
  if (!g_key_file_load_from_file (self->file, self->path, G_KEY_FILE_NONE, &error))
    g_debug ("no regions are remembered: %s", error->message);
  return self;
}

void
hall_region_memory_free (HallRegionMemory *self)
{
  g_key_file_unref (self->file);
  g_free (self->path);
  g_free (self);
}

/* A file can be damaged, or written by hand. */
static gboolean
is_on_a_page (const HallPlace *place)
{
  return place->x >= 0 && place->y >= 0 && place->width > 0 && place->height > 0
         && place->x + place->width <= 1.0001 && place->y + place->height <= 1.0001;
}

gboolean
hall_region_memory_find (HallRegionMemory *self,
                         const char *kind,
                         const char *field,
                         HallPlace *place)
{
  gsize n = 0;
  g_autofree double *numbers = g_key_file_get_double_list (self->file, kind, field, &n, NULL);

  if (numbers == NULL || n != N_NUMBERS || !(numbers[0] >= 1 && numbers[0] <= MAX_PAGE))
    return FALSE;
  *place = (HallPlace){ (guint) numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] };
  return is_on_a_page (place);
}

static void
save (HallRegionMemory *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = g_key_file_to_data (self->file, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, FOLDER_MODE);
  if (!g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, FILE_MODE,
                                 &error))
    g_message ("a region is not remembered: %s", error->message);
}

void
hall_region_memory_keep (HallRegionMemory *self,
                         const char *kind,
                         const char *field,
                         const HallPlace *place)
{
  double numbers[N_NUMBERS] = { place->page, place->x, place->y, place->width, place->height };

  if (place->page == 0 || !is_on_a_page (place))
    return;
  g_key_file_set_double_list (self->file, kind, field, numbers, N_NUMBERS);
  save (self);
}
