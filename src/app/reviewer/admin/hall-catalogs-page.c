/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-catalogs-page.h"

#include <glib/gi18n.h>

#include "hall-admin-table.h"
#include "hall-app-lang.h"
#include "hall-catalog-load.h"
#include "hall-client-admin.h"
#include "hall-form-sheet.h"
#include "hall-limits.h"
#include "hall-paper-window.h"
#include "hall-sample.h"
#include "hall-ui.h"
#include "hall-when.h"

struct _HallCatalogsPage
{
  HallAdminPage parent_instance;

  HallAdminTable *table;
  GtkWidget *preview_button;
  GtkWidget *use_button;
  GtkFileChooserNative *chooser; /* (nullable): while it is open */
  GPtrArray *versions;           /* (nullable) (element-type HallCatalogRow) */
};

G_DEFINE_FINAL_TYPE (HallCatalogsPage, hall_catalogs_page, HALL_TYPE_ADMIN_PAGE)

static const HallCatalogRow *
get_chosen (HallCatalogsPage *self)
{
  int row = hall_admin_table_get_chosen (self->table);

  return row >= 0 ? g_ptr_array_index (self->versions, (guint) row) : NULL;
}

/* An older one than what is in use is gone back to. */
static gboolean
is_older (HallCatalogsPage *self, const HallCatalogRow *chosen)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      const HallCatalogRow *row = g_ptr_array_index (self->versions, i);

      if (row->active && g_strcmp0 (row->project, chosen->project) == 0)
        return chosen->version < row->version;
    }
  return FALSE;
}

static void
on_chosen_cb (HallCatalogsPage *self)
{
  const HallCatalogRow *row = get_chosen (self);

  gtk_widget_set_sensitive (self->preview_button, row != NULL);
  gtk_widget_set_sensitive (self->use_button, row != NULL && !row->active);
  gtk_button_set_label (GTK_BUTTON (self->use_button), row != NULL && is_older (self, row)
                                                           ? _ ("_Go back to this version")
                                                           : _ ("Put in _use"));
}

static void
show (HallCatalogsPage *self)
{
  hall_admin_table_begin (self->table);
  for (guint i = 0; i < self->versions->len; i++)
    {
      const HallCatalogRow *row = g_ptr_array_index (self->versions, i);
      g_autofree char *key = g_strdup_printf ("%s@%" G_GINT64_FORMAT, row->project, row->version);
      g_autofree char *at = hall_when_format (row->loaded_s);
      g_autofree char *print = g_strndup (row->sha256, 12);
      const char *const cells[] = { key,
                                    row->label != NULL ? row->label : "",
                                    row->active ? _ ("In use") : "",
                                    *row->loaded_by != '\0' ? row->loaded_by : _ ("The program"),
                                    at,
                                    print };

      hall_admin_table_add (self->table, cells);
    }
  hall_admin_table_end (self->table);
}

static void
take_versions (HallCatalogsPage *self, GPtrArray *versions, const GError *error)
{
  if (!hall_admin_page_take (HALL_ADMIN_PAGE (self), error))
    return;
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = versions;
  show (self);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallCatalogsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = hall_client_list_catalogs_finish (HALL_CLIENT (source), result, &error);

  take_versions (self, versions, error);
}

static void
on_used_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallCatalogsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = hall_client_use_catalog_finish (HALL_CLIENT (source), result, &error);

  take_versions (self, versions, error);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallCatalogsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = hall_client_list_catalogs_finish (HALL_CLIENT (source), result, &error);

  take_versions (self, versions, error);
  if (error == NULL)
    hall_admin_page_say (HALL_ADMIN_PAGE (self), HALL_GOOD,
                         _ ("The version is loaded. Look at its form, then put it in use."));
}

static void
send (HallCatalogsPage *self, GBytes *source, GAsyncReadyCallback callback)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);

  hall_client_list_catalogs_async (hall_admin_page_get_client (page), source,
                                   hall_admin_page_get_cancellable (page), callback,
                                   g_object_ref (self));
}

static void
hall_catalogs_page_load (HallAdminPage *page)
{
  send (HALL_CATALOGS_PAGE (page), NULL, on_listed_cb);
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (length <= HALL_MAX_CATALOG_BYTES)
    return g_bytes_new_take (g_steal_pointer (&text), length);
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_TOO_LARGE,
                       _ ("The file is too large for a catalogue."));
  return NULL;
}

void
hall_catalogs_page_load_file (HallCatalogsPage *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) source = read_file (path, &error);
  g_autoptr (HallCatalog) catalog = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (HALL_IS_CATALOGS_PAGE (self));

  if (source != NULL)
    catalog = hall_catalog_load_bytes_in (name, source, hall_app_lang (), &error);
  if (catalog != NULL)
    {
      send (self, source, on_loaded_cb);
      return;
    }
  /* Translators: %s says where in the file and why */
  words = g_strdup_printf (_ ("The file is no valid catalogue. %s"), error->message);
  hall_admin_page_say (HALL_ADMIN_PAGE (self), HALL_WRONG, words);
}

static void
on_file_chosen_cb (GtkNativeDialog *dialog, int response, HallCatalogsPage *self)
{
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    path = gtk_file_chooser_get_filename (GTK_FILE_CHOOSER (dialog));
  hall_ui_retire_dialog (GTK_NATIVE_DIALOG (g_steal_pointer (&self->chooser)));
  if (path != NULL)
    hall_catalogs_page_load_file (self, path);
}

static GtkWindow *
get_window (HallCatalogsPage *self)
{
  GtkWidget *top = gtk_widget_get_toplevel (GTK_WIDGET (self));

  return GTK_IS_WINDOW (top) ? GTK_WINDOW (top) : NULL;
}

static void
on_load_clicked_cb (HallCatalogsPage *self)
{
  g_autoptr (GtkFileFilter) filter = g_object_ref_sink (gtk_file_filter_new ());

  if (self->chooser != NULL)
    return;
  self->chooser =
      gtk_file_chooser_native_new (_ ("Choose a catalogue file"), get_window (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Catalogue files (JSON)"));
  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_file_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* The form of each certificate type is a window of its own. */
static void
show_form (HallCatalogsPage *self, const HallCatalog *catalog, const HallCertificateType *type)
{
  const HallInfo *hall =
      hall_session_get_info (hall_admin_page_get_session (HALL_ADMIN_PAGE (self)));
  g_autoptr (HallApplication) sample = hall_sample_new (catalog, type);
  g_autofree char *hash = hall_application_hash_printed (sample, catalog);
  HallSheetInfo info = { .hall_name = hall != NULL ? hall->name : NULL,
                         .sha256 = hash,
                         .practice = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hall_form_sheet_print (catalog, sample, &info, NULL, &error);
  g_autofree char *title = NULL;

  if (bytes == NULL)
    {
      hall_admin_page_say (HALL_ADMIN_PAGE (self), HALL_WRONG, error->message);
      return;
    }
  /* Translators: %s is a kind of certificate */
  title = g_strdup_printf (_ ("Form with sample data: %s"),
                           hall_label_get (&type->label, hall_app_lang ()));
  gtk_window_present (
      GTK_WINDOW (hall_paper_window_new_for_bytes (get_window (self), title, "form.pdf", bytes)));
}

static void
on_catalog_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallCatalogsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog =
      hall_session_load_catalog_finish (HALL_SESSION (source), result, &error);

  if (!hall_admin_page_take (HALL_ADMIN_PAGE (self), error))
    return;
  for (guint i = 0; i < catalog->types->len; i++)
    show_form (self, catalog, g_ptr_array_index (catalog->types, i));
}

static void
on_preview_clicked_cb (HallCatalogsPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);
  const HallCatalogRow *row = get_chosen (self);
  g_autofree char *key = NULL;

  if (row == NULL)
    return;
  key = g_strdup_printf ("%s@%" G_GINT64_FORMAT, row->project, row->version);
  hall_session_load_catalog_async (hall_admin_page_get_session (page), key,
                                   hall_admin_page_get_cancellable (page), on_catalog_cb,
                                   g_object_ref (self));
}

static void
on_use_clicked_cb (HallCatalogsPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);
  const HallCatalogRow *row = get_chosen (self);

  if (row != NULL)
    hall_client_use_catalog_async (hall_admin_page_get_client (page), row->project, row->version,
                                   hall_admin_page_get_cancellable (page), on_used_cb,
                                   g_object_ref (self));
}

static void
hall_catalogs_page_write (HallAdminPage *page, HallCsvWriter *csv)
{
  hall_admin_table_write (HALL_CATALOGS_PAGE (page)->table, csv);
}

static void
hall_catalogs_page_dispose (GObject *object)
{
  HallCatalogsPage *self = HALL_CATALOGS_PAGE (object);

  if (self->chooser != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->chooser, self);
      hall_ui_retire_dialog (GTK_NATIVE_DIALOG (g_steal_pointer (&self->chooser)));
    }
  G_OBJECT_CLASS (hall_catalogs_page_parent_class)->dispose (object);
}

static void
hall_catalogs_page_finalize (GObject *object)
{
  g_clear_pointer (&HALL_CATALOGS_PAGE (object)->versions, g_ptr_array_unref);
  G_OBJECT_CLASS (hall_catalogs_page_parent_class)->finalize (object);
}

static void
hall_catalogs_page_class_init (HallCatalogsPageClass *klass)
{
  HallAdminPageClass *page_class = HALL_ADMIN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_catalogs_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_catalogs_page_finalize;
  page_class->file_name = "catalogues.csv";
  page_class->load = hall_catalogs_page_load;
  page_class->write = hall_catalogs_page_write;
}

static GtkWidget *
add_tool (HallCatalogsPage *self, const char *label, GCallback clicked)
{
  GtkWidget *button = hall_admin_page_add_tool (HALL_ADMIN_PAGE (self), label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
hall_catalogs_page_init (HallCatalogsPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);
  const char *const titles[] = { _ ("Version"), _ ("Project"),     _ ("Status"), _ ("Loaded by"),
                                 _ ("Time"),    _ ("Fingerprint"), NULL };

  hall_admin_page_set_words (page, _ ("Project catalogues"),
                             _ ("New orders begin with the version in use. An order keeps the "
                                "version it was begun with, whatever is put in use later."));
  add_tool (self, _ ("_Load a file …"), G_CALLBACK (on_load_clicked_cb));
  self->preview_button = add_tool (self, _ ("_Show its form"), G_CALLBACK (on_preview_clicked_cb));
  self->use_button = add_tool (self, _ ("Put in _use"), G_CALLBACK (on_use_clicked_cb));
  self->table = HALL_ADMIN_TABLE (hall_admin_table_new (_ ("Project catalogues"), titles));
  gtk_container_add (GTK_CONTAINER (hall_admin_page_get_content (page)), GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "opened", G_CALLBACK (on_preview_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  on_chosen_cb (self);
}

GtkWidget *
hall_catalogs_page_new (HallSession *session)
{
  HallCatalogsPage *self = g_object_new (HALL_TYPE_CATALOGS_PAGE, NULL);

  hall_admin_page_set_session (HALL_ADMIN_PAGE (self), session);
  return GTK_WIDGET (self);
}
