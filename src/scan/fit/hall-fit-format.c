/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fit-format.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Where the four letters of a file of the ISO base format begin, and what they are for HEIC. */
#define BRAND_AT 8

typedef struct
{
  const char *name;
  const char *loader; /* what gdk-pixbuf calls it; NULL: opened without it */
  const char *patterns[5];
} Format;

static const Format formats[HALL_N_FIT_FORMATS] = {
  [HALL_FIT_UNKNOWN] = { "unknown", NULL, { NULL } },
  [HALL_FIT_JPEG] = { "jpeg", NULL, { "*.jpg", "*.jpeg", "*.JPG", "*.JPEG", NULL } },
  [HALL_FIT_PNG] = { "png", "png", { "*.png", "*.PNG", NULL } },
  [HALL_FIT_WEBP] = { "webp", "webp", { "*.webp", "*.WEBP", NULL } },
  [HALL_FIT_TIFF] = { "tiff", "tiff", { "*.tif", "*.tiff", "*.TIF", "*.TIFF", NULL } },
  [HALL_FIT_HEIC] = { "heic", "heif/avif", { "*.heic", "*.heif", "*.HEIC", "*.HEIF", NULL } },
  [HALL_FIT_PDF] = { "pdf", NULL, { "*.pdf", "*.PDF", NULL } },
};

static gboolean
begins_with (const guint8 *data, gsize size, const char *magic, gsize n_bytes)
{
  return size >= n_bytes && memcmp (data, magic, n_bytes) == 0;
}

static gboolean
is_heic (const guint8 *data, gsize size)
{
  static const char *const brands[] = { "heic", "heix", "heim", "heis", "mif1", "msf1" };

  if (size < BRAND_AT + 4 || memcmp (data + 4, "ftyp", 4) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (brands); i++)
    if (memcmp (data + BRAND_AT, brands[i], 4) == 0)
      return TRUE;
  return FALSE;
}

HallFitFormat
hall_fit_format_guess (const guint8 *data, gsize size)
{
  if (begins_with (data, size, "\xFF\xD8\xFF", 3))
    return HALL_FIT_JPEG;
  if (begins_with (data, size, "\x89PNG\r\n\x1A\n", 8))
    return HALL_FIT_PNG;
  if (begins_with (data, size, "RIFF", 4) && size >= 12 && memcmp (data + 8, "WEBP", 4) == 0)
    return HALL_FIT_WEBP;
  if (begins_with (data, size, "II*\0", 4) || begins_with (data, size, "MM\0*", 4))
    return HALL_FIT_TIFF;
  if (begins_with (data, size, "%PDF-", 5))
    return HALL_FIT_PDF;
  return is_heic (data, size) ? HALL_FIT_HEIC : HALL_FIT_UNKNOWN;
}

const char *
hall_fit_format_get_name (HallFitFormat format)
{
  g_return_val_if_fail (format < HALL_N_FIT_FORMATS, "");
  return formats[format].name;
}

HallFitFormat
hall_fit_format_from_name (const char *name)
{
  for (guint i = 0; i < HALL_N_FIT_FORMATS; i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      return i;
  return HALL_FIT_UNKNOWN;
}

const char *
hall_fit_format_get_loader (HallFitFormat format)
{
  g_return_val_if_fail (format < HALL_N_FIT_FORMATS, NULL);
  return formats[format].loader;
}

/* libheif calls its loader "heif/avif" or, in later versions, "heif". */
static gboolean
is_named (const char *loader, const char *wanted)
{
  return g_str_equal (loader, wanted)
         || (g_str_has_prefix (loader, "heif") && g_str_has_prefix (wanted, "heif"));
}

gboolean
hall_fit_format_is_known (HallFitFormat format)
{
  g_autoptr (GSList) list = NULL;

  g_return_val_if_fail (format < HALL_N_FIT_FORMATS, FALSE);
  if (formats[format].loader == NULL)
    return format != HALL_FIT_UNKNOWN;
  list = gdk_pixbuf_get_formats ();
  for (GSList *at = list; at != NULL; at = at->next)
    {
      g_autofree char *name = gdk_pixbuf_format_get_name (at->data);

      if (is_named (name, formats[format].loader))
        return TRUE;
    }
  return FALSE;
}

const char *const *
hall_fit_format_get_patterns (void)
{
  static GPtrArray *patterns = NULL;

  if (patterns != NULL)
    return (const char *const *) patterns->pdata;
  patterns = g_ptr_array_new ();
  for (guint i = HALL_FIT_UNKNOWN + 1; i < HALL_N_FIT_FORMATS; i++)
    for (guint j = 0; hall_fit_format_is_known (i) && formats[i].patterns[j] != NULL; j++)
      g_ptr_array_add (patterns, (gpointer) formats[i].patterns[j]);
  g_ptr_array_add (patterns, NULL);
  return (const char *const *) patterns->pdata;
}
