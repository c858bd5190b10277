/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing: what comes out is the sheet in its own size, and what was chosen is chosen again.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "app-test.h"
#include "form-fixture.h"
#include "hall-address-label.h"
#include "hall-seal-sheet.h"
#include "hall-sheet-print.h"
#include "page-text.h"

static char *folder; /* of this test's configuration */

typedef struct
{
  guint calls;
  HallVerdict verdict;
  char *message; /* owned (nullable) */
} Result;

static Result result;

static void
on_printed (HallVerdict verdict, const char *message, gpointer user_data)
{
  (void) user_data;
  g_clear_pointer (&result.message, g_free);
  result.calls++;
  result.verdict = verdict;
  result.message = g_strdup (message);
}

static GtkPrintOperation *
new_operation (GBytes *pdf)
{
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);

  result.calls = 0;
  return hall_sheet_print_new ("job", pdf, on_printed, object);
}

/* (transfer full): the seal sheet and the form of a practice hall */
static GBytes *
print_sheet (gboolean seal_sheet)
{
  FormFixture f;
  GBytes *pdf;

  form_fixture_set_up (&f, "organisation-person");
  f.info.practice = TRUE;
  pdf = seal_sheet ? hall_seal_sheet_print (f.catalog, f.application, &f.info, NULL, NULL)
                   : form_fixture_print (&f);
  form_fixture_tear_down (&f, NULL);
  g_assert_nonnull (pdf);
  return pdf;
}

/* (transfer full): what a printer that writes PDF would get. Keeps the settings, as printing does.
 */
static GBytes *export(GtkPrintOperation *operation)
{
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpuint (result.calls, ==, 1);
  g_assert_null (result.message);
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return g_bytes_new_take (data, size);
}

static void
assert_same_size (GBytes *a, GBytes *b)
{
  PopplerDocument *documents[] = { page_text_open (a), page_text_open (b) };
  int n = poppler_document_get_n_pages (documents[0]);

  g_assert_cmpint (n, ==, poppler_document_get_n_pages (documents[1]));
  for (int i = 0; i < n; i++)
    {
      double width[2], height[2];

      for (guint j = 0; j < 2; j++)
        {
          PopplerPage *page = poppler_document_get_page (documents[j], i);

          poppler_page_get_size (page, &width[j], &height[j]);
          g_object_unref (page);
        }
      g_assert_cmpfloat_with_epsilon (width[0], width[1], 1);
      g_assert_cmpfloat_with_epsilon (height[0], height[1], 1);
    }
  g_object_unref (documents[0]);
  g_object_unref (documents[1]);
}

/* As pictures: a page that is moved by a tenth of a millimetre differs in every line. */
static void
assert_same_ink (GBytes *a, GBytes *b)
{
  cairo_surface_t *pictures[] = { page_text_render (a, 0, 100), page_text_render (b, 0, 100) };
  int width = cairo_image_surface_get_width (pictures[0]);
  int height = cairo_image_surface_get_height (pictures[0]);
  guint dark = 0, different = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gboolean is_dark[2];

        for (guint i = 0; i < 2; i++)
          is_dark[i] = cairo_image_surface_get_data (
                           pictures[i])[y * cairo_image_surface_get_stride (pictures[i]) + 4 * x]
                       < 128;
        dark += is_dark[0];
        different += is_dark[0] != is_dark[1];
      }
  g_test_message ("%u of %u dark pixels differ", different, dark);
  g_assert_cmpuint (dark, >, 1000);
  g_assert_cmpuint (different * 50, <, dark);
  cairo_surface_destroy (pictures[0]);
  cairo_surface_destroy (pictures[1]);
}

static int
compare_characters (gconstpointer a, gconstpointer b)
{
  gunichar left = *(const gunichar *) a, right = *(const gunichar *) b;

  return (left > right) - (left < right);
}

/* (transfer full): every character of the pages, sorted: the slanting words have no line of theirs
 */
static char *
read_sorted (GBytes *pdf)
{
  g_autofree char *text = page_text_print (pdf);
  g_autofree char *squeezed = page_text_squeeze (text);
  glong n = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (squeezed, -1, &n);

  qsort (letters, (gsize) n, sizeof *letters, compare_characters);
  return g_ucs4_to_utf8 (letters, n, NULL, NULL, NULL);
}

/* Nothing is scaled or moved. */
static void
test_export (void)
{
  for (int seal_sheet = 0; seal_sheet <= 1; seal_sheet++)
    {
      g_autoptr (GBytes) pdf = print_sheet (seal_sheet);
      g_autoptr (GtkPrintOperation) operation = new_operation (pdf);
      g_autoptr (GBytes) printed = export(operation);
      g_autofree char *wanted = read_sorted (pdf);
      g_autofree char *got = read_sorted (printed);
      g_autofree char *squeezed = form_read_squeezed (printed);

      assert_same_size (pdf, printed);
      g_assert_cmpstr (got, ==, wanted);
      g_assert_nonnull (strstr (squeezed, "练习·无效"));
      assert_same_ink (pdf, printed);
    }
}

/* The printer and how it prints are kept; copies, pages and scaling are not. */
static void
test_memory (void)
{
  g_autoptr (GBytes) pdf = print_sheet (FALSE);
  g_autoptr (GtkPrintOperation) first = new_operation (pdf);
  g_autoptr (GtkPrintOperation) second = NULL;
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (first);

  g_assert_cmpfloat (gtk_print_settings_get_scale (settings), ==, 100);
  gtk_print_settings_set_printer (settings, "二楼打印机");
  gtk_print_settings_set_use_color (settings, TRUE);
  gtk_print_settings_set_n_copies (settings, 3);
  gtk_print_settings_set_scale (settings, 70);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///tmp/secret.pdf");
  g_bytes_unref (export(first));
  second = new_operation (pdf);
  settings = gtk_print_operation_get_print_settings (second);
  g_assert_cmpstr (gtk_print_settings_get_printer (settings), ==, "二楼打印机");
  g_assert_true (gtk_print_settings_get_use_color (settings));
  g_assert_cmpint (gtk_print_settings_get_n_copies (settings), ==, 1);
  g_assert_cmpfloat (gtk_print_settings_get_scale (settings), ==, 100);
  g_assert_null (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI));
}

static void
write_memory (const char *text)
{
  g_autofree char *path = g_build_filename (folder, "certhall", "print.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static const struct
{
  const char *text;
  double right_mm; /* the margin that is recalled; negative: any */
} memories[] = {
  { "not a key file", -1 },
  { "[Page Setup]\nPPDName=Letter\nDisplayName=Letter\nWidth=215.9\nHeight=279.4\nMarginTop=1\n"
    "MarginBottom=1\nMarginLeft=1\nMarginRight=1\nOrientation=portrait\n",
    -1 },
  { "[Page Setup]\nName=iso_a4\nDisplayName=A4\nWidth=210\nHeight=297\nMarginTop=3\n"
    "MarginBottom=3\nMarginLeft=3\nMarginRight=3\nOrientation=landscape\n",
    -1 },
  { "[Page Setup]\nName=iso_a4\nDisplayName=A4\nWidth=210\nHeight=297\nMarginTop=3\n"
    "MarginBottom=3\nMarginLeft=3\nMarginRight=3\nOrientation=portrait\n",
    3 },
};

/* Whatever the file says, the next sheet goes upright on A4. */
static void
test_pages (void)
{
  g_autoptr (GBytes) pdf = print_sheet (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (memories); i++)
    {
      g_autoptr (GtkPrintOperation) operation = NULL;
      GtkPageSetup *page;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      write_memory (memories[i].text);
      operation = new_operation (pdf);
      page = gtk_print_operation_get_default_page_setup (operation);
      g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (page, GTK_UNIT_MM), 210, 1);
      g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_height (page, GTK_UNIT_MM), 297, 1);
      if (memories[i].right_mm >= 0)
        g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_right_margin (page, GTK_UNIT_MM),
                                        memories[i].right_mm, 0.01);
    }
}

static void
test_margins (void)
{
  g_assert_false (hall_sheet_print_cuts_marks (0, 0, 0, 0));
  g_assert_false (hall_sheet_print_cuts_marks (5, 5, 5, 5));
  g_assert_false (hall_sheet_print_cuts_marks (8, 8, 8, 8));
  g_assert_true (hall_sheet_print_cuts_marks (8.5, 5, 5, 5));
  g_assert_true (hall_sheet_print_cuts_marks (5, 12.7, 5, 5));
  g_assert_true (hall_sheet_print_cuts_marks (5, 5, 9, 5));
  g_assert_true (hall_sheet_print_cuts_marks (5, 5, 5, 14));
}

/* A label is printed on its own paper, and the next sheet on A4 again. */
static void
test_labels (void)
{
  const HallSheetInfo info = { .hall_name = "测试营业厅" };
  const HallAddressLabel label = { "20261122000017", "测试公司",  "张三",
                                   "13800138000",    "测试路1号", NULL };
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) sheet = print_sheet (FALSE);
  g_autoptr (GtkPrintOperation) of_labels = NULL;
  g_autoptr (GtkPrintOperation) of_sheet = NULL;
  GtkPageSetup *page;

  g_ptr_array_add (labels, (gpointer) &label);
  pdf = hall_address_labels_print (labels, HALL_LABELS_THERMAL, 0, &info, NULL);
  of_labels = new_operation (pdf);
  page = gtk_print_operation_get_default_page_setup (of_labels);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (page, GTK_UNIT_MM), 100, 0.5);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_height (page, GTK_UNIT_MM), 70, 0.5);
  of_sheet = new_operation (sheet);
  page = gtk_print_operation_get_default_page_setup (of_sheet);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (page, GTK_UNIT_MM), 210, 1);
}

static void
test_broken (void)
{
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF-1.5 and no more", 20);

  g_assert_null (new_operation (broken));
  g_assert_cmpuint (result.calls, ==, 1);
  g_assert_cmpint (result.verdict, ==, HALL_WRONG);
  g_assert_nonnull (result.message);
}

int
main (int argc, char **argv)
{
  g_autofree char *kept = NULL;
  g_autofree char *inner = NULL;
  int code;

  folder = g_dir_make_tmp ("certhall-print-XXXXXX", NULL);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  app_test_init (&argc, &argv);
  g_test_add_func ("/sheet-print/export", test_export);
  g_test_add_func ("/sheet-print/memory", test_memory);
  g_test_add_func ("/sheet-print/pages", test_pages);
  g_test_add_func ("/sheet-print/margins", test_margins);
  g_test_add_func ("/sheet-print/labels", test_labels);
  g_test_add_func ("/sheet-print/broken", test_broken);
  code = g_test_run ();
  inner = g_build_filename (folder, "certhall", NULL);
  kept = g_build_filename (inner, "print.ini", NULL);
  g_unlink (kept);
  g_rmdir (inner);
  g_rmdir (folder);
  g_free (folder);
  g_free (result.message);
  return code;
}
