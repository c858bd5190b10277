/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-code.h"

#include <zbar.h>

/* (transfer full): the green channel */
static guint8 *
take_green (cairo_surface_t *surface, int width, int height)
{
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *green = g_malloc ((gsize) width * (gsize) height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      green[y * width + x] =
          (guint8) (((const guint32 *) (const void *) (pixels + y * stride))[x] >> 8 & 0xff);
  return green;
}

char *
page_code_read (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autofree guint8 *green = take_green (surface, width, height);
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  zbar_image_t *image = zbar_image_create ();
  const zbar_symbol_t *symbol;
  char *text = NULL;

  zbar_image_scanner_set_config (scanner, 0, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, (unsigned) width, (unsigned) height);
  zbar_image_set_data (image, green, (unsigned long) width * (unsigned long) height, NULL);
  zbar_scan_image (scanner, image);
  symbol = zbar_image_first_symbol (image);
  if (symbol != NULL)
    {
      text = g_strdup (zbar_symbol_get_data (symbol));
      g_assert_null (zbar_symbol_next (symbol));
    }
  zbar_image_destroy (image);
  zbar_image_scanner_destroy (scanner);
  return text;
}
