/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-channel-chooser.h"

#include "hall-app-lang.h"

struct _HallChannelChooser
{
  GtkBox parent_instance;

  GtkToggleButton *buttons[HALL_N_PAY_CHANNELS]; /* (nullable) */
  gboolean setting;                              /* by the program: nobody is told */
};

G_DEFINE_FINAL_TYPE (HallChannelChooser, hall_channel_chooser, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_toggled_cb (HallChannelChooser *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button) && !self->setting)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
hall_channel_chooser_class_init (HallChannelChooserClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_CHANNEL_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
hall_channel_chooser_init (HallChannelChooser *self)
{
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)),
                               GTK_STYLE_CLASS_LINKED);
}

/* Of a group of radio buttons one is always chosen: the first is one that nobody sees. */
GtkWidget *
hall_channel_chooser_new (const HallInfo *info)
{
  HallChannelChooser *self =
      g_object_new (HALL_TYPE_CHANNEL_CHOOSER, "visible", TRUE, "homogeneous", TRUE, NULL);
  GtkWidget *none = gtk_radio_button_new (NULL);

  gtk_widget_set_no_show_all (none, TRUE);
  gtk_container_add (GTK_CONTAINER (self), none);
  for (HallPayChannel channel = 0; channel < HALL_N_PAY_CHANNELS; channel++)
    {
      GtkWidget *button;

      if (info == NULL || !info->offered[channel])
        continue;
      button = gtk_radio_button_new_with_label_from_widget (
          GTK_RADIO_BUTTON (none), hall_pay_channel_get_label (channel, hall_app_lang ()));
      gtk_toggle_button_set_mode (GTK_TOGGLE_BUTTON (button), FALSE);
      gtk_box_pack_start (GTK_BOX (self), button, TRUE, TRUE, 0);
      gtk_widget_show (button);
      self->buttons[channel] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled_cb), self);
    }
  return GTK_WIDGET (self);
}

HallPayChannel
hall_channel_chooser_get (HallChannelChooser *self)
{
  g_return_val_if_fail (HALL_IS_CHANNEL_CHOOSER (self), HALL_N_PAY_CHANNELS);

  for (HallPayChannel channel = 0; channel < HALL_N_PAY_CHANNELS; channel++)
    if (self->buttons[channel] != NULL && gtk_toggle_button_get_active (self->buttons[channel]))
      return channel;
  return HALL_N_PAY_CHANNELS;
}

void
hall_channel_chooser_set (HallChannelChooser *self, HallPayChannel channel)
{
  g_return_if_fail (HALL_IS_CHANNEL_CHOOSER (self));
  g_return_if_fail (channel < HALL_N_PAY_CHANNELS);

  if (self->buttons[channel] == NULL)
    return;
  self->setting = TRUE;
  gtk_toggle_button_set_active (self->buttons[channel], TRUE);
  self->setting = FALSE;
}
