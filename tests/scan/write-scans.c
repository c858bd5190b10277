/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For people: writes simulated scans as files, to be looked at. Usage: write-scans FOLDER
 */
#include <glib/gstdio.h>

#include "sample.h"
#include "scan-maker.h"
#include "scan-papers.h"
#include "scan-sim.h"

static void
put (const char *folder, const char *name, cairo_surface_t *sheet, const ScanRecipe *recipe)
{
  g_autoptr (GBytes) jpeg = scan_sim_take_jpeg (sheet, recipe);
  g_autofree char *file = g_strconcat (name, ".jpg", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, g_bytes_get_data (jpeg, NULL), (gssize) g_bytes_get_size (jpeg),
                            &error))
    g_error ("%s", error->message);
  cairo_surface_destroy (sheet);
}

/* A form as offices send it, and one from a phone with all that may go wrong. */
static void
put_forms (const char *folder, GBytes *form)
{
  ScanRecipe good = scan_sim_flatbed, photo = scan_sim_photo, bad = scan_sim_flatbed;

  good.seals[0] = (ScanSeal){ .x = 160, .y = 235, .diameter = 42, .uneven = 0.3, .degrees = 4 };
  good.signatures[0] = (HallBox){ 60, 226, 34, 10 };
  put (folder, "form-flatbed", scan_sim_draw (form, 0, good.dpi), &good);
  photo.seals[0] = good.seals[0];
  photo.glare = (ScanGlare){ 90, 120, 28, 1 };
  put (folder, "form-photo", scan_sim_draw (form, 0, photo.dpi), &photo);
  bad.seals[0] = (ScanSeal){ .x = 200, .y = 235, .diameter = 42, .doubled = 1.2, .pale = 0.4 };
  bad.seals[1] = (ScanSeal){ .x = 60, .y = 235, .diameter = 40, .smudged = 0.5, .uneven = 0.8 };
  bad.seals[2] = (ScanSeal){ .x = 110, .y = 235, .diameter = 40, .ink = SCAN_INK_BLACK };
  bad.alteration = (ScanAlteration){ SCAN_STRUCK, { 50, 80, 30, 5 }, "13800138" };
  bad.blur = 0.3;
  put (folder, "form-bad", scan_sim_draw (form, 0, bad.dpi), &bad);
}

static void
put_papers (const char *folder, GBytes *seal)
{
  ScanRecipe dark = scan_sim_flatbed, screen = scan_sim_flatbed;

  dark.darkness = 0.6;
  screen.is_screenshot = TRUE;
  put (folder, "licence", scan_papers_licence (150), &scan_sim_flatbed);
  put (folder, "licence-photo", scan_papers_licence (150), &scan_sim_photo);
  put (folder, "id-card", scan_papers_id_card (150), &dark);
  put (folder, "seal-sheet", scan_sim_draw (seal, 0, 150), &screen);
  put (folder, "empty", scan_papers_empty (150), &scan_sim_flatbed);
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) form = NULL;
  g_autoptr (GBytes) seal = NULL;

  g_test_init (&argc, &argv, NULL); /* for the data of the tests */
  if (argc != 2 || g_mkdir_with_parents (argv[1], 0755) != 0)
    return 2;
  form = scan_maker_sheet (HALL_SHEET_FORM, SAMPLE_ORDER, 2, NULL);
  seal = scan_maker_sheet (HALL_SHEET_SEAL, SAMPLE_ORDER, 2, NULL);
  put_forms (argv[1], form);
  put_papers (argv[1], seal);
  return 0;
}
