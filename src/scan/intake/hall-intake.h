/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first look at an uploaded file, the same on the desktop and in the service: may it
 * be taken, and is it the page that belongs here (domain 3.10).
 *
 * What is not looked for here: whether it bears a seal, and whether it is sharp.
 */
#pragma once

#include <gio/gio.h>

#include "hall-printed-sheet.h"
#include "hall-scan-report.h"

#define HALL_INTAKE_MAX_PAGES_ANYHOW 32 /* where no requirement says */

/* What the form code should say. Nothing in it is owned; it is only read during the call. */
typedef struct
{
  const char *order;             /* (nullable): NULL: any */
  guint revision;                /* 0: any; without meaning where the hash is the expected one */
  const char *hash;              /* (nullable): the short hash or the whole SHA-256; NULL: any */
  gboolean unstamped;            /* straight from the program: no seal, no ink, no paper yet */
  const HallPrintedSheet *sheet; /* (nullable): what was printed; NULL: it is not compared */
} HallIntakeExpectation;

/**
 * hall_intake_inspect:
 * @bytes: the file
 * @file_name: (nullable): as it was chosen; its ending must fit the content
 * @requirement: (nullable): of the slot it is for; NULL: the file on its own, whose code is
 *   read but need not be there
 * @expected: (nullable): what to compare the code with
 * @error: %G_IO_ERROR_CANCELLED, or %HALL_ERROR_UNAVAILABLE if the helper certhall-render
 *   cannot be started; whatever is wrong with the file is in the report instead
 *
 * Everything that can be found is found at once, the worst first, but a file that is already
 * refused is not opened. Opening is done by a process of its own, under limits
 * (hall-look-process.h). Takes some 50 ms; where a code belongs and none is found, about a second
 * for each page. Blocks; cancelling ends it at once. Safe from every thread.
 *
 * Returns: (transfer full) (nullable)
 */
HallScanReport *hall_intake_inspect (GBytes *bytes,
                                     const char *file_name,
                                     const HallRequirement *requirement,
                                     const HallIntakeExpectation *expected,
                                     GCancellable *cancellable,
                                     GError **error);
