/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-decoder.h"

#include "hall-data-dir.h"
#include "hall-error.h"

#define PROGRAM "certhall-render"

/* All that a helper gets to know of our surroundings; secrets are often kept there. */
static const char *const passed_on[] = {
  "PATH",
  "HOME",
  "LANG",
  "TMPDIR",
  "TEMP",
  "TMP",
  "SystemRoot",
  "XDG_CACHE_HOME",
  "XDG_DATA_DIRS",
  "TESSDATA_PREFIX",
  "FONTCONFIG_FILE",
  "FONTCONFIG_PATH",
  "ASAN_OPTIONS",
  "LSAN_OPTIONS",
  "UBSAN_OPTIONS",
  "WINEPREFIX",
  "WINEPATH",
};

/* Writing to a helper that has gone must fail, not end this process. GSocket sees to that for
 * the whole process, on the systems where it is needed; so it is woken up. */
static void
ignore_broken_pipes (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_type_class_ref (G_TYPE_SOCKET);
      g_once_init_leave (&done, 1);
    }
}

GSubprocess *
hall_decoder_start (const char *const *arguments, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);

  return hall_decoder_start_with (launcher, arguments, error);
}

GSubprocess *
hall_decoder_start_with (GSubprocessLauncher *launcher,
                         const char *const *arguments,
                         GError **error)
{
  g_autofree char *path = hall_data_dir_find_program (PROGRAM);
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_autoptr (GError) inner = NULL;
  g_auto (GStrv) environment = g_new0 (char *, 1);
  g_auto (GStrv) argv = NULL;
  GSubprocess *child = NULL;

  ignore_broken_pipes ();
  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDIN_PIPE
                                                 | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                                 | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  for (gsize i = 0; i < G_N_ELEMENTS (passed_on); i++)
    if (g_getenv (passed_on[i]) != NULL)
      environment = g_environ_setenv (environment, passed_on[i], g_getenv (passed_on[i]), TRUE);
  /* Of the library that reads print: more threads only wait for each other. */
  environment = g_environ_setenv (environment, "OMP_THREAD_LIMIT", "1", TRUE);
  g_subprocess_launcher_set_environ (launcher, environment);
  g_strv_builder_add (line, path != NULL ? path : PROGRAM);
  for (; *arguments != NULL; arguments++)
    g_strv_builder_add (line, *arguments);
  argv = g_strv_builder_end (line);
  if (path != NULL)
    child = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &inner);
  if (child == NULL)
    g_set_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE, PROGRAM " cannot be started: %s",
                 inner != NULL ? inner->message : "it is not installed");
  return child;
}
