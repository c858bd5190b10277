/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-helper.h"

#include <glib/gstdio.h>

struct _FakeHelper
{
  char *folder;
  char *path;
  char *before; /* where the real one is */
};

gboolean
fake_helper_is_possible (void)
{
  return g_file_test ("/bin/sh", G_FILE_TEST_IS_EXECUTABLE);
}

FakeHelper *
fake_helper_new (const char *script)
{
  FakeHelper *self = g_new0 (FakeHelper, 1);
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\n%s\n", script);
  gboolean written;

  self->before = g_strdup (g_getenv ("HALL_PROGRAM_DIR"));
  self->folder = g_dir_make_tmp ("hall-helper-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "certhall-render", NULL);
  written = g_file_set_contents (self->path, text, -1, NULL);
  g_assert_true (written);
  g_assert_cmpint (g_chmod (self->path, 0700), ==, 0);
  g_setenv ("HALL_PROGRAM_DIR", self->folder, TRUE);
  return self;
}

void
fake_helper_free (FakeHelper *self)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_setenv ("HALL_PROGRAM_DIR", self->before, TRUE);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->before);
  g_free (self);
}
