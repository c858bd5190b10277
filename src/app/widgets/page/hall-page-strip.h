/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a document, small, one below the other; the one in view is marked.
 *
 * Signal "chosen": the page somebody wants to see (guint, from 0).
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-page-source.h"

#define HALL_TYPE_PAGE_STRIP (hall_page_strip_get_type ())
G_DECLARE_FINAL_TYPE (HallPageStrip, hall_page_strip, HALL, PAGE_STRIP, GtkScrolledWindow)

GtkWidget *hall_page_strip_new (void);

/* @source: (nullable): loaded */
void hall_page_strip_set_source (HallPageStrip *self, HallPageSource *source);

/* Marks a page, from 0, without telling that it was chosen. */
void hall_page_strip_mark (HallPageStrip *self, guint page);
