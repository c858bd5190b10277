/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

struct _HallPageMemory
{
  int fd;
  guint8 *data;
};

/* Sealed: a helper that made it smaller would end the one who reads it. */
static gboolean
prepare (int fd)
{
  return ftruncate (fd, HALL_PAGE_MEMORY_BYTES) == 0
         && fcntl (fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
}

HallPageMemory *
hall_page_memory_new (void)
{
  HallPageMemory *self;
  int fd = memfd_create ("certhall-page", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  void *data = MAP_FAILED;

  if (fd >= 0 && prepare (fd))
    data = mmap (NULL, HALL_PAGE_MEMORY_BYTES, PROT_READ, MAP_SHARED, fd, 0);
  if (data == MAP_FAILED)
    {
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  self = g_new0 (HallPageMemory, 1);
  self->fd = fd;
  self->data = data;
  return self;
}

void
hall_page_memory_free (HallPageMemory *self)
{
  munmap (self->data, HALL_PAGE_MEMORY_BYTES);
  close (self->fd);
  g_free (self);
}

void
hall_page_memory_give (HallPageMemory *self, GSubprocessLauncher *launcher)
{
  g_subprocess_launcher_take_fd (launcher, dup (self->fd), HALL_PAGE_MEMORY_FD);
}

const guint8 *
hall_page_memory_get_data (const HallPageMemory *self)
{
  return self->data;
}

guint8 *
hall_page_memory_open (void)
{
  void *data = mmap (NULL, HALL_PAGE_MEMORY_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED,
                     HALL_PAGE_MEMORY_FD, 0);

  return data != MAP_FAILED ? data : NULL;
}
