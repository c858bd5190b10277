/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-document-tools.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-doctor-door.h"
#include "hall-practice-button.h"
#include "hall-scan-dialog.h"
#include "hall-scanner.h"
#include "hall-ui.h"

struct _HallDocumentTools
{
  GObject parent_instance;

  HallDocumentCard *card; /* not owned */
  HallDraft *draft;
  HallUpload *upload;
  HallDoctorDoor *door;
  GtkWidget *scan_button; /* these four: in @card */
  GtkWidget *practice_button;
  GtkWidget *improve_button;
  GtkWidget *retry_button;
  GBytes *content; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallDocumentTools, hall_document_tools, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_label (HallDocumentTools *self)
{
  return hall_label_get (&hall_upload_get_requirement (self->upload)->label, hall_app_lang ());
}

static gboolean
is_practice (HallDocumentTools *self)
{
  const HallInfo *info = hall_session_get_info (hall_draft_get_session (self->draft));

  return info != NULL && info->practice;
}

static void
tell_changed (HallDocumentTools *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tell_problem (HallDocumentTools *self, const char *text)
{
  g_signal_emit (self, signals[PROBLEM], 0, text);
}

/* What comes of it is shown by the upload's own state. */
static void
on_put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hall_upload_put_finish (HALL_UPLOAD (source), result, &error))
    g_debug ("a document was not taken: %s", error->message);
}

static void
on_retry_clicked_cb (HallDocumentTools *self)
{
  hall_upload_retry_async (self->upload, NULL, on_put_cb, NULL);
}

static void
on_improve_clicked_cb (HallDocumentTools *self)
{
  const char *name = hall_upload_get_file_name (self->upload);

  if (self->content != NULL)
    hall_doctor_door_improve (self->door, self->content, name != NULL ? name : get_label (self));
}

static void
on_scanned_cb (HallDocumentTools *self, GPtrArray *pages)
{
  g_autofree char *name = g_strconcat (get_label (self), ".jpg", NULL);

  hall_doctor_door_offer_pages (self->door, pages, name);
}

static void
on_scan_clicked_cb (HallDocumentTools *self)
{
  GtkWidget *top = gtk_widget_get_toplevel (GTK_WIDGET (self->card));
  gboolean seal = hall_upload_get_requirement (self->upload)->kind == HALL_DOCUMENT_SEAL_SHEET;
  GtkWidget *dialog = hall_scan_dialog_new (GTK_WINDOW (top), get_label (self), seal);

  g_signal_connect_object (dialog, "scanned", G_CALLBACK (on_scanned_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Some stand where there is no file, and below one that could be replaced. */
static void
place (HallDocumentTools *self, GtkWidget *button, gboolean empty)
{
  GtkWidget *box = GTK_WIDGET (empty ? hall_document_card_get_empty_tools (self->card)
                                     : hall_document_card_get_file_tools (self->card));
  GtkWidget *now = gtk_widget_get_parent (button);

  if (now == box)
    return;
  g_object_ref (button);
  if (now != NULL)
    gtk_container_remove (GTK_CONTAINER (now), button);
  gtk_container_add (GTK_CONTAINER (box), button);
  g_object_unref (button);
}

static void
hall_document_tools_dispose (GObject *object)
{
  HallDocumentTools *self = HALL_DOCUMENT_TOOLS (object);

  g_clear_object (&self->door);
  g_clear_object (&self->upload);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->content, g_bytes_unref);
  G_OBJECT_CLASS (hall_document_tools_parent_class)->dispose (object);
}

static void
hall_document_tools_class_init (HallDocumentToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_document_tools_dispose;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_DOCUMENT_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PROBLEM] = g_signal_new ("problem", HALL_TYPE_DOCUMENT_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hall_document_tools_init (HallDocumentTools *self)
{
}

/* After the document: every card of the page has such buttons. */
static void
name_button (HallDocumentTools *self, GtkWidget *button)
{
  g_autofree char *name =
      g_strdup_printf ("%s %s", gtk_button_get_label (GTK_BUTTON (button)), get_label (self));

  hall_ui_set_accessible_name (button, name);
}

static GtkWidget *
make_button (HallDocumentTools *self, const char *verb, void (*clicked) (HallDocumentTools *self))
{
  GtkWidget *button = gtk_button_new_with_label (verb);

  name_button (self, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
make_buttons (HallDocumentTools *self)
{
  GtkContainer *file_tools = GTK_CONTAINER (hall_document_card_get_file_tools (self->card));

  self->retry_button = make_button (self, _ ("Try again"), on_retry_clicked_cb);
  self->improve_button = make_button (self, _ ("Adjust…"), on_improve_clicked_cb);
  gtk_container_add (file_tools, self->retry_button);
  gtk_container_add (file_tools, self->improve_button);
  self->scan_button = make_button (self, _ ("Scan…"), on_scan_clicked_cb);
  self->practice_button = hall_practice_button_new (self->draft, self->upload);
  name_button (self, self->practice_button);
  g_signal_connect_object (self->practice_button, "changed", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->practice_button, "problem", G_CALLBACK (tell_problem), self,
                           G_CONNECT_SWAPPED);
}

HallDocumentTools *
hall_document_tools_new (HallDocumentCard *card, HallDraft *draft, HallUpload *upload)
{
  HallDocumentTools *self = g_object_new (HALL_TYPE_DOCUMENT_TOOLS, NULL);

  self->card = card;
  self->draft = g_object_ref (draft);
  self->upload = g_object_ref (upload);
  self->door = hall_doctor_door_new (GTK_WIDGET (card), upload);
  g_signal_connect_object (self->door, "changed", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->door, "problem", G_CALLBACK (tell_problem), self,
                           G_CONNECT_SWAPPED);
  make_buttons (self);
  return self;
}

void
hall_document_tools_show (HallDocumentTools *self, HallUploadState state, GBytes *content)
{
  gboolean running = state == HALL_UPLOAD_CHECKING || state == HALL_UPLOAD_SENDING
                     || state == HALL_UPLOAD_REMOVING;
  gboolean open = hall_upload_is_open (self->upload) && !running;
  gboolean failed = state == HALL_UPLOAD_FAILED && hall_upload_get_bytes (self->upload) != NULL;

  g_return_if_fail (HALL_IS_DOCUMENT_TOOLS (self));

  if (content != NULL)
    g_bytes_ref (content);
  g_clear_pointer (&self->content, g_bytes_unref);
  self->content = content;
  place (self, self->scan_button, state == HALL_UPLOAD_EMPTY);
  place (self, self->practice_button, state == HALL_UPLOAD_EMPTY);
  gtk_widget_set_visible (self->scan_button, open && hall_scanner_is_available ());
  gtk_widget_set_visible (self->practice_button,
                          open && is_practice (self) && hall_upload_wants_file (self->upload));
  gtk_widget_set_visible (self->improve_button, open && content != NULL);
  gtk_widget_set_visible (self->retry_button, failed);
}

void
hall_document_tools_offer (HallDocumentTools *self, GPtrArray *files)
{
  g_return_if_fail (HALL_IS_DOCUMENT_TOOLS (self));

  hall_doctor_door_offer_files (self->door, files);
}

gboolean
hall_document_tools_is_busy (HallDocumentTools *self)
{
  g_return_val_if_fail (HALL_IS_DOCUMENT_TOOLS (self), FALSE);

  return hall_doctor_door_is_busy (self->door)
         || hall_practice_button_is_busy (HALL_PRACTICE_BUTTON (self->practice_button));
}

void
hall_document_tools_stop (HallDocumentTools *self)
{
  g_return_if_fail (HALL_IS_DOCUMENT_TOOLS (self));

  hall_doctor_door_stop (self->door);
}
