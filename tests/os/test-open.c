/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses that must not be handed to the system, whoever sent them.
 */
#include "hall-open.h"

static const char *const refused[] = {
  "file:///etc/passwd",   "smb://server/share", "javascript:alert(1)",
  "ssh://host",           "/etc/passwd",        "",
  "mailto:a@example.com",
};

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, refused[i]);
      hall_open_uri_async (refused[i], NULL, on_opened_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_false (hall_open_uri_finish (result, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/refused", test_refused);
  return g_test_run ();
}
