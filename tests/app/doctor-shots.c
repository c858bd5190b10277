/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the document doctor's window over files given, to be looked at.
 *
 *   doctor-shots --shots FOLDER [--slot business_licence] [--name NAME] [--dark] FILE…
 */
#include <glib/gi18n.h>
#include <handy.h>
#include <locale.h>

#include "app-test.h"
#include "hall-app-lang.h"
#include "hall-doctor-window.h"
#include "sample.h"

static char *shots;
static const char *slot = "business_licence";
static const char *name = "doctor";
static gboolean dark;

static const GOptionEntry options[] = {
  { "shots", 0, 0, G_OPTION_ARG_FILENAME, &shots, "Write the pictures here", "FOLDER" },
  { "slot", 0, 0, G_OPTION_ARG_STRING, &slot, "What the document is for", "SLOT" },
  { "name", 0, 0, G_OPTION_ARG_STRING, &name, "Of the picture", "NAME" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Light on dark", NULL },
  { NULL },
};

#define WAIT_S 6 /* until everything is opened and made */

static const HallRequirement *
find_requirement (HallCatalog *catalog)
{
  for (guint i = 0; i < catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, i);

      if (g_str_equal (requirement->slot, slot))
        return requirement;
    }
  return g_ptr_array_index (catalog->requirements, 0);
}

static void
add (HallDoctorWindow *window, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return;
  bytes = g_bytes_new_take (data, size);
  hall_doctor_window_add (window, bytes, base);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE…");
  g_autoptr (HallCatalog) catalog = NULL;
  GtkWidget *parent, *window;

  setlocale (LC_ALL, "");
  bindtextdomain ("certhall", g_getenv ("HALL_LOCALE_DIR"));
  bind_textdomain_codeset ("certhall", "UTF-8");
  textdomain ("certhall");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || shots == NULL)
    {
      g_printerr ("where are the pictures to go?\n");
      return 2;
    }
  app_test_init (&argc, &argv);
  if (dark)
    hdy_style_manager_set_color_scheme (hdy_style_manager_get_default (),
                                        HDY_COLOR_SCHEME_FORCE_DARK);
  catalog = sample_catalog ();
  parent = app_test_show (gtk_label_new (NULL));
  gtk_window_resize (GTK_WINDOW (parent), 1024, 700);
  app_test_settle ();
  window = hall_doctor_window_new (GTK_WINDOW (parent), find_requirement (catalog));
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 1; i < argc; i++)
    add (HALL_DOCTOR_WINDOW (window), argv[i]);
  for (gint64 end = g_get_monotonic_time () + WAIT_S * G_USEC_PER_SEC;
       g_get_monotonic_time () < end;)
    app_test_settle ();
  app_test_shoot (window, shots, name);
  gtk_widget_destroy (parent);
  return 0;
}
