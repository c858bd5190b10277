/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a file comes to a document card. What is in the file is nobody's business here: the
 * filter of the dialog is a help, not a check.
 */
#include "hall-document-chooser.h"

#include <glib/gi18n.h>

#include "hall-fit-format.h"
#include "hall-ui.h"

struct _HallDocumentChooser
{
  GObject parent_instance;

  GtkFileChooserNative *dialog; /* (nullable): while it is open */
  gboolean enabled;
  gboolean multiple;
};

G_DEFINE_FINAL_TYPE (HallDocumentChooser, hall_document_chooser, G_TYPE_OBJECT)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_answered_cb (GtkNativeDialog *dialog, int response, HallDocumentChooser *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GSList *chosen = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  for (GSList *at = chosen; at != NULL; at = at->next)
    g_ptr_array_add (files, at->data);
  g_slist_free (chosen);
  hall_ui_retire_dialog (GTK_NATIVE_DIALOG (g_steal_pointer (&self->dialog)));
  if (files->len > 0)
    g_signal_emit (self, signals[CHOSEN], 0, files);
}

/* "*.[jJ][pP][gG]" for "*.jpg": cameras write names in capitals. Returns: (transfer full) */
static char *
fold_pattern (const char *pattern)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = pattern; *at != '\0'; at++)
    if (g_ascii_islower (*at))
      g_string_append_printf (folded, "[%c%c]", *at, g_ascii_toupper (*at));
    else
      g_string_append_c (folded, *at);
  return g_string_free (folded, FALSE);
}

/* What is taken as it is, and what can be made into it here. Plain patterns too: not every
 * system's dialog knows brackets. */
static void
add_filter (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  const char *const *patterns = hall_fit_format_get_patterns ();

  gtk_file_filter_set_name (filter, _ ("Scans and photos"));
  for (guint i = 0; patterns[i] != NULL; i++)
    {
      g_autofree char *folded = fold_pattern (patterns[i]);

      gtk_file_filter_add_pattern (filter, patterns[i]);
      gtk_file_filter_add_pattern (filter, folded);
    }
  gtk_file_chooser_add_filter (chooser, filter);
}

static gboolean
on_drop_moved_cb (
    GtkWidget *widget, GdkDragContext *context, int x, int y, guint time, HallDocumentChooser *self)
{
  if (!self->enabled)
    {
      gdk_drag_status (context, 0, time);
      return TRUE;
    }
  hall_ui_set_class (widget, "hall-drop", TRUE);
  gdk_drag_status (context, GDK_ACTION_COPY, time);
  return TRUE;
}

static void
on_drop_left_cb (GtkWidget *widget, GdkDragContext *context, guint time, gpointer user_data)
{
  hall_ui_set_class (widget, "hall-drop", FALSE);
}

static gboolean
on_dropped_cb (
    GtkWidget *widget, GdkDragContext *context, int x, int y, guint time, HallDocumentChooser *self)
{
  GdkAtom target = gtk_drag_dest_find_target (widget, context, NULL);

  if (!self->enabled || target == GDK_NONE)
    return FALSE;
  gtk_drag_get_data (widget, context, target, time);
  return TRUE;
}

static void
on_drop_received_cb (GtkWidget *widget,
                     GdkDragContext *context,
                     int x,
                     int y,
                     GtkSelectionData *data,
                     guint info,
                     guint time,
                     HallDocumentChooser *self)
{
  g_auto (GStrv) uris = gtk_selection_data_get_uris (data);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris != NULL && uris[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (uris[i]));
  gtk_drag_finish (context, files->len > 0, FALSE, time);
  if (files->len > 0)
    g_signal_emit (self, signals[CHOSEN], 0, files);
}

static void
hall_document_chooser_dispose (GObject *object)
{
  HallDocumentChooser *self = HALL_DOCUMENT_CHOOSER (object);

  if (self->dialog != NULL)
    hall_ui_retire_dialog (GTK_NATIVE_DIALOG (g_steal_pointer (&self->dialog)));
  G_OBJECT_CLASS (hall_document_chooser_parent_class)->dispose (object);
}

static void
hall_document_chooser_class_init (HallDocumentChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_document_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_DOCUMENT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
hall_document_chooser_init (HallDocumentChooser *self)
{
  self->enabled = TRUE;
  self->multiple = TRUE;
}

HallDocumentChooser *
hall_document_chooser_new (void)
{
  return g_object_new (HALL_TYPE_DOCUMENT_CHOOSER, NULL);
}

void
hall_document_chooser_open (HallDocumentChooser *self, GtkWidget *parent, const char *title)
{
  GtkWidget *window = gtk_widget_get_toplevel (parent);

  g_return_if_fail (HALL_IS_DOCUMENT_CHOOSER (self));

  if (self->dialog != NULL)
    return;
  self->dialog =
      gtk_file_chooser_native_new (title, GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL,
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->dialog), self->multiple);
  add_filter (GTK_FILE_CHOOSER (self->dialog));
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (on_answered_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->dialog));
}

void
hall_document_chooser_accept_drops (HallDocumentChooser *self, GtkWidget *widget)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CHOOSER (self));

  gtk_drag_dest_set (widget, 0, NULL, 0, GDK_ACTION_COPY);
  gtk_drag_dest_add_uri_targets (widget);
  g_signal_connect_object (widget, "drag-motion", G_CALLBACK (on_drop_moved_cb), self, 0);
  g_signal_connect_object (widget, "drag-leave", G_CALLBACK (on_drop_left_cb), self, 0);
  g_signal_connect_object (widget, "drag-drop", G_CALLBACK (on_dropped_cb), self, 0);
  g_signal_connect_object (widget, "drag-data-received", G_CALLBACK (on_drop_received_cb), self, 0);
}

void
hall_document_chooser_set_enabled (HallDocumentChooser *self, gboolean enabled)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CHOOSER (self));

  self->enabled = enabled;
}

void
hall_document_chooser_set_multiple (HallDocumentChooser *self, gboolean multiple)
{
  g_return_if_fail (HALL_IS_DOCUMENT_CHOOSER (self));

  self->multiple = multiple;
}
