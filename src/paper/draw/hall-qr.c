/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-qr.h"

#include <errno.h>
#include <qrencode.h>

#include "hall-error.h"

/* libqrencode writes 1 for dark into the lowest bit of each module. */
#define DARK 1

struct _HallQr
{
  QRcode *code;
};

HallQr *
hall_qr_new (const char *text, GError **error)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  HallQr *self;

  if (code == NULL)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "no QR code can hold this text: %s",
                   g_strerror (errno));
      return NULL;
    }
  self = g_new0 (HallQr, 1);
  self->code = code;
  return self;
}

void
hall_qr_free (HallQr *self)
{
  QRcode_free (self->code);
  g_free (self);
}

guint
hall_qr_get_size (const HallQr *self)
{
  return (guint) self->code->width;
}

gboolean
hall_qr_is_dark (const HallQr *self, guint column, guint row)
{
  guint size = hall_qr_get_size (self);

  g_return_val_if_fail (column < size && row < size, FALSE);
  return (self->code->data[row * size + column] & DARK) != 0;
}

/* The dark modules that follow each other in a row make one rectangle. */
static void
add_row (const HallQr *self, cairo_t *cairo, guint row, double module)
{
  guint size = hall_qr_get_size (self);

  for (guint start = 0, end; start < size; start = end + 1)
    {
      for (end = start; end < size && hall_qr_is_dark (self, end, row); end++)
        ;
      if (end > start)
        cairo_rectangle (cairo, start * module, row * module, (end - start) * module, module);
    }
}

void
hall_qr_draw (const HallQr *self, cairo_t *cairo, double x, double y, double module)
{
  double quiet = HALL_QR_QUIET_MODULES * module;
  guint size = hall_qr_get_size (self);

  cairo_save (cairo);
  cairo_translate (cairo, x, y);
  cairo_rectangle (cairo, -quiet, -quiet, size * module + 2 * quiet, size * module + 2 * quiet);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_fill (cairo);
  for (guint row = 0; row < size; row++)
    add_row (self, cairo, row, module);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_fill (cairo);
  cairo_restore (cairo);
}
