/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-file-check.h"

#include "hall-intake.h"
#include "hall-licence-compare.h"
#include "hall-workday.h"

static void
compare_licence (GBytes *bytes,
                 const HallRequirement *requirement,
                 const HallOrder *order,
                 const HallCatalog *catalog,
                 GPtrArray *findings)
{
  GDate today;

  hall_date_in_china (g_get_real_time () / G_USEC_PER_SEC, &today);
  if (catalog != NULL && order->application != NULL)
    hall_licence_inspect (bytes, requirement, order->application, catalog, &today, findings);
}

GPtrArray *
hall_file_check (GBytes *bytes,
                 const char *file_name,
                 const HallRequirement *requirement,
                 const HallOrder *order,
                 const HallPrintedSheet *sheet,
                 gpointer user_data)
{
  HallIntakeExpectation expected = {
    .order = order->number, .revision = order->revision, .hash = order->printed_hash, .sheet = sheet
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallScanReport) report =
      hall_intake_inspect (bytes, file_name, requirement, &expected, NULL, &error);

  if (report != NULL)
    {
      compare_licence (bytes, requirement, order, user_data, report->findings);
      return g_ptr_array_ref (report->findings);
    }
  /* Where the helper cannot be started, the hall's own look has to do. */
  g_message ("the file was not looked at: %s", error->message);
  return hall_findings_new ();
}
