/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JPEG files that were made to harm.
 */
#include <string.h>

#include "hostile-maker.h"
#include "scan-maker.h"

/* Tables and one picture of a block, in the order of a file: SOI, DQT, then what a case puts. */
static void
begin (GByteArray *file)
{
  static const guint8 head[] = { 0xff, 0xd8, 0xff, 0xdb, 0x00, 0x43, 0x00 };
  guint8 table[64];

  memset (table, 1, sizeof table);
  g_byte_array_append (file, head, sizeof head);
  g_byte_array_append (file, table, sizeof table);
}

static void
put_frame (GByteArray *file, guint8 marker, guint width, guint height)
{
  guint8 frame[] = { 0xff,
                     marker,
                     0x00,
                     0x0b,
                     8,
                     (guint8) (height >> 8),
                     (guint8) height,
                     (guint8) (width >> 8),
                     (guint8) width,
                     1,
                     1,
                     0x11,
                     0 };

  g_byte_array_append (file, frame, sizeof frame);
}

/* One code of one bit: a block is a 0 bit for each coefficient class. */
static void
put_tables (GByteArray *file)
{
  guint8 table[] = {
    0xff, 0xc4, 0x00, 0x14, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  g_byte_array_append (file, table, sizeof table);
  table[4] = 0x10;
  g_byte_array_append (file, table, sizeof table);
}

static void
put_scan (GByteArray *file, guint8 from, guint8 to, guint8 bits)
{
  guint8 scan[] = { 0xff, 0xda, 0x00, 0x08, 1, 1, 0x00, from, to, bits };

  g_byte_array_append (file, scan, sizeof scan);
}

static void
put_zeros (GByteArray *file, gsize size)
{
  gsize at = file->len;

  g_byte_array_set_size (file, (guint) (at + size));
  memset (file->data + at, 0, size);
}

static GBytes *
finish (GByteArray *file)
{
  static const guint8 end[] = { 0xff, 0xd9 };

  g_byte_array_append (file, end, sizeof end);
  return g_byte_array_free_to_bytes (file);
}

static const struct
{
  const char *name;
  guint8 marker;
  guint width, height;
  guint scans;
  gsize data; /* of each scan */
} pictures[] = {
  { "jpeg-largest", 0xc0, 65500, 65500, 1, 64 },
  { "jpeg-largest-progressive", 0xc2, 65500, 65500, 1, 64 },
  { "jpeg-50-megapixels", 0xc0, 7000, 7000, 1, 100000 },
  { "jpeg-50-megapixels-empty", 0xc0, 7000, 7000, 1, 1 },
  { "jpeg-50-megapixels-progressive", 0xc2, 7000, 7000, 5, 16 },
  { "jpeg-wide", 0xc0, 65500, 1, 1, 64 },
  { "jpeg-wide-progressive", 0xc2, 65500, 700, 3, 64 },
  { "jpeg-tall", 0xc0, 1, 65500, 1, 64 },
  { "jpeg-no-width", 0xc0, 0, 100, 1, 64 },
  { "jpeg-no-height", 0xc0, 100, 0, 1, 64 },
  { "jpeg-scans", 0xc2, 2000, 2000, 5000, 8 },
  { "jpeg-scans-100", 0xc2, 4000, 4000, 100, 8 },
  { "jpeg-scans-large", 0xc2, 6000, 6000, 60000, 1 },
  { "jpeg-scans-baseline", 0xc0, 800, 800, 1000, 8 },
  { "jpeg-arithmetic", 0xc9, 1000, 1000, 1, 1000 },
  { "jpeg-arithmetic-progressive", 0xca, 4000, 4000, 3, 1000 },
  { "jpeg-lossless", 0xc3, 1000, 1000, 1, 1000 },
  { "jpeg-hierarchical", 0xc5, 1000, 1000, 1, 1000 },
};

static GBytes *
make_picture (gsize i)
{
  GByteArray *file = g_byte_array_new ();
  gboolean in_turns = pictures[i].marker == 0xc2 || pictures[i].marker == 0xca;

  begin (file);
  put_frame (file, pictures[i].marker, pictures[i].width, pictures[i].height);
  put_tables (file);
  for (guint n = 0; n < pictures[i].scans; n++)
    {
      put_scan (file, n == 0 || !in_turns ? 0 : 1, n == 0 && in_turns ? 0 : 63,
                n < 2 || !in_turns ? 0 : 0x10);
      put_zeros (file, pictures[i].data);
    }
  return finish (file);
}

/* Segments again and again before the picture. */
static const struct
{
  const char *name;
  const char *segment;
  gsize length;
  guint times;
} floods[] = {
  { "jpeg-comments", "\xff\xfe\x00\x02", 4, 20000 },
  { "jpeg-tables", "\xff\xc4\x00\x13\x00\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 21, 50000 },
  { "jpeg-exif",
    "\xff\xe1\x00\x08"
    "Exif\0\0",
    10, 10000 },
  { "jpeg-fill", "\xff\xff\xff\xff", 4, 300000 },
  { "jpeg-restart", "\xff\xdd\x00\x04\x00\x01", 6, 100000 },
  { "jpeg-length-0", "\xff\xe0\x00\x00", 4, 10 },
  { "jpeg-length-1", "\xff\xe0\x00\x01", 4, 10 },
  { "jpeg-starts", "\xff\xd8", 2, 100000 },
  { "jpeg-frames", "\xff\xc0\x00\x0b\x08\x03\x84\x03\x84\x01\x01\x11\x00", 13, 10000 },
  { "jpeg-255-parts", "\xff\xc0\x00\x08\x08\x03\x84\x03\x84\xff", 10, 1 },
  { "jpeg-12-bits", "\xff\xc1\x00\x0b\x0c\x03\x84\x03\x84\x01\x01\x11\x00", 13, 1 },
  { "jpeg-sampling-15", "\xff\xc0\x00\x0b\x08\x03\x84\x03\x84\x01\x01\xff\x00", 13, 1 },
  { "jpeg-exif-cycle",
    "\xff\xe1\x00\x1c"
    "Exif\0\0"
    "MM\0\x2a\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08",
    30, 1 },
  { "jpeg-exif-count",
    "\xff\xe1\x00\x1c"
    "Exif\0\0"
    "II\x2a\0\x08\0\0\0\xff\xff\x12\x01\x03\0\xff\xff\xff\xff\xff\xff",
    30, 1 },
};

static GBytes *
make_flood (gsize i)
{
  GByteArray *file = g_byte_array_new ();

  begin (file);
  for (guint n = 0; n < floods[i].times; n++)
    g_byte_array_append (file, (const guint8 *) floods[i].segment, (guint) floods[i].length);
  put_frame (file, 0xc0, 900, 900);
  put_tables (file);
  put_scan (file, 0, 63, 0);
  put_zeros (file, 4000);
  return finish (file);
}

void
hostile_maker_add_jpegs (GPtrArray *files)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    hostile_maker_add (files, pictures[i].name, make_picture (i));
  for (gsize i = 0; i < G_N_ELEMENTS (floods); i++)
    hostile_maker_add (files, floods[i].name, make_flood (i));
}
