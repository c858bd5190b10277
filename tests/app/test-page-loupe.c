/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The loupe: the file's own pixels, by mouse and by key. And what was printed, laid as a crooked
 * scan lies.
 */
#include <math.h>

#include "app-test.h"
#include "hall-code-reader.h"
#include "hall-page-laid.h"
#include "hall-page-process.h"
#include "hall-page-view.h"
#include "hall-pixels.h"
#include "scan-maker.h"

#define WIDTH  900
#define HEIGHT 1200

static gboolean
has_pages (gpointer view)
{
  return hall_page_view_get_n_pages (view) > 0
         && gtk_widget_get_realized (GTK_WIDGET (hall_page_view_get_canvas (view)));
}

static gboolean
has_picture (gpointer loupe)
{
  return hall_page_loupe_get_picture (loupe) != NULL;
}

static void
move_pointer (GtkWidget *canvas, double x, double y)
{
  GdkEvent *event = gdk_event_new (GDK_MOTION_NOTIFY);
  GdkSeat *seat = gdk_display_get_default_seat (gdk_display_get_default ());

  event->motion.window = g_object_ref (gtk_widget_get_window (canvas));
  event->motion.x = x;
  event->motion.y = y;
  gdk_event_set_device (event, gdk_seat_get_pointer (seat));
  gtk_widget_event (canvas, event);
  gdk_event_free (event);
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

/* What the canvas shows. Returns: (transfer full) */
static cairo_surface_t *
shoot (GtkWidget *canvas)
{
  cairo_surface_t *seen =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_allocated_width (canvas),
                                  gtk_widget_get_allocated_height (canvas));
  cairo_t *cairo = cairo_create (seen);

  gtk_widget_draw (canvas, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (seen);
  return seen;
}

/* Noise, so that no pixel is like its neighbour. Returns: (transfer full): JPEG */
static GBytes *
make_noise (void)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  guint8 *pixels = gdk_pixbuf_get_pixels (picture);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  for (gsize i = 0; i < (gsize) gdk_pixbuf_get_rowstride (picture) * (HEIGHT - 1); i++)
    pixels[i] = (guint8) (i * 2654435761u >> 13);
  gdk_pixbuf_save_to_buffer (picture, &data, &size, "jpeg", &error, "quality", "95", NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* The pixels around the middle of the loupe are those of the file, each as large as the next. */
static void
assert_true_pixels (GtkWidget *canvas, HallPageLoupe *loupe)
{
  const HallPlace *point = hall_page_loupe_get_point (loupe);
  cairo_surface_t *picture = hall_page_loupe_get_picture (loupe);
  cairo_surface_t *seen = shoot (canvas);
  cairo_rectangle_int_t box;
  guint n_same = 0;
  int best = 0;

  hall_page_layout_get_box (hall_page_canvas_get_layout (HALL_PAGE_CANVAS (canvas)), point, &box);
  for (int times = 1; times <= 4; times++)
    {
      guint n = 0;

      for (int y = -20; y < 20; y++)
        for (int x = -20; x < 20; x++)
          n += get_pixel (seen, box.x + x * times, box.y + y * times)
               == get_pixel (picture, (int) floor (point->x * WIDTH) + x,
                             (int) floor (point->y * HEIGHT) + y);
      best = n > n_same ? times : best;
      n_same = MAX (n, n_same);
    }
  cairo_surface_destroy (seen);
  g_test_message ("%u of 1600 pixels, each %d large", n_same, best);
  g_assert_cmpuint (n_same, ==, 1600);
}

static void
test_loupe (void)
{
  GtkWidget *widget = hall_page_view_new ();
  GtkWidget *window = app_test_show (widget);
  g_autoptr (GBytes) bytes = make_noise ();
  GtkWidget *canvas = GTK_WIDGET (hall_page_view_get_canvas (HALL_PAGE_VIEW (widget)));
  HallPageLoupe *loupe = hall_page_canvas_get_loupe (HALL_PAGE_CANVAS (canvas));
  GtkWidget *button = app_test_find (widget, "Loupe");
  HallPlace before;
  GdkRectangle area;

  hall_page_view_set_document (HALL_PAGE_VIEW (widget), "x", bytes);
  app_test_wait (has_pages, widget);
  hall_page_view_set_fit (HALL_PAGE_VIEW (widget), HALL_FIT_PAGE);
  app_test_settle ();

  /* by key: it is in the middle, moves, and goes */
  app_test_key (canvas, GDK_KEY_l);
  g_assert_true (hall_page_loupe_is_open (loupe));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  app_test_wait (has_picture, loupe);
  g_assert_cmpint (cairo_image_surface_get_width (hall_page_loupe_get_picture (loupe)), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (hall_page_loupe_get_picture (loupe)), ==,
                   HEIGHT);
  before = *hall_page_loupe_get_point (loupe);
  g_assert_cmpfloat_with_epsilon (before.x, 0.5, 0.1);
  app_test_key (canvas, GDK_KEY_Right);
  app_test_key (canvas, GDK_KEY_Up);
  g_assert_cmpfloat (hall_page_loupe_get_point (loupe)->x, >, before.x);
  g_assert_cmpfloat (hall_page_loupe_get_point (loupe)->y, <, before.y);
  app_test_key (canvas, GDK_KEY_Escape);
  g_assert_false (hall_page_loupe_is_open (loupe));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_null (hall_page_loupe_get_picture (loupe));

  /* by mouse */
  gtk_button_clicked (GTK_BUTTON (button));
  app_test_wait (has_picture, loupe);
  hall_page_layout_get_area (hall_page_canvas_get_layout (HALL_PAGE_CANVAS (canvas)), 0, &area);
  move_pointer (canvas, area.x + area.width / 4, area.y + area.height / 3);
  g_assert_cmpfloat_with_epsilon (hall_page_loupe_get_point (loupe)->x, 0.25, 0.01);
  g_assert_cmpfloat_with_epsilon (hall_page_loupe_get_point (loupe)->y, 1 / 3.0, 0.01);
  if (gtk_widget_get_scale_factor (canvas) == 1)
    assert_true_pixels (canvas, loupe);
  app_test_close (window, widget);
}

static cairo_surface_t *
draw (GBytes *bytes, double scale)
{
  g_autoptr (HallPageProcess) process = hall_page_process_new (bytes);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface =
      hall_page_process_draw (process, &(HallPageWish){ 0, 0, scale }, &error);

  g_assert_no_error (error);
  return surface;
}

static HallSheetSpot
find_spot (cairo_surface_t *scan)
{
  HallPixels pixels = hall_pixels_of_surface (scan);
  g_autoptr (HallCodeReader) reader = hall_code_reader_new ();
  HallCodeSpot code;
  HallSheetLay lay;
  HallSheetSpot spot;
  gboolean found;

  hall_code_reader_look (reader, &pixels, HALL_READ_THOROUGH, &found, NULL, NULL);
  g_assert_true (hall_code_reader_get_spot (reader, &code));
  hall_sheet_lay_find (&lay, &pixels, &code);
  hall_sheet_spot_from_lay (&spot, 1, 1, &lay);
  return spot;
}

static gboolean
is_dark (guint32 pixel)
{
  return (pixel & 0xff) < 140 && (pixel >> 8 & 0xff) < 140 && (pixel >> 16 & 0xff) < 140;
}

/* How much of the dark print in @laid lies on something dark of @scan, a pixel more or less. */
static double
compare (cairo_surface_t *laid, cairo_surface_t *scan)
{
  guint n = 0, n_met = 0;

  for (int y = 1; y < cairo_image_surface_get_height (scan) - 1; y++)
    for (int x = 1; x < cairo_image_surface_get_width (scan) - 1; x++)
      {
        gboolean met = FALSE;

        if (!is_dark (get_pixel (laid, x, y))
            || cairo_image_surface_get_data (
                   laid)[(gsize) y * (gsize) cairo_image_surface_get_stride (laid) + (gsize) x * 4
                         + 3]
                   == 0)
          continue;
        for (int i = 0; i < 9 && !met; i++)
          met = is_dark (get_pixel (scan, x + i % 3 - 1, y + i / 3 - 1));
        n++;
        n_met += met;
      }
  g_assert_cmpuint (n, >, 1000);
  return (double) n_met / n;
}

/* Print comes to lie on print, but not as if the scan were straight. */
static void
test_laid (void)
{
  static const ScanWay way = { .dpi = 150, .degrees = 2, .quality = 80 };
  static const HallSheetSpot straight = { 1, 1, { { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } } };
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, "20261122000017", 2, NULL);
  g_autoptr (GBytes) file = scan_maker_scan (form, 0, &way);
  cairo_surface_t *printed = draw (form, 150 / 72.0);
  cairo_surface_t *scan = draw (file, 0);
  HallSheetSpot spot = find_spot (scan);
  int width = cairo_image_surface_get_width (scan), height = cairo_image_surface_get_height (scan);
  cairo_surface_t *laid = hall_page_laid_draw (printed, &spot, 0, width, height);
  cairo_surface_t *unlaid = hall_page_laid_draw (printed, &straight, 0, width, height);
  cairo_surface_t *turned = hall_page_laid_draw (printed, &spot, 1, height, width);

  g_test_message ("laid %.3f, unlaid %.3f", compare (laid, scan), compare (unlaid, scan));
  g_assert_cmpfloat (compare (laid, scan), >, 0.9);
  g_assert_cmpfloat (compare (unlaid, scan), <, 0.5);
  /* a quarter clockwise: the same pixels at other places */
  for (int i = 50; i < MIN (width, height) - 50; i += 37)
    g_assert_cmpint (ABS ((int) (get_pixel (laid, i, i) & 0xff)
                          - (int) (get_pixel (turned, height - 1 - i, i) & 0xff)),
                     <, 40);
  spot.corners[3] = spot.corners[2];
  g_assert_null (hall_page_laid_draw (printed, &spot, 0, width, height));
  cairo_surface_destroy (turned);
  cairo_surface_destroy (unlaid);
  cairo_surface_destroy (laid);
  cairo_surface_destroy (scan);
  cairo_surface_destroy (printed);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/page-loupe/pixels", test_loupe);
  g_test_add_func ("/page-loupe/laid", test_laid);
  return g_test_run ();
}
