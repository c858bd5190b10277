/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program remembers of itself: the window, the hall used last. Kept in GSettings; where
 * the schema is not installed, only until the program ends.
 */
#pragma once

#include <gio/gio.h>

#define HALL_TYPE_PREFERENCES (hall_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HallPreferences, hall_preferences, HALL, PREFERENCES, GObject)

typedef struct
{
  int width; /* pixels, while not maximized */
  int height;
  gboolean maximized;
} HallWindowSize;

HallPreferences *hall_preferences_new (void);

HallWindowSize hall_preferences_get_window (HallPreferences *self);
void hall_preferences_set_window (HallPreferences *self, const HallWindowSize *size);

/* "" if none was used yet. The practice hall of this computer is not remembered. */
const char *hall_preferences_get_hall_address (HallPreferences *self);
void hall_preferences_set_hall_address (HallPreferences *self, const char *address);

/* Whether one stays signed in. */
gboolean hall_preferences_get_remember (HallPreferences *self);
void hall_preferences_set_remember (HallPreferences *self, gboolean remember);
