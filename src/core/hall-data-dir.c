/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-data-dir.h"

#ifdef G_OS_WIN32
#define PROGRAM_ENDING ".exe"
#else
#define PROGRAM_ENDING ""
#endif

/* @compiled: where it lies as compiled; @below: where on Windows, below the program's folder */
static char *
get_installed_dir (const char *compiled, const char *below)
{
#ifdef G_OS_WIN32
  g_autofree char *root = g_win32_get_package_installation_directory_of_module (NULL);

  (void) compiled;
  return g_build_filename (root, below, NULL);
#else
  (void) below;
  return g_strdup (compiled);
#endif
}

/* (nullable): @dir may be NULL */
static char *
find_in (const char *dir, const char *name)
{
  g_autofree char *path = dir != NULL ? g_build_filename (dir, name, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

char *
hall_data_dir_find (const char *name)
{
  g_autofree char *installed = get_installed_dir (HALL_PKGDATADIR, "share/certhall");
  char *path = find_in (g_getenv ("HALL_DATA_DIR"), name);

  return path != NULL ? path : find_in (installed, name);
}

char *
hall_data_dir_find_program (const char *name)
{
  g_autofree char *installed = get_installed_dir (HALL_PKGLIBEXECDIR, "bin");
  g_autofree char *file = g_strconcat (name, PROGRAM_ENDING, NULL);
  char *path = find_in (g_getenv ("HALL_PROGRAM_DIR"), file);

  return path != NULL ? path : find_in (installed, file);
}

char *
hall_data_dir_get_translations (void)
{
  const char *chosen = g_getenv ("HALL_LOCALE_DIR");
  char *dir =
      chosen != NULL ? g_strdup (chosen) : get_installed_dir (HALL_LOCALEDIR, "share/locale");

#ifdef G_OS_WIN32
  char *plain = g_win32_locale_filename_from_utf8 (dir);

  g_free (dir);
  return plain;
#else
  return dir;
#endif
}
