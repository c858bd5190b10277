/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tabs of the queue: two beside each other, as their names are long.
 */
#include "hall-queue-tabs.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-ui.h"

#define COLUMNS 2

struct _HallQueueTabs
{
  GtkGrid parent_instance;

  GtkToggleButton *buttons[HALL_N_TABS];
  GtkLabel *counts[HALL_N_TABS];
  gboolean setting; /* by the program: nobody is told */
};

G_DEFINE_FINAL_TYPE (HallQueueTabs, hall_queue_tabs, GTK_TYPE_GRID)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_toggled_cb (GtkToggleButton *button, HallQueueTabs *self)
{
  if (self->setting || !gtk_toggle_button_get_active (button))
    return;
  for (HallTab tab = 0; tab < HALL_N_TABS; tab++)
    if (self->buttons[tab] == button)
      g_signal_emit (self, signals[CHOSEN], 0, tab);
}

static void
hall_queue_tabs_class_init (HallQueueTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_QUEUE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-queue-tabs.ui");
}

static void
add_tab (HallQueueTabs *self, HallTab tab)
{
  GtkWidget *button = gtk_radio_button_new_from_widget (GTK_RADIO_BUTTON (self->buttons[0]));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *label = hall_tab_get_label (tab, hall_app_lang ());
  GtkWidget *word = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0, "hexpand", TRUE,
                                  "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *count = gtk_label_new ("0");

  self->buttons[tab] = GTK_TOGGLE_BUTTON (button);
  self->counts[tab] = GTK_LABEL (count);
  gtk_toggle_button_set_mode (self->buttons[tab], FALSE);
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, label);
  hall_ui_set_class (button, "hall-tab", TRUE);
  hall_ui_set_class (count, "hall-figures", TRUE);
  hall_ui_set_accessible_name (button, label);
  gtk_container_add (GTK_CONTAINER (line), word);
  gtk_container_add (GTK_CONTAINER (line), count);
  gtk_container_add (GTK_CONTAINER (button), line);
  gtk_widget_show_all (button);
  gtk_grid_attach (GTK_GRID (self), button, (int) tab % COLUMNS, (int) tab / COLUMNS, 1, 1);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled_cb), self);
}

static void
hall_queue_tabs_init (HallQueueTabs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (HallTab tab = 0; tab < HALL_N_TABS; tab++)
    {
      add_tab (self, tab);
      hall_queue_tabs_set_count (self, tab, 0);
    }
}

GtkWidget *
hall_queue_tabs_new (void)
{
  return g_object_new (HALL_TYPE_QUEUE_TABS, NULL);
}

void
hall_queue_tabs_set_tab (HallQueueTabs *self, HallTab tab)
{
  g_return_if_fail (HALL_IS_QUEUE_TABS (self) && tab < HALL_N_TABS);

  self->setting = TRUE;
  gtk_toggle_button_set_active (self->buttons[tab], TRUE);
  self->setting = FALSE;
}

void
hall_queue_tabs_set_count (HallQueueTabs *self, HallTab tab, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autofree char *spoken = NULL;

  g_return_if_fail (HALL_IS_QUEUE_TABS (self) && tab < HALL_N_TABS);

  /* Translators: said of a tab of the queue */
  spoken = g_strdup_printf (ngettext ("%u order", "%u orders", count), count);
  gtk_label_set_text (self->counts[tab], text);
  hall_ui_set_class (GTK_WIDGET (self->counts[tab]), "hall-faint", count == 0);
  hall_ui_set_class (GTK_WIDGET (self->counts[tab]), "hall-strong", count > 0);
  hall_ui_set_accessible_description (GTK_WIDGET (self->buttons[tab]), spoken);
}
