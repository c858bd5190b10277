/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of a file as a picture, and those who look at it. Each looks for one kind of thing
 * and adds what it finds to the look; a new kind is a row of the table in hall-look-page.c.
 */
#pragma once

#include "hall-grey.h"
#include "hall-look.h"

/* Nothing in it is owned; it lives as long as the page is looked at. */
typedef struct
{
  guint number;      /* from 1 */
  HallPixels pixels; /* upright as the page comes; an A4 page has 100 to 200 dpi */
  double dpi;        /* of @pixels; a picture that says no size is taken for an A4 page */
  double source_dpi; /* of what the file holds; 0 if that is not known */
  const HallLookOptions *options;
} HallLookPage;

/* Adds what was found on @page to @look. */
typedef void (*HallExaminer) (const HallLookPage *page, HallLook *look);

/* Has everybody look at @page. */
void hall_look_page_examine (const HallLookPage *page, HallLook *look);
