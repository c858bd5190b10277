/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-path.h"

#include <string.h>

#define PATH(id, pattern) [HALL_PATH_##id] = pattern,
static const char *const patterns[HALL_N_PATHS] = {
#include "hall-path-list.h"
};
#undef PATH

const char *
hall_path_get_pattern (HallPath path)
{
  g_return_val_if_fail (path < HALL_N_PATHS, NULL);
  return patterns[path];
}

char *
hall_path_fill (HallPath path, ...)
{
  GString *out = g_string_new (NULL);
  const char *p = patterns[path];
  va_list args;

  va_start (args, path);
  while (*p != '\0')
    {
      if (*p == '{')
        {
          const char *arg = va_arg (args, const char *);

          if (arg == NULL)
            {
              g_critical ("hall_path_fill: too few texts for %s", patterns[path]);
              break;
            }
          g_string_append_uri_escaped (out, arg, NULL, FALSE);
          p = strchr (p, '}') + 1;
        }
      else
        g_string_append_c (out, *p++);
    }
  va_end (args);
  return g_string_free (out, FALSE);
}

/* "." and ".." are no names: proxies take them for steps. */
static gboolean
is_name (const char *text)
{
  return *text != '\0' && g_utf8_validate (text, -1, NULL) && !g_str_equal (text, ".")
         && !g_str_equal (text, "..");
}

char **
hall_path_match (HallPath pattern, const char *path)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *p = patterns[pattern];

  while (*p != '\0' || *path != '\0')
    {
      if (*p == '{')
        {
          gsize length = strcspn (path, "/");
          g_autofree char *text = g_uri_unescape_segment (path, path + length, "/");

          if (text == NULL || !is_name (text))
            return NULL;
          g_strv_builder_add (builder, text);
          path += length;
          p = strchr (p, '}') + 1;
        }
      else if (*p != *path)
        return NULL;
      else
        {
          p++;
          path++;
        }
    }
  return g_strv_builder_end (builder);
}
