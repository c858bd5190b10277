/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written on a page, and where each character stands.
 */
#pragma once

#include <glib.h>

#define HALL_PAGE_MAX_CHARACTERS 100000

/* Fractions of the upright page, from its upper left corner. All 0 for an end of line. */
typedef struct
{
  float x, y, width, height;
} HallPageBox;

typedef struct
{
  char *text;    /* UTF-8; "" for a picture */
  GArray *boxes; /* (element-type HallPageBox): one for each character */
} HallPageText;

/**
 * hall_page_text_new:
 * @text: (transfer full): is cut at what there is a box for, and at %HALL_PAGE_MAX_CHARACTERS
 * @boxes: (transfer full) (element-type HallPageBox)
 *
 * Returns: (nullable): %NULL if @text is not UTF-8 or a box lies nowhere
 */
HallPageText *hall_page_text_new (char *text, GArray *boxes);
HallPageText *hall_page_text_new_empty (void);
void hall_page_text_free (HallPageText *self);

guint hall_page_text_get_length (const HallPageText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPageText, hall_page_text_free)
