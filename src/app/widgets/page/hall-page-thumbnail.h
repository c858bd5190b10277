/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first page of a document, small.
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_PAGE_THUMBNAIL (hall_page_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (HallPageThumbnail, hall_page_thumbnail, HALL, PAGE_THUMBNAIL, GtkDrawingArea)

GtkWidget *hall_page_thumbnail_new (void);

/* @content: (nullable): the whole file; NULL for an empty sheet */
void hall_page_thumbnail_set_content (HallPageThumbnail *self, GBytes *content);
