/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a document, PDF or JPEG, as pictures. Reading and rendering happen in a process of
 * the source's own, one job after the other, so that no page, however heavy, holds up the
 * window. What is asked for and no longer wanted is cancelled and costs nothing.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "hall-page-text.h"
#include "hall-page-wish.h"

#define HALL_TYPE_PAGE_SOURCE (hall_page_source_get_type ())
G_DECLARE_FINAL_TYPE (HallPageSource, hall_page_source, HALL, PAGE_SOURCE, GObject)

/* @bytes: of the whole file */
HallPageSource *hall_page_source_new (GBytes *bytes);

/* Before anything else: opens the document and measures its pages. Once. */
void hall_page_source_load_async (HallPageSource *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * hall_page_source_load_finish:
 * @error: %HALL_ERROR_INVALID if it is neither PDF nor JPEG, damaged, or protected
 */
gboolean hall_page_source_load_finish (HallPageSource *self, GAsyncResult *result, GError **error);

/* 0 until it is loaded. */
guint hall_page_source_get_n_pages (HallPageSource *self);

/* In points, upright as the page comes. */
void
hall_page_source_get_size (HallPageSource *self, guint page, double *width_pt, double *height_pt);

/* @wish: copied. Very large pictures are rendered smaller than wished. */
void hall_page_source_render_async (HallPageSource *self,
                                    const HallPageWish *wish,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* (transfer full) */
cairo_surface_t *
hall_page_source_render_finish (HallPageSource *self, GAsyncResult *result, GError **error);

/* Keeps a picture of the first page for who shows the document. @surface: (transfer full) */
void hall_page_source_set_first (HallPageSource *self, cairo_surface_t *surface, double scale);

/* (transfer none) (nullable): the picture kept, and its scale */
cairo_surface_t *hall_page_source_get_first (HallPageSource *self, double *scale);

/* What is written on @page, from 0. */
void hall_page_source_read_async (HallPageSource *self,
                                  guint page,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* (transfer full) */
HallPageText *
hall_page_source_read_finish (HallPageSource *self, GAsyncResult *result, GError **error);
