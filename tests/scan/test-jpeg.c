/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JPEG files, whole and broken: what is said of them before they are decoded.
 */
#include "hall-jpeg.h"

#include <string.h>

#include "hall-error.h"
#include "scan-maker.h"

static HallJpegState
probe (GBytes *bytes, HallJpegInfo *info)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return hall_jpeg_probe (data, size, info);
}

/* An APP1 segment that says how the camera was held. */
static GBytes *
with_orientation (GBytes *jpeg, guint orientation, gboolean is_little)
{
  guint8 little[] = { 0xFF,
                      0xE1,
                      0,
                      34,
                      'E',
                      'x',
                      'i',
                      'f',
                      0,
                      0,
                      'I',
                      'I',
                      42,
                      0,
                      8,
                      0,
                      0,
                      0,
                      1,
                      0,
                      0x12,
                      0x01,
                      3,
                      0,
                      1,
                      0,
                      0,
                      0,
                      (guint8) orientation,
                      0,
                      0,
                      0,
                      0,
                      0,
                      0,
                      0 };
  guint8 big[] = { 0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,
                   'M',  'M',  0, 42, 0,   0,   0,   8,   0, 1,
                   0x01, 0x12, 0, 3,  0,   0,   0,   1,   0, (guint8) orientation,
                   0,    0,    0, 0,  0,   0 };

  return scan_maker_insert (jpeg, 2, is_little ? little : big, sizeof little);
}

static void
test_probe (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (640, 480);
  HallJpegInfo info = { 0, 0 };

  g_assert_cmpint (probe (jpeg, &info), ==, HALL_JPEG_WHOLE);
  g_assert_cmpuint (info.width, ==, 640);
  g_assert_cmpuint (info.height, ==, 480);
}

static void
test_orientation (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (640, 480);

  for (guint orientation = 0; orientation < 10; orientation++)
    for (gboolean is_little = FALSE; is_little <= TRUE; is_little++)
      {
        g_autoptr (GBytes) held = with_orientation (jpeg, orientation, is_little);
        gboolean is_on_side = orientation >= 5 && orientation <= 8;
        HallJpegInfo info = { 0, 0 };
        g_autoptr (GdkPixbuf) pixbuf = NULL;

        g_assert_cmpint (probe (held, &info), ==, HALL_JPEG_WHOLE);
        g_assert_cmpuint (info.width, ==, is_on_side ? 480 : 640);
        g_assert_cmpuint (info.height, ==, is_on_side ? 640 : 480);
        pixbuf = hall_jpeg_decode (held, 2000, NULL, NULL);
        g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, info.width);
        g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, info.height);
      }
}

/* Cut anywhere at all, it is never whole; and decoding it ends. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (160, 120);
  gsize size = g_bytes_get_size (jpeg);

  for (gsize length = 2; length < size; length++)
    {
      g_autoptr (GBytes) cut = scan_maker_cut (jpeg, length);
      HallJpegInfo info = { 0, 0 };

      g_assert_cmpint (probe (cut, &info), ==, HALL_JPEG_TRUNCATED);
      if (length % 97 == 0)
        {
          GdkPixbuf *pixbuf = hall_jpeg_decode (cut, 1000, NULL, NULL);

          g_clear_object (&pixbuf);
        }
    }
}

/* What cameras and mail programs add behind the end does no harm. */
static void
test_trailing (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (160, 120);
  g_autoptr (GBytes) longer =
      scan_maker_insert (jpeg, g_bytes_get_size (jpeg), "\0\0\xFF\xD8more", 8);
  HallJpegInfo info = { 0, 0 };

  g_assert_cmpint (probe (longer, &info), ==, HALL_JPEG_WHOLE);
}

static gsize
find_marker (GBytes *jpeg, guint8 marker)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (jpeg, &size);

  for (gsize i = 0; i + 1 < size; i++)
    if (data[i] == 0xFF && data[i + 1] == marker)
      return i;
  g_assert_not_reached ();
}

static GBytes *
with_byte (GBytes *bytes, gsize at, guint8 value)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint8 *copy = g_memdup2 (data, size);

  copy[at] = value;
  return g_bytes_new_take (copy, size);
}

static void
test_headers (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (160, 120);
  gsize frame = find_marker (jpeg, 0xC0);
  gsize scan = find_marker (jpeg, 0xDA);
  const struct
  {
    gsize at;
    guint8 value;
    HallJpegState state;
  } rows[] = {
    { frame + 5, 255, HALL_JPEG_WHOLE },    /* 65,000 lines: whole, and far too large */
    { frame + 4, 12, HALL_JPEG_DAMAGED },   /* 12 bits a colour */
    { frame + 1, 0xC3, HALL_JPEG_DAMAGED }, /* lossless */
    { frame + 1, 0xC9, HALL_JPEG_DAMAGED }, /* arithmetic */
    { frame + 1, 0xC2, HALL_JPEG_WHOLE },   /* says progressive; the decoder will find out */
    { frame + 1, 0xFE, HALL_JPEG_DAMAGED }, /* no frame before the scan */
    { scan + 2, 0, HALL_JPEG_WHOLE },       /* a length that ends within the scan's header */
    { scan + 3, 1, HALL_JPEG_DAMAGED },     /* no length at all */
    { 2, 0x00, HALL_JPEG_DAMAGED },         /* no marker where one belongs */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) changed = with_byte (jpeg, rows[i].at, rows[i].value);
      HallJpegInfo info = { 0, 0 };

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (probe (changed, &info), ==, rows[i].state);
      if (i == 0)
        g_assert_cmpuint (info.height, >, 65000);
    }
}

/* Hundreds of passes over a large picture fit a small file; each would cost a walk over it. */
static void
test_many_scans (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (160, 120);
  gsize scan = find_marker (jpeg, 0xDA);
  gsize size = g_bytes_get_size (jpeg) - 2 - scan;
  const guint8 *data = g_bytes_get_data (jpeg, NULL);
  g_autoptr (GByteArray) many = g_byte_array_new ();
  g_autoptr (GBytes) repeated = NULL;
  HallJpegInfo info = { 0, 0 };

  for (guint i = 0; i < 30; i++)
    g_byte_array_append (many, data + scan, (guint) size);
  repeated = scan_maker_insert (jpeg, scan, many->data, many->len);
  g_assert_cmpint (probe (repeated, &info), ==, HALL_JPEG_DAMAGED);
}

static void
test_decode_scaled (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (3000, 2000);
  static const struct
  {
    guint max_side;
    int width;
  } rows[] = { { 4000, 3000 }, { 3000, 3000 }, { 2999, 1500 }, { 800, 750 }, { 100, 375 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkPixbuf) pixbuf = hall_jpeg_decode (jpeg, rows[i].max_side, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, rows[i].width);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (640, 480);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hall_jpeg_decode (jpeg, 1000, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Bits turned over anywhere: it may be whole or not, decode or not, but it ends well. */
static void
test_flipped_bits (void)
{
  g_autoptr (GBytes) jpeg = scan_maker_jpeg (320, 240);
  gsize size = g_bytes_get_size (jpeg);

  for (guint i = 0; i < 1500; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (jpeg, NULL), size);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (GError) error = NULL;
      HallJpegInfo info = { 0, 0 };
      GdkPixbuf *pixbuf;

      for (int j = g_test_rand_int_range (1, 6); j > 0; j--)
        copy[g_test_rand_int_range (3, i % 2 == 0 ? (int) size : 600)] ^=
            (guint8) (1 << g_test_rand_int_range (0, 8));
      flipped = g_bytes_new_take (copy, size);
      if (probe (flipped, &info) != HALL_JPEG_WHOLE || info.width * info.height > 4000000)
        continue;
      pixbuf = hall_jpeg_decode (flipped, 1000, NULL, &error);
      g_assert_cmpint (pixbuf == NULL, ==, error != NULL);
      g_clear_object (&pixbuf);
    }
}

static void
test_random_bytes (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint8 data[64] = { 0xFF, 0xD8, 0xFF };
      HallJpegInfo info = { 0, 0 };

      for (gsize j = 3; j < sizeof data; j++)
        data[j] = g_test_rand_bit () ? 0xFF : (guint8) g_test_rand_int_range (0, 256);
      hall_jpeg_probe (data, (gsize) g_test_rand_int_range (0, sizeof data), &info);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jpeg/probe", test_probe);
  g_test_add_func ("/jpeg/orientation", test_orientation);
  g_test_add_func ("/jpeg/truncated", test_truncated);
  g_test_add_func ("/jpeg/trailing", test_trailing);
  g_test_add_func ("/jpeg/headers", test_headers);
  g_test_add_func ("/jpeg/many-scans", test_many_scans);
  g_test_add_func ("/jpeg/decode-scaled", test_decode_scaled);
  g_test_add_func ("/jpeg/cancelled", test_cancelled);
  g_test_add_func ("/jpeg/flipped-bits", test_flipped_bits);
  g_test_add_func ("/jpeg/random-bytes", test_random_bytes);
  return g_test_run ();
}
