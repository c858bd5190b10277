/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text on the pages of a document: what of it is selected, and where a searched text is
 * found. Text is fetched when it is needed; a page whose text is still to come has none.
 *
 * Signal "changed": something is drawn otherwise, or the count of matches is another.
 * Signal "text-ready" (guint page): the text of a page has come.
 */
#pragma once

#include "hall-page-layout.h"

#define HALL_TYPE_PAGE_WORDS (hall_page_words_get_type ())
G_DECLARE_FINAL_TYPE (HallPageWords, hall_page_words, HALL, PAGE_WORDS, GObject)

HallPageWords *hall_page_words_new (void);

/* @source: (nullable): loaded */
void hall_page_words_set_source (HallPageWords *self, HallPageSource *source);

/* Fetches the text of @page, from 0. */
void hall_page_words_want (HallPageWords *self, guint page);

/* (transfer none) (nullable): of @page, from 0 */
const HallPageText *hall_page_words_get_text (HallPageWords *self, guint page);

/* @point: where the pointer is; @by_word: the whole word there is selected */
void hall_page_words_select_from (HallPageWords *self, const HallPlace *point, gboolean by_word);
void hall_page_words_select_to (HallPageWords *self, const HallPlace *point);
void hall_page_words_select_page (HallPageWords *self, guint page);
void hall_page_words_select_nothing (HallPageWords *self);

/* (transfer full) (nullable): NULL if nothing is selected */
char *hall_page_words_get_selected (HallPageWords *self);

/* @wanted: blanks, ends of lines and the size of letters do not matter; "" finds nothing */
void hall_page_words_search (HallPageWords *self, const char *wanted);
guint hall_page_words_get_n_matches (HallPageWords *self);

/* Moves on by @step, round and round. Returns: the number of the match, from 1; 0: no match */
guint hall_page_words_step (HallPageWords *self, int step, HallPlace *place);

void hall_page_words_draw (HallPageWords *self,
                           const HallPageLayout *layout,
                           GtkWidget *widget,
                           cairo_t *cairo);
