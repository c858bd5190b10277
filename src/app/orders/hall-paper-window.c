/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet or a document of an order in a window of its own.
 */
#include "hall-paper-window.h"

#include <glib/gi18n.h>

#include "hall-client-document.h"
#include "hall-client-production.h"
#include "hall-notice.h"
#include "hall-page-view.h"
#include "hall-sheet-print.h"
#include "hall-sheet-save.h"

struct _HallPaperWindow
{
  HdyWindow parent_instance;

  HdyHeaderBar *header;
  GtkButton *save_button;
  GtkButton *print_button;
  GtkBox *notice_box;
  GtkBox *view_box;

  HallNotice *notice; /* in @notice_box */
  HallPageView *view; /* in @view_box */

  HallSession *session;
  HallPaperKind paper;
  char *number;
  char *slot; /* (nullable) */
  guint skip;
  char *title;
  char *file_name;
  GBytes *bytes; /* (nullable): until it has come */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HallPaperWindow, hall_paper_window, HDY_TYPE_WINDOW)

static GBytes *
finish_fetch (HallPaperKind paper, HallClient *client, GAsyncResult *result, GError **error)
{
  switch (paper)
    {
    case HALL_PAPER_FORM:
      return hall_client_get_form_finish (client, result, error);
    case HALL_PAPER_SEAL_SHEET:
      return hall_client_get_seal_sheet_finish (client, result, error);
    case HALL_PAPER_FINANCE_NOTE:
      return hall_client_get_finance_note_finish (client, result, error);
    case HALL_PAPER_LABELS:
      return hall_client_get_labels_finish (client, result, error);
    default:
      return hall_client_get_document_finish (client, result, error);
    }
}

static void
show_bytes (HallPaperWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->notice_box), FALSE);
  hall_page_view_set_document (self->view, self->title, self->bytes);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->print_button), TRUE);
}

static void
on_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallPaperWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = finish_fetch (self->paper, HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes == NULL)
    {
      hall_page_view_show_problem (self->view, error->message);
      hall_notice_show (self->notice, HALL_WRONG, error->message, _ ("Try again"));
      gtk_widget_set_visible (GTK_WIDGET (self->notice_box), TRUE);
      return;
    }
  self->bytes = g_steal_pointer (&bytes);
  show_bytes (self);
}

static void
fetch (HallPaperWindow *self)
{
  HallClient *client = hall_session_get_client (self->session);

  hall_page_view_set_document (self->view, self->title, NULL);
  switch (self->paper)
    {
    case HALL_PAPER_FORM:
      hall_client_get_form_async (client, self->number, self->cancellable, on_fetched_cb,
                                  g_object_ref (self));
      break;
    case HALL_PAPER_SEAL_SHEET:
      hall_client_get_seal_sheet_async (client, self->number, self->cancellable, on_fetched_cb,
                                        g_object_ref (self));
      break;
    case HALL_PAPER_FINANCE_NOTE:
      hall_client_get_finance_note_async (client, self->number, self->cancellable, on_fetched_cb,
                                          g_object_ref (self));
      break;
    case HALL_PAPER_LABELS:
      hall_client_get_labels_async (client, self->number, self->slot, self->skip, self->cancellable,
                                    on_fetched_cb, g_object_ref (self));
      break;
    default:
      hall_client_get_document_async (client, self->number, self->slot, self->cancellable,
                                      on_fetched_cb, g_object_ref (self));
      break;
    }
}

static void
on_notice_answered_cb (HallPaperWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->notice_box), FALSE);
  hall_notice_clear (self->notice);
  if (self->bytes == NULL)
    fetch (self);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallPaperWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = hall_sheet_save_finish (GTK_WIDGET (source), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file != NULL)
    {
      name = g_file_get_parse_name (file);
      /* Translators: %s is the name of a file */
      text = g_strdup_printf (_ ("Saved as %s"), name);
    }
  hall_notice_show (self->notice, file != NULL ? HALL_GOOD : HALL_WRONG,
                    file != NULL ? text : error->message, _ ("OK"));
  gtk_widget_set_visible (GTK_WIDGET (self->notice_box), TRUE);
}

static void
on_save_clicked_cb (GtkButton *button, HallPaperWindow *self)
{
  hall_sheet_save_async (GTK_WIDGET (self), self->file_name, self->bytes, self->cancellable,
                         on_saved_cb, g_object_ref (self));
}

static void
on_printed (HallVerdict verdict, const char *message, gpointer user_data)
{
  HallPaperWindow *self = user_data;

  /* labels have no marks that a printer could cut */
  if (message == NULL || g_cancellable_is_cancelled (self->cancellable)
      || (self->paper == HALL_PAPER_LABELS && verdict == HALL_DOUBTFUL))
    return;
  hall_notice_show (self->notice, verdict, message, _ ("OK"));
  gtk_widget_set_visible (GTK_WIDGET (self->notice_box), TRUE);
}

static void
on_print_clicked_cb (GtkButton *button, HallPaperWindow *self)
{
  hall_sheet_print (GTK_WINDOW (self), self->title, self->bytes, on_printed, G_OBJECT (self));
}

static gboolean
on_key_pressed_cb (GtkWidget *widget, GdkEvent *event, HallPaperWindow *self)
{
  if (event->key.keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

static void
hall_paper_window_dispose (GObject *object)
{
  HallPaperWindow *self = HALL_PAPER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_paper_window_parent_class)->dispose (object);
}

static void
hall_paper_window_finalize (GObject *object)
{
  HallPaperWindow *self = HALL_PAPER_WINDOW (object);

  g_free (self->number);
  g_free (self->slot);
  g_free (self->title);
  g_free (self->file_name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (hall_paper_window_parent_class)->finalize (object);
}

static void
hall_paper_window_class_init (HallPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_paper_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_paper_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HallPaperWindow, header);
  gtk_widget_class_bind_template_child (widget_class, HallPaperWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, HallPaperWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, HallPaperWindow, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallPaperWindow, view_box);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
}

static void
hall_paper_window_init (HallPaperWindow *self)
{
  GtkWidget *notice = hall_notice_new ();
  GtkWidget *view = hall_page_view_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->notice = HALL_NOTICE (notice);
  self->view = HALL_PAGE_VIEW (view);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  gtk_box_pack_start (self->view_box, view, TRUE, TRUE, 0);
  g_signal_connect_swapped (notice, "answered", G_CALLBACK (on_notice_answered_cb), self);
}

GtkWidget *
hall_paper_window_new (GtkWindow *parent, HallSession *session, const HallPaperWish *wish)
{
  HallPaperWindow *self =
      g_object_new (HALL_TYPE_PAPER_WINDOW, "title", wish->title, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->paper = wish->paper;
  self->number = g_strdup (wish->number);
  self->slot = g_strdup (wish->slot);
  self->skip = wish->skip;
  self->title = g_strdup (wish->title);
  self->file_name = g_strdup (wish->file_name);
  hdy_header_bar_set_title (self->header, wish->title);
  hall_page_view_set_drawn (self->view, wish->mark);
  gtk_widget_set_visible (GTK_WIDGET (self->print_button), wish->paper != HALL_PAPER_DOCUMENT);
  fetch (self);
  return GTK_WIDGET (self);
}

GtkWidget *
hall_paper_window_new_for_bytes (GtkWindow *parent,
                                 const char *title,
                                 const char *file_name,
                                 GBytes *bytes)
{
  HallPaperWindow *self =
      g_object_new (HALL_TYPE_PAPER_WINDOW, "title", title, "transient-for", parent, NULL);

  self->title = g_strdup (title);
  self->file_name = g_strdup (file_name);
  self->bytes = g_bytes_ref (bytes);
  hdy_header_bar_set_title (self->header, title);
  gtk_widget_show (GTK_WIDGET (self->print_button));
  show_bytes (self);
  return GTK_WIDGET (self);
}
