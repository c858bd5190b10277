/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page with nothing on it yet.
 */
#include "hall-empty.h"

struct _HallEmpty
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *text;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (HallEmpty, hall_empty, GTK_TYPE_BOX)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_button_clicked_cb (GtkButton *button, HallEmpty *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
hall_empty_class_init (HallEmptyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACTIVATED] = g_signal_new ("activated", HALL_TYPE_EMPTY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-empty.ui");
  gtk_widget_class_bind_template_child (widget_class, HallEmpty, icon);
  gtk_widget_class_bind_template_child (widget_class, HallEmpty, title);
  gtk_widget_class_bind_template_child (widget_class, HallEmpty, text);
  gtk_widget_class_bind_template_child (widget_class, HallEmpty, button);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked_cb);
}

static void
hall_empty_init (HallEmpty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_empty_new (const char *icon, const char *title, const char *text, const char *button)
{
  HallEmpty *self = g_object_new (HALL_TYPE_EMPTY, NULL);

  hall_empty_set (self, icon, title, text, button);
  return GTK_WIDGET (self);
}

void
hall_empty_set (
    HallEmpty *self, const char *icon, const char *title, const char *text, const char *button)
{
  g_return_if_fail (HALL_IS_EMPTY (self));

  gtk_image_set_from_icon_name (self->icon, icon, GTK_ICON_SIZE_DIALOG);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  gtk_button_set_label (self->button, button != NULL ? button : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
}
