/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A printed sheet as if it had been signed, stamped and scanned, for practice.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

#include "hall-sheet-plan.h"

/**
 * hall_practice_paper_scan:
 * @pdf: the sheet
 * @plan: (nullable): where it wants seals and signatures; NULL leaves it unsigned
 * @error: as hall_page_process_draw()
 *
 * Blocks; belongs to a worker thread.
 *
 * Returns: (transfer full): a PDF with a picture of each page, 300 dpi
 */
GBytes *hall_practice_paper_scan (GBytes *pdf, const HallSheetPlan *plan, GError **error);

/* What paper and sensor add to a drawn picture, so that it is looked at as any other scan is. */
void hall_practice_paper_add_grain (GdkPixbuf *picture);
