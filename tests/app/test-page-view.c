/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents to look at: rendered in another thread, with broken and hostile ones among them,
 * and a window that closes while a page is on its way.
 */
#include "app-test.h"
#include "hall-error.h"
#include "hall-form-sheet.h"
#include "hall-page-source.h"
#include "hall-page-thumbnail.h"
#include "hall-page-view.h"
#include "hall-paper.h"
#include "sample.h"

static GBytes *
print_pages (guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallPaper) paper = hall_paper_new ("test", NULL, 0, &error);
  GBytes *bytes;

  g_assert_no_error (error);
  for (guint i = 0; i < n_pages; i++)
    {
      static const HallPen pen = { 0.5, 1, 0, 0, FALSE };
      HallBox box = { 20, 20 + 10 * i, 100, 100 };

      hall_paper_begin_page (paper);
      hall_paper_draw_box (paper, &pen, &box);
    }
  bytes = hall_paper_finish (paper, &error);
  g_assert_no_error (error);
  return bytes;
}

/* A blue picture of @width x @height. */
static GBytes *
make_jpeg (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x0000ffff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gboolean
load (HallPageSource *source, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hall_page_source_load_async (source, NULL, on_answered_cb, &result);
  app_test_wait (is_there, &result);
  return hall_page_source_load_finish (source, result, error);
}

static cairo_surface_t *
render (HallPageSource *source, const HallPageWish *wish, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hall_page_source_render_async (source, wish, NULL, on_answered_cb, &result);
  app_test_wait (is_there, &result);
  return hall_page_source_render_finish (source, result, error);
}

static void
test_source_pdf (void)
{
  g_autoptr (GBytes) bytes = print_pages (3);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (GError) error = NULL;
  HallPageWish wish = { 1, 0, 2.0 };
  cairo_surface_t *surface;
  double width_pt, height_pt;

  g_assert_true (load (source, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hall_page_source_get_n_pages (source), ==, 3);
  hall_page_source_get_size (source, 0, &width_pt, &height_pt);
  g_assert_cmpfloat_with_epsilon (width_pt, 595.3, 1);

  surface = render (source, &wish, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1191);
  cairo_surface_destroy (surface);

  wish.turns = 1;
  surface = render (source, &wish, &error);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1191); /* lies on its side */
  cairo_surface_destroy (surface);

  wish.page = 3;
  g_assert_null (render (source, &wish, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
}

static HallPageText *
read_text (HallPageSource *source, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hall_page_source_read_async (source, page, NULL, on_answered_cb, &result);
  app_test_wait (is_there, &result);
  return hall_page_source_read_finish (source, result, error);
}

static GBytes *
print_form (void)
{
  HallCatalog *catalog = sample_catalog ();
  g_autoptr (HallApplication) application = sample_application (catalog, "organisation");
  g_autofree char *hash = hall_application_hash_printed (application, catalog);
  HallSheetInfo info = sample_info (hash);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = hall_form_sheet_print (catalog, application, &info, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* A box for each character, on the page and where it can be seen. */
static void
test_source_text (void)
{
  g_autoptr (GBytes) bytes = print_form ();
  g_autoptr (GBytes) jpeg = make_jpeg (100, 100);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (HallPageSource) picture = hall_page_source_new (jpeg);
  g_autoptr (HallPageText) text = NULL;
  g_autoptr (HallPageText) nothing = NULL;
  g_autoptr (GError) error = NULL;
  guint n_boxes = 0;

  g_assert_true (load (source, &error));
  text = read_text (source, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text->text, SAMPLE_ORDER));
  g_assert_cmpint (g_utf8_strlen (text->text, -1), ==, hall_page_text_get_length (text));
  for (guint i = 0; i < text->boxes->len; i++)
    {
      const HallPageBox *box = &g_array_index (text->boxes, HallPageBox, i);

      g_assert_true (box->x >= -0.01 && box->x + box->width <= 1.01);
      g_assert_true (box->y >= -0.01 && box->y + box->height <= 1.01);
      n_boxes += box->width > 0;
    }
  g_assert_cmpuint (n_boxes, >, 200);
  g_assert_null (read_text (source, 99, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);

  g_assert_true (load (picture, NULL));
  nothing = read_text (picture, 0, NULL);
  g_assert_cmpstr (nothing->text, ==, "");
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

static void
test_source_jpeg (void)
{
  g_autoptr (GBytes) bytes = make_jpeg (400, 200);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  g_assert_true (load (source, &error));
  g_assert_cmpuint (hall_page_source_get_n_pages (source), ==, 1);
  for (guint turns = 0; turns < 4; turns++)
    {
      HallPageWish wish = { 0, turns, 96.0 / 72 };
      int width = turns % 2 != 0 ? 200 : 400;

      surface = render (source, &wish, &error);
      g_assert_no_error (error);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
      /* Turned into the page, not out of it. */
      g_assert_cmphex (get_pixel (surface, 5, 5) & 0xff, >, 0xf0);
      g_assert_cmphex (get_pixel (surface, width - 5, 600 - width - 5) & 0xff, >, 0xf0);
      g_assert_cmphex (get_pixel (surface, width / 2, 20) >> 16, <, 0x10);
      cairo_surface_destroy (surface);
    }
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize length;
} broken[] = {
  { "empty", "", 0 },
  { "neither", "GIF89a", 6 },
  { "pdf-cut", "%PDF-1.4\n1 0 obj", 16 },
  { "jpeg-cut", "\xff\xd8\xff\xe0\x00\x10JFIF", 10 },
  { "zeros", "\0\0\0\0\0\0\0\0", 8 },
};

static void
test_source_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i].bytes, broken[i].length);
      g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i].name);
      g_assert_false (load (source, &error));
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpuint (hall_page_source_get_n_pages (source), ==, 0);
    }
}

/* Whatever is asked for, no surface eats the memory. */
static void
test_source_too_large (void)
{
  g_autoptr (GBytes) bytes = print_pages (1);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (GError) error = NULL;
  HallPageWish wish = { 0, 0, 1000 };
  cairo_surface_t *surface;

  g_assert_true (load (source, &error));
  surface = render (source, &wish, &error);
  g_assert_no_error (error);
  g_assert_cmpint ((gint64) cairo_image_surface_get_width (surface)
                       * cairo_image_surface_get_height (surface),
                   <, 25 * 1000 * 1000);
  cairo_surface_destroy (surface);
}

static void
test_source_cancelled (void)
{
  g_autoptr (GBytes) bytes = print_pages (1);
  g_autoptr (HallPageSource) source = hall_page_source_new (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HallPageWish wish = { 0, 0, 3 };

  g_assert_true (load (source, NULL));
  g_cancellable_cancel (cancellable);
  hall_page_source_render_async (source, &wish, cancellable, on_answered_cb, &result);
  app_test_wait (is_there, &result);
  g_assert_null (hall_page_source_render_finish (source, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

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
  g_autoptr (GBytes) bytes = print_pages (3);
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
  g_autoptr (GBytes) bytes = print_pages (3);
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
  g_autoptr (GBytes) bytes = print_form ();
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

static void
test_view_strip (void)
{
  GtkWidget *widget = hall_page_view_new ();
  GtkWidget *window = app_test_show (widget);
  g_autoptr (GBytes) bytes = print_pages (3);
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
  g_autoptr (GBytes) good = print_pages (1);

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
  g_autoptr (GBytes) bytes = print_pages (3);

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
  g_test_add_func ("/page-source/pdf", test_source_pdf);
  g_test_add_func ("/page-source/jpeg", test_source_jpeg);
  g_test_add_func ("/page-source/text", test_source_text);
  g_test_add_func ("/page-source/broken", test_source_broken);
  g_test_add_func ("/page-source/too-large", test_source_too_large);
  g_test_add_func ("/page-source/cancelled", test_source_cancelled);
  g_test_add_func ("/page-view/pages", test_view);
  g_test_add_func ("/page-view/marks", test_view_marks);
  g_test_add_func ("/page-view/text", test_view_text);
  g_test_add_func ("/page-view/strip", test_view_strip);
  g_test_add_func ("/page-view/broken", test_view_broken);
  g_test_add_func ("/page-view/closed", test_view_closed);
  return g_test_run ();
}
