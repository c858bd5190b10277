/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the administrator's pages, at the hall for tests, to be looked at.
 *
 *   admin-shots --shots FOLDER [--size 1024x700] [--dark] [--theme NAME]
 */
#include <locale.h>
#include <stdio.h>
#include <glib/gi18n.h>

#include "app-test.h"
#include "desk-fixture.h"
#include "hall-admin-view.h"
#include "hall-app-lang.h"
#include "hall-statistics-page.h"

static char *shots;
static char *size;
static char *theme;
static gboolean dark;

static const GOptionEntry options[] = {
  { "shots", 0, 0, G_OPTION_ARG_FILENAME, &shots, "Write the pictures here", "FOLDER" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Size of the window", "1024x700" },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, "Theme of GTK", "HighContrast" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Light on dark", NULL },
  { NULL },
};

static void
shoot_statistics (GtkWidget *view, GtkWidget *window)
{
  HallStatisticsView *statistics = hall_statistics_page_get_view (
      HALL_STATISTICS_PAGE (app_test_find_type (view, HALL_TYPE_STATISTICS_PAGE)));

  for (guint topic = 0; topic < HALL_N_TOPICS; topic++)
    {
      g_autofree char *name = g_strdup_printf ("statistics-%u", topic);

      hall_statistics_view_set_topic (statistics, topic);
      fake_pass_ms (200);
      app_test_shoot (window, shots, name);
    }
  hall_statistics_view_set_table (statistics, TRUE);
  fake_pass_ms (300);
  app_test_shoot (window, shots, "statistics-table");
}

static void
set_theme (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-application-prefer-dark-theme", dark, "gtk-enable-animations", FALSE,
                NULL);
  if (theme != NULL)
    g_object_set (settings, "gtk-theme-name", theme, NULL);
}

int
main (int argc, char **argv)
{
  static const char *const pages[] = { "staff", "catalogs", "calendar", "claims", "ledger" };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  int width = 1024, height = 700;
  GtkWidget *view, *window;
  Flow flow = { 0 };

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || shots == NULL)
    return 2;
  if (size != NULL)
    sscanf (size, "%dx%d", &width, &height);
  app_test_init (&argc, &argv);
  bindtextdomain ("certhall", g_getenv ("HALL_LOCALE_DIR"));
  bind_textdomain_codeset ("certhall", "UTF-8");
  textdomain ("certhall");
  hall_app_set_lang (HALL_LANG_ZH_CN);
  set_theme ();
  desk_set_up_administrator (&flow, NULL);
  view = hall_admin_view_new_for_session (flow.session);
  window = app_test_show (view);
  gtk_window_resize (GTK_WINDOW (window), width, height);
  hall_admin_view_enter (view);
  fake_pass_ms (500);
  shoot_statistics (view, window);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      hall_admin_view_go_to (HALL_ADMIN_VIEW (view), pages[i]);
      fake_pass_ms (400);
      app_test_shoot (window, shots, pages[i]);
    }
  app_test_close (window, view);
  return 0;
}
