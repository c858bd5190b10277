/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The doctor as the window and certhallctl use it: through certhall-render.
 */
#include "hall-fit.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "fit-photo.h"
#include "hall-application.h"
#include "hall-error.h"
#include "hall-fit-apply.h"
#include "hall-pdf.h"
#include "scan-maker.h"

#define MIB (1024 * 1024)

static const HallFitRecipe nothing = HALL_FIT_RECIPE_INIT;

/* clang-format off */
static const FitPhoto on_desk = {
  FIT_DESK_WOOD, 1500, 2000, { { .15, .12 }, { .85, .10 }, { .89, .91 }, { .11, .89 } }, .20, 5, 5
};
/* clang-format on */

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
make (HallFitWish *wish)
{
  g_autoptr (GError) error = NULL;
  HallFitDocument *document = hall_fit_make (wish, NULL, NULL, &error);
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (document->bytes), <=, wish->max_bytes);
  line = hall_fit_document_describe (document, HALL_LANG_EN);
  g_test_message ("%s", line);
  return document;
}

/* The one document of one page. */
static HallFitDocument *
make_one (GBytes *bytes, const HallFitRecipe *recipe, HallFitLayout layout, gsize max_bytes)
{
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);

  wish->layout = layout;
  wish->max_bytes = max_bytes;
  hall_fit_wish_add (wish, bytes, 0, recipe);
  return make (wish);
}

/* Every recipe comes back from the other process as it went. */
static void
test_recipe (void)
{
  HallFitRecipe recipe = {
    TRUE, { { .1, .2 }, { .9, .1 }, { .8, .9 }, { .2, .8 } }, 3, -2.5, HALL_FIT_GREY
  };
  HallFitRecipe back;
  g_autoptr (JsonNode) node = hall_fit_recipe_to_json (&recipe);

  g_assert_true (hall_fit_recipe_from_json (&back, node));
  g_assert_cmpuint (back.turns, ==, 3);
  g_assert_cmpfloat_with_epsilon (back.skew_deg, -2.5, 1e-5);
  g_assert_cmpfloat_with_epsilon (back.corners[2].x, .8, 1e-5);
  g_assert_cmpint (back.colour, ==, HALL_FIT_GREY);
  json_object_set_int_member (json_node_get_object (node), "turns", 4);
  g_assert_false (hall_fit_recipe_from_json (&back, node));
  json_object_set_int_member (json_node_get_object (node), "turns", 1);
  json_object_set_int_member (json_node_get_object (node), "x0", 950000);
  g_assert_false (hall_fit_recipe_from_json (&back, node));
}

static void
test_apply_turns (void)
{
  g_autoptr (GdkPixbuf) flag = fit_photo_flag (60, 40);
  HallFitRecipe recipe = { .turns = 1 };
  g_autoptr (GdkPixbuf) turned = hall_fit_apply (flag, &recipe);
  guint width, height;

  hall_fit_measure (60, 40, &recipe, &width, &height);
  g_assert_cmpint (gdk_pixbuf_get_width (turned), ==, 40);
  g_assert_cmpint (gdk_pixbuf_get_height (turned), ==, 60);
  g_assert_cmpuint (width, ==, 40);
  g_assert_cmpuint (height, ==, 60);
  g_assert_cmpint (fit_photo_at (turned, .75, .25)[0], >,
                   180); /* red: from upper left to upper right */
  g_assert_cmpint (fit_photo_at (turned, .75, .75)[1], >, 180);
  recipe.skew_deg = 1; /* the same through the other way of doing it */
  {
    g_autoptr (GdkPixbuf) skewed = hall_fit_apply (flag, &recipe);

    g_assert_cmpint (fit_photo_at (skewed, .75, .25)[0], >, 180);
    g_assert_cmpint (fit_photo_at (skewed, .75, .75)[1], >, 180);
    g_assert_cmpint (fit_photo_at (skewed, .25, .5)[2], >, 180);
  }
}

/* A page photographed at a slant looks like the page again, its paper white, its seal red. */
static void
test_apply_straight (void)
{
  g_autoptr (GdkPixbuf) photo = fit_photo_take (&on_desk);
  g_autoptr (GdkPixbuf) page = fit_photo_page (1240, 1754);
  HallFitRecipe recipe = { .has_corners = TRUE, .colour = HALL_FIT_WHITE };
  g_autoptr (GdkPixbuf) straight = NULL;
  double sum = 0;
  guint n = 0;

  memcpy (recipe.corners, on_desk.corners, sizeof recipe.corners);
  straight = hall_fit_apply (photo, &recipe);
  g_assert_cmpfloat_with_epsilon ((double) gdk_pixbuf_get_height (straight)
                                      / gdk_pixbuf_get_width (straight),
                                  297.0 / 210.0, 0.005);
  for (double y = .01; y < 1; y += .007)
    for (double x = .01; x < 1; x += .007, n++)
      sum += abs (fit_photo_at (straight, x, y)[1] - fit_photo_at (page, x, y)[1]);
  g_test_message ("mean difference %.1f", sum / n);
  g_assert_cmpfloat (sum / n, <, 16);
  g_assert_cmpint (fit_photo_at (straight, .05, .05)[2], >, 230); /* both in light and in shadow */
  g_assert_cmpint (fit_photo_at (straight, .95, .97)[2], >, 230);
  g_assert_cmpint (fit_photo_at (straight, .55, .75)[0], >,
                   fit_photo_at (straight, .55, .75)[2] + 80);
}

static void
test_open_photo (void)
{
  g_autoptr (GdkPixbuf) photo = fit_photo_take (&on_desk);
  g_autoptr (GBytes) plain = fit_photo_save (photo, 90);
  g_autoptr (GBytes) bytes = fit_photo_tag (plain, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallFitPage) page = hall_fit_open (bytes, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (page->format, ==, HALL_FIT_JPEG);
  g_assert_cmpuint (page->n_pages, ==, 1);
  g_assert_cmpuint (page->width, ==, 1500);
  g_assert_cmpuint (page->height, ==, 2000);
  g_assert_true (page->has_exif);
  g_assert_true (page->has_gps);
  g_assert_true (page->recipe.has_corners);
  g_assert_cmpint (page->recipe.colour, ==, HALL_FIT_WHITE);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (page->recipe.corners[i].x, on_desk.corners[i].x, .01);
      g_assert_cmpfloat_with_epsilon (page->recipe.corners[i].y, on_desk.corners[i].y, .01);
    }
  g_assert_cmpint (gdk_pixbuf_get_height (page->preview), <=, HALL_FIT_PREVIEW_SIDE);
  g_assert_cmpint (gdk_pixbuf_get_height (page->preview), >, HALL_FIT_PREVIEW_SIDE - 3);
}

/* Orientation 1 to 8: the flag is upright in the preview and in the document. */
static void
test_orientations (void)
{
  static const GdkPixbufRotation turns[] = { 0, 0, 0, 180, 180, 270, 90, 90, 270 };
  static const gboolean mirrored[] = { 0, 0, 1, 0, 1, 1, 0, 1, 0 };

  for (guint orientation = 1; orientation <= 8; orientation++)
    {
      g_autoptr (GdkPixbuf) flag = fit_photo_flag (640, 960);
      g_autoptr (GdkPixbuf) turned = gdk_pixbuf_rotate_simple (flag, turns[orientation]);
      g_autoptr (GdkPixbuf) stored =
          mirrored[orientation] ? gdk_pixbuf_flip (turned, TRUE) : g_object_ref (turned);
      g_autoptr (GBytes) plain = fit_photo_save (stored, 92);
      g_autoptr (GBytes) bytes = fit_photo_tag (plain, orientation);
      g_autoptr (HallFitPage) page = hall_fit_open (bytes, 0, NULL, NULL);
      g_autoptr (HallFitDocument) jpeg = make_one (bytes, &nothing, HALL_FIT_AS_JPEG, 2 * MIB);
      g_autoptr (HallFitDocument) pdf = make_one (bytes, &nothing, HALL_FIT_AS_PDF, 2 * MIB);
      g_autoptr (GdkPixbuf) result = fit_photo_decode (jpeg->bytes);
      g_autoptr (HallFitPage) drawn = hall_fit_open (pdf->bytes, 0, NULL, NULL);

      g_test_message ("orientation %u", orientation);
      fit_photo_assert_flag (page->preview);
      fit_photo_assert_flag (result);
      g_assert_cmpint (gdk_pixbuf_get_width (result), ==, 640);
      g_assert_false (fit_photo_contains (jpeg->bytes, "Exif", 4));
      g_assert_false (fit_photo_contains (jpeg->bytes, "NORTHGPS", 8));
      g_assert_false (fit_photo_contains (pdf->bytes, "NORTHGPS", 8));
      g_assert_true (hall_fit_document_has_step (jpeg, HALL_FIT_STEP_METADATA_REMOVED));
      g_assert_true (hall_fit_document_has_step (jpeg, orientation == 1
                                                           ? HALL_FIT_STEP_KEPT
                                                           : HALL_FIT_STEP_TURNED_AGAIN));
      g_assert_true (hall_fit_document_has_step (pdf, HALL_FIT_STEP_KEPT));
      g_assert_cmpint (fit_photo_at (drawn->preview, .25, .25)[0], >, 180);
      g_assert_cmpint (fit_photo_at (drawn->preview, .75, .25)[1], >, 180);
      g_assert_cmpint (fit_photo_at (drawn->preview, .5, .75)[2], >, 180);
    }
}

/* What is kept is the very data: the same pixels come out. */
static void
test_kept (void)
{
  g_autoptr (GdkPixbuf) page = fit_photo_page (900, 1273);
  g_autoptr (GBytes) plain = fit_photo_save (page, 85);
  g_autoptr (GBytes) tagged = fit_photo_tag (plain, 1);
  g_autoptr (HallFitDocument) document = make_one (tagged, &nothing, HALL_FIT_AUTO, 2 * MIB);
  g_autoptr (GdkPixbuf) before = fit_photo_decode (plain);
  g_autoptr (GdkPixbuf) after = fit_photo_decode (document->bytes);

  g_assert_cmpint (document->media_type, ==, HALL_MEDIA_JPEG);
  g_assert_cmpuint (document->quality, ==, 0);
  g_assert_cmpmem (gdk_pixbuf_read_pixels (before), gdk_pixbuf_get_byte_length (before),
                   gdk_pixbuf_read_pixels (after), gdk_pixbuf_get_byte_length (after));
}

static void
test_limits (void)
{
  static const FitPhoto large = {
    FIT_DESK_WOOD, 3000, 4000, { { .12, .1 }, { .88, .1 }, { .9, .9 }, { .1, .9 } }, .2, 9, 3
  };
  static const gsize limits[] = { 2 * MIB, MIB, 400 * 1024 };
  g_autoptr (GdkPixbuf) photo = fit_photo_take (&large);
  g_autoptr (GBytes) bytes = fit_photo_save (photo, 95);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    for (guint layout = HALL_FIT_AS_JPEG; layout <= HALL_FIT_AS_PDF; layout++)
      {
        g_autoptr (HallFitDocument) document = make_one (bytes, &nothing, layout, limits[i]);

        g_assert_cmpuint (g_bytes_get_size (document->bytes), >=, limits[i] * 6 / 10);
        g_assert_cmpuint (document->dpi, >=, 149);
        g_assert_true (hall_fit_document_has_step (document, HALL_FIT_STEP_RECOMPRESSED));
      }
  wish->max_bytes = 20 * 1024;
  hall_fit_wish_add (wish, bytes, 0, &nothing);
  g_assert_null (hall_fit_make (wish, NULL, NULL, &error));
  g_assert_cmpint (get_code (error), ==, HALL_ISSUE_FIT_TOO_LARGE);
}

static HallFitWish *
new_seal_wish (gsize max_bytes)
{
  const HallRequirement slot = { .kind = HALL_DOCUMENT_SEAL_SHEET, .max_bytes = max_bytes };

  return hall_fit_wish_new (&slot);
}

static void
test_seal_sheet (void)
{
  g_autoptr (GdkPixbuf) page = fit_photo_page (2480, 3508);
  g_autoptr (GBytes) plain = fit_photo_save (page, 95);
  g_autoptr (GBytes) bytes = fit_photo_tag (plain, 6);
  gsize size = g_bytes_get_size (bytes);
  g_autoptr (HallFitWish) wide = new_seal_wish (size + 10000);
  g_autoptr (HallFitWish) narrow = new_seal_wish (size * 2 / 3);
  g_autoptr (HallFitDocument) kept = NULL;
  g_autoptr (HallFitDocument) agreed = NULL;
  g_autoptr (GError) error = NULL;

  hall_fit_wish_add (wide, bytes, 0, &nothing);
  kept = make (wide);
  g_assert_cmpuint (kept->quality, ==, 0);
  g_assert_cmpint (kept->media_type, ==, HALL_MEDIA_PDF);
  g_assert_true (hall_fit_document_has_step (kept, HALL_FIT_STEP_TURNED_LOSSLESS));
  g_assert_false (fit_photo_contains (kept->bytes, "NORTHGPS", 8));
  hall_fit_wish_add (narrow, bytes, 0, &nothing);
  g_assert_null (hall_fit_make (narrow, NULL, NULL, &error));
  g_assert_cmpint (get_code (error), ==, HALL_ISSUE_FIT_ASK);
  narrow->agreed = TRUE;
  agreed = make (narrow);
  g_assert_cmpuint (agreed->quality, >, 40);
  g_assert_cmpuint (agreed->dpi, >=, 299);
}

/* Straightening changes pixels: not without agreement. */
static void
test_seal_sheet_recipe (void)
{
  g_autoptr (GdkPixbuf) page = fit_photo_page (1240, 1754);
  g_autoptr (GBytes) bytes = fit_photo_save (page, 90);
  g_autoptr (HallFitWish) wish = new_seal_wish (2 * MIB);
  HallFitRecipe white = { .colour = HALL_FIT_WHITE };
  g_autoptr (GError) error = NULL;

  hall_fit_wish_add (wish, bytes, 0, &white);
  g_assert_null (hall_fit_make (wish, NULL, NULL, &error));
  g_assert_cmpint (get_code (error), ==, HALL_ISSUE_FIT_ASK);
}

static void
test_id_card (void)
{
  g_autoptr (GdkPixbuf) flag = fit_photo_flag (1012, 638);
  g_autoptr (GBytes) front = fit_photo_save (flag, 90);
  g_autoptr (GdkPixbuf) upright =
      gdk_pixbuf_rotate_simple (flag, GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE);
  g_autoptr (GBytes) back = fit_photo_save (upright, 90);
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);
  g_autoptr (HallFitDocument) document = NULL;
  g_autoptr (HallPdf) pdf = NULL;
  HallIssueCode issue;
  cairo_surface_t *drawn;
  double width = 0, height = 0;
  guint first = G_MAXUINT, last = 0, left = G_MAXUINT, right = 0;

  wish->layout = HALL_FIT_ID_CARD;
  hall_fit_wish_add (wish, front, 0, &nothing);
  hall_fit_wish_add (wish, back, 0, &nothing);
  document = make (wish);
  pdf = hall_pdf_open (document->bytes, &issue);
  g_assert_cmpuint (hall_pdf_get_n_pages (pdf), ==, 1);
  g_assert_true (hall_pdf_get_page_size (pdf, 0, &width, &height));
  g_assert_cmpfloat_with_epsilon (width, 210, .2);
  g_assert_cmpfloat_with_epsilon (height, 297, .2);
  drawn = hall_pdf_render (pdf, 0, 254, 10000); /* ten pixels to the mm */
  for (guint y = 0; y < (guint) cairo_image_surface_get_height (drawn) / 2; y++)
    for (guint x = 0; x < (guint) cairo_image_surface_get_width (drawn); x++)
      {
        guint32 pixel =
            ((guint32 *) (void *) (cairo_image_surface_get_data (drawn)
                                   + y * (guint) cairo_image_surface_get_stride (drawn)))[x];

        if ((pixel & 0xFF) + (pixel >> 8 & 0xFF) + (pixel >> 16 & 0xFF) > 600)
          continue;
        first = MIN (first, y);
        last = MAX (last, y);
        left = MIN (left, x);
        right = MAX (right, x);
      }
  cairo_surface_destroy (drawn);
  g_assert_cmpfloat_with_epsilon (right + 1 - left, 856, 4);
  g_assert_cmpfloat_with_epsilon (last + 1 - first, 540, 4);
  g_assert_cmpfloat_with_epsilon ((left + right + 1) / 2.0, 1050, 4);
}

static void
test_join (void)
{
  g_autoptr (GdkPixbuf) page = fit_photo_page (1240, 1754);
  g_autoptr (GBytes) jpeg = fit_photo_save (page, 90);
  g_autoptr (GBytes) pdf = scan_maker_pdf (3, 210, 297);
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);
  HallFitRecipe turned = { .turns = 1 };
  g_autoptr (HallFitDocument) document = NULL;
  g_autoptr (HallPdf) made = NULL;
  HallIssueCode issue;
  double width = 0, height = 0;
  gint per_cent = 0;

  hall_fit_wish_add (wish, jpeg, 0, &nothing);
  hall_fit_wish_add (wish, pdf, 2, &turned);
  hall_fit_wish_add (wish, pdf, 0, &nothing);
  document = hall_fit_make (wish, &per_cent, NULL, NULL);
  g_assert_cmpint (g_atomic_int_get (&per_cent), ==, 100);
  g_assert_cmpuint (document->pages, ==, 3);
  g_assert_true (hall_fit_document_has_step (document, HALL_FIT_STEP_JOINED));
  made = hall_pdf_open (document->bytes, &issue);
  g_assert_cmpuint (hall_pdf_get_n_pages (made), ==, 3);
  g_assert_true (hall_pdf_get_page_size (made, 1, &width, &height));
  g_assert_cmpfloat_with_epsilon (width, 297, .5);
}

/* A PDF with nothing to be done is passed on. */
static void
test_whole_pdf (void)
{
  g_autoptr (GBytes) pdf = scan_maker_pdf (2, 210, 297);
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);
  g_autoptr (HallFitDocument) document = NULL;

  hall_fit_wish_add (wish, pdf, 0, &nothing);
  hall_fit_wish_add (wish, pdf, 1, &nothing);
  document = make (wish);
  g_assert_true (g_bytes_equal (document->bytes, pdf));
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (30000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GdkPixbuf) page = fit_photo_page (4960, 7016);
  g_autoptr (GBytes) bytes = fit_photo_save (page, 90);
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HallFitRecipe white = { .colour = HALL_FIT_WHITE };
  g_autoptr (GError) error = NULL;
  GThread *thread;

  hall_fit_wish_add (wish, bytes, 0, &white);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_null (hall_fit_make (wish, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/recipe", test_recipe);
  g_test_add_func ("/fit/apply/turns", test_apply_turns);
  g_test_add_func ("/fit/apply/straight", test_apply_straight);
  g_test_add_func ("/fit/open/photo", test_open_photo);
  g_test_add_func ("/fit/orientations", test_orientations);
  g_test_add_func ("/fit/kept", test_kept);
  g_test_add_func ("/fit/limits", test_limits);
  g_test_add_func ("/fit/seal-sheet/kept", test_seal_sheet);
  g_test_add_func ("/fit/seal-sheet/recipe", test_seal_sheet_recipe);
  g_test_add_func ("/fit/id-card", test_id_card);
  g_test_add_func ("/fit/join", test_join);
  g_test_add_func ("/fit/whole-pdf", test_whole_pdf);
  g_test_add_func ("/fit/cancel", test_cancel);
  return g_test_run ();
}
