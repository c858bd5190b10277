/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source for the markers: ITU-T T.81, annex B; for the orientation: Exif 2.3, 4.6.
 */
#include "hall-jpeg.h"

#include <string.h>

#include "hall-error.h"

/* Honest progressive files have about ten passes; each costs a walk over all pixels. */
#define MAX_SCANS   20
#define CHUNK_BYTES (64 * 1024)

enum
{
  MARKER_SOF0 = 0xC0,
  MARKER_DHT = 0xC4,
  MARKER_JPG = 0xC8,
  MARKER_DAC = 0xCC,
  MARKER_SOF15 = 0xCF,
  MARKER_RST0 = 0xD0,
  MARKER_RST7 = 0xD7,
  MARKER_EOI = 0xD9,
  MARKER_SOS = 0xDA,
  MARKER_APP1 = 0xE1,
  MARKER_TEM = 0x01
};

/* How far the walk has come. */
typedef struct
{
  const guint8 *data;
  gsize size;
  gsize at;
  guint scans;
  guint width, height;
  guint orientation; /* 1 to 8 as in Exif; 5 to 8 lie on their side */
} Walk;

static guint
read_16 (const guint8 *data)
{
  return (guint) data[0] << 8 | data[1];
}

/* A number of Exif, in the byte order the block is written in. */
static guint32
read_exif (const guint8 *data, guint bytes, gboolean is_little)
{
  guint32 value = 0;

  for (guint i = 0; i < bytes; i++)
    value = value << 8 | data[is_little ? bytes - 1 - i : i];
  return value;
}

static void
read_orientation (Walk *walk, const guint8 *data, gsize size)
{
  const guint8 *tiff;
  gsize tiff_size;
  gboolean is_little;
  gsize at;
  guint n;

  if (size < 6 + 10 || memcmp (data, "Exif\0\0", 6) != 0)
    return;
  tiff = data + 6;
  tiff_size = size - 6;
  is_little = tiff[0] == 'I';
  at = read_exif (tiff + 4, 4, is_little);
  if (at > tiff_size || tiff_size - at < 2)
    return;
  n = read_exif (tiff + at, 2, is_little);
  for (at += 2; n > 0 && at <= tiff_size && tiff_size - at >= 12; n--, at += 12)
    if (read_exif (tiff + at, 2, is_little) == 0x0112)
      {
        guint value = read_exif (tiff + at + 8, 2, is_little);

        if (value >= 1 && value <= 8)
          walk->orientation = value;
        return;
      }
}

static gboolean
is_frame_marker (guint marker)
{
  return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 && marker != MARKER_DHT
         && marker != MARKER_JPG && marker != MARKER_DAC;
}

/* A frame that decoders know: sequential or progressive, 8 bits, one picture size. */
static gboolean
read_frame (Walk *walk, guint marker, const guint8 *data, gsize size)
{
  if (size < 6 || walk->width != 0 || marker > MARKER_SOF0 + 2 || data[0] != 8)
    return FALSE;
  walk->height = read_16 (data + 1);
  walk->width = read_16 (data + 3);
  return walk->width > 0 && walk->height > 0;
}

/* Goes behind the coded data to the next marker that is neither stuffing nor a restart. */
static gboolean
skip_scan (Walk *walk)
{
  while (walk->at + 1 < walk->size)
    {
      const guint8 *found = memchr (walk->data + walk->at, 0xFF, walk->size - 1 - walk->at);

      if (found == NULL)
        return FALSE;
      walk->at = (gsize) (found - walk->data);
      if (found[1] == 0xFF)
        walk->at++;
      else if (found[1] == 0 || (found[1] >= MARKER_RST0 && found[1] <= MARKER_RST7))
        walk->at += 2;
      else
        return TRUE;
    }
  return FALSE;
}

/* One marker with its segment; HALL_JPEG_WHOLE means: go on. */
static HallJpegState
step (Walk *walk, guint marker)
{
  const guint8 *segment = walk->data + walk->at;
  gsize length;

  if (walk->size - walk->at < 2)
    return HALL_JPEG_TRUNCATED;
  length = read_16 (segment);
  if (length < 2)
    return HALL_JPEG_DAMAGED;
  if (walk->size - walk->at < length)
    return HALL_JPEG_TRUNCATED;
  walk->at += length;
  if (marker == MARKER_APP1)
    read_orientation (walk, segment + 2, length - 2);
  if (is_frame_marker (marker) && !read_frame (walk, marker, segment + 2, length - 2))
    return HALL_JPEG_DAMAGED;
  if (marker != MARKER_SOS)
    return HALL_JPEG_WHOLE;
  if (walk->width == 0 || ++walk->scans > MAX_SCANS)
    return HALL_JPEG_DAMAGED;
  return skip_scan (walk) ? HALL_JPEG_WHOLE : HALL_JPEG_TRUNCATED;
}

static HallJpegState
walk_markers (Walk *walk)
{
  HallJpegState state = HALL_JPEG_WHOLE;

  while (state == HALL_JPEG_WHOLE)
    {
      guint marker;

      while (walk->at < walk->size && walk->data[walk->at] == 0xFF && walk->at + 1 < walk->size
             && walk->data[walk->at + 1] == 0xFF)
        walk->at++;
      if (walk->size - walk->at < 2)
        return HALL_JPEG_TRUNCATED;
      if (walk->data[walk->at] != 0xFF)
        return HALL_JPEG_DAMAGED;
      marker = walk->data[walk->at + 1];
      walk->at += 2;
      if (marker == MARKER_EOI)
        return walk->scans > 0 ? HALL_JPEG_WHOLE : HALL_JPEG_DAMAGED;
      if (marker != MARKER_TEM)
        state = step (walk, marker);
    }
  return state;
}

HallJpegState
hall_jpeg_probe (const guint8 *data, gsize size, HallJpegInfo *info)
{
  Walk walk = { .data = data, .size = size, .at = 2, .orientation = 1 };
  HallJpegState state;

  if (size < 2)
    return HALL_JPEG_TRUNCATED;
  state = walk_markers (&walk);
  info->width = walk.orientation < 5 ? walk.width : walk.height;
  info->height = walk.orientation < 5 ? walk.height : walk.width;
  return state;
}

static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  int max_side = GPOINTER_TO_INT (data);
  int divide = 1;

  while (divide < 8 && MAX (width, height) / divide > max_side)
    divide *= 2;
  /* rounded up as libjpeg does; another size would be scaled once more, which costs as much */
  gdk_pixbuf_loader_set_size (loader, (width + divide - 1) / divide,
                              (height + divide - 1) / divide);
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size; at += CHUNK_BYTES)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK_BYTES, size - at), error))
      {
        gdk_pixbuf_loader_close (loader, NULL); /* the first error is the one that counts */
        return FALSE;
      }
  return gdk_pixbuf_loader_close (loader, error);
}

GdkPixbuf *
hall_jpeg_decode (GBytes *bytes, guint max_side, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", &inner);
  GdkPixbuf *pixbuf = NULL;

  if (loader != NULL)
    g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb),
                      GINT_TO_POINTER ((int) max_side));
  if (loader != NULL && feed (loader, bytes, cancellable, &inner))
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf != NULL)
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&inner));
  else
    g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s",
                 inner != NULL ? inner->message : "no picture");
  return NULL;
}
