/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: a scan looked at as the helper does, in this process.
 */
#pragma once

#include "hall-look.h"
#include "scan-maker.h"

/* The printed sheet of tests/data/applications/NAME.json, as order 20261122000017, revision 2. */
HallPrintedSheet *scan_look_print (HallDocumentKind kind, const char *name);

/* Its page @index scanned in @way, and looked at. (transfer full) */
HallLook *
scan_look_at (const HallPrintedSheet *sheet, HallDocumentKind kind, int index, const ScanWay *way);

/* "a,b": the codes of what was found, sorted by the alphabet. (transfer full) */
char *scan_look_list (const HallLook *look);

/* The middle of a region of the plan. */
HallPoint scan_look_middle (const HallPrintedSheet *sheet, HallRegionKind kind, const char *name);
