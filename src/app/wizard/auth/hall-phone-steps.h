/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done on the handler's phone, and what of it has arrived. Asks the hall every few
 * seconds while it can be seen.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-client.h"

#define HALL_TYPE_PHONE_STEPS (hall_phone_steps_get_type ())
G_DECLARE_FINAL_TYPE (HallPhoneSteps, hall_phone_steps, HALL, PHONE_STEPS, GtkBox)

GtkWidget *hall_phone_steps_new (HallClient *client);

/* @url: (nullable): HallAuthLink.url */
void hall_phone_steps_set_url (HallPhoneSteps *self, const char *url);
