/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as bars, in the colours of the theme: lying one below the other, each with its words,
 * or standing side by side, one for each day. One or two series. What is drawn is also said, for
 * who does not see it. Drawn on the main thread.
 */
#pragma once

#include <gtk/gtk.h>

typedef enum
{
  HALL_CHART_LYING,
  HALL_CHART_STANDING,
} HallChartKind;

#define HALL_TYPE_CHART (hall_chart_get_type ())
G_DECLARE_FINAL_TYPE (HallChart, hall_chart, HALL, CHART, GtkDrawingArea)

/* (transfer full): how a value is written: "12", "3.5 h" */
typedef char *(*HallChartFormat) (double value);

GtkWidget *hall_chart_new (void);

/**
 * hall_chart_begin:
 * @title: what the numbers are; the accessible name
 * @series: (array zero-terminated=1): names of the one or two series
 * @format: (nullable): whole numbers without it
 */
void hall_chart_begin (HallChart *self,
                       HallChartKind kind,
                       const char *title,
                       const char *const *series,
                       HallChartFormat format);

/* @values: as many as there are series */
void hall_chart_add (HallChart *self, const char *label, const double *values);
void hall_chart_end (HallChart *self);
