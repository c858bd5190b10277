/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row that says something to be taken elsewhere.
 */
#include "hall-copy-row.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

#define PRAISE_MS 2000 /* how long the button says that it is done */

struct _HallCopyRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
  GtkLabel *value;
  GtkButton *copy_button;

  char *copied;
  guint praise_source;
};

G_DEFINE_FINAL_TYPE (HallCopyRow, hall_copy_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
on_praised_cb (gpointer user_data)
{
  HallCopyRow *self = user_data;

  self->praise_source = 0;
  gtk_button_set_label (self->copy_button, _ ("Copy"));
  return G_SOURCE_REMOVE;
}

static void
on_copy_clicked_cb (GtkButton *button, HallCopyRow *self)
{
  gtk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self), GDK_SELECTION_CLIPBOARD),
                          self->copied, -1);
  gtk_button_set_label (button, _ ("Copied"));
  g_clear_handle_id (&self->praise_source, g_source_remove);
  self->praise_source = g_timeout_add (PRAISE_MS, on_praised_cb, self);
}

static void
hall_copy_row_dispose (GObject *object)
{
  g_clear_handle_id (&HALL_COPY_ROW (object)->praise_source, g_source_remove);
  G_OBJECT_CLASS (hall_copy_row_parent_class)->dispose (object);
}

static void
hall_copy_row_finalize (GObject *object)
{
  g_free (HALL_COPY_ROW (object)->copied);
  G_OBJECT_CLASS (hall_copy_row_parent_class)->finalize (object);
}

static void
hall_copy_row_class_init (HallCopyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_copy_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_copy_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-copy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallCopyRow, label);
  gtk_widget_class_bind_template_child (widget_class, HallCopyRow, value);
  gtk_widget_class_bind_template_child (widget_class, HallCopyRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
}

static void
hall_copy_row_init (HallCopyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_copy_row_new (const char *label, const char *value)
{
  HallCopyRow *self = g_object_new (HALL_TYPE_COPY_ROW, NULL);
  /* Translators: a button: "Copy" and the name of what is copied */
  g_autofree char *name = g_strdup_printf (_ ("Copy %s"), label);

  gtk_label_set_text (self->label, label);
  hall_ui_set_accessible_name (GTK_WIDGET (self->copy_button), name);
  hall_copy_row_set_value (self, value, NULL);
  return GTK_WIDGET (self);
}

void
hall_copy_row_set_value (HallCopyRow *self, const char *value, const char *copied)
{
  g_return_if_fail (HALL_IS_COPY_ROW (self));

  gtk_label_set_text (self->value, value);
  g_free (self->copied);
  self->copied = g_strdup (copied != NULL ? copied : value);
}

void
hall_copy_row_hide_button (HallCopyRow *self)
{
  g_return_if_fail (HALL_IS_COPY_ROW (self));

  gtk_widget_hide (GTK_WIDGET (self->copy_button));
}
