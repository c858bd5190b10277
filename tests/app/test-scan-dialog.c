/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages straight from a scanner: the dialog, against SANE's own backend for tests.
 */
#include <glib/gstdio.h>

#include "app-test.h"
#include "hall-app-lang.h"
#include "hall-scan-dialog.h"
#include "hall-scanner.h"

typedef struct
{
  GtkWidget *parent;
  GtkWidget *dialog;
  guint n_pages;
  gboolean gone;
} Scan;

static void
write_config (void)
{
  g_autofree char *folder = g_dir_make_tmp ("scan-dialog-XXXXXX", NULL);
  g_autofree char *list = g_build_filename (folder, "dll.conf", NULL);
  g_autofree char *device = g_build_filename (folder, "test.conf", NULL);

  g_assert_true (g_file_set_contents (list, "test\n", -1, NULL));
  g_assert_true (g_file_set_contents (device,
                                      "number_of_devices 1\nmode Gray\ndepth 8\nresolution 75.0\n"
                                      "test-picture \"Color pattern\"\ngeometry_min 0.0\n"
                                      "geometry_max 300.0\n",
                                      -1, NULL));
  g_setenv ("SANE_CONFIG_DIR", folder, TRUE);
}

static void
remove_config (void)
{
  const char *folder = g_getenv ("SANE_CONFIG_DIR");
  static const char *const names[] = { "dll.conf", "test.conf" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
on_scanned_cb (HallScanDialog *dialog, GPtrArray *pages, Scan *self)
{
  self->n_pages = pages->len;
}

static void
on_destroyed_cb (GtkWidget *dialog, Scan *self)
{
  self->gone = TRUE;
}

static void
set_up (Scan *self)
{
  self->parent = app_test_show (gtk_label_new ("below"));
  self->dialog =
      g_object_ref (hall_scan_dialog_new (GTK_WINDOW (self->parent), "Seal capture sheet", TRUE));
  g_signal_connect (self->dialog, "scanned", G_CALLBACK (on_scanned_cb), self);
  g_signal_connect (self->dialog, "destroy", G_CALLBACK (on_destroyed_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
tear_down (Scan *self)
{
  gtk_widget_destroy (self->dialog);
  for (int i = 0; i < 500 && G_OBJECT (self->dialog)->ref_count > 1; i++)
    {
      app_test_settle ();
      g_usleep (10000);
    }
  g_assert_finalize_object (self->dialog);
  gtk_widget_destroy (self->parent);
}

static gboolean
is_ready (gpointer dialog)
{
  return gtk_widget_get_sensitive (
      gtk_dialog_get_widget_for_response (dialog, GTK_RESPONSE_ACCEPT));
}

static gboolean
is_gone (gpointer data)
{
  return ((Scan *) data)->gone;
}

static void
test_scan (void)
{
  Scan scan = { 0 };

  set_up (&scan);
  app_test_wait (is_ready, scan.dialog);
  g_assert_true (gtk_widget_get_sensitive (app_test_find (scan.dialog, "On the glass")));
  gtk_dialog_response (GTK_DIALOG (scan.dialog), GTK_RESPONSE_ACCEPT);
  g_assert_false (is_ready (scan.dialog));
  app_test_wait (is_gone, &scan);
  g_assert_cmpuint (scan.n_pages, ==, 1);
  tear_down (&scan);
}

/* "Cancel" stops the scanner, the next one closes. */
static void
test_cancel (void)
{
  Scan scan = { 0 };

  set_up (&scan);
  app_test_wait (is_ready, scan.dialog);
  gtk_dialog_response (GTK_DIALOG (scan.dialog), GTK_RESPONSE_ACCEPT);
  gtk_dialog_response (GTK_DIALOG (scan.dialog), GTK_RESPONSE_CANCEL);
  g_assert_false (scan.gone);
  g_assert_true (is_ready (scan.dialog));
  gtk_dialog_response (GTK_DIALOG (scan.dialog), GTK_RESPONSE_CANCEL);
  g_assert_true (scan.gone);
  g_assert_cmpuint (scan.n_pages, ==, 0);
  tear_down (&scan);
}

/* Closed while scanners are looked for. */
static void
test_closed (void)
{
  Scan scan = { 0 };

  set_up (&scan);
  tear_down (&scan);
}

int
main (int argc, char **argv)
{
  int status;

  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_EN);
  if (!hall_scanner_is_available ())
    {
      g_print ("1..0 # SKIP built without scanners\n");
      return 0;
    }
  write_config ();
  g_test_add_func ("/scan-dialog/scan", test_scan);
  g_test_add_func ("/scan-dialog/cancel", test_cancel);
  g_test_add_func ("/scan-dialog/closed", test_closed);
  status = g_test_run ();
  remove_config ();
  return status;
}
