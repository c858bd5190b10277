/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source for the markers: ITU-T T.81, annex B; for what they hold: JFIF 1.02, Exif 2.3 and
 * ICC.1:2010, annex B.4.
 */
#include "hall-fit-metadata.h"

#include <string.h>

#define CM_PER_INCH 2.54
#define ENTRY_BYTES 12

enum
{
  MARKER_RST0 = 0xD0,
  MARKER_RST7 = 0xD7,
  MARKER_SOI = 0xD8,
  MARKER_EOI = 0xD9,
  MARKER_SOS = 0xDA,
  MARKER_APP0 = 0xE0,
  MARKER_APP1 = 0xE1,
  MARKER_APP2 = 0xE2,
  MARKER_APP13 = 0xED,
  MARKER_APP14 = 0xEE,
  MARKER_APP15 = 0xEF,
  MARKER_COM = 0xFE,
  MARKER_TEM = 0x01
};

enum
{
  TAG_ORIENTATION = 0x0112,
  TAG_X_RESOLUTION = 0x011A,
  TAG_RESOLUTION_UNIT = 0x0128,
  TAG_GPS = 0x8825
};

static const char exif_id[] = "Exif\0";
static const char xmp_id[] = "http://ns.adobe.com/xap/1.0/";

static guint
read_16 (const guint8 *data)
{
  return (guint) data[0] << 8 | data[1];
}

static guint32
read_number (const guint8 *data, guint bytes, gboolean is_little)
{
  guint32 value = 0;

  for (guint i = 0; i < bytes; i++)
    value = value << 8 | data[is_little ? bytes - 1 - i : i];
  return value;
}

static double
read_rational (const guint8 *tiff, gsize size, gsize at, gboolean is_little)
{
  guint32 below;

  if (at > size || size - at < 8)
    return 0;
  below = read_number (tiff + at + 4, 4, is_little);
  return below != 0 ? (double) read_number (tiff + at, 4, is_little) / below : 0;
}

void
hall_fit_metadata_read_exif (HallFitMetadata *self, const guint8 *tiff, gsize size)
{
  gboolean is_little = size > 0 && tiff[0] == 'I';
  gsize at = size >= 8 ? read_number (tiff + 4, 4, is_little) : size;
  guint n = at <= size && size - at >= 2 ? read_number (tiff + at, 2, is_little) : 0;
  guint unit = 2;
  double resolution = 0;

  for (at += 2; n > 0 && at <= size && size - at >= ENTRY_BYTES; n--, at += ENTRY_BYTES)
    {
      guint tag = read_number (tiff + at, 2, is_little);
      guint value = read_number (tiff + at + 8, 2, is_little);

      if (tag == TAG_ORIENTATION && value >= 1 && value <= 8)
        self->orientation = value;
      else if (tag == TAG_RESOLUTION_UNIT)
        unit = value;
      else if (tag == TAG_X_RESOLUTION)
        resolution =
            read_rational (tiff, size, read_number (tiff + at + 8, 4, is_little), is_little);
      else if (tag == TAG_GPS)
        self->has_gps = TRUE;
    }
  if (resolution > 0)
    self->dpi = unit == 3 ? resolution * CM_PER_INCH : resolution;
}

static gboolean
has_id (const guint8 *data, gsize size, const char *id, gsize length)
{
  return size >= length && memcmp (data, id, length) == 0;
}

static gboolean
has_xmp_place (const guint8 *data, gsize size)
{
  return has_id (data, size, xmp_id, sizeof xmp_id)
         && g_strstr_len ((const char *) data + sizeof xmp_id, (gssize) (size - sizeof xmp_id),
                          "exif:GPS")
                != NULL;
}

/* @data: behind the length. Returns: whether the picture needs the segment */
static gboolean
judge_segment (guint marker, const guint8 *data, gsize size, HallFitMetadata *self)
{
  if (marker == MARKER_APP0 && has_id (data, size, "JFIF", 5))
    {
      double dpi = size >= 10 ? read_16 (data + 8) : 0;

      if (size >= 10 && data[7] != 0 && dpi > 1)
        self->dpi = data[7] == 2 ? dpi * CM_PER_INCH : dpi;
      return TRUE;
    }
  if (marker == MARKER_APP1 && has_id (data, size, exif_id, 6))
    hall_fit_metadata_read_exif (self, data + 6, size - 6);
  if (marker == MARKER_APP1 && has_xmp_place (data, size))
    self->has_gps = TRUE;
  if (marker == MARKER_APP1 || marker == MARKER_APP13 || marker == MARKER_COM)
    self->has_exif = TRUE;
  if (marker == MARKER_APP2)
    return has_id (data, size, "ICC_PROFILE", 12);
  if (marker == MARKER_APP14)
    return has_id (data, size, "Adobe", 5);
  return (marker < MARKER_APP0 || marker > MARKER_APP15) && marker != MARKER_COM;
}

/* Behind the coded data, at the next marker that is neither stuffing nor a restart. */
static gsize
skip_scan (const guint8 *data, gsize size, gsize at)
{
  while (at + 1 < size)
    {
      const guint8 *found = memchr (data + at, 0xFF, size - 1 - at);

      if (found == NULL)
        return size;
      at = (gsize) (found - data);
      if (found[1] != 0 && found[1] != 0xFF && (found[1] < MARKER_RST0 || found[1] > MARKER_RST7))
        return at;
      at += found[1] == 0xFF ? 1 : 2;
    }
  return size;
}

GBytes *
hall_fit_metadata_strip_jpeg (GBytes *jpeg, HallFitMetadata *self)
{
  gsize size = 0, at = 2;
  const guint8 *data = g_bytes_get_data (jpeg, &size);
  g_autoptr (GByteArray) kept = g_byte_array_sized_new ((guint) size);

  *self = (HallFitMetadata){ .orientation = 1 };
  if (size < 4 || data[0] != 0xFF || data[1] != MARKER_SOI)
    return NULL;
  g_byte_array_append (kept, data, 2);
  while (size - at >= 4 && data[at] == 0xFF)
    {
      guint marker = data[at + 1];
      gsize next = at + 2 + read_16 (data + at + 2);

      if (marker == 0xFF)
        {
          at++;
          continue;
        }
      if (marker == MARKER_EOI)
        break;
      if (marker == MARKER_TEM || read_16 (data + at + 2) < 2 || next > size)
        return NULL;
      if (judge_segment (marker, data + at + 4, next - at - 4, self))
        {
          gsize end = marker == MARKER_SOS ? skip_scan (data, size, next) : next;

          g_byte_array_append (kept, data + at, (guint) (end - at));
          next = end;
        }
      at = next;
    }
  if (size - at < 2 || data[at] != 0xFF || data[at + 1] != MARKER_EOI)
    return NULL;
  g_byte_array_append (kept, data + at, 2);
  return g_byte_array_free_to_bytes (g_steal_pointer (&kept));
}

/* Whether an APP1 block of Exif or XMP begins here; @length: of what stands behind its length. */
static gboolean
is_block (const guint8 *data, gsize size, gsize *length)
{
  if (size < 4 || data[1] != MARKER_APP1 || read_16 (data + 2) < 2)
    return FALSE;
  *length = read_16 (data + 2) - 2;
  if (*length > size - 4)
    return FALSE;
  return (has_id (data + 4, *length, exif_id, 6)
          && (has_id (data + 10, *length - 6, "II*", 4)
              || has_id (data + 10, *length - 6, "MM\0*", 4)))
         || has_id (data + 4, *length, xmp_id, sizeof xmp_id);
}

GBytes *
hall_fit_metadata_blank_pdf (GBytes *pdf, gboolean *changed)
{
  gsize size = 0, length = 0;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  *changed = FALSE;
  for (const guint8 *found = data; found != NULL && (gsize) (found - data) + 1 < size;)
    {
      gsize at;

      found = memchr (found, 0xFF, size - (gsize) (found - data));
      if (found == NULL)
        break;
      at = (gsize) (found - data);
      if (is_block (found, size - at, &length))
        {
          memset (copy + at + 4, 0, length);
          *changed = TRUE;
          at += 3 + length;
        }
      found = data + at + 1;
    }
  return *changed ? g_bytes_new_take (g_steal_pointer (&copy), size) : g_bytes_ref (pdf);
}
