/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the doctor opens, and what it does not.
 */
#include "hall-fit.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "fit-photo.h"
#include "hall-application.h"
#include "hall-error.h"
#include "hall-fit-apply.h"
#include "hall-pdf.h"
#include "scan-maker.h"

static const HallFitRecipe nothing = HALL_FIT_RECIPE_INIT;

static HallIssueCode
get_code (const GError *error)
{
  GPtrArray *findings = hall_error_get_findings (error);

  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_nonnull (findings);
  g_assert_cmpuint (findings->len, ==, 1);
  return ((HallFinding *) g_ptr_array_index (findings, 0))->issue.code;
}

static HallFitDocument *
make_one (GBytes *bytes)
{
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);
  g_autoptr (GError) error = NULL;
  HallFitDocument *document;

  hall_fit_wish_add (wish, bytes, 0, &nothing);
  document = hall_fit_make (wish, NULL, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* gdk-pixbuf writes it, or the test is skipped. */
static GBytes *
save_as (GdkPixbuf *picture, const char *type)
{
  char *data = NULL;
  gsize size = 0;

  if (!gdk_pixbuf_save_to_buffer (picture, &data, &size, type, NULL, NULL))
    {
      g_test_skip ("gdk-pixbuf cannot write this format here");
      return NULL;
    }
  return g_bytes_new_take (data, size);
}

static void
test_format (gconstpointer data)
{
  const char *type = data;
  g_autoptr (GdkPixbuf) flag = fit_photo_flag (800, 1100);
  g_autoptr (GBytes) bytes = save_as (flag, type);
  g_autoptr (HallFitPage) page = NULL;
  g_autoptr (HallFitDocument) document = NULL;
  g_autoptr (GdkPixbuf) result = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return;
  page = hall_fit_open (bytes, 0, NULL, &error);
  g_assert_no_error (error);
  fit_photo_assert_flag (page->preview);
  document = make_one (bytes);
  result = fit_photo_decode (document->bytes);
  fit_photo_assert_flag (result);
  g_assert_cmpint (gdk_pixbuf_get_width (result), ==, 800);
}

/* ImageMagick's or nothing: files that gdk-pixbuf reads but cannot write. */
static GBytes *
convert (GBytes *png, const char *output)
{
  g_autofree char *folder = g_dir_make_tmp ("fit-XXXXXX", NULL);
  g_autofree char *from = g_build_filename (folder, "in.png", NULL);
  g_autofree char *to = g_build_filename (folder, output, NULL);
  const char *const argv[] = { "convert", from, from, to, NULL };
  gsize size = 0;
  char *data = NULL;

  g_file_set_contents (from, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), NULL);
  if (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                    NULL, NULL, NULL, NULL, NULL, NULL))
    g_file_get_contents (to, &data, &size, NULL);
  g_remove (from);
  g_remove (to);
  g_rmdir (folder);
  return data != NULL ? g_bytes_new_take (data, size) : NULL;
}

static void
test_converted (gconstpointer data)
{
  const char *name = data;
  g_autoptr (GdkPixbuf) flag = fit_photo_flag (800, 1100);
  g_autoptr (GBytes) png = save_as (flag, "png");
  g_autoptr (GBytes) bytes = convert (png, name);
  g_autoptr (HallFitPage) page = NULL;
  gsize size = 0;
  const guint8 *content = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL || !hall_fit_format_is_known (hall_fit_format_guess (content, size)))
    {
      g_test_skip ("this format cannot be written or read here");
      return;
    }
  page = hall_fit_open (bytes, 0, NULL, NULL);
  g_assert_nonnull (page);
  fit_photo_assert_flag (page->preview);
  if (page->format != HALL_FIT_TIFF)
    return;
  g_assert_cmpuint (page->n_pages, ==, 2);
  g_clear_pointer (&page, hall_fit_page_free);
  page = hall_fit_open (bytes, 1, NULL, NULL);
  fit_photo_assert_flag (page->preview);
}

/* A PNG head that promises 30000 x 30000 pixels; garbage behind the first bytes of each format. */
static void
test_hostile (void)
{
  static const guint8 bomb[] = { 0x89, 'P',  'N', 'G', '\r', '\n', 0x1A, '\n', 0,    0,    0,
                                 13,   'I',  'H', 'D', 'R',  0,    0,    0x75, 0x30, 0,    0,
                                 0x75, 0x30, 8,   2,   0,    0,    0,    0x7B, 0x89, 0x9B, 0xBB };
  static const char *const heads[] = { "\xFF\xD8\xFF\xE0", "\x89PNG\r\n\x1A\n",
                                       "RIFF\1\1\1\1WEBP", "II*\1",
                                       "%PDF-1.4\n",       "\1\1\1\1ftypheic",
                                       "nothing known" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (bomb, sizeof bomb);
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_fit_open (bytes, 0, NULL, &error));
  g_test_message ("bomb: %s", error->message);
  get_code (error);
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      GByteArray *array = g_byte_array_new ();
      g_autoptr (GBytes) hostile = NULL;
      g_autoptr (GError) why = NULL;
      g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);

      g_byte_array_append (array, (const guint8 *) heads[i], (guint) strlen (heads[i]));
      for (guint j = 0; j < 3000; j++)
        g_byte_array_append (array, (guint8[]){ (guint8) (j * j * 31) }, 1);
      hostile = g_byte_array_free_to_bytes (array);
      g_assert_null (hall_fit_open (hostile, 0, NULL, &why));
      get_code (why);
      g_clear_error (&why);
      hall_fit_wish_add (wish, hostile, 0, &nothing);
      g_assert_null (hall_fit_make (wish, NULL, NULL, &why));
      get_code (why);
    }
}

static void
test_no_page (void)
{
  g_autoptr (GBytes) pdf = scan_maker_pdf (1, 210, 297);
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_fit_open (pdf, 4, NULL, &error));
  g_assert_cmpint (get_code (error), ==, HALL_ISSUE_FIT_PAGE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/fit-formats/format/png", "png", test_format);
  g_test_add_data_func ("/fit-formats/format/tiff", "tiff", test_format);
  g_test_add_data_func ("/fit-formats/converted/webp", "out.webp", test_converted);
  g_test_add_data_func ("/fit-formats/converted/heic", "out.heic", test_converted);
  g_test_add_data_func ("/fit-formats/converted/tiff", "out.tiff", test_converted);
  g_test_add_func ("/fit-formats/hostile", test_hostile);
  g_test_add_func ("/fit-formats/no-page", test_no_page);
  return g_test_run ();
}
