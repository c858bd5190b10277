/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has happened to an order, oldest on top: time, event, who did it, a note.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-order.h"

#define HALL_TYPE_TIMELINE (hall_timeline_get_type ())
G_DECLARE_FINAL_TYPE (HallTimeline, hall_timeline, HALL, TIMELINE, GtkBox)

GtkWidget *hall_timeline_new (void);

/* @steps: (element-type HallTimelineStep): oldest first, as HallOrder.timeline; not kept */
void hall_timeline_set_steps (HallTimeline *self, GPtrArray *steps);
