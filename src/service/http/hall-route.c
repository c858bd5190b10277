/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-route.h"

const HallRoute *
hall_routes_find (const HallRoute *const *tables,
                  const char *method,
                  const char *path,
                  gboolean *method_known,
                  char ***args)
{
  *method_known = FALSE;
  for (; *tables != NULL; tables++)
    for (const HallRoute *route = *tables; route->method != NULL; route++)
      {
        g_auto (GStrv) found = hall_path_match (route->path, path);

        if (found == NULL)
          continue;
        *method_known = TRUE;
        if (!g_str_equal (route->method, method))
          continue;
        *args = g_steal_pointer (&found);
        return route;
      }
  return NULL;
}

char *
hall_routes_list_methods (const HallRoute *const *tables, const char *path)
{
  GString *methods = g_string_new (NULL);

  for (; *tables != NULL; tables++)
    for (const HallRoute *route = *tables; route->method != NULL; route++)
      {
        g_auto (GStrv) found = hall_path_match (route->path, path);

        if (found == NULL)
          continue;
        g_string_append_printf (methods, "%s%s%s", methods->len > 0 ? ", " : "", route->method,
                                g_str_equal (route->method, "GET") ? ", HEAD" : "");
      }
  return g_string_free (methods, FALSE);
}
