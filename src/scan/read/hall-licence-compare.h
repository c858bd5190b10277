/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read from a business licence beside what the application says. Only hints come of it:
 * a machine misreads rare characters, so names may differ a little; the code has a check digit
 * and must be the same.
 */
#pragma once

#include "hall-application.h"
#include "hall-licence.h"

/**
 * hall_licence_compare:
 * @today: by the hall's calendar
 * @slot: where the findings belong
 * @findings: (element-type HallFinding): licence-differs, licence-expired and licence-unread are
 *   added, with their place on the page
 */
void hall_licence_compare (const HallLicence *self,
                           const HallApplication *application,
                           const HallCatalog *catalog,
                           const GDate *today,
                           const char *slot,
                           GPtrArray *findings);

/**
 * hall_licence_inspect:
 * @requirement: of the slot; nothing is done unless it is for a business licence
 * @findings: what hall_licence_compare() has to say is added; nothing where there is no reader, or
 *   if a finding has refused the file already
 *
 * Blocks, as hall_licence_read() does. A file that is too much for the reader counts as unread.
 */
void hall_licence_inspect (GBytes *bytes,
                           const HallRequirement *requirement,
                           const HallApplication *application,
                           const HallCatalog *catalog,
                           const GDate *today,
                           GPtrArray *findings);
