/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was found on a document, the worst first. What is somewhere on a page can be pressed to
 * be shown there. Of many findings the first few are in view, the others behind a button.
 *
 * Signal "place-chosen" (HallPlace *place): valid during the call
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order.h"

#define HALL_TYPE_FINDING_LIST (hall_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (HallFindingList, hall_finding_list, HALL, FINDING_LIST, GtkBox)

/* @max_shown: so many are in view at first; 0: all */
GtkWidget *hall_finding_list_new (guint max_shown);

/* @findings: (nullable) (element-type HallFinding): a reference is kept. Marks go. */
void hall_finding_list_set (HallFindingList *self, GPtrArray *findings);

/* One more line at the end, that is nobody's finding: "The file opens". */
void hall_finding_list_add_mark (HallFindingList *self, HallVerdict verdict, const char *text);
