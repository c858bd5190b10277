/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What proves a field, and where it stands there: printed on a crooked scan, or where a reviewer
 * has pointed before.
 */
#include <math.h>

#include "app-test.h"
#include "desk-fixture.h"
#include "hall-evidence-pane.h"
#include "hall-mark-pen.h"
#include "hall-order-desk.h"
#include "hall-printed-sheet.h"
#include "hall-warp.h"
#include "scan-maker.h"

#define DEGREES 3.0

typedef struct
{
  HallOrder *order;
  GtkWidget *desk;
  GtkWidget *window;
  const HallDeskParts *parts;
} Desk;

static void
open_desk (Flow *f, Desk *d, HallOrder *order)
{
  d->order = order;
  d->desk = hall_order_desk_new (f->session);
  d->window = app_test_show (d->desk);
  d->parts = hall_order_desk_get_parts (HALL_ORDER_DESK (d->desk));
  hall_order_desk_open (HALL_ORDER_DESK (d->desk), order->number);
  app_test_wait_to_say (d->desk, "深圳市测试样例科技有限公司");
  app_test_wait_to_say (d->desk, "still open");
}

static void
close_desk (Desk *d)
{
  app_test_close (d->window, d->desk);
}

static const char *
look_up (Desk *d, const char *field)
{
  g_assert_true (hall_data_pane_go_to (d->parts->data, field));
  app_test_settle ();
  return hall_evidence_pane_get_shown (d->parts->evidence)->id;
}

static const HallPlace *
get_pointed (Desk *d)
{
  return hall_page_marks_get_pointed (
      hall_page_canvas_get_marks (hall_page_view_get_canvas (d->parts->page)));
}

/* Every printed field leads to what the catalogue names, or to the form where that is not there. */
static void
test_proofs (Flow *f, gconstpointer data)
{
  const HallCertificateType *type = hall_catalog_find_type (f->hall->catalog, "organisation");
  HallOrder *order = desk_add_order (f);
  GHashTableIter iter;
  gpointer id, value;
  Desk d;

  open_desk (f, &d, order);
  g_hash_table_iter_init (&iter, f->hall->catalog->fields);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const HallField *field = value;

      if (field->print == HALL_PRINT_NOT || !hall_section_is_in_type (field->section, type))
        continue;
      g_test_message ("%s", (char *) id);
      g_assert_cmpstr (look_up (&d, id), ==,
                       g_str_equal (field->evidence, HALL_PROOF_HANDLER_AUTH) ? "id-portrait"
                                                                              : field->evidence);
    }
  /* no voucher, and not printed: nothing proves it, so one stays where one is */
  look_up (&d, "organisation.name");
  g_assert_cmpstr (look_up (&d, "basic_account.account_no"), ==, "business_licence");
  close_desk (&d);

  g_clear_pointer (&order->captures, g_strfreev);
  fake_hall_touch (f->hall, order);
  open_desk (f, &d, order);
  g_assert_cmpstr (look_up (&d, "handler.name"), ==, "application_form");
  close_desk (&d);
}

/* The form of the order, printed and put crooked on the scanner. Returns: (transfer full) */
static HallPrintedSheet *
scan_form (Flow *f, HallOrder *order)
{
  static const ScanWay way = { .dpi = 150, .degrees = DEGREES, .noise = 3, .quality = 75 };
  HallSheetInfo info = { .order = order->number, .revision = 1 };
  g_autoptr (GError) error = NULL;
  HallPrintedSheet *sheet;

  order->revision = 1;
  g_free (order->printed_hash);
  order->printed_hash = hall_application_hash_printed (order->application, f->hall->catalog);
  info.sha256 = order->printed_hash;
  info.practice = order->practice;
  sheet = hall_printed_sheet_print (HALL_DOCUMENT_APPLICATION_FORM, f->hall->catalog,
                                    order->application, &info, &error);
  g_assert_no_error (error);
  g_hash_table_insert (f->hall->files, g_strconcat (order->number, "/application_form", NULL),
                       scan_maker_scan (sheet->pdf, 0, &way));
  fake_hall_touch (f->hall, order);
  return sheet;
}

/* Where the middle of a region of the sheet is on that scan, in fractions: it lies turned on a
 * ground that is large enough for all of it. */
static HallPoint
expect (const HallPrintedSheet *sheet, const char *field)
{
  const HallRegion *region = hall_sheet_plan_find (sheet->plan, HALL_REGION_FIELD, field);
  double angle = DEGREES * G_PI / 180;
  double x, y;

  g_assert_nonnull (region);
  x = region->box.x + region->box.width / 2 - 105;
  y = region->box.y + region->box.height / 2 - 148.5;
  return (HallPoint){
    0.5 + (x * cos (angle) - y * sin (angle)) / (210 * cos (angle) + 297 * sin (angle)),
    0.5 + (x * sin (angle) + y * cos (angle)) / (297 * cos (angle) + 210 * sin (angle))
  };
}

static gboolean
is_pointed (gpointer desk)
{
  return get_pointed (desk) != NULL;
}

static double
get_top (Desk *d)
{
  GtkWidget *canvas = GTK_WIDGET (hall_page_view_get_canvas (d->parts->page));
  GtkWidget *scroller = gtk_widget_get_ancestor (canvas, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

static gboolean
has_scrolled (gpointer desk)
{
  return get_top (desk) > 100;
}

/* What is being read stays in view when the pages get the focus. */
static void
assert_stays (Desk *d)
{
  double top;

  app_test_wait (has_scrolled, d);
  top = get_top (d);
  hall_page_view_toggle_loupe (d->parts->page);
  app_test_settle ();
  g_assert_cmpfloat (get_top (d), ==, top);
  hall_page_view_toggle_loupe (d->parts->page);
}

static void
test_printed (Flow *f, gconstpointer data)
{
  static const char *const fields[] = { "handler.mobile", "handler.email" };
  HallOrder *order = desk_add_order (f);
  g_autoptr (HallPrintedSheet) sheet = scan_form (f, order);
  double usual;
  Desk d;

  open_desk (f, &d, order);
  usual = hall_page_view_get_zoom (d.parts->page);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      HallPoint wanted = expect (sheet, fields[i]);
      const HallPlace *place;

      g_assert_cmpstr (look_up (&d, fields[i]), ==, "application_form");
      app_test_wait (is_pointed, &d);
      place = get_pointed (&d);
      g_assert_cmpuint (place->page, ==, 1);
      g_assert_cmpfloat_with_epsilon (place->x + place->width / 2, wanted.x, 0.006);
      g_assert_cmpfloat_with_epsilon (place->y + place->height / 2, wanted.y, 0.006);
    }
  assert_stays (&d);
  /* large enough to be read, and all of it again for who looks at the document */
  g_assert_cmpfloat (hall_page_view_get_zoom (d.parts->page), >, usual);
  g_assert_cmpstr (look_up (&d, "application_form"), ==, "application_form");
  g_assert_null (get_pointed (&d));
  g_assert_cmpfloat_with_epsilon (hall_page_view_get_zoom (d.parts->page),
                                  hall_page_view_get_usual_zoom (d.parts->page), 0.001);
  close_desk (&d);
}

static gboolean
has_pages (gpointer desk)
{
  return hall_page_view_get_n_pages (((Desk *) desk)->parts->page) > 0;
}

/* Where the legal representative was pointed at is where they are looked for in the next order. */
static void
test_remembered (Flow *f, gconstpointer data)
{
  HallOrder *order = desk_add_order (f);
  HallPlace pointed;
  Desk d;

  g_hash_table_insert (f->hall->files, g_strconcat (order->number, "/business_licence", NULL),
                       scan_maker_pdf (1, 210, 297));
  open_desk (f, &d, order);
  look_up (&d, "legal_rep.name");
  app_test_wait (has_pages, &d);
  g_assert_null (get_pointed (&d));
  desk_press (d.desk, "Point where it stands");
  g_assert_true (hall_mark_pen_is_drawing (d.parts->page));
  app_test_key (d.window, GDK_KEY_Right);
  app_test_key (d.window, GDK_KEY_Return);
  g_assert_nonnull (get_pointed (&d));
  pointed = *get_pointed (&d);
  g_assert_cmpfloat_with_epsilon (pointed.x, 0.42, 0.001);
  /* it is no box that the handler would see */
  g_assert_null (hall_return_basket_get_mark (hall_order_desk_get_basket (HALL_ORDER_DESK (d.desk)),
                                              "business_licence"));
  look_up (&d, "organisation.name");
  g_assert_null (get_pointed (&d));
  close_desk (&d);

  open_desk (f, &d, order);
  look_up (&d, "legal_rep.name");
  app_test_wait (is_pointed, &d);
  g_assert_cmpfloat_with_epsilon (get_pointed (&d)->x, pointed.x, 0.0001);
  g_assert_cmpfloat_with_epsilon (get_pointed (&d)->height, pointed.height, 0.0001);
  close_desk (&d);
}

static guint
count_looks (Flow *f, const HallOrder *order)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/captures/id-portrait", order->number);

  return fake_hall_count (f->hall, "GET", path);
}

/* Every look at a card is asked of the hall; other documents are kept while the order is open. */
static void
test_looks_are_counted (Flow *f, gconstpointer data)
{
  HallOrder *order = desk_add_order (f);
  Desk d;

  open_desk (f, &d, order);
  for (guint i = 1; i <= 2; i++)
    {
      look_up (&d, "handler.name");
      app_test_settle ();
      g_assert_cmpuint (count_looks (f, order), ==, i);
      look_up (&d, "organisation.name");
    }
  close_desk (&d);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Flow *f, gconstpointer data);
  } tests[] = {
    { "/evidence-region/proofs", test_proofs },
    { "/evidence-region/printed", test_printed },
    { "/evidence-region/remembered", test_remembered },
    { "/evidence-region/looks-are-counted", test_looks_are_counted },
  };

  desk_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Flow, NULL, desk_set_up, tests[i].test, desk_tear_down);
  return g_test_run ();
}
