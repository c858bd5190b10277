/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-image.h"

#include <string.h>

#include "hall-error.h"
#include "hall-json.h"

#define MICRONS 1000.0
#define MAX_MM  1000
#define MAX_DPI 2400

static const char png_magic[] = "\x89PNG\r\n\x1a\n";

void
hall_seal_image_free (HallSealImage *self)
{
  g_clear_pointer (&self->png, g_bytes_unref);
  g_free (self->region);
  g_free (self);
}

static void
add_int (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

GBytes *
hall_seal_image_to_bytes (const HallSealImage *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *head = NULL;
  GByteArray *bytes = g_byte_array_new ();

  json_builder_begin_object (builder);
  add_int (builder, "width", (gint64) (self->width_mm * MICRONS + 0.5));
  add_int (builder, "height", (gint64) (self->height_mm * MICRONS + 0.5));
  add_int (builder, "dpi", self->dpi);
  json_builder_set_member_name (builder, "region");
  json_builder_add_string_value (builder, self->region);
  json_builder_set_member_name (builder, "good");
  json_builder_add_boolean_value (builder, self->is_good);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  head = json_to_string (root, FALSE);
  g_byte_array_append (bytes, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (bytes, (const guint8 *) "\n", 1);
  g_byte_array_append (bytes, g_bytes_get_data (self->png, NULL),
                       (guint) g_bytes_get_size (self->png));
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
read_head (HallSealImage *self, const char *text, gssize length, GError **error)
{
  static const char *const members[] = { "width", "height", "dpi", "region", "good", NULL };
  g_autoptr (JsonNode) root = hall_json_parse ("seal", text, length, error);
  g_autoptr (HallJson) json = NULL;

  if (root == NULL)
    return FALSE;
  json = hall_json_new ("seal", root);
  hall_json_expect (json, members);
  self->width_mm = (double) hall_json_int (json, "width", 1, MAX_MM * (gint64) MICRONS) / MICRONS;
  self->height_mm = (double) hall_json_int (json, "height", 1, MAX_MM * (gint64) MICRONS) / MICRONS;
  self->dpi = (guint) hall_json_int (json, "dpi", 1, MAX_DPI);
  self->region = g_strdup (hall_json_string (json, "region"));
  self->is_good = hall_json_bool (json, "good");
  return hall_json_finish (json, error);
}

HallSealImage *
hall_seal_image_parse (GBytes *bytes, GError **error)
{
  g_autoptr (HallSealImage) self = g_new0 (HallSealImage, 1);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = size > 0 ? memchr (data, '\n', size) : NULL;
  gsize magic = sizeof png_magic - 1, head;

  if (end == NULL || size - (gsize) (end + 1 - data) < magic
      || memcmp (end + 1, png_magic, magic) != 0)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "this is no picture of a seal");
      return NULL;
    }
  head = (gsize) (end - data);
  self->png = g_bytes_new_from_bytes (bytes, head + 1, size - head - 1);
  return read_head (self, data, (gssize) head, error) ? g_steal_pointer (&self) : NULL;
}
