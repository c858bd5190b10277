/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widget that shows documents, by keyboard and mouse, and a window that closes while a page
 * is on its way.
 */
#include "app-test.h"
#include "hall-page-canvas.h"
#include "hall-page-process.h"
#include "hall-page-thumbnail.h"
#include "hall-page-view.h"
#include "page-papers.h"
#include "sample.h"

static gboolean
has_pages (gpointer data)
{
  return hall_page_view_get_n_pages (data) > 0;
}

static void
test_view (void)
{
  GtkWidget *widget = hall_page_view_new ();
  HallPageView *view = HALL_PAGE_VIEW (widget);
  GtkWidget *window = app_test_show (widget);
  g_autoptr (GBytes) bytes = page_papers_print (3);
  GtkWidget *canvas;
  double fitting;

  hall_page_view_set_document (view, "申请表", NULL);
  hall_page_view_set_document (view, "申请表", bytes);
  app_test_wait (has_pages, view);
  app_test_settle ();
  canvas = app_test_find (widget, "申请表");
  g_assert_nonnull (canvas);
  g_assert_true (app_test_says (widget, "Page 1 of 3"));

  fitting = hall_page_view_get_zoom (view);
  app_test_key (canvas, GDK_KEY_plus);
  g_assert_cmpfloat (hall_page_view_get_zoom (view), >, fitting);
  app_test_key (canvas, GDK_KEY_0);
  g_assert_cmpfloat_with_epsilon (hall_page_view_get_zoom (view), fitting, 0.01);
  hall_page_view_set_fit (view, HALL_FIT_PAGE);
  g_assert_cmpfloat (hall_page_view_get_zoom (view), <, fitting);

  gtk_button_clicked (GTK_BUTTON (app_test_find (widget, "Next page")));
  app_test_settle ();
  g_assert_cmpuint (hall_page_view_get_page (view), ==, 1);
  g_assert_true (app_test_says (widget, "Page 2 of 3"));
  app_test_key (canvas, GDK_KEY_End);
  g_assert_cmpuint (hall_page_view_get_page (view), ==, 2);
  app_test_key (canvas, GDK_KEY_r);
  app_test_settle ();
  app_test_close (window, widget);
}

static GtkAdjustment *
get_height (GtkWidget *widget)
{
  GtkWidget *canvas = app_test_find (widget, "x");
  GtkWidget *scroller = gtk_widget_get_ancestor (canvas, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* How much of what is seen is as orange as a mark. */
static guint
count_marked (GtkWidget *widget)
{
  GdkWindow *window = gtk_widget_get_window (gtk_widget_get_toplevel (widget));
  g_autoptr (GdkPixbuf) seen = NULL;
  guint count = 0;

  app_test_settle ();
  seen = gdk_pixbuf_get_from_window (window, 0, 0, gdk_window_get_width (window),
                                     gdk_window_get_height (window));
  for (int y = 0; y < gdk_pixbuf_get_height (seen); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (seen); x++)
      {
        const guint8 *pixel = gdk_pixbuf_read_pixels (seen) + y * gdk_pixbuf_get_rowstride (seen)
                              + x * gdk_pixbuf_get_n_channels (seen);

        count += pixel[0] > pixel[2] + 100 && pixel[1] > pixel[2] + 60; /* not red */
      }
  return count;
}

static gboolean
is_unmarked (gpointer data)
{
  return count_marked (data) == 0;
}

static gboolean
is_on_third (gpointer data)
{
  return hall_page_view_get_page (data) == 2;
}

/* What is wanted before the pages are there is shown when they are. */
static void
test_view_marks (void)
{
  static const HallPlace places[] = {
    { 1, 0.1, 0.1, 0.2, 0.05 }, { 3, 0.6, 0.8, 0.3, 0.1 }, { 0, 0, 0, 0, 0 }, { 9, 0, 0, 1, 1 }
  };
  GtkWidget *widget = hall_page_view_new ();
  HallPageView *view = HALL_PAGE_VIEW (widget);
  GtkWidget *window = app_test_show (widget);
  g_autoptr (GBytes) bytes = page_papers_print (3);
  double there;

  hall_page_view_set_document (view, "x", bytes);
  hall_page_view_set_marks (view, places, G_N_ELEMENTS (places));
  hall_page_view_show_place (view, &places[1]);
  app_test_wait (is_on_third, view);
  there = gtk_adjustment_get_value (get_height (widget));
  g_assert_cmpfloat (there, >, 0);
  g_assert_cmpuint (count_marked (widget), >, 50);
  for (guint i = 0; i < 4; i++)
    {
      hall_page_view_turn (view);
      app_test_settle ();
      hall_page_view_show_place (view, &places[1]);
      g_assert_cmpuint (count_marked (widget), >, 50);
    }
  hall_page_view_show_place (view, &places[0]);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_height (widget)), <, there);
  hall_page_view_show_place (view, &places[3]); /* no such page: nothing happens */
  hall_page_view_set_marks (view, NULL, 0);
  app_test_wait (is_unmarked, widget);
  app_test_close (window, widget);
}

static gboolean
has_text (gpointer data)
{
  return atk_text_get_character_count (ATK_TEXT (gtk_widget_get_accessible (data))) > 0;
}

/* What is on the page is searched, copied and read out. */
static void
test_view_text (void)
{
  GtkWidget *widget = hall_page_view_new ();
  HallPageView *view = HALL_PAGE_VIEW (widget);
  GtkWidget *window = app_test_show (widget);
  GtkClipboard *clipboard = gtk_widget_get_clipboard (window, GDK_SELECTION_CLIPBOARD);
  g_autoptr (GBytes) bytes = page_papers_print_form ();
  g_autofree char *copied = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *word = NULL;
  GtkWidget *canvas, *entry;
  int start, end;

  hall_page_view_set_document (view, "x", bytes);
  app_test_wait (has_pages, view);
  canvas = app_test_find (widget, "x");
  app_test_wait (has_text, canvas);
  spoken = atk_text_get_text (ATK_TEXT (gtk_widget_get_accessible (canvas)), 0, -1);
  g_assert_nonnull (strstr (spoken, SAMPLE_ORDER));
  word =
      atk_text_get_string_at_offset (ATK_TEXT (gtk_widget_get_accessible (canvas)),
                                     (int) g_utf8_pointer_to_offset (spoken,
                                                                     strstr (spoken, SAMPLE_ORDER)),
                                     ATK_TEXT_GRANULARITY_WORD, &start, &end);
  g_assert_nonnull (strstr (word, SAMPLE_ORDER));

  hall_page_view_find (view);
  entry = app_test_find (widget, "Find in the pages");
  gtk_entry_set_text (GTK_ENTRY (entry), SAMPLE_ORDER);
  app_test_wait_to_say (widget, "1 of ");
  app_test_key (entry, GDK_KEY_Escape);
  hall_page_view_find (view);
  gtk_entry_set_text (GTK_ENTRY (entry), "no such words");
  app_test_wait_to_say (widget, "Nothing found");

  app_test_press (canvas, GDK_KEY_a, GDK_CONTROL_MASK);
  app_test_press (canvas, GDK_KEY_c, GDK_CONTROL_MASK);
  copied = gtk_clipboard_wait_for_text (clipboard);
  g_assert_nonnull (copied);
  g_assert_nonnull (strstr (copied, SAMPLE_ORDER));
  app_test_close (window, widget);
}

/* A button of the mouse goes down or up, or it is moved, at a place of the canvas. */
static void
point (GtkWidget *canvas, GdkEventType type, double x, double y)
{
  GdkEvent *event = gdk_event_new (type);
  gboolean is_motion = type == GDK_MOTION_NOTIFY;
  GdkSeat *seat = gdk_display_get_default_seat (gdk_display_get_default ());

  event->any.window = g_object_ref (gtk_widget_get_window (canvas));
  if (is_motion)
    {
      event->motion.x = x;
      event->motion.y = y;
      event->motion.state = GDK_BUTTON1_MASK;
    }
  else
    {
      event->button.x = x;
      event->button.y = y;
      event->button.button = GDK_BUTTON_PRIMARY;
    }
  gdk_event_set_device (event, gdk_seat_get_pointer (seat));
  gtk_widget_event (canvas, event);
  gdk_event_free (event);
}

/* Where on the canvas the number of the order stands on the first page. */
static cairo_rectangle_int_t
find_order (GtkWidget *canvas)
{
  const HallPageText *text =
      hall_page_words_get_text (hall_page_canvas_get_words (HALL_PAGE_CANVAS (canvas)), 0);
  glong at = g_utf8_pointer_to_offset (text->text, strstr (text->text, SAMPLE_ORDER));
  const HallPageBox *first = &g_array_index (text->boxes, HallPageBox, at);
  const HallPageBox *last = first + strlen (SAMPLE_ORDER) - 1;
  HallPlace place = { 1, first->x, first->y, last->x + last->width - first->x, first->height };
  cairo_rectangle_int_t box;

  hall_page_layout_get_box (hall_page_canvas_get_layout (HALL_PAGE_CANVAS (canvas)), &place, &box);
  return box;
}

static char *
copy (GtkWidget *canvas)
{
  app_test_press (canvas, GDK_KEY_c, GDK_CONTROL_MASK);
  return gtk_clipboard_wait_for_text (gtk_widget_get_clipboard (canvas, GDK_SELECTION_CLIPBOARD));
}

/* Text is selected by drawing over it, a word by pressing twice. */
static void
test_view_mouse (void)
{
  GtkWidget *widget = hall_page_view_new ();
  GtkWidget *window = app_test_show (widget);
  g_autoptr (GBytes) bytes = page_papers_print_form ();
  g_autofree char *dragged = NULL;
  g_autofree char *word = NULL;
  g_autofree char *part = NULL;
  GtkWidget *canvas;
  cairo_rectangle_int_t box;
  double middle;

  hall_page_view_set_document (HALL_PAGE_VIEW (widget), "x", bytes);
  app_test_wait (has_pages, widget);
  canvas = app_test_find (widget, "x");
  app_test_wait (has_text, canvas);
  app_test_settle ();
  box = find_order (canvas);
  middle = box.y + box.height / 2.0;

  point (canvas, GDK_BUTTON_PRESS, box.x + 1, middle);
  point (canvas, GDK_MOTION_NOTIFY, box.x + box.width / 2.0, middle);
  point (canvas, GDK_MOTION_NOTIFY, box.x + box.width - 1, middle);
  point (canvas, GDK_BUTTON_RELEASE, box.x + box.width - 1, middle);
  point (canvas, GDK_MOTION_NOTIFY, box.x, middle + 200); /* let go: it stays as it is */
  dragged = copy (canvas);
  g_assert_cmpstr (dragged, ==, SAMPLE_ORDER);

  point (canvas, GDK_BUTTON_PRESS, box.x + 1, middle);
  point (canvas, GDK_MOTION_NOTIFY, box.x + box.width / 2.0, middle);
  point (canvas, GDK_BUTTON_RELEASE, box.x + box.width / 2.0, middle);
  part = copy (canvas);
  g_assert_true (g_str_has_prefix (SAMPLE_ORDER, part));
  g_assert_cmpuint (strlen (part), <, strlen (SAMPLE_ORDER));

  point (canvas, GDK_BUTTON_PRESS, box.x + box.width / 2.0, middle);
  point (canvas, GDK_BUTTON_RELEASE, box.x + box.width / 2.0, middle);
  point (canvas, GDK_BUTTON_PRESS, box.x + box.width / 2.0, middle);
  point (canvas, GDK_2BUTTON_PRESS, box.x + box.width / 2.0, middle);
  point (canvas, GDK_BUTTON_RELEASE, box.x + box.width / 2.0, middle);
  word = copy (canvas);
  g_assert_cmpstr (word, ==, SAMPLE_ORDER);
  app_test_close (window, widget);
}

/* What the canvas shows, and the page drawn for a screen as fine as this one. */
typedef struct
{
  GtkWidget *canvas;
  cairo_surface_t *page;
  GdkRectangle area;
  int factor;
} Fine;

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

/* Every pixel of the page is one of the screen. */
static gboolean
is_fine (gpointer data)
{
  Fine *self = data;
  int width = gtk_widget_get_allocated_width (self->canvas) * self->factor;
  int height = gtk_widget_get_allocated_height (self->canvas) * self->factor;
  cairo_surface_t *seen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo;
  guint n_other = 0;

  cairo_surface_set_device_scale (seen, self->factor, self->factor);
  cairo = cairo_create (seen);
  gtk_widget_draw (self->canvas, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (seen);
  for (int y = 10; y < cairo_image_surface_get_height (self->page) - 10; y++)
    for (int x = 10; x < cairo_image_surface_get_width (self->page) - 10; x++)
      n_other += get_pixel (seen, self->area.x * self->factor + x, self->area.y * self->factor + y)
                 != get_pixel (self->page, x, y);
  cairo_surface_destroy (seen);
  return n_other == 0;
}

/* A page is as fine as the screen. Run once more with GDK_SCALE=2. */
static void
test_view_scale (void)
{
  GtkWidget *widget = hall_page_view_new ();
  GtkWidget *window = app_test_show (widget);
  g_autoptr (GBytes) bytes = page_papers_print_form ();
  g_autoptr (HallPageProcess) process = hall_page_process_new (bytes);
  const char *wanted = g_getenv ("GDK_SCALE");
  Fine fine = { .factor = gtk_widget_get_scale_factor (window) };
  HallPageWish wish = { 0, 0, 0 };

  g_assert_cmpint (fine.factor, ==, wanted != NULL ? atoi (wanted) : 1);
  hall_page_view_set_document (HALL_PAGE_VIEW (widget), "x", bytes);
  app_test_wait (has_pages, widget);
  hall_page_view_set_zoom (HALL_PAGE_VIEW (widget), 0.5);
  app_test_settle ();
  fine.canvas = app_test_find (widget, "x");
  hall_page_layout_get_area (hall_page_canvas_get_layout (HALL_PAGE_CANVAS (fine.canvas)), 0,
                             &fine.area);
  g_assert_cmpint (ABS (fine.area.width - 397), <=, 2); /* half of 210 mm at 96 dpi */
  wish.scale = hall_page_canvas_get_scale (HALL_PAGE_CANVAS (fine.canvas)) * fine.factor;
  fine.page = hall_page_process_draw (process, &wish, NULL);
  g_assert_cmpint (ABS (cairo_image_surface_get_width (fine.page) - 397 * fine.factor), <=, 4);
  app_test_wait (is_fine, &fine);
  cairo_surface_destroy (fine.page);
  app_test_close (window, widget);
}

static void
test_view_strip (void)
{
  GtkWidget *widget = hall_page_view_new ();
  GtkWidget *window = app_test_show (widget);
  g_autoptr (GBytes) bytes = page_papers_print (3);
  GtkWidget *row;

  hall_page_view_set_document (HALL_PAGE_VIEW (widget), "x", bytes);
  app_test_wait (has_pages, widget);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_test_find (widget, "Small pages")), TRUE);
  app_test_settle ();
  row = app_test_find (widget, "Page 3");
  g_assert_true (gtk_widget_get_mapped (row));
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  g_assert_cmpuint (hall_page_view_get_page (HALL_PAGE_VIEW (widget)), ==, 2);
  app_test_settle ();
  app_test_key (app_test_find (widget, "x"), GDK_KEY_Home);
  app_test_settle ();
  g_assert_true (
      gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (app_test_find (widget, "Page 1"))));
  app_test_close (window, widget);
}

static gboolean
says_problem (gpointer data)
{
  return app_test_says (data, "cannot be shown");
}

static void
test_view_broken (void)
{
  GtkWidget *widget = hall_page_view_new ();
  GtkWidget *window = app_test_show (widget);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.4 x", 10);
  g_autoptr (GBytes) good = page_papers_print (1);

  hall_page_view_set_document (HALL_PAGE_VIEW (widget), "x", bytes);
  app_test_wait (says_problem, widget);
  hall_page_view_set_document (HALL_PAGE_VIEW (widget), "x", good);
  app_test_wait (has_pages, widget);
  app_test_close (window, widget);
}

/* The window goes while pages are on their way, at every stage of it. */
static void
test_view_closed (void)
{
  g_autoptr (GBytes) bytes = page_papers_print (3);

  for (guint turns = 0; turns < 12; turns++)
    {
      GtkWidget *widget = hall_page_view_new ();
      GtkWidget *thumbnail = hall_page_thumbnail_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *window;

      gtk_container_add (GTK_CONTAINER (box), widget);
      gtk_container_add (GTK_CONTAINER (box), thumbnail);
      gtk_widget_show (box);
      window = app_test_show (box);
      hall_page_view_set_document (HALL_PAGE_VIEW (widget), "x", bytes);
      hall_page_thumbnail_set_content (HALL_PAGE_THUMBNAIL (thumbnail), bytes);
      for (guint i = 0; i < turns * 3; i++)
        {
          gtk_main_iteration_do (FALSE);
          g_usleep (200);
        }
      app_test_close (window, widget);
    }
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/page-view/pages", test_view);
  g_test_add_func ("/page-view/marks", test_view_marks);
  g_test_add_func ("/page-view/text", test_view_text);
  g_test_add_func ("/page-view/mouse", test_view_mouse);
  g_test_add_func ("/page-view/scale", test_view_scale);
  g_test_add_func ("/page-view/strip", test_view_strip);
  g_test_add_func ("/page-view/broken", test_view_broken);
  g_test_add_func ("/page-view/closed", test_view_closed);
  return g_test_run ();
}
