/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-run.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A folder for the files of one test; the program runs in it. */
static char *dir;

void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

Run
run_in (const char *lang, const char *const *args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_auto (GStrv) env = g_get_environ ();
  g_autoptr (GError) error = NULL;
  Run run = { -1, NULL, NULL };
  int status = 0;

  g_strv_builder_add (builder, g_getenv ("HALL_CTL"));
  g_strv_builder_addv (builder, (const char **) args);
  argv = g_strv_builder_end (builder);
  env = g_environ_unsetenv (env, "LANGUAGE");
  env = g_environ_unsetenv (env, "LC_MESSAGES");
  env = g_environ_setenv (env, "LC_ALL", lang, TRUE);
  g_spawn_sync (dir, argv, env, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    run.code = error->domain == G_SPAWN_EXIT_ERROR ? error->code : -1;
  else
    run.code = 0;
  return run;
}

guint
run_count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

void
run_put_application (const char *name, const char *field, const char *value)
{
  g_autofree char *file = g_strdup_printf ("applications/%s.json", name);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", file, NULL);
  g_autofree char *to = g_build_filename (dir, "a.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonObject *root;

  g_assert_true (json_parser_load_from_file (parser, from, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  if (field != NULL && strchr (field, '.') != NULL)
    json_object_set_string_member (json_object_get_object_member (root, "fields"), field, value);
  else if (field != NULL)
    json_object_set_string_member (root, field, value);
  text = json_to_string (json_parser_get_root (parser), TRUE);
  g_assert_true (g_file_set_contents (to, text, -1, NULL));
}

GBytes *
run_take_file (const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize size = 0;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  g_remove (path);
  return g_bytes_new_take (content, size);
}

void
run_put_file (const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static void
remove_dir (void)
{
  g_autoptr (GDir) open = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (open)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (dir);
  g_free (dir);
}

int
run_tests (void)
{
  int status;

  dir = g_dir_make_tmp ("hall-cli-XXXXXX", NULL);
  status = g_test_run ();
  remove_dir ();
  return status;
}
