/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-memory.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define ALL_BYTES (hall_page_memory_get_offset (HALL_PAGE_MEMORY_SLOTS))
#define COPIED    0 /* the slot of which no picture stays: there is always one to draw into */

struct _HallPageMemory
{
  gatomicrefcount n_users; /* who opened it, and each picture that stands in it */
  int fd;
  guint8 *data;
  int is_taken[HALL_PAGE_MEMORY_SLOTS]; /* pictures end on whichever thread */
};

/* What a surface holds. */
typedef struct
{
  HallPageMemory *memory;
  guint slot;
} Picture;

static const cairo_user_data_key_t key;

/* Sealed: a helper that made it smaller would end the one who reads it. */
static gboolean
prepare (int fd)
{
  return ftruncate (fd, (off_t) ALL_BYTES) == 0
         && fcntl (fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
}

HallPageMemory *
hall_page_memory_new (void)
{
  HallPageMemory *self;
  int fd = memfd_create ("certhall-page", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  void *data = MAP_FAILED;

  if (fd >= 0 && prepare (fd))
    data = mmap (NULL, ALL_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (data == MAP_FAILED)
    {
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  self = g_new0 (HallPageMemory, 1);
  g_atomic_ref_count_init (&self->n_users);
  self->fd = fd;
  self->data = data;
  return self;
}

void
hall_page_memory_free (HallPageMemory *self)
{
  if (!g_atomic_ref_count_dec (&self->n_users))
    return;
  munmap (self->data, ALL_BYTES);
  close (self->fd);
  g_free (self);
}

void
hall_page_memory_give (HallPageMemory *self, GSubprocessLauncher *launcher)
{
  g_subprocess_launcher_take_fd (launcher, dup (self->fd), HALL_PAGE_MEMORY_FD);
}

guint
hall_page_memory_find_slot (HallPageMemory *self)
{
  for (guint i = COPIED + 1; i < HALL_PAGE_MEMORY_SLOTS; i++)
    if (!g_atomic_int_get (&self->is_taken[i]))
      return i;
  return COPIED;
}

static void
free_picture (gpointer data)
{
  Picture *picture = data;

  g_atomic_int_set (&picture->memory->is_taken[picture->slot], FALSE);
  hall_page_memory_free (picture->memory);
  g_free (picture);
}

static void
keep (HallPageMemory *self, guint slot, cairo_surface_t *surface)
{
  Picture *picture = g_new (Picture, 1);

  g_atomic_ref_count_inc (&self->n_users);
  g_atomic_int_set (&self->is_taken[slot], TRUE);
  *picture = (Picture){ self, slot };
  cairo_surface_set_user_data (surface, &key, picture, free_picture);
}

cairo_surface_t *
hall_page_memory_take (HallPageMemory *self, guint slot, int width, int height)
{
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, width);
  gsize size = (gsize) stride * (gsize) height;
  guint8 *data = self->data + hall_page_memory_get_offset (slot);
  cairo_surface_t *surface;

  if (size > hall_page_memory_get_bytes (slot))
    return NULL;
  if (slot == COPIED)
    data = g_memdup2 (data, size);
  surface = cairo_image_surface_create_for_data (data, CAIRO_FORMAT_RGB24, width, height, stride);
  if (slot == COPIED)
    cairo_surface_set_user_data (surface, &key, data, g_free);
  else
    keep (self, slot, surface);
  return surface;
}

guint8 *
hall_page_memory_open (void)
{
  void *data = mmap (NULL, ALL_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, HALL_PAGE_MEMORY_FD, 0);

  return data != MAP_FAILED ? data : NULL;
}
