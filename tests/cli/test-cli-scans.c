/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `certhallctl inspect` with the application that a sheet was printed from: what it finds on the
 * paper, and the seal that it cuts out.
 */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "cli-run.h"
#include "scan-look.h"
#include "seal-maker.h"

#define ORDER   "20261122000017"
#define DPI     300
#define SEAL_MM 40

/* As a clerk does it: the official seal in every frame. */
static void
stamp_frames (cairo_t *cairo, gpointer data)
{
  const HallPrintedSheet *sheet = data;

  for (guint i = 0; i < sheet->plan->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (sheet->plan->regions, i);
      SealImpression seal = { region->box.x + region->box.width / 2,
                              region->box.y + region->box.height / 2,
                              SEAL_MM,
                              0.85,
                              0.2,
                              0.2 };

      if (region->kind == HALL_REGION_OFFICIAL_FRAME)
        seal_maker_stamp (cairo, &seal);
    }
}

/* Seal and signature, and a value struck out. */
static void
strike_out (cairo_t *cairo, gpointer data)
{
  const HallPrintedSheet *sheet = data;
  HallPoint circle = scan_look_middle (sheet, HALL_REGION_SEAL, NULL);
  HallPoint line = scan_look_middle (sheet, HALL_REGION_SIGNATURE, "handler");
  const HallBox *cell =
      &hall_sheet_plan_find (sheet->plan, HALL_REGION_FIELD, "organisation.name")->box;
  SealImpression seal = { circle.x, circle.y, SEAL_MM, 0.85, 0.2, 0.2 };

  seal_maker_stamp (cairo, &seal);
  seal_maker_sign (cairo, line.x - 12, line.y - 3, TRUE);
  cairo_set_source_rgb (cairo, 0.1, 0.1, 0.2);
  cairo_set_line_width (cairo, 0.45);
  cairo_move_to (cairo, cell->x + 2, cell->y + cell->height / 2);
  cairo_line_to (cairo, cell->x + 32, cell->y + cell->height / 2 + 0.5);
  cairo_stroke (cairo);
}

static HallPrintedSheet *
put_scan (HallDocumentKind kind, void (*mark) (cairo_t *cairo, gpointer data))
{
  HallPrintedSheet *sheet = scan_look_print (kind, "organisation");
  ScanWay way = { .dpi = DPI, .degrees = 1.5, .noise = 5, .quality = 80, .mark = mark };
  g_autoptr (GBytes) scan = NULL;

  way.data = sheet;
  scan = scan_maker_scan (sheet->pdf, 0, &way);
  run_put_file ("s.jpg", scan);
  run_put_application ("organisation", NULL, NULL);
  return sheet;
}

static JsonNode *
inspect (const char *const *args)
{
  g_auto (Run) run = run_in ("C.UTF-8", args);
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  g_test_message ("%s%s", run.out, run.err);
  g_assert_cmpint (run.code, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  node = json_from_string (run.out, &error);
  g_assert_no_error (error);
  return node;
}

static void
check_seal (JsonObject *seal)
{
  JsonArray *centre = json_object_get_array_member (seal, "center_mm");

  g_assert_cmpstr (json_object_get_string_member (seal, "colour"), ==, "red");
  g_assert_cmpuint (json_array_get_length (centre), ==, 2);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (seal, "diameter_mm"), SEAL_MM, 1);
  g_assert_cmpfloat (json_object_get_double_member (seal, "roundness"), >, 0.9);
  g_assert_true (json_object_get_boolean_member (seal, "complete"));
  g_assert_true (
      g_str_has_prefix (json_object_get_string_member (seal, "region"), "official-frame-"));
}

/* The seals of a sheet are told, and the best is written at its true size without the paper. */
static void
test_seals (void)
{
  static const char *const args[] = { "inspect",       "s.jpg",    "--slot",  "seal_capture_sheet",
                                      "--application", "a.json",   "--order", ORDER,
                                      "--seal",        "seal.png", NULL };
  g_autoptr (HallPrintedSheet) sheet = put_scan (HALL_DOCUMENT_SEAL_SHEET, stamp_frames);
  g_autoptr (JsonNode) node = inspect (args);
  JsonArray *seals = json_object_get_array_member (json_node_get_object (node), "seals");
  g_autoptr (GBytes) png = run_take_file ("seal.png");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_cmpuint (json_array_get_length (seals), ==, 3);
  for (guint i = 0; i < 3; i++)
    check_seal (json_array_get_object_element (seals, i));
  g_assert_no_error (error);
  g_assert_true (gdk_pixbuf_get_has_alpha (picture));
  g_assert_cmpint (gdk_pixbuf_get_pixels (picture)[3], ==, 0); /* the paper beside the ring */
  g_assert_cmpfloat (fabs (gdk_pixbuf_get_width (picture) * 25.4 / DPI - SEAL_MM), <, 6);
}

/* Only who has the application sees that the paper says something else. */
static void
test_altered (void)
{
  static const char *const alone[] = { "inspect", "s.jpg", "--slot", "application_form",
                                       "--order", ORDER,   NULL };
  static const char *const beside[] = { "inspect",       "s.jpg",  "--slot",  "application_form",
                                        "--application", "a.json", "--order", ORDER,
                                        "--revision",    "2",      NULL };
  g_autoptr (HallPrintedSheet) sheet = put_scan (HALL_DOCUMENT_APPLICATION_FORM, strike_out);
  g_autoptr (JsonNode) unknown = inspect (alone);
  g_autoptr (JsonNode) known = inspect (beside);
  JsonArray *findings = json_object_get_array_member (json_node_get_object (known), "findings");
  JsonObject *finding;

  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (unknown), "findings")),
                    ==, 0);
  g_assert_cmpuint (json_array_get_length (findings), ==, 1);
  finding = json_array_get_object_element (findings, 0);
  g_assert_cmpstr (json_object_get_string_member (finding, "code"), ==, "sheet-altered");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (finding, "place"),
                                               "page"),
                   ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-scans/seals", test_seals);
  g_test_add_func ("/cli-scans/altered", test_altered);
  return run_tests ();
}
