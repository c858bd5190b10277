/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-print-memory.h"

#include <glib/gstdio.h>
#include <math.h>

#define FOLDER         "certhall"
#define FILE_NAME      "print.ini"
#define PAGE_GROUP     "Page Setup"
#define SETTINGS_GROUP "Print Settings"

/* Sheets are A4: what is less wide or high would be cut. */
#define A4_WIDTH_MM  210.0
#define A4_HEIGHT_MM 297.0
#define SLACK_MM     1.0

/* Of one job, or such as change the sheet's size: the code and the frames are measured. */
static const char *const forgotten[] = {
  GTK_PRINT_SETTINGS_N_COPIES,
  GTK_PRINT_SETTINGS_COLLATE,
  GTK_PRINT_SETTINGS_REVERSE,
  GTK_PRINT_SETTINGS_PRINT_PAGES,
  GTK_PRINT_SETTINGS_PAGE_RANGES,
  GTK_PRINT_SETTINGS_PAGE_SET,
  GTK_PRINT_SETTINGS_SCALE,
  GTK_PRINT_SETTINGS_NUMBER_UP,
  GTK_PRINT_SETTINGS_NUMBER_UP_LAYOUT,
  GTK_PRINT_SETTINGS_OUTPUT_URI,
  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  GTK_PRINT_SETTINGS_ORIENTATION,
};

/* (transfer full) */
static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), FOLDER, FILE_NAME, NULL);
}

static GtkPageSetup *
new_a4 (void)
{
  GtkPageSetup *page = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (page, a4);
  gtk_paper_size_free (a4);
  return page;
}

static gboolean
is_upright_a4 (GtkPageSetup *page)
{
  return fabs (gtk_page_setup_get_paper_width (page, GTK_UNIT_MM) - A4_WIDTH_MM) <= SLACK_MM
         && fabs (gtk_page_setup_get_paper_height (page, GTK_UNIT_MM) - A4_HEIGHT_MM) <= SLACK_MM;
}

void
hall_print_memory_recall (GtkPrintOperation *operation)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = get_path ();
  g_autoptr (GtkPageSetup) page = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;

  /* A file that is missing or broken is as good as none: the dialog asks again. */
  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    {
      page = gtk_page_setup_new_from_key_file (file, PAGE_GROUP, NULL);
      settings = gtk_print_settings_new_from_key_file (file, SETTINGS_GROUP, NULL);
    }
  if (page != NULL && !is_upright_a4 (page))
    g_clear_object (&page);
  if (page == NULL)
    page = new_a4 ();
  if (settings == NULL)
    settings = gtk_print_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (forgotten); i++)
    gtk_print_settings_unset (settings, forgotten[i]);
  gtk_print_settings_set_scale (settings, 100);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_print_settings (operation, settings);
}

void
hall_print_memory_keep (GtkPrintOperation *operation)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *page = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr (GError) error = NULL;

  if (settings == NULL || page == NULL)
    return;
  gtk_page_setup_to_key_file (page, file, PAGE_GROUP);
  gtk_print_settings_to_key_file (settings, file, SETTINGS_GROUP);
  for (gsize i = 0; i < G_N_ELEMENTS (forgotten); i++)
    g_key_file_remove_key (file, SETTINGS_GROUP, forgotten[i], NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (file, path, &error))
    g_debug ("print settings are not kept: %s", error != NULL ? error->message : folder);
}
