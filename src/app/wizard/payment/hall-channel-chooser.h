/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways to pay that a hall offers, one of which is chosen; at first none.
 *
 * Signal "chosen" (): by the person
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-wire-hall.h"

#define HALL_TYPE_CHANNEL_CHOOSER (hall_channel_chooser_get_type ())
G_DECLARE_FINAL_TYPE (HallChannelChooser, hall_channel_chooser, HALL, CHANNEL_CHOOSER, GtkBox)

/* @info: (nullable) */
GtkWidget *hall_channel_chooser_new (const HallInfo *info);

/* HALL_N_PAY_CHANNELS while none is chosen. */
HallPayChannel hall_channel_chooser_get (HallChannelChooser *self);

/* Without "chosen"; one that is not offered changes nothing. */
void hall_channel_chooser_set (HallChannelChooser *self, HallPayChannel channel);
