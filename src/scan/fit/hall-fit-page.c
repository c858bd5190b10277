/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fit-page.h"

#include <math.h>
#include <string.h>

#include "hall-application.h"
#include "hall-error.h"
#include "hall-wire-finding.h"

#define CHANNELS  3
#define MAX_PAGES 10000
#define MAX_SIDE  100000
#define MILLI     1000.0
#define MAX_DPI   10000

HallFitPage *
hall_fit_page_new (void)
{
  HallFitPage *self = g_new0 (HallFitPage, 1);

  self->n_pages = 1;
  self->findings = hall_findings_new ();
  return self;
}

void
hall_fit_page_free (HallFitPage *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->preview);
  g_free (self);
}

static JsonNode *
to_json (const HallFitPage *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "format", hall_fit_format_get_name (self->format));
  hall_wire_add_int (builder, "pages", self->n_pages);
  hall_wire_add_int (builder, "page", self->page);
  hall_wire_add_int (builder, "width", self->width);
  hall_wire_add_int (builder, "height", self->height);
  hall_wire_add_int (builder, "millidpi", (gint64) lround (self->dpi * MILLI));
  hall_wire_add_bool (builder, "exif", self->has_exif);
  hall_wire_add_bool (builder, "gps", self->has_gps);
  hall_wire_add_int (builder, "preview_width", gdk_pixbuf_get_width (self->preview));
  hall_wire_add_int (builder, "preview_height", gdk_pixbuf_get_height (self->preview));
  json_builder_set_member_name (builder, "recipe");
  json_builder_add_value (builder, hall_fit_recipe_to_json (&self->recipe));
  json_builder_set_member_name (builder, "findings");
  hall_wire_add_findings (builder, self->findings, HALL_LANG_EN);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

GBytes *
hall_fit_page_write (const HallFitPage *self)
{
  g_autoptr (JsonNode) node = to_json (self);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const guint8 *data = gdk_pixbuf_read_pixels (self->preview);

  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  g_byte_array_append (bytes, (const guint8 *) "\n", 1);
  for (int y = 0; y < gdk_pixbuf_get_height (self->preview); y++)
    g_byte_array_append (bytes, data + (gsize) y * (guint) gdk_pixbuf_get_rowstride (self->preview),
                         (guint) gdk_pixbuf_get_width (self->preview) * CHANNELS);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
read_preview (HallFitPage *self, HallJson *json, GBytes *pixels)
{
  int width = (int) hall_json_int (json, "preview_width", 1, HALL_FIT_PREVIEW_SIDE);
  int height = (int) hall_json_int (json, "preview_height", 1, HALL_FIT_PREVIEW_SIDE);

  if (hall_json_failed (json))
    return;
  if (g_bytes_get_size (pixels) == (gsize) width * (gsize) height * CHANNELS)
    self->preview = gdk_pixbuf_new_from_bytes (pixels, GDK_COLORSPACE_RGB, FALSE, 8, width, height,
                                               width * CHANNELS);
  else
    hall_json_fail (json, NULL, "the preview has another size");
}

static HallFitPage *
from_json (JsonNode *root, GBytes *pixels, GError **error)
{
  static const char *const members[] = { "format", "pages",         "page",           "width",
                                         "height", "millidpi",      "exif",           "gps",
                                         "recipe", "preview_width", "preview_height", "findings",
                                         NULL };
  g_autoptr (HallJson) json = hall_json_new ("page", root);
  g_autoptr (HallFitPage) self = hall_fit_page_new ();
  GPtrArray *findings;

  hall_json_expect (json, members);
  self->format = hall_fit_format_from_name (hall_json_string (json, "format"));
  self->n_pages = (guint) hall_json_int (json, "pages", 1, MAX_PAGES);
  self->page = (guint) hall_json_int (json, "page", 0, MAX_PAGES);
  self->width = (guint) hall_json_int (json, "width", 1, MAX_SIDE);
  self->height = (guint) hall_json_int (json, "height", 1, MAX_SIDE);
  self->dpi = (double) hall_json_int (json, "millidpi", 0, (gint64) (MAX_DPI * MILLI)) / MILLI;
  self->has_exif = hall_json_bool (json, "exif");
  self->has_gps = hall_json_bool (json, "gps");
  findings = hall_wire_read_findings (json, "findings");
  if (findings != NULL)
    {
      g_ptr_array_unref (self->findings);
      self->findings = findings;
    }
  read_preview (self, json, pixels);
  if (!hall_json_failed (json)
      && !hall_fit_recipe_from_json (&self->recipe,
                                     json_object_get_member (json_node_get_object (root),
                                                             "recipe")))
    hall_json_fail (json, "recipe", "it cannot be meant");
  return hall_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

HallFitPage *
hall_fit_page_read (GBytes *bytes, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = memchr (data, '\n', size);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) pixels = NULL;

  if (end == NULL)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, "the answer is cut off");
      return NULL;
    }
  root = hall_json_parse ("page", data, end - data, error);
  pixels =
      g_bytes_new_from_bytes (bytes, (gsize) (end + 1 - data), size - (gsize) (end + 1 - data));
  return root != NULL ? from_json (root, pixels, error) : NULL;
}
