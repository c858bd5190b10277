/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program remembers of itself. Nothing personal is in here: names and tokens are kept
 * elsewhere, or nowhere.
 */
#include "hall-preferences.h"

struct _HallPreferences
{
  GObject parent_instance;

  GSettings *settings; /* (nullable): NULL: there is no schema */
  HallWindowSize window;
  char *hall_address;
  gboolean remember;
};

G_DEFINE_FINAL_TYPE (HallPreferences, hall_preferences, G_TYPE_OBJECT)

#define SCHEMA "io.github.certhall.CertHall"

static gboolean
has_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  GSettingsSchema *schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL)
    return FALSE;
  g_settings_schema_unref (schema);
  return TRUE;
}

static void
hall_preferences_finalize (GObject *object)
{
  HallPreferences *self = HALL_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_free (self->hall_address);
  G_OBJECT_CLASS (hall_preferences_parent_class)->finalize (object);
}

static void
hall_preferences_class_init (HallPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_preferences_finalize;
}

static void
hall_preferences_init (HallPreferences *self)
{
  self->window = (HallWindowSize){ 1024, 700, FALSE };
  self->remember = TRUE;
  self->hall_address = g_strdup ("");
  if (!has_schema ())
    return;
  self->settings = g_settings_new (SCHEMA);
  self->window.width = g_settings_get_int (self->settings, "window-width");
  self->window.height = g_settings_get_int (self->settings, "window-height");
  self->window.maximized = g_settings_get_boolean (self->settings, "window-maximized");
  self->remember = g_settings_get_boolean (self->settings, "remember-me");
  g_free (self->hall_address);
  self->hall_address = g_settings_get_string (self->settings, "hall-address");
}

HallPreferences *
hall_preferences_new (void)
{
  return g_object_new (HALL_TYPE_PREFERENCES, NULL);
}

HallWindowSize
hall_preferences_get_window (HallPreferences *self)
{
  HallWindowSize none = { 0 };

  g_return_val_if_fail (HALL_IS_PREFERENCES (self), none);

  return self->window;
}

void
hall_preferences_set_window (HallPreferences *self, const HallWindowSize *size)
{
  g_return_if_fail (HALL_IS_PREFERENCES (self));

  self->window = *size;
  if (self->settings == NULL)
    return;
  g_settings_set_int (self->settings, "window-width", size->width);
  g_settings_set_int (self->settings, "window-height", size->height);
  g_settings_set_boolean (self->settings, "window-maximized", size->maximized);
}

const char *
hall_preferences_get_hall_address (HallPreferences *self)
{
  g_return_val_if_fail (HALL_IS_PREFERENCES (self), "");

  return self->hall_address;
}

void
hall_preferences_set_hall_address (HallPreferences *self, const char *address)
{
  g_return_if_fail (HALL_IS_PREFERENCES (self));
  g_return_if_fail (address != NULL);

  g_free (self->hall_address);
  self->hall_address = g_strdup (address);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "hall-address", address);
}

gboolean
hall_preferences_get_remember (HallPreferences *self)
{
  g_return_val_if_fail (HALL_IS_PREFERENCES (self), FALSE);

  return self->remember;
}

void
hall_preferences_set_remember (HallPreferences *self, gboolean remember)
{
  g_return_if_fail (HALL_IS_PREFERENCES (self));

  self->remember = remember;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "remember-me", remember);
}
