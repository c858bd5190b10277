/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-admin-page.h"

#include <glib/gi18n.h>

#include "hall-notice.h"
#include "hall-sheet-save.h"

typedef struct
{
  GtkLabel *title;
  GtkLabel *why;
  GtkBox *tools;
  GtkBox *content;
  GtkBox *notice_box;
  GtkButton *export_button;

  HallNotice *notice; /* in @notice_box */
  HallSession *session;
  GCancellable *cancellable;
} HallAdminPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (HallAdminPage, hall_admin_page, GTK_TYPE_BOX)

static HallAdminPagePrivate *
get_private (HallAdminPage *self)
{
  return hall_admin_page_get_instance_private (self);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallAdminPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = hall_sheet_save_finish (GTK_WIDGET (source), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      hall_admin_page_say (self, HALL_WRONG, error->message);
      return;
    }
  name = g_file_get_parse_name (file);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Saved as %s"), name);
  hall_admin_page_say (self, HALL_GOOD, text);
}

void
hall_admin_page_export (HallAdminPage *self)
{
  HallAdminPageClass *klass = HALL_ADMIN_PAGE_GET_CLASS (self);
  g_autoptr (HallCsvWriter) csv = hall_csv_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  klass->write (self, csv);
  bytes = hall_csv_writer_get_bytes (csv);
  hall_sheet_save_async (GTK_WIDGET (self), klass->file_name, bytes,
                         get_private (self)->cancellable, on_saved_cb, g_object_ref (self));
}

static void
on_export_clicked_cb (GtkButton *button, HallAdminPage *self)
{
  hall_admin_page_export (self);
}

static void
hall_admin_page_dispose (GObject *object)
{
  HallAdminPagePrivate *private = get_private (HALL_ADMIN_PAGE (object));

  g_cancellable_cancel (private->cancellable);
  g_clear_object (&private->session);
  G_OBJECT_CLASS (hall_admin_page_parent_class)->dispose (object);
}

static void
hall_admin_page_finalize (GObject *object)
{
  g_object_unref (get_private (HALL_ADMIN_PAGE (object))->cancellable);
  G_OBJECT_CLASS (hall_admin_page_parent_class)->finalize (object);
}

static void
hall_admin_page_class_init (HallAdminPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_admin_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_admin_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-admin-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HallAdminPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, HallAdminPage, why);
  gtk_widget_class_bind_template_child_private (widget_class, HallAdminPage, tools);
  gtk_widget_class_bind_template_child_private (widget_class, HallAdminPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, HallAdminPage, notice_box);
  gtk_widget_class_bind_template_child_private (widget_class, HallAdminPage, export_button);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked_cb);
}

static void
hall_admin_page_init (HallAdminPage *self)
{
  HallAdminPagePrivate *private = get_private (self);
  GtkWidget *notice = hall_notice_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  private->cancellable = g_cancellable_new ();
  private->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (private->notice_box), notice);
}

void
hall_admin_page_set_words (HallAdminPage *self, const char *title, const char *why)
{
  HallAdminPagePrivate *private = get_private (self);

  gtk_label_set_text (private->title, title);
  gtk_label_set_text (private->why, why);
}

void
hall_admin_page_set_session (HallAdminPage *self, HallSession *session)
{
  get_private (self)->session = g_object_ref (session);
}

HallSession *
hall_admin_page_get_session (HallAdminPage *self)
{
  return get_private (self)->session;
}

HallClient *
hall_admin_page_get_client (HallAdminPage *self)
{
  return hall_session_get_client (get_private (self)->session);
}

void
hall_admin_page_load (HallAdminPage *self)
{
  g_return_if_fail (HALL_IS_ADMIN_PAGE (self));

  HALL_ADMIN_PAGE_GET_CLASS (self)->load (self);
}

void
hall_admin_page_stop (HallAdminPage *self)
{
  HallAdminPagePrivate *private = get_private (self);

  g_cancellable_cancel (private->cancellable);
  g_object_unref (private->cancellable);
  private->cancellable = g_cancellable_new ();
  hall_notice_clear (private->notice);
}

GtkBox *
hall_admin_page_get_tools (HallAdminPage *self)
{
  return get_private (self)->tools;
}

GtkBox *
hall_admin_page_get_content (HallAdminPage *self)
{
  return get_private (self)->content;
}

GtkWidget *
hall_admin_page_add_tool (HallAdminPage *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_show (button);
  gtk_container_add (GTK_CONTAINER (get_private (self)->tools), button);
  return button;
}

GCancellable *
hall_admin_page_get_cancellable (HallAdminPage *self)
{
  return get_private (self)->cancellable;
}

void
hall_admin_page_say (HallAdminPage *self, HallVerdict verdict, const char *text)
{
  hall_notice_show (get_private (self)->notice, verdict, text, NULL);
}

gboolean
hall_admin_page_take (HallAdminPage *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  if (error == NULL)
    {
      hall_notice_clear (get_private (self)->notice);
      return TRUE;
    }
  hall_notice_show_error (get_private (self)->notice, error);
  return FALSE;
}
