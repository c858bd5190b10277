/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with every widget in every state, to be looked at; and with --shots a picture of
 * each page. LANG and GTK_THEME choose how it looks, as for any program.
 *
 *   gallery [--shots FOLDER] [--size 1024x700] [--dark] [--page NAME]
 */
#include <glib/gi18n.h>
#include <handy.h>
#include <locale.h>

#include "app-test.h"
#include "gallery-pages.h"
#include "hall-ui.h"
#include "sample.h"

static char *shots;
static char *size;
static char *only;
static gboolean dark;

static GOptionEntry options[] = {
  { "shots", 0, 0, G_OPTION_ARG_FILENAME, &shots, "Write a picture of each page", "FOLDER" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Size of the window", "1024x700" },
  { "page", 0, 0, G_OPTION_ARG_STRING, &only, "Only this page", "NAME" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Light on dark", NULL },
  { NULL },
};

static gboolean
on_time_passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_time_pass (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, on_time_passed_cb, &passed);
  while (!passed)
    gtk_main_iteration ();
}

static GtkWidget *
build_window (const HallCatalog *catalog, GtkStack **stack)
{
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *pages = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int width = 1024;
  int height = 700;

  if (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2)
    g_printerr ("a size looks like 1024x700\n");
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  for (const GalleryPage *page = gallery_pages; page->name != NULL; page++)
    if (only == NULL || g_str_equal (only, page->name))
      gtk_stack_add_titled (GTK_STACK (pages), page->build (catalog), page->name, page->name);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (pages));
  if (shots == NULL)
    gtk_container_add (GTK_CONTAINER (column), switcher);
  gtk_box_pack_start (GTK_BOX (column), pages, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (window), column);
  *stack = GTK_STACK (pages);
  return window;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog = NULL;
  GtkWidget *window;
  GtkStack *stack;

  setlocale (LC_ALL, "");
  bindtextdomain ("certhall", g_getenv ("HALL_LOCALE_DIR"));
  bind_textdomain_codeset ("certhall", "UTF-8");
  textdomain ("certhall");
  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_add_group (context, gtk_get_option_group (TRUE));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  g_test_init (&argc, &argv, NULL);
  hall_ui_init ();
  if (dark)
    hdy_style_manager_set_color_scheme (hdy_style_manager_get_default (),
                                        HDY_COLOR_SCHEME_FORCE_DARK);
  catalog = sample_catalog ();
  window = build_window (catalog, &stack);
  gtk_widget_show_all (window);
  if (shots == NULL)
    {
      g_signal_connect (window, "destroy", G_CALLBACK (gtk_main_quit), NULL);
      gtk_main ();
      return 0;
    }
  for (const GalleryPage *page = gallery_pages; page->name != NULL; page++)
    if (only == NULL || g_str_equal (only, page->name))
      {
        gtk_stack_set_visible_child_name (stack, page->name);
        let_time_pass (700);
        app_test_shoot (window, shots, page->name);
      }
  gtk_widget_destroy (window);
  return 0;
}
