/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the table by its size, among what GLib's own variables point at.
 */
#include "quark-table.h"

#ifdef __SANITIZE_ADDRESS__

#include <glib.h>
#include <link.h>
#include <sanitizer/lsan_interface.h>
#include <string.h>

/* Of sanitizer/allocator_interface.h, which not every compiler brings along. */
int __sanitizer_get_ownership (const volatile void *at);
size_t __sanitizer_get_allocated_size (const volatile void *at);

/* 2048 entries, as in gquark.c. */
#define TABLE_BYTES (2048 * sizeof (char *))

static void
look_through (void *const *at, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (at[i] != NULL && __sanitizer_get_ownership (at[i])
        && __sanitizer_get_allocated_size (at[i]) == TABLE_BYTES)
      __lsan_ignore_object (at[i]);
}

static int
on_library_cb (struct dl_phdr_info *info, size_t size, void *data)
{
  if (strstr (info->dlpi_name, "libglib-2.0") == NULL)
    return 0;
  for (guint i = 0; i < info->dlpi_phnum; i++)
    if (info->dlpi_phdr[i].p_type == PT_LOAD && (info->dlpi_phdr[i].p_flags & PF_W) != 0)
      look_through ((void *const *) (info->dlpi_addr + info->dlpi_phdr[i].p_vaddr),
                    info->dlpi_phdr[i].p_memsz / sizeof (void *));
  return 1;
}

void
quark_table_keep (void)
{
  dl_iterate_phdr (on_library_cb, NULL);
}

#else

void
quark_table_keep (void)
{
}

#endif
