/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three menus of a frame's header bar. For hall-frame.c.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

typedef struct _HallFrameMenus HallFrameMenus;

HallFrameMenus *
hall_frame_menus_new (GtkMenuButton *main, GtkMenuButton *hall, GtkMenuButton *account);
void hall_frame_menus_free (HallFrameMenus *self);

/* What the menus say changes with the session. */
void hall_frame_menus_show_hall (HallFrameMenus *self, HallSession *session);
void hall_frame_menus_show_identity (HallFrameMenus *self, HallSession *session);

void hall_frame_menus_add_hall_item (HallFrameMenus *self, const char *label, const char *action);
void hall_frame_menus_add_main_item (HallFrameMenus *self, const char *label, const char *action);
