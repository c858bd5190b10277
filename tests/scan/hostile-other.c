/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PNG, TIFF and WebP files that were made to harm: what the document doctor opens besides.
 */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "hostile-maker.h"

#define N_CUTS      6
#define N_FLIPS     10
#define PNG_START   "\x89PNG\r\n\x1A\n"
#define MAX_ENTRIES 8
#define MIB         (1024u * 1024)

static void
put_big (GByteArray *file, guint32 number)
{
  guint32 bytes = GUINT32_TO_BE (number);

  g_byte_array_append (file, (const guint8 *) &bytes, sizeof bytes);
}

static void
put_little (GByteArray *file, guint32 number, guint n_bytes)
{
  guint32 bytes = GUINT32_TO_LE (number);

  g_byte_array_append (file, (const guint8 *) &bytes, n_bytes);
}

/* The checksum of PNG, so that what is wrong is not refused for that alone. */
static guint32
sum_up (const guint8 *data, gsize size)
{
  guint32 sum = G_MAXUINT32;

  for (gsize i = 0; i < size; i++)
    {
      sum ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320u : 0);
    }
  return ~sum;
}

static void
put_chunk (GByteArray *file, const char *type, const void *data, gsize size)
{
  guint at = file->len + 4;

  put_big (file, (guint32) size);
  g_byte_array_append (file, (const guint8 *) type, 4);
  g_byte_array_append (file, data, (guint) size);
  put_big (file, sum_up (file->data + at, size + 4));
}

static GByteArray *
begin_png (guint32 width, guint32 height, guint8 depth, guint8 colours, guint8 interlaced)
{
  GByteArray *file = g_byte_array_new ();
  g_autoptr (GByteArray) head = g_byte_array_new ();
  const guint8 rest[] = { depth, colours, 0, 0, interlaced };

  put_big (head, width);
  put_big (head, height);
  g_byte_array_append (head, rest, sizeof rest);
  g_byte_array_append (file, (const guint8 *) PNG_START, strlen (PNG_START));
  put_chunk (file, "IHDR", head->data, head->len);
  return file;
}

static const struct
{
  const char *name;
  guint32 width, height;
  guint8 depth, colours, interlaced;
  gsize packed; /* zeros that are sent as its points */
} pngs[] = {
  { "png-largest", G_MAXINT32, G_MAXINT32, 8, 2, 0, MIB },
  { "png-wraps", 65536, 65536, 8, 6, 0, MIB },
  { "png-wide", G_MAXINT32, 1, 1, 0, 0, MIB },
  { "png-tall", 1, 1000000, 8, 2, 0, MIB },
  { "png-49-megapixels", 7000, 7000, 8, 2, 0, 147u * 1000 * 1000 + 7000 },
  { "png-49-megapixels-empty", 7000, 7000, 16, 6, 0, 64 },
  { "png-interlaced", 3000, 3000, 8, 2, 1, 2 * MIB },
  { "png-no-width", 0, 9, 8, 2, 0, 64 },
  { "png-depth", 9, 9, 99, 2, 0, 64 },
  { "png-colours", 9, 9, 8, 99, 0, 64 },
  { "png-no-palette", 9, 9, 8, 3, 0, 100 },
  { "png-too-much", 9, 9, 8, 2, 0, 40 * MIB },
};

static GBytes *
make_png (gsize i)
{
  GByteArray *file =
      begin_png (pngs[i].width, pngs[i].height, pngs[i].depth, pngs[i].colours, pngs[i].interlaced);
  g_autoptr (GBytes) points = hostile_maker_pack ("\1\1\1\1\1\1\1\1", pngs[i].packed);

  put_chunk (file, "IDAT", g_bytes_get_data (points, NULL), g_bytes_get_size (points));
  put_chunk (file, "IEND", "", 0);
  return g_byte_array_free_to_bytes (file);
}

/* Chunks again and again before the points. */
static const struct
{
  const char *name;
  const char *type;
  const char *head;
  gsize head_length;
  gsize packed; /* bytes that follow the head, packed */
  guint times;
} chunks[] = {
  { "png-texts", "zTXt", "a\0\0", 3, 30 * MIB, 4 },
  { "png-international", "iTXt", "a\0\1\0\0\0", 6, 30 * MIB, 4 },
  { "png-profile", "iCCP", "a\0\0", 3, 30 * MIB, 1 },
  { "png-palettes", "PLTE", "\0\0\0", 3, 0, 50000 },
  { "png-comments", "tEXt", "a\0b", 3, 0, 100000 },
  { "png-no-points", "IDAT", "", 0, 0, 100000 },
  { "png-heads", "IHDR", "\0\0\0\x9\0\0\0\x9\x8\2\0\0", 13, 0, 1000 },
  { "png-unknown", "ABCD", "", 0, 0, 10 },
};

static GBytes *
make_chunks (gsize i)
{
  GByteArray *file = begin_png (100, 100, 8, 2, 0);
  g_autoptr (GBytes) points = hostile_maker_pack ("\1\1\1\1\1\1\1\1", 301 * 100);
  g_autoptr (GByteArray) chunk = g_byte_array_new ();

  g_byte_array_append (chunk, (const guint8 *) chunks[i].head, (guint) chunks[i].head_length);
  if (chunks[i].packed > 0)
    {
      g_autoptr (GBytes) packed = hostile_maker_pack ("AAAAAAAA", chunks[i].packed);

      g_byte_array_append (chunk, g_bytes_get_data (packed, NULL),
                           (guint) g_bytes_get_size (packed));
    }
  for (guint n = 0; n < chunks[i].times; n++)
    put_chunk (file, chunks[i].type, chunk->data, chunk->len);
  put_chunk (file, "IDAT", g_bytes_get_data (points, NULL), g_bytes_get_size (points));
  put_chunk (file, "IEND", "", 0);
  return g_byte_array_free_to_bytes (file);
}

/* An entry of a TIFF directory. */
typedef struct
{
  guint tag, type;
  guint32 count, value;
} Entry;

enum
{
  WIDTH = 256,
  HEIGHT = 257,
  BITS = 258,
  PACKING = 259,
  COLOURS = 262,
  OFFSETS = 273,
  SAMPLES = 277,
  ROWS = 278,
  SIZES = 279,
  PLANES = 284,
  TILE_WIDTH = 322,
  TILE_HEIGHT = 323,
  FURTHER = 330, /* directories within */
  EXIF = 34665
};

enum
{
  SHORT = 3,
  LONG = 4
};

#define FIRST_AT  8
#define POINTS_AT 1000 /* where the points of a picture lie */

/* A grey picture of one byte a pixel. */
#define GREY(width, height, packing)                                             \
  { WIDTH, LONG, 1, width }, { HEIGHT, LONG, 1, height }, { BITS, SHORT, 1, 8 }, \
      { PACKING, SHORT, 1, packing }, { COLOURS, SHORT, 1, 1 },                  \
  {                                                                              \
    OFFSETS, LONG, 1, POINTS_AT                                                  \
  }

static const struct
{
  const char *name;
  Entry entries[MAX_ENTRIES];
  guint32 next;
  gsize packed;
} tiffs[] = {
  { "tiff-cycle", { GREY (9, 9, 1) }, FIRST_AT, 0 },
  { "tiff-next-far", { GREY (9, 9, 1) }, G_MAXUINT32 - 1, 0 },
  { "tiff-next-inside", { GREY (9, 9, 1) }, FIRST_AT + 2, 0 },
  { "tiff-largest", { GREY (G_MAXUINT32, G_MAXUINT32, 1), { ROWS, LONG, 1, 1 } }, 0, 0 },
  { "tiff-wraps", { GREY (65536, 65537, 1), { ROWS, LONG, 1, G_MAXUINT32 } }, 0, 0 },
  { "tiff-49-megapixels",
    { GREY (7000, 7000, 8), { SIZES, LONG, 1, 50000 } },
    0,
    49u * 1000 * 1000 },
  { "tiff-49-megapixels-empty", { GREY (7000, 7000, 5), { SIZES, LONG, 1, 9 } }, 0, 9 },
  { "tiff-rows-0", { GREY (900, 900, 1), { ROWS, LONG, 1, 0 } }, 0, 0 },
  { "tiff-strips",
    { GREY (1, 1000000, 1), { ROWS, LONG, 1, 1 }, { SIZES, LONG, 1000000, 9 } },
    0,
    0 },
  { "tiff-offsets", { GREY (900, 900, 1), { OFFSETS, LONG, G_MAXUINT32, 9 } }, 0, 0 },
  { "tiff-bits",
    { { WIDTH, LONG, 1, 9 }, { HEIGHT, LONG, 1, 9 }, { BITS, SHORT, 1, 65535 } },
    0,
    0 },
  { "tiff-samples", { GREY (900, 900, 1), { SAMPLES, SHORT, 1, 65535 } }, 0, 0 },
  { "tiff-planes",
    { GREY (900, 900, 1), { SAMPLES, SHORT, 1, 60000 }, { PLANES, SHORT, 1, 2 } },
    0,
    0 },
  { "tiff-tiles",
    { GREY (900, 900, 1),
      { TILE_WIDTH, LONG, 1, G_MAXINT32 },
      { TILE_HEIGHT, LONG, 1, G_MAXINT32 } },
    0,
    0 },
  { "tiff-tiles-0",
    { GREY (900, 900, 1), { TILE_WIDTH, LONG, 1, 0 }, { TILE_HEIGHT, LONG, 1, 0 } },
    0,
    0 },
  { "tiff-within-self",
    { GREY (9, 9, 1), { FURTHER, LONG, 1, FIRST_AT }, { EXIF, LONG, 1, FIRST_AT } },
    0,
    0 },
  { "tiff-jpeg", { GREY (900, 900, 7) }, 0, 0 },
  { "tiff-fax", { GREY (60000, 700, 4), { SIZES, LONG, 1, 900 } }, 0, 900 },
  { "tiff-packing", { GREY (9, 9, 65535) }, 0, 0 },
  { "tiff-type", { { WIDTH, 99, 1, 9 }, { HEIGHT, 0, G_MAXUINT32, 9 } }, 0, 0 },
};

static void
put_directory (GByteArray *file, const Entry *entries, guint32 next)
{
  guint n_entries = 0;

  while (n_entries < MAX_ENTRIES && entries[n_entries].tag != 0)
    n_entries++;
  put_little (file, n_entries, 2);
  for (guint i = 0; i < n_entries; i++)
    {
      put_little (file, entries[i].tag, 2);
      put_little (file, entries[i].type, 2);
      put_little (file, entries[i].count, 4);
      put_little (file, entries[i].value, 4);
    }
  put_little (file, next, 4);
}

static GByteArray *
begin_tiff (guint32 first)
{
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, (const guint8 *) "II*\0", 4);
  put_little (file, first, 4);
  return file;
}

static void
fill_up (GByteArray *file, guint size)
{
  guint at = file->len;

  g_byte_array_set_size (file, MAX (size, at));
  memset (file->data + at, 0, file->len - at);
}

static GBytes *
make_tiff (gsize i)
{
  GByteArray *file = begin_tiff (FIRST_AT);
  g_autoptr (GBytes) points = hostile_maker_pack ("\1\1\1\1\1\1\1\1", tiffs[i].packed);

  put_directory (file, tiffs[i].entries, tiffs[i].next);
  fill_up (file, POINTS_AT);
  g_byte_array_append (file, g_bytes_get_data (points, NULL), (guint) g_bytes_get_size (points));
  fill_up (file, POINTS_AT + 100);
  return g_byte_array_free_to_bytes (file);
}

/* Directories that lead to each other; @ends: the last one leads nowhere, else to the first. */
static GBytes *
make_directories (guint n_directories, gboolean ends)
{
  static const Entry entries[MAX_ENTRIES] = { GREY (9, 9, 1) };
  GByteArray *file = begin_tiff (FIRST_AT);
  guint32 each = 0;

  for (guint i = 0; i < n_directories; i++)
    {
      guint32 next = FIRST_AT + each * (i + 1);

      if (i + 1 == n_directories)
        next = ends ? 0 : FIRST_AT;
      put_directory (file, entries, i == 0 ? 0 : next);
      if (i == 0)
        {
          each = file->len - FIRST_AT;
          g_byte_array_set_size (file, FIRST_AT);
          put_directory (file, entries, FIRST_AT + each);
        }
    }
  return g_byte_array_free_to_bytes (file);
}

/* One directory with as many entries as can be counted. */
static GBytes *
make_entries (void)
{
  GByteArray *file = begin_tiff (FIRST_AT);

  put_little (file, G_MAXUINT16, 2);
  for (guint i = 0; i < G_MAXUINT16; i++)
    {
      put_little (file, i, 2);
      put_little (file, LONG, 2);
      put_little (file, G_MAXUINT32 / 4, 4);
      put_little (file, FIRST_AT, 4);
    }
  put_little (file, FIRST_AT, 4);
  return g_byte_array_free_to_bytes (file);
}

/* What is inside the outermost box of a WebP file. */
static const struct
{
  const char *name;
  const char *head;
  gsize head_length;
  const char *again;
  gsize again_length;
  guint times;
} webps[] = {
  { "webp-largest", "VP8X\x0a\0\0\0\x10\0\0\0\xff\xff\xff\xff\xff\xff", 18, "", 0, 0 },
  { "webp-canvas", "VP8X\x0a\0\0\0\x02\0\0\0\xff\x3f\0\xff\x3f\0", 18,
    "ANMF\x10\0\0\0\0\0\0\0\0\0\xff\x3f\0\xff\x3f\0\0\0\0\0", 24, 1000 },
  { "webp-frames", "VP8X\x0a\0\0\0\x02\0\0\0\x08\0\0\x08\0\0", 18,
    "ANMF\x10\0\0\0\0\0\0\0\0\0\x08\0\0\x08\0\0\0\0\0\0", 24, 50000 },
  { "webp-lossless-largest", "VP8L\x0d\0\0\0\x2f\xff\xff\xff\x1f\x07\x10\x11\x11\x88\x88\xfe\x07\0",
    22, "", 0, 0 },
  { "webp-lossless-49-megapixels",
    "VP8L\x0d\0\0\0\x2f\x57\x1b\xd6\x16\x07\x10\x11\x11\x88\x88\xfe\x07\0", 22, "", 0, 0 },
  { "webp-largest-picture",
    "VP8 \x18\0\0\0\x30\x01\0\x9d\x01\x2a\xff\x3f\xff\x3f\x02\0\x34\x25\xa4\0\x03\x70\0\xfe\xfb\x94\0\0",
    32, "", 0, 0 },
  { "webp-too-long", "VP8 \xff\xff\xff\xff\x30\x01\0\x9d\x01\x2a", 14, "", 0, 0 },
  { "webp-notes", "VP8X\x0a\0\0\0\x08\0\0\0\x08\0\0\x08\0\0", 18, "EXIF\0\0\0\0", 8, 100000 },
};

static GBytes *
make_webp (gsize i)
{
  GByteArray *file = g_byte_array_new ();
  gsize size = 4 + webps[i].head_length + webps[i].again_length * webps[i].times;

  g_byte_array_append (file, (const guint8 *) "RIFF", 4);
  put_little (file, (guint32) size, 4);
  g_byte_array_append (file, (const guint8 *) "WEBP", 4);
  g_byte_array_append (file, (const guint8 *) webps[i].head, (guint) webps[i].head_length);
  for (guint n = 0; n < webps[i].times; n++)
    g_byte_array_append (file, (const guint8 *) webps[i].again, (guint) webps[i].again_length);
  return g_byte_array_free_to_bytes (file);
}

/* A good picture of that type; some are not written everywhere. Returns: (nullable) */
static GBytes *
make_good (const char *type)
{
  /* A point, as the tools of the format's makers write it. */
  static const char webp[] = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=";
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 300, 200);
  guchar *data;
  gsize size = 0;

  if (g_str_equal (type, "webp"))
    {
      data = g_base64_decode (webp, &size);
      return g_bytes_new_take (data, size);
    }
  for (int y = 0; y < 200; y++)
    for (int x = 0; x < 900; x++)
      gdk_pixbuf_get_pixels (picture)[y * gdk_pixbuf_get_rowstride (picture) + x] =
          (guchar) (x * y);
  if (!gdk_pixbuf_save_to_buffer (picture, (char **) &data, &size, type, NULL, NULL))
    return NULL;
  return g_bytes_new_take (data, size);
}

static void
add_spoilt (GPtrArray *files)
{
  static const char *const types[] = { "png", "tiff", "webp" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) good = make_good (types[i]);

      if (good == NULL)
        continue;
      hostile_maker_add_cuts (files, types[i], good, N_CUTS);
      hostile_maker_add_flips (files, types[i], good, N_FLIPS);
    }
}

void
hostile_maker_add_others (GPtrArray *files)
{
  add_spoilt (files);
  for (gsize i = 0; i < G_N_ELEMENTS (pngs); i++)
    hostile_maker_add (files, pngs[i].name, make_png (i));
  for (gsize i = 0; i < G_N_ELEMENTS (chunks); i++)
    hostile_maker_add (files, chunks[i].name, make_chunks (i));
  for (gsize i = 0; i < G_N_ELEMENTS (tiffs); i++)
    hostile_maker_add (files, tiffs[i].name, make_tiff (i));
  for (gsize i = 0; i < G_N_ELEMENTS (webps); i++)
    hostile_maker_add (files, webps[i].name, make_webp (i));
  hostile_maker_add (files, "tiff-directories", make_directories (30000, TRUE));
  hostile_maker_add (files, "tiff-directories-round", make_directories (30000, FALSE));
  hostile_maker_add (files, "tiff-entries", make_entries ());
}
