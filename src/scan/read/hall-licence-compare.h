/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read from a business licence or an identity card beside what the application says. Only
 * hints come of it: a machine misreads rare characters, so names may differ a little; codes and
 * numbers have a check digit and must be the same.
 */
#pragma once

#include "hall-application.h"
#include "hall-licence.h"

/**
 * hall_licence_compare:
 * @requirement: of the slot that the findings belong to: a business licence or an identity card
 * @today: by the hall's calendar
 * @findings: (element-type HallFinding): licence-differs, licence-expired and licence-unread, or
 *   id-card-differs and id-card-unread are added, with their place on the page. An identity number
 *   is masked in them
 */
void hall_licence_compare (const HallLicence *self,
                           const HallRequirement *requirement,
                           const HallApplication *application,
                           const HallCatalog *catalog,
                           const GDate *today,
                           GPtrArray *findings);

/**
 * hall_licence_inspect:
 * @requirement: of the slot; nothing is done unless hall_licence_can_read() its kind
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
