/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What runs in a window and should not be cut off: the desktop is asked to stay awake, and
 * closing asks first. For hall-frame.c.
 */
#pragma once

#include <gtk/gtk.h>

typedef struct _HallFrameHold HallFrameHold;

/* @window: outlives it */
HallFrameHold *hall_frame_hold_new (GtkApplication *application, GtkWindow *window);
void hall_frame_hold_free (HallFrameHold *self);

/* Returns: for hall_frame_hold_remove() */
guint hall_frame_hold_add (HallFrameHold *self, const char *why);
void hall_frame_hold_remove (HallFrameHold *self, guint hold);

/* Whether the window may close now. If not, the person is asked, and it closes on a yes. */
gboolean hall_frame_hold_let_close (HallFrameHold *self);
