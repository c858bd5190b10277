/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar in which text of the pages is searched.
 *
 * Signals: "moved": another match is the current one (HallPlace *).
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-page-words.h"

#define HALL_TYPE_PAGE_FIND (hall_page_find_get_type ())
G_DECLARE_FINAL_TYPE (HallPageFind, hall_page_find, HALL, PAGE_FIND, GtkBox)

/* @words: what is searched */
GtkWidget *hall_page_find_new (HallPageWords *words);

/* Shows itself with the focus in its entry, or goes on to the next match. */
void hall_page_find_open (HallPageFind *self);
void hall_page_find_close (HallPageFind *self);
