/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program remembers of itself: the window, the hall used last. Kept in GSettings; where
 * the schema is not installed, only until the program ends.
 */
#pragma once

#include <gio/gio.h>

#define HALL_TYPE_SETTINGS (hall_settings_get_type ())
G_DECLARE_FINAL_TYPE (HallSettings, hall_settings, HALL, SETTINGS, GObject)

typedef struct
{
  int width; /* pixels, while not maximized */
  int height;
  gboolean maximized;
} HallWindowSize;

HallSettings *hall_settings_new (void);

HallWindowSize hall_settings_get_window (HallSettings *self);
void hall_settings_set_window (HallSettings *self, const HallWindowSize *size);

/* "" if none was used yet. The practice hall of this computer is not remembered. */
const char *hall_settings_get_hall_address (HallSettings *self);
void hall_settings_set_hall_address (HallSettings *self, const char *address);

/* Whether one stays signed in. */
gboolean hall_settings_get_remember (HallSettings *self);
void hall_settings_set_remember (HallSettings *self, gboolean remember);
