/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-project.h"

#include <string.h>

#include "hall-catalog-load.h"
#include "hall-data-dir.h"
#include "hall-error.h"
#include "hall-wire-application.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full) (element-type utf8): the JSON files of the folder, sorted */
static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}

GPtrArray *
hall_project_load_all (const HallCli *cli, HallExit *code)
{
  g_autofree char *folder = hall_data_dir_find ("catalog");
  g_autoptr (GPtrArray) names = list_files (folder);
  g_autoptr (GPtrArray) catalogs =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_catalog_unref);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;
      HallCatalog *catalog = hall_catalog_load_file (g_ptr_array_index (names, i), &error);

      if (catalog == NULL)
        {
          *code = hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
          return NULL;
        }
      g_ptr_array_add (catalogs, catalog);
    }
  if (catalogs->len > 0)
    return g_steal_pointer (&catalogs);
  *code = hall_cli_complain (cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_NO_CATALOGS, NULL, NULL);
  return NULL;
}

HallCatalog *
hall_project_find (GPtrArray *catalogs, const char *id)
{
  for (guint i = 0; i < catalogs->len; i++)
    {
      HallCatalog *catalog = g_ptr_array_index (catalogs, i);

      if (strcmp (catalog->id, id) == 0)
        return catalog;
    }
  return NULL;
}

HallApplication *
hall_project_parse_application (const HallCli *cli, const char *path, HallExit *code)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  HallApplication *application;
  gsize size = 0;

  if (!g_file_get_contents (path, &text, &size, &error))
    {
      *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_CANNOT_READ, path,
                                 hall_cli_get_reason (error));
      return NULL;
    }
  application = hall_wire_parse_application (path, text, (gssize) size, &error);
  if (application == NULL)
    *code = hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  return application;
}

HallApplication *
hall_project_read_application (const HallCli *cli,
                               const char *path,
                               HallCatalog **catalog,
                               HallExit *code)
{
  g_autoptr (HallApplication) application = hall_project_parse_application (cli, path, code);
  g_autoptr (GPtrArray) catalogs = NULL;
  HallCatalog *found;

  *catalog = NULL;
  if (application == NULL)
    return NULL;
  catalogs = hall_project_load_all (cli, code);
  if (catalogs == NULL)
    return NULL;
  found = hall_project_find (catalogs, application->project);
  if (found != NULL)
    {
      *catalog = hall_catalog_ref (found);
      hall_application_tidy (application, found);
      hall_application_fill_defaults (application, found);
    }
  return g_steal_pointer (&application);
}

const HallRequirement *
hall_project_find_slot (
    const HallCli *cli, GPtrArray *catalogs, const char *project, const char *slot, HallExit *code)
{
  const HallRequirement *found = NULL;

  if (project != NULL && hall_project_find (catalogs, project) == NULL)
    {
      *code =
          hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_UNKNOWN_PROJECT, project, NULL);
      return NULL;
    }
  for (guint i = 0; i < catalogs->len && found == NULL; i++)
    {
      const HallCatalog *catalog = g_ptr_array_index (catalogs, i);

      if (project == NULL || g_str_equal (catalog->id, project))
        found = hall_catalog_find_requirement (catalog, slot);
    }
  if (found == NULL)
    *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_UNKNOWN_SLOT, slot, NULL);
  return found;
}
