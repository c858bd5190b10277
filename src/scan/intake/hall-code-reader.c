/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-code-reader.h"

#include <zbar.h>

#include "hall-qr.h"

/* Larger pictures are not enlarged: a code that is there is large enough already. */
#define MAX_ENLARGED_PIXELS (4 * 1000 * 1000)
#define MIN_REDUCED_SIDE    1000 /* 120 dpi of an A4 page: 4.7 pixels to a module */

struct _HallCodeReader
{
  zbar_image_scanner_t *scanner;
  GPtrArray *codes;
  guint strangers;
  HallCodeSpot spot; /* of the form code seen last; no modules: none */
};

HallCodeReader *
hall_code_reader_new (void)
{
  HallCodeReader *self = g_new0 (HallCodeReader, 1);

  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_form_code_free);
  self->scanner = zbar_image_scanner_create ();
  zbar_image_scanner_set_config (self->scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (self->scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  /* As bytes: guessing the encoding of Chinese text goes wrong, and crashes some builds. */
  zbar_image_scanner_set_config (self->scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1);
  return self;
}

void
hall_code_reader_free (HallCodeReader *self)
{
  zbar_image_scanner_destroy (self->scanner);
  g_ptr_array_unref (self->codes);
  g_free (self);
}

static gboolean
is_known (const HallCodeReader *self, const HallFormCode *code)
{
  g_autofree char *text = hall_form_code_to_text (code);

  for (guint i = 0; i < self->codes->len; i++)
    {
      g_autofree char *other = hall_form_code_to_text (g_ptr_array_index (self->codes, i));

      if (g_str_equal (text, other))
        return TRUE;
    }
  return FALSE;
}

static void
take_spot (HallCodeReader *self, const zbar_symbol_t *symbol, const char *text)
{
  g_autoptr (HallQr) qr = hall_qr_new (text, NULL);

  if (qr == NULL || zbar_symbol_get_loc_size (symbol) != G_N_ELEMENTS (self->spot.corners))
    return;
  self->spot.modules = hall_qr_get_size (qr);
  for (guint i = 0; i < G_N_ELEMENTS (self->spot.corners); i++)
    self->spot.corners[i] =
        (HallPoint){ zbar_symbol_get_loc_x (symbol, i), zbar_symbol_get_loc_y (symbol, i) };
}

/* TRUE if the text is a form code. */
static gboolean
take (HallCodeReader *self, const zbar_symbol_t *symbol)
{
  g_autofree char *text =
      g_strndup (zbar_symbol_get_data (symbol), zbar_symbol_get_data_length (symbol));
  g_autoptr (HallFormCode) code = hall_form_code_parse (text);

  if (code == NULL)
    {
      self->strangers++;
      return FALSE;
    }
  take_spot (self, symbol, text);
  if (!is_known (self, code))
    g_ptr_array_add (self->codes, g_steal_pointer (&code));
  return TRUE;
}

/* @grey: (transfer full): one look at it */
static gboolean
look_at (HallCodeReader *self, HallGrey *grey)
{
  g_autoptr (HallGrey) owned = grey;
  zbar_image_t *image = zbar_image_create ();
  gboolean found = FALSE;

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, grey->width, grey->height);
  zbar_image_set_data (image, grey->data, (gulong) grey->width * grey->height, NULL);
  zbar_scan_image (self->scanner, image);
  for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL;
       symbol = zbar_symbol_next (symbol))
    found |= take (self, symbol);
  zbar_image_destroy (image);
  return found;
}

/* Half the size and without red: noise and seals go, and it is the cheapest look. */
static HallGrey *
see_reduced (const HallPixels *pixels)
{
  g_autoptr (HallGrey) grey = NULL;

  if (MIN (pixels->width, pixels->height) < 2 * MIN_REDUCED_SIDE)
    return NULL;
  grey = hall_grey_new (pixels, HALL_GREY_RED);
  return hall_grey_reduce (grey);
}

static HallGrey *
see_plain (const HallPixels *pixels)
{
  return hall_grey_new (pixels, HALL_GREY_EYE);
}

static HallGrey *
see_without_red (const HallPixels *pixels)
{
  return hall_grey_new (pixels, HALL_GREY_RED);
}

/* Twice the size: helps where a scan is coarse or out of focus. */
static HallGrey *
see_enlarged (const HallPixels *pixels)
{
  g_autoptr (HallGrey) grey = NULL;

  if ((gsize) pixels->width * pixels->height > MAX_ENLARGED_PIXELS)
    return NULL;
  grey = hall_grey_new (pixels, HALL_GREY_EYE);
  return hall_grey_enlarge (grey);
}

/* For what is out of focus: the modules stand out from the mean of their surroundings. */
static HallGrey *
see_sharpened (const HallPixels *pixels)
{
  g_autoptr (HallGrey) grey = NULL;

  if ((gsize) pixels->width * pixels->height > MAX_ENLARGED_PIXELS)
    return NULL;
  grey = hall_grey_new (pixels, HALL_GREY_RED);
  return hall_grey_sharpen (grey);
}

/* On its side: the scanner's lines then cross the code elsewhere. Upside down they do not. */
static HallGrey *
see_turned (const HallPixels *pixels)
{
  g_autoptr (HallGrey) grey = hall_grey_new (pixels, HALL_GREY_EYE);

  return hall_grey_turn (grey);
}

/* The ways to look, cheap and likely ones first; each may answer NULL: not at this picture. */
static const struct
{
  HallGrey *(*see) (const HallPixels *pixels);
  double scale; /* from what is seen to the picture */
  gboolean is_turned;
} ways[] = {
  { see_reduced, 2, FALSE },   { see_plain, 1, FALSE },      { see_without_red, 1, FALSE },
  { see_sharpened, 1, FALSE }, { see_enlarged, 0.5, FALSE }, { see_turned, 1, TRUE },
};

/* From what was seen back into the picture. */
static void
bring_back (HallCodeSpot *spot, const HallPixels *pixels, gsize way)
{
  for (guint i = 0; i < G_N_ELEMENTS (spot->corners); i++)
    {
      HallPoint seen = spot->corners[i];

      if (ways[way].is_turned)
        seen = (HallPoint){ seen.y, pixels->height - seen.x };
      spot->corners[i] = (HallPoint){ seen.x * ways[way].scale, seen.y * ways[way].scale };
    }
}

gboolean
hall_code_reader_look (HallCodeReader *self,
                       const HallPixels *pixels,
                       HallReadEffort effort,
                       gboolean *found,
                       GCancellable *cancellable,
                       GError **error)
{
  guint looks = effort == HALL_READ_QUICK ? 1 : G_N_ELEMENTS (ways);
  int density = effort == HALL_READ_QUICK ? 2 : 1; /* every second line: half of the time */

  zbar_image_scanner_set_config (self->scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, density);
  zbar_image_scanner_set_config (self->scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, density);
  *found = FALSE;
  self->spot.modules = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (ways) && looks > 0 && !*found; i++)
    {
      HallGrey *grey;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      grey = ways[i].see (pixels);
      if (grey == NULL)
        continue;
      *found = look_at (self, grey);
      bring_back (&self->spot, pixels, i);
      looks--;
    }
  return TRUE;
}

GPtrArray *
hall_code_reader_get_codes (const HallCodeReader *self)
{
  return self->codes;
}

gboolean
hall_code_reader_get_spot (const HallCodeReader *self, HallCodeSpot *spot)
{
  *spot = self->spot;
  return spot->modules > 0;
}

guint
hall_code_reader_get_strangers (const HallCodeReader *self)
{
  return self->strangers;
}
