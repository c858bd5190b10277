/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document to look at: a PDF or a JPEG, with zoom, paging and turning, by mouse and by
 * keyboard (+ − 0 zoom and fit, R turns, L takes the loupe, Ctrl+F searches, Ctrl+C copies, arrows,
 * Page Up, Page Down, Home and End move). Pages are rendered outside the main thread; what cannot
 * be shown says so in its place.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-page-canvas.h"
#include "hall-page-fit.h"
#include "hall-page-overlay.h"
#include "hall-page-source.h"
#include "hall-place.h"

#define HALL_TYPE_PAGE_VIEW (hall_page_view_get_type ())
G_DECLARE_FINAL_TYPE (HallPageView, hall_page_view, HALL, PAGE_VIEW, GtkBox)

GtkWidget *hall_page_view_new (void);

/**
 * hall_page_view_set_document:
 * @name: what it is: "Application form"; its accessible name
 * @bytes: (nullable): the whole file; NULL shows that it is being fetched
 *
 * What is shown already stays in place until the new pages are there.
 */
void hall_page_view_set_document (HallPageView *self, const char *name, GBytes *bytes);

/* The same with pages that are open already: they are in view at once. @source: loaded */
void hall_page_view_set_source (HallPageView *self, const char *name, HallPageSource *source);

/* Says in the place of the pages why there are none. */
void hall_page_view_show_problem (HallPageView *self, const char *text);

void hall_page_view_set_fit (HallPageView *self, HallFit fit);

/* 1.0 is life size. */
void hall_page_view_set_zoom (HallPageView *self, double zoom);
double hall_page_view_get_zoom (HallPageView *self);

/* The zoom without hall_page_view_read(). */
double hall_page_view_get_usual_zoom (HallPageView *self);

/* Opens the bar in which text is searched. */
void hall_page_view_find (HallPageView *self);

/* From 0. */
void hall_page_view_go_to (HallPageView *self, guint page);
guint hall_page_view_get_page (HallPageView *self);
guint hall_page_view_get_n_pages (HallPageView *self);

/* A screen on, or back; from the edge of one page to the next. */
void hall_page_view_page (HallPageView *self, gboolean backward);

/**
 * hall_page_view_set_marks:
 * @places: (nullable): copied; they stay until other ones are set, whatever is shown
 *
 * Boxes over the pages; they follow size and turns.
 */
void hall_page_view_set_marks (HallPageView *self, const HallPlace *places, guint n_places);

/* @mark: (nullable): a box that a person has drawn; brought into view */
void hall_page_view_set_drawn (HallPageView *self, const HallPlace *mark);

/* Scrolls there and lets it pulse once; if the pages are still on their way, when they are there.
 */
void hall_page_view_show_place (HallPageView *self, const HallPlace *place);

/**
 * hall_page_view_read:
 * @place: (nullable): what to read; NULL: nothing in particular, the size is what it was before
 *
 * Marks the place and shows it large enough to be read, now or when the pages are there.
 */
void hall_page_view_read (HallPageView *self, const HallPlace *place);

/* The pixels of the file itself, under the pointer or by the arrow keys. */
void hall_page_view_toggle_loupe (HallPageView *self);

void hall_page_view_turn (HallPageView *self);

/* (transfer none): where the pages are drawn */
HallPageCanvas *hall_page_view_get_canvas (HallPageView *self);

/* (nullable): What stands at the end of the tool bar: print, save. */
GtkBox *hall_page_view_get_tools (HallPageView *self);
