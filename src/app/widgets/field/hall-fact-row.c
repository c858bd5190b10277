/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row to read.
 */
#include "hall-fact-row.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

#define PRAISE_MS 2000 /* how long the button says that it is done */

struct _HallFactRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
  GtkLabel *value;
  GtkLabel *hint;
  GtkBox *buttons;
  GtkButton *copy_button;

  char *copy; /* (nullable) */
  guint praise_source;
};

G_DEFINE_FINAL_TYPE (HallFactRow, hall_fact_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
on_praised_cb (gpointer user_data)
{
  HallFactRow *self = user_data;

  self->praise_source = 0;
  gtk_button_set_label (self->copy_button, _ ("Copy"));
  return G_SOURCE_REMOVE;
}

static void
on_copy_clicked_cb (GtkButton *button, HallFactRow *self)
{
  gtk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self), GDK_SELECTION_CLIPBOARD),
                          self->copy, -1);
  gtk_button_set_label (button, _ ("Copied"));
  g_clear_handle_id (&self->praise_source, g_source_remove);
  self->praise_source = g_timeout_add (PRAISE_MS, on_praised_cb, self);
}

static void
hall_fact_row_dispose (GObject *object)
{
  g_clear_handle_id (&HALL_FACT_ROW (object)->praise_source, g_source_remove);
  G_OBJECT_CLASS (hall_fact_row_parent_class)->dispose (object);
}

static void
hall_fact_row_finalize (GObject *object)
{
  g_free (HALL_FACT_ROW (object)->copy);
  G_OBJECT_CLASS (hall_fact_row_parent_class)->finalize (object);
}

static void
hall_fact_row_class_init (HallFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_fact_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_fact_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallFactRow, label);
  gtk_widget_class_bind_template_child (widget_class, HallFactRow, value);
  gtk_widget_class_bind_template_child (widget_class, HallFactRow, hint);
  gtk_widget_class_bind_template_child (widget_class, HallFactRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, HallFactRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
}

static void
hall_fact_row_init (HallFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Copy: Courier number": buttons of the same word are told apart. */
static void
name_button (HallFactRow *self, GtkWidget *button, const char *word)
{
  g_autofree char *name =
      /* Translators: what a button does, and to what: "Copy: Courier number" */
      g_strdup_printf (_ ("%s: %s"), word, gtk_label_get_text (self->label));

  hall_ui_set_accessible_name (button, name);
}

GtkWidget *
hall_fact_row_new (const char *label, const char *value)
{
  HallFactRow *self = g_object_new (HALL_TYPE_FACT_ROW, NULL);

  gtk_label_set_text (self->label, label);
  hall_ui_set_accessible_name (GTK_WIDGET (self), label);
  hall_fact_row_set_value (self, value);
  return GTK_WIDGET (self);
}

void
hall_fact_row_set_value (HallFactRow *self, const char *value)
{
  g_return_if_fail (HALL_IS_FACT_ROW (self));

  gtk_label_set_text (self->value, value);
  hall_ui_set_accessible_description (GTK_WIDGET (self), value);
}

void
hall_fact_row_set_hint (HallFactRow *self, const char *hint)
{
  g_return_if_fail (HALL_IS_FACT_ROW (self));

  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

void
hall_fact_row_set_copy (HallFactRow *self, const char *text)
{
  char *copy = g_strdup (text);

  g_return_if_fail (HALL_IS_FACT_ROW (self));

  g_free (self->copy);
  self->copy = copy;
  name_button (self, GTK_WIDGET (self->copy_button), _ ("Copy"));
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), text != NULL);
}

GtkWidget *
hall_fact_row_add_button (HallFactRow *self, const char *label)
{
  GtkWidget *button;

  g_return_val_if_fail (HALL_IS_FACT_ROW (self), NULL);

  button = gtk_button_new_with_label (label);
  gtk_widget_set_visible (button, TRUE);
  name_button (self, button, label);
  gtk_container_add (GTK_CONTAINER (self->buttons), button);
  return button;
}
