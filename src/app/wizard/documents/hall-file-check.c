/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-file-check.h"

#include "hall-intake.h"

GPtrArray *
hall_file_check (GBytes *bytes,
                 const char *file_name,
                 const HallRequirement *requirement,
                 const HallOrder *order,
                 const HallPrintedSheet *sheet,
                 gpointer user_data)
{
  HallIntakeExpectation expected = { .order = order->number,
                                     .revision = order->revision,
                                     .hash = order->printed_hash,
                                     .practice = order->practice,
                                     .sheet = sheet };
  g_autoptr (GError) error = NULL;
  g_autoptr (HallScanReport) report =
      hall_intake_inspect (bytes, file_name, requirement, &expected, NULL, &error);

  if (report != NULL)
    return g_ptr_array_ref (report->findings);
  /* Where the helper cannot be started, the hall's own look has to do. */
  g_message ("the file was not looked at: %s", error->message);
  return hall_findings_new ();
}
