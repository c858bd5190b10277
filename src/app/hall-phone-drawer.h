/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The telephone of a practice hall, at the side of the window: what its sandbox carriers and
 * banks would have sent, newest first, as it comes.
 *
 * Signals:
 *  - "unread-changed" (): ask hall_phone_drawer_get_unread()
 *  - "fill-code" (const char *code): the code of a message is wanted where one is asked for
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_PHONE_DRAWER (hall_phone_drawer_get_type ())
G_DECLARE_FINAL_TYPE (HallPhoneDrawer, hall_phone_drawer, HALL, PHONE_DRAWER, GtkBox)

GtkWidget *hall_phone_drawer_new (HallSession *session);

/* What came while it was closed. */
guint hall_phone_drawer_get_unread (HallPhoneDrawer *self);

/* Whether it is in view: then everything is read. */
void hall_phone_drawer_set_open (HallPhoneDrawer *self, gboolean open);
