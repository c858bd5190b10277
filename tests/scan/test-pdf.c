/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF files, whole and broken, open and locked.
 */
#include "hall-pdf.h"

#include <string.h>

#include "scan-maker.h"

static HallIssueCode
open_fails (GBytes *bytes)
{
  HallIssueCode issue = HALL_ISSUE_NONE;
  g_autoptr (HallPdf) pdf = hall_pdf_open (bytes, &issue);

  return pdf != NULL ? HALL_ISSUE_NONE : issue;
}

static void
test_open (void)
{
  g_autoptr (GBytes) bytes = scan_maker_pdf (3, 210, 297);
  HallIssueCode issue = HALL_ISSUE_NONE;
  g_autoptr (HallPdf) pdf = hall_pdf_open (bytes, &issue);
  double width = 0, height = 0;

  g_assert_cmpuint (hall_pdf_get_n_pages (pdf), ==, 3);
  g_assert_true (hall_pdf_get_page_size (pdf, 2, &width, &height));
  g_assert_cmpfloat_with_epsilon (width, 210, 0.1);
  g_assert_cmpfloat_with_epsilon (height, 297, 0.1);
  g_assert_false (hall_pdf_get_page_size (pdf, 3, &width, &height));
  g_assert_null (hall_pdf_render (pdf, 3, 72, 1000));
}

/* Each way qpdf can lock a file, with and without a password to open it. */
static void
test_encrypted (void)
{
  static const char *const ways[][10] = {
    { "--encrypt", "user", "owner", "256", "--", "in.pdf", "out.pdf", NULL },
    { "--encrypt", "", "owner", "256", "--", "in.pdf", "out.pdf", NULL },
    { "--encrypt", "", "owner", "256", "--print=none", "--", "in.pdf", "out.pdf", NULL },
    { "--encrypt", "", "owner", "128", "--use-aes=y", "--", "in.pdf", "out.pdf", NULL },
    { "--allow-weak-crypto", "--encrypt", "user", "owner", "40", "--", "in.pdf", "out.pdf", NULL },
    { "--allow-weak-crypto", "--encrypt", "", "owner", "128", "--", "in.pdf", "out.pdf", NULL },
  };
  g_autoptr (GBytes) bytes = scan_maker_pdf (1, 210, 297);

  if (!scan_maker_has_qpdf ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GBytes) locked = scan_maker_qpdf (bytes, ways[i]);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (open_fails (locked), ==, HALL_ISSUE_PDF_ENCRYPTED);
    }
}

/* Written the modern way, with its tables packed. */
static void
test_object_streams (void)
{
  static const char *const pack[] = { "--object-streams=generate", "in.pdf", "out.pdf", NULL };
  static const char *const pack_locked[] = {
    "--object-streams=generate", "--encrypt", "", "o", "256", "--", "in.pdf", "out.pdf", NULL
  };
  g_autoptr (GBytes) bytes = scan_maker_pdf (2, 210, 297);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GBytes) locked = NULL;

  if (!scan_maker_has_qpdf ())
    return;
  packed = scan_maker_qpdf (bytes, pack);
  locked = scan_maker_qpdf (bytes, pack_locked);
  g_assert_cmpint (open_fails (packed), ==, HALL_ISSUE_NONE);
  g_assert_cmpint (open_fails (locked), ==, HALL_ISSUE_PDF_ENCRYPTED);
}

/* Cut anywhere, it is never opened: poppler would mend it and show what is left. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) bytes = scan_maker_sheet (HALL_SHEET_FORM, "1", 1, NULL);
  gsize size = g_bytes_get_size (bytes);

  for (gsize length = 5; length + 6 < size; length += length < 300 ? 17 : size / 40)
    {
      g_autoptr (GBytes) cut = scan_maker_cut (bytes, length);

      g_assert_cmpint (open_fails (cut), ==, HALL_ISSUE_FILE_TRUNCATED);
    }
  for (gsize length = size - 6; length < size - 1; length++)
    {
      g_autoptr (GBytes) cut = scan_maker_cut (bytes, length);

      g_assert_cmpint (open_fails (cut), ==, HALL_ISSUE_FILE_TRUNCATED);
    }
}

static void
test_tail (void)
{
  g_autoptr (GBytes) bytes = scan_maker_pdf (1, 210, 297);
  g_autofree char *zeros = g_malloc0 (5000);
  g_autoptr (GBytes) padded = scan_maker_insert (bytes, g_bytes_get_size (bytes), zeros, 5000);
  g_autoptr (GBytes) garbage = scan_maker_insert (bytes, 9, "garbage", 7);

  g_assert_cmpint (open_fails (padded), ==, HALL_ISSUE_NONE);
  g_assert_cmpint (open_fails (garbage), ==, HALL_ISSUE_NONE); /* mended, and whole */
}

static void
test_damaged (void)
{
  static const char *const texts[] = { "%PDF-1.7\n%%EOF\n", "%PDF-1.7\nnothing here %%EOF",
                                       "%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_cmpint (open_fails (bytes), ==, HALL_ISSUE_FILE_DAMAGED);
    }
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static GBytes *
make_page_tree (const char *pages, const char *page)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (free_string);

  g_ptr_array_add (objects, g_string_new ("<</Type/Catalog/Pages 2 0 R>>"));
  g_ptr_array_add (objects, g_string_new (pages));
  g_ptr_array_add (objects, g_string_new (page));
  return scan_maker_raw_pdf (objects);
}

static void
test_page_trees (void)
{
  static const char page[] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
  static const struct
  {
    const char *pages;
    HallIssueCode issue;
  } rows[] = {
    { "<</Type/Pages/Kids[3 0 R]/Count 1>>", HALL_ISSUE_NONE },
    { "<</Type/Pages/Kids[]/Count 0>>", HALL_ISSUE_PDF_NO_PAGES },
    { "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", HALL_ISSUE_PDF_NO_PAGES },
    { "<</Type/Pages/Kids[3 0 R]/Count -1>>", HALL_ISSUE_PDF_NO_PAGES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = make_page_tree (rows[i].pages, page);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (open_fails (bytes), ==, rows[i].issue);
    }
}

static void
test_page_sizes (void)
{
  static const struct
  {
    const char *box;
    gboolean is_good;
  } rows[] = {
    { "0 0 595 842", TRUE },          { "0 0 3024 4032", TRUE }, /* a photograph at 72 dpi */
    { "0 0 153 243", TRUE },                                     /* an identity card */
    { "0 0 1000000 1000000", FALSE }, { "0 0 595 15000", FALSE },
    { "0 0 595 20", FALSE },          { "0 0 99999999999 842", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page =
          g_strdup_printf ("<</Type/Page/Parent 2 0 R/MediaBox[%s]>>", rows[i].box);
      g_autoptr (GBytes) bytes = make_page_tree ("<</Type/Pages/Kids[3 0 R]/Count 1>>", page);
      HallIssueCode issue = HALL_ISSUE_NONE;
      g_autoptr (HallPdf) pdf = hall_pdf_open (bytes, &issue);
      double width = 0, height = 0;

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rows[i].box);
      g_assert_nonnull (pdf);
      g_assert_cmpint (hall_pdf_get_page_size (pdf, 0, &width, &height), ==, rows[i].is_good);
    }
}

static void
test_render (void)
{
  g_autoptr (GBytes) bytes = scan_maker_pdf (1, 100, 200);
  HallIssueCode issue = HALL_ISSUE_NONE;
  g_autoptr (HallPdf) pdf = hall_pdf_open (bytes, &issue);
  static const struct
  {
    double dpi;
    guint max_side;
    int height;
  } rows[] = { { 72, 10000, 567 }, { 150, 10000, 1182 }, { 300, 1000, 1000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      cairo_surface_t *surface = hall_pdf_render (pdf, 0, rows[i].dpi, rows[i].max_side);

      g_assert_cmpint (ABS (cairo_image_surface_get_height (surface) - rows[i].height), <=, 1);
      g_assert_cmphex (cairo_image_surface_get_data (surface)[0], ==, 0xff);
      cairo_surface_destroy (surface);
    }
}

/* Bits turned over anywhere: it opens or not, but nothing breaks. */
static void
test_flipped_bits (void)
{
  g_autoptr (GBytes) bytes = scan_maker_sheet (HALL_SHEET_FORM, "1", 1, NULL);
  gsize size = g_bytes_get_size (bytes);

  for (guint i = 0; i < 300; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (HallPdf) pdf = NULL;
      HallIssueCode issue = HALL_ISSUE_NONE;

      for (int j = g_test_rand_int_range (1, 10); j > 0; j--)
        copy[g_test_rand_int_range (5, (int) size)] ^= (guint8) (1 << g_test_rand_int_range (0, 8));
      flipped = g_bytes_new_take (copy, size);
      pdf = hall_pdf_open (flipped, &issue);
      g_assert_cmpint (pdf == NULL, ==, issue != HALL_ISSUE_NONE);
      if (pdf != NULL && i % 10 == 0)
        g_clear_pointer (&(cairo_surface_t *){ hall_pdf_render (pdf, 0, 50, 1000) },
                         cairo_surface_destroy);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/open", test_open);
  g_test_add_func ("/pdf/encrypted", test_encrypted);
  g_test_add_func ("/pdf/object-streams", test_object_streams);
  g_test_add_func ("/pdf/truncated", test_truncated);
  g_test_add_func ("/pdf/tail", test_tail);
  g_test_add_func ("/pdf/damaged", test_damaged);
  g_test_add_func ("/pdf/page-trees", test_page_trees);
  g_test_add_func ("/pdf/page-sizes", test_page_sizes);
  g_test_add_func ("/pdf/render", test_render);
  g_test_add_func ("/pdf/flipped-bits", test_flipped_bits);
  return g_test_run ();
}
