/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application form: its seal, its signature, and what was changed on it by hand.
 */
#include "scan-look.h"
#include "seal-maker.h"

static const ScanWay ways[] = {
  { .dpi = 300, .degrees = 1.2, .noise = 4, .quality = 80 },
  { .dpi = 150, .degrees = -2, .noise = 7, .quality = 50 },
  { .dpi = 135, .degrees = 180.5, .noise = 5, .quality = 70 },
};

/* What is put on the form beside the things that belong there. */
typedef struct
{
  const HallPrintedSheet *sheet;
  SealImpression seal; /* its place is from the middle of the circle */
  gboolean unsigned_;
  void (*alter) (cairo_t *cairo, const HallBox *cell);
} Hand;

static void
write_by_hand (cairo_t *cairo, gpointer data)
{
  const Hand *hand = data;
  HallPoint circle = scan_look_middle (hand->sheet, HALL_REGION_SEAL, NULL);
  HallPoint line = scan_look_middle (hand->sheet, HALL_REGION_SIGNATURE, "handler");
  SealImpression seal = hand->seal;

  seal.x += circle.x;
  seal.y += circle.y;
  if (seal.diameter > 0)
    seal_maker_stamp (cairo, &seal);
  if (!hand->unsigned_)
    seal_maker_sign (cairo, line.x - 12, line.y - 3, TRUE);
  if (hand->alter != NULL)
    hand->alter (cairo,
                 &hall_sheet_plan_find (hand->sheet->plan, HALL_REGION_FIELD, "organisation.name")
                      ->box);
}

static void
strike_out (cairo_t *cairo, const HallBox *cell)
{
  cairo_set_source_rgb (cairo, 0.1, 0.1, 0.2);
  cairo_set_line_width (cairo, 0.45);
  cairo_move_to (cairo, cell->x + 2, cell->y + cell->height / 2);
  cairo_line_to (cairo, cell->x + 32, cell->y + cell->height / 2 + 0.5);
  cairo_stroke (cairo);
}

static void
paste_over (cairo_t *cairo, const HallBox *cell)
{
  cairo_set_operator (cairo, CAIRO_OPERATOR_OVER);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_rectangle (cairo, cell->x + 3, cell->y + cell->height / 2 - 1.8, 4, 3.6);
  cairo_fill (cairo);
}

static void
write_after (cairo_t *cairo, const HallBox *cell)
{
  cairo_set_source_rgb (cairo, 0.1, 0.15, 0.5);
  cairo_set_line_width (cairo, 0.4);
  cairo_move_to (cairo, cell->x + cell->width - 8, cell->y + cell->height / 2 - 1);
  cairo_line_to (cairo, cell->x + cell->width - 5, cell->y + cell->height / 2 + 1);
  cairo_stroke (cairo);
}

#define RED(diameter)              \
  {                                \
    1, 0, diameter, 0.85, 0.2, 0.2 \
  }

static void
test_rows (void)
{
  g_autoptr (HallPrintedSheet) sheet =
      scan_look_print (HALL_DOCUMENT_APPLICATION_FORM, "organisation");
  const struct
  {
    Hand hand;
    const char *says;
  } rows[] = {
    { { sheet, RED (40) }, "" },
    { { sheet, { 0, 0, 42, 0.2, 0.25, 0.8 } }, "" },
    { { sheet, { 0 } }, "seal-missing" },
    { { sheet, RED (40), .unsigned_ = TRUE }, "signature-missing" },
    { { sheet, RED (30) }, "seal-size" },
    { { sheet, { 1, -70, 40, 0.85, 0.2, 0.2 } }, "seal-misplaced" },
    { { sheet, { 0, 0, 40, 0.3, 0.3, 0.3 } }, "seal-black" },
    { { sheet, { 0, 0, 40, 1, 0.76, 0.76 } }, "seal-pale" },
    { { sheet, { 0, 0, 41, 0.85, 0.2, 0.2, .flat = 0.85 } }, "seal-not-round" },
    { { sheet, { 0, 0, 40, 0.85, 0.2, 0.2, .missing = 2.5 } }, "seal-partial" },
    { { sheet, RED (40), .alter = strike_out }, "sheet-altered" },
    { { sheet, RED (40), .alter = paste_over }, "sheet-altered" },
    { { sheet, RED (40), .alter = write_after }, "sheet-altered" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows) * G_N_ELEMENTS (ways); i++)
    {
      Hand hand = rows[i / G_N_ELEMENTS (ways)].hand;
      ScanWay way = ways[i % G_N_ELEMENTS (ways)];
      g_autoptr (HallLook) look = NULL;
      g_autofree char *list = NULL;

      way.mark = write_by_hand;
      way.data = &hand;
      look = scan_look_at (sheet, HALL_DOCUMENT_APPLICATION_FORM, 0, &way);
      list = scan_look_list (look);
      g_test_message ("row %" G_GSIZE_FORMAT ", way %" G_GSIZE_FORMAT ": %s",
                      i / G_N_ELEMENTS (ways), i % G_N_ELEMENTS (ways), list);
      g_assert_cmpstr (list, ==, rows[i / G_N_ELEMENTS (ways)].says);
    }
}

/* The finding points at the cell, and names it. */
static void
test_place (void)
{
  g_autoptr (HallPrintedSheet) sheet =
      scan_look_print (HALL_DOCUMENT_APPLICATION_FORM, "organisation");
  const HallBox *cell =
      &hall_sheet_plan_find (sheet->plan, HALL_REGION_FIELD, "organisation.name")->box;
  Hand hand = { sheet, RED (40), .alter = paste_over };
  ScanWay way = { .dpi = 150, .noise = 4, .quality = 80, .mark = write_by_hand, .data = &hand };
  g_autoptr (HallLook) look = scan_look_at (sheet, HALL_DOCUMENT_APPLICATION_FORM, 0, &way);
  g_autofree char *list = scan_look_list (look);
  const HallFinding *finding;

  g_assert_cmpstr (list, ==, "sheet-altered");
  g_assert_cmpuint (look->findings->len, ==, 1);
  finding = g_ptr_array_index (look->findings, 0);
  g_assert_cmpstr (finding->issue.args[0], ==, "organisation.name");
  g_assert_cmpuint (finding->place.page, ==, 1);
  g_assert_cmpfloat_with_epsilon (finding->place.x, cell->x / 210, 0.005);
  g_assert_cmpfloat_with_epsilon (finding->place.y, cell->y / 297, 0.005);
  g_assert_cmpfloat_with_epsilon (finding->place.width, cell->width / 210, 0.005);
}

/* The seal sheet in the place of the form. */
static void
test_other_page (void)
{
  g_autoptr (HallPrintedSheet) sheet =
      scan_look_print (HALL_DOCUMENT_APPLICATION_FORM, "organisation");
  g_autoptr (HallPrintedSheet) seal = scan_look_print (HALL_DOCUMENT_SEAL_SHEET, "organisation");
  ScanWay way = { .dpi = 150, .noise = 4, .quality = 80 };
  HallLookOptions options = { .media_type = HALL_MEDIA_JPEG,
                              .wants_code = TRUE,
                              .max_pages = 4,
                              .examines = TRUE,
                              .is_for_slot = TRUE,
                              .document = HALL_DOCUMENT_APPLICATION_FORM,
                              .sheet = sheet };
  g_autoptr (GBytes) scan = scan_maker_scan (seal->pdf, 0, &way);
  g_autoptr (HallLook) look = hall_look_take (scan, &options, NULL, NULL);
  g_autofree char *list = scan_look_list (look);

  g_assert_cmpstr (list, ==, "sheet-other-page");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-check/rows", test_rows);
  g_test_add_func ("/print-check/place", test_place);
  g_test_add_func ("/print-check/other-page", test_other_page);
  return g_test_run ();
}
