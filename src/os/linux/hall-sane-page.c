/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sane-page.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

#include "hall-error.h"

/* An A4 page at 1200 dpi has 139 million pixels. */
#define MAX_PIXELS 150e6
#define MAX_WIDTH  30000

#define JPEG_QUALITY "92"

struct _HallSanePage
{
  SANE_Parameters frame;
  int width;
  int lines;        /* as announced; 0 if it was not */
  GByteArray *rgb;  /* three bytes a pixel, as many lines as have come */
  GByteArray *line; /* what has come of the line that is not complete */
  int n_done;       /* lines of this frame */
};

static gboolean
is_sound (const SANE_Parameters *parameters)
{
  gboolean is_rgb = parameters->format == SANE_FRAME_RGB;
  int depth = parameters->depth;
  gsize needed;

  if (parameters->format < SANE_FRAME_GRAY || parameters->format > SANE_FRAME_BLUE
      || (depth != 1 && depth != 8 && depth != 16) || parameters->pixels_per_line <= 0
      || parameters->pixels_per_line > MAX_WIDTH || parameters->bytes_per_line <= 0
      || (double) parameters->lines * parameters->pixels_per_line > MAX_PIXELS)
    return FALSE;
  needed = ((gsize) parameters->pixels_per_line * (gsize) depth + 7) / 8;
  /* SANE keeps the three colours of a line of bits side by side, by bytes. */
  return (gsize) parameters->bytes_per_line >= needed * (is_rgb ? 3 : 1);
}

HallSanePage *
hall_sane_page_new (const SANE_Parameters *parameters)
{
  HallSanePage *self;

  if (!is_sound (parameters))
    return NULL;
  self = g_new0 (HallSanePage, 1);
  self->frame = *parameters;
  self->width = parameters->pixels_per_line;
  self->lines = MAX (parameters->lines, 0);
  self->rgb = g_byte_array_sized_new ((guint) self->width * (guint) self->lines * 3);
  self->line = g_byte_array_sized_new ((guint) parameters->bytes_per_line);
  return self;
}

void
hall_sane_page_free (HallSanePage *self)
{
  g_byte_array_unref (self->rgb);
  g_byte_array_unref (self->line);
  g_free (self);
}

gboolean
hall_sane_page_begin_frame (HallSanePage *self, const SANE_Parameters *parameters)
{
  if (!is_sound (parameters) || parameters->pixels_per_line != self->width)
    return FALSE;
  self->frame = *parameters;
  self->n_done = 0;
  g_byte_array_set_size (self->line, 0);
  return TRUE;
}

/* One sample, as a byte. Grey bits are black where they are set, coloured ones bright. */
static guint8
get_sample (const HallSanePage *self, const guint8 *line, int x, int channel)
{
  gboolean is_rgb = self->frame.format == SANE_FRAME_RGB;
  gsize at = (gsize) x * (is_rgb ? 3 : 1) + (gsize) channel;

  if (self->frame.depth == 8)
    return line[at];
  if (self->frame.depth == 16)
    return (guint8) (((const guint16 *) (gconstpointer) line)[at] >> 8);
  if (is_rgb)
    line += ((gsize) self->width + 7) / 8 * (gsize) channel;
  return (((line[x / 8] >> (7 - x % 8)) & 1) != 0) == (self->frame.format != SANE_FRAME_GRAY) ? 255
                                                                                              : 0;
}

static void
take_line (HallSanePage *self, const guint8 *line, guint8 *to)
{
  SANE_Frame format = self->frame.format;

  for (int x = 0; x < self->width; x++, to += 3)
    {
      if (format >= SANE_FRAME_RED)
        {
          to[format - SANE_FRAME_RED] = get_sample (self, line, x, 0);
          continue;
        }
      for (int channel = 0; channel < 3; channel++)
        to[channel] = get_sample (self, line, x, format == SANE_FRAME_RGB ? channel : 0);
    }
}

/* FALSE if the page has become too long. */
static gboolean
end_line (HallSanePage *self)
{
  gsize row = (gsize) self->width * 3;
  gsize end = row * ((gsize) self->n_done + 1);

  if ((double) self->width * (self->n_done + 1) > MAX_PIXELS)
    return FALSE;
  if (self->rgb->len < end)
    g_byte_array_set_size (self->rgb, (guint) end);
  take_line (self, self->line->data, self->rgb->data + end - row);
  self->n_done++;
  g_byte_array_set_size (self->line, 0);
  return TRUE;
}

gboolean
hall_sane_page_add (HallSanePage *self, const SANE_Byte *data, gsize size)
{
  guint full = (guint) self->frame.bytes_per_line;

  while (size > 0)
    {
      guint taken = (guint) MIN (size, full - self->line->len);

      g_byte_array_append (self->line, data, taken);
      data += taken;
      size -= taken;
      if (self->line->len == full && !end_line (self))
        return FALSE;
    }
  return TRUE;
}

double
hall_sane_page_get_fraction (const HallSanePage *self)
{
  return self->lines > 0 ? MIN (1.0, (double) self->n_done / self->lines) : -1;
}

GBytes *
hall_sane_page_encode (HallSanePage *self, guint dpi, GError **error)
{
  int height = (int) (self->rgb->len / 3 / (guint) self->width);
  g_autofree char *density = g_strdup_printf ("%u", dpi);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) inner = NULL;
  char *data = NULL;
  gsize size = 0;

  if (height > 0)
    {
      pixbuf = gdk_pixbuf_new_from_data (self->rgb->data, GDK_COLORSPACE_RGB, FALSE, 8, self->width,
                                         height, self->width * 3, NULL, NULL);
      if (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", &inner, "quality", JPEG_QUALITY,
                                     "x-dpi", density, "y-dpi", density, NULL))
        return g_bytes_new_take (data, size);
    }
  g_set_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE, "%s",
               _ ("The scanner sent no picture. Please scan again."));
  return NULL;
}
