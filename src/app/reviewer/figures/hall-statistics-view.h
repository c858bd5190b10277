/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hall's statistics: four numbers in large figures, and one topic as a chart or as a table.
 *
 * Signal "days-changed" (): other days are wanted; ask hall_statistics_view_get_days().
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-csv-writer.h"
#include "hall-statistics-topic.h"

#define HALL_TYPE_STATISTICS_VIEW (hall_statistics_view_get_type ())
G_DECLARE_FINAL_TYPE (HallStatisticsView, hall_statistics_view, HALL, STATISTICS_VIEW, GtkBox)

GtkWidget *hall_statistics_view_new (void);

/* @statistics: (transfer full) */
void hall_statistics_view_show (HallStatisticsView *self, HallStatistics *statistics);

guint hall_statistics_view_get_days (HallStatisticsView *self);

/* As if chosen in the window. */
void hall_statistics_view_set_topic (HallStatisticsView *self, HallStatisticsTopic topic);
void hall_statistics_view_set_table (HallStatisticsView *self, gboolean table);

/* The topic that is looked at. */
void hall_statistics_view_write (HallStatisticsView *self, HallCsvWriter *csv);
