/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-look.h"

#include "sample.h"

HallPrintedSheet *
scan_look_print (HallDocumentKind kind, const char *name)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  g_autoptr (HallApplication) application = sample_application (catalog, name);
  g_autofree char *hash = hall_application_hash_printed (application, catalog);
  HallSheetInfo info = sample_info (hash);
  g_autoptr (GError) error = NULL;
  HallPrintedSheet *sheet;

  info.order = "20261122000017";
  info.revision = 2;
  sheet = hall_printed_sheet_print (kind, catalog, application, &info, &error);
  g_assert_no_error (error);
  return sheet;
}

HallLook *
scan_look_at (const HallPrintedSheet *sheet, HallDocumentKind kind, int index, const ScanWay *way)
{
  g_autoptr (GBytes) scan = scan_maker_scan (sheet->pdf, index, way);
  HallLookOptions options = { .media_type = HALL_MEDIA_JPEG,
                              .wants_code = TRUE,
                              .max_pages = 4,
                              .examines = TRUE,
                              .is_for_slot = TRUE,
                              .document = kind,
                              .is_by_hand = TRUE,
                              .sheet = sheet };
  g_autoptr (GError) error = NULL;
  HallLook *look = hall_look_take (scan, &options, NULL, &error);

  g_assert_no_error (error);
  return look;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

char *
scan_look_list (const HallLook *look)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < look->findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (look->findings, i);

      g_ptr_array_add (names, (char *) hall_issue_code_get_name (finding->issue.code));
    }
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (",", (char **) names->pdata);
}

HallPoint
scan_look_middle (const HallPrintedSheet *sheet, HallRegionKind kind, const char *name)
{
  const HallRegion *region = hall_sheet_plan_find (sheet->plan, kind, name);

  g_assert_nonnull (region);
  return (HallPoint){ region->box.x + region->box.width / 2,
                      region->box.y + region->box.height / 2 };
}
