/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program remembers of itself. Nothing personal is in here: names and tokens are kept
 * elsewhere, or nowhere.
 */
#include "hall-settings.h"

struct _HallSettings
{
  GObject parent_instance;

  GSettings *settings; /* (nullable): NULL: there is no schema */
  HallWindowSize window;
  char *hall_address;
  gboolean remember;
};

G_DEFINE_FINAL_TYPE (HallSettings, hall_settings, G_TYPE_OBJECT)

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
hall_settings_finalize (GObject *object)
{
  HallSettings *self = HALL_SETTINGS (object);

  g_clear_object (&self->settings);
  g_free (self->hall_address);
  G_OBJECT_CLASS (hall_settings_parent_class)->finalize (object);
}

static void
hall_settings_class_init (HallSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_settings_finalize;
}

static void
hall_settings_init (HallSettings *self)
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

HallSettings *
hall_settings_new (void)
{
  return g_object_new (HALL_TYPE_SETTINGS, NULL);
}

HallWindowSize
hall_settings_get_window (HallSettings *self)
{
  HallWindowSize none = { 0 };

  g_return_val_if_fail (HALL_IS_SETTINGS (self), none);

  return self->window;
}

void
hall_settings_set_window (HallSettings *self, const HallWindowSize *size)
{
  g_return_if_fail (HALL_IS_SETTINGS (self));

  self->window = *size;
  if (self->settings == NULL)
    return;
  g_settings_set_int (self->settings, "window-width", size->width);
  g_settings_set_int (self->settings, "window-height", size->height);
  g_settings_set_boolean (self->settings, "window-maximized", size->maximized);
}

const char *
hall_settings_get_hall_address (HallSettings *self)
{
  g_return_val_if_fail (HALL_IS_SETTINGS (self), "");

  return self->hall_address;
}

void
hall_settings_set_hall_address (HallSettings *self, const char *address)
{
  g_return_if_fail (HALL_IS_SETTINGS (self));
  g_return_if_fail (address != NULL);

  g_free (self->hall_address);
  self->hall_address = g_strdup (address);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "hall-address", address);
}

gboolean
hall_settings_get_remember (HallSettings *self)
{
  g_return_val_if_fail (HALL_IS_SETTINGS (self), FALSE);

  return self->remember;
}

void
hall_settings_set_remember (HallSettings *self, gboolean remember)
{
  g_return_if_fail (HALL_IS_SETTINGS (self));

  self->remember = remember;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "remember-me", remember);
}
