/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a document one below the other, rendered as they come into view. For
 * hall-page-view.c, which scrolls it and decides how large it is.
 *
 * Signal "page-failed": a page could not be rendered.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-page-layout.h"
#include "hall-page-loupe.h"
#include "hall-page-marks.h"
#include "hall-page-overlay.h"
#include "hall-page-words.h"

#define HALL_TYPE_PAGE_CANVAS (hall_page_canvas_get_type ())
G_DECLARE_FINAL_TYPE (HallPageCanvas, hall_page_canvas, HALL, PAGE_CANVAS, GtkDrawingArea)

GtkWidget *hall_page_canvas_new (void);

/* @source: (nullable): loaded */
void hall_page_canvas_set_source (HallPageCanvas *self, HallPageSource *source);

/* @scale: pixels for each point; 1.333 is life size on an ordinary screen */
void hall_page_canvas_set_scale (HallPageCanvas *self, double scale);
double hall_page_canvas_get_scale (HallPageCanvas *self);

/* Quarter turns clockwise, of all pages. */
void hall_page_canvas_set_turns (HallPageCanvas *self, guint turns);
guint hall_page_canvas_get_turns (HallPageCanvas *self);

/* Where the pages lie. Returns: (transfer none) */
const HallPageLayout *hall_page_canvas_get_layout (HallPageCanvas *self);

/* What is pointed at. Returns: (transfer none) */
HallPageMarks *hall_page_canvas_get_marks (HallPageCanvas *self);

/* What is written on the pages. Returns: (transfer none) */
HallPageWords *hall_page_canvas_get_words (HallPageCanvas *self);

/* What is laid over them. Returns: (transfer none) */
HallPageOverlay *hall_page_canvas_get_overlay (HallPageCanvas *self);

/* What makes them larger. Returns: (transfer none) */
HallPageLoupe *hall_page_canvas_get_loupe (HallPageCanvas *self);

/* The page that is read out, from 0. */
void hall_page_canvas_set_page (HallPageCanvas *self, guint page);

/* (transfer none): what is written on it; "" until that is known */
const char *hall_page_canvas_get_text (HallPageCanvas *self);

/* Whether @page, from 0, is drawn, at whatever size. */
gboolean hall_page_canvas_has_picture (HallPageCanvas *self, guint page);
