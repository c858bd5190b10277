/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file is by content, and whether its name agrees.
 */
#include "hall-media-type.h"

static const struct
{
  const char *start;
  gsize size;
  HallMediaType type;
} contents[] = {
  { "\xFF\xD8\xFF\xE0....", 8, HALL_MEDIA_JPEG },
  { "\xFF\xD8\xFF", 3, HALL_MEDIA_JPEG },
  { "\xFF\xD8", 2, HALL_MEDIA_UNKNOWN },
  { "%PDF-1.4\n", 9, HALL_MEDIA_PDF },
  { "%PDF-", 5, HALL_MEDIA_PDF },
  { "%PDF", 4, HALL_MEDIA_UNKNOWN },
  { "\n%PDF-1.4", 9, HALL_MEDIA_UNKNOWN },
  { "\x89PNG\r\n\x1A\n", 8, HALL_MEDIA_UNKNOWN },
  { "GIF89a", 6, HALL_MEDIA_UNKNOWN },
  { "PK\3\4", 4, HALL_MEDIA_UNKNOWN },
  { "", 0, HALL_MEDIA_UNKNOWN },
};

static void
test_guess (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (hall_media_type_guess ((const guint8 *) contents[i].start, contents[i].size),
                       ==, contents[i].type);
    }
}

static const struct
{
  const char *name;
  gboolean jpeg, pdf;
  const char *ending;
} names[] = {
  { "form.jpg", TRUE, FALSE, ".jpg" },
  { "FORM.JPEG", TRUE, FALSE, ".JPEG" },
  { "申请表.Pdf", FALSE, TRUE, ".Pdf" },
  { "form.pdf.jpg", TRUE, FALSE, ".jpg" },
  { "form.png", FALSE, FALSE, ".png" },
  { "pdf", FALSE, FALSE, "pdf" },
  { ".pdf", FALSE, FALSE, ".pdf" },
  { "form.", FALSE, FALSE, "." },
  { "", FALSE, FALSE, "" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, names[i].name);
      g_assert_cmpint (hall_media_type_fits_name (HALL_MEDIA_JPEG, names[i].name), ==,
                       names[i].jpeg);
      g_assert_cmpint (hall_media_type_fits_name (HALL_MEDIA_PDF, names[i].name), ==, names[i].pdf);
      g_assert_false (hall_media_type_fits_name (HALL_MEDIA_UNKNOWN, names[i].name));
      g_assert_cmpstr (hall_media_type_get_ending (names[i].name), ==, names[i].ending);
    }
}

static void
test_table (void)
{
  g_assert_cmpstr (hall_media_type_get_name (HALL_MEDIA_JPEG), ==, "image/jpeg");
  g_assert_cmpstr (hall_media_type_get_name (HALL_MEDIA_PDF), ==, "application/pdf");
  for (guint type = 0; type < HALL_N_MEDIA; type++)
    {
      g_assert_nonnull (hall_media_type_get_name (type));
      g_assert_nonnull (hall_media_type_get_label (type));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-type/guess", test_guess);
  g_test_add_func ("/media-type/names", test_names);
  g_test_add_func ("/media-type/table", test_table);
  return g_test_run ();
}
