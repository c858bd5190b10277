/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-data-dir.h"

/* (transfer full) */
static char *
get_installed_dir (void)
{
#ifdef G_OS_WIN32
  g_autofree char *root = g_win32_get_package_installation_directory_of_module (NULL);

  return g_build_filename (root, "share", "certhall", NULL);
#else
  return g_strdup (HALL_PKGDATADIR);
#endif
}

static char *
find_in (const char *dir, const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

char *
hall_data_dir_find (const char *name)
{
  const char *chosen = g_getenv ("HALL_DATA_DIR");
  g_autofree char *installed = NULL;
  char *path = chosen != NULL ? find_in (chosen, name) : NULL;

  if (path != NULL)
    return path;
  installed = get_installed_dir ();
  return find_in (installed, name);
}
