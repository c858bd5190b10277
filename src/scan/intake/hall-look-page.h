/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of a file as a picture, and those who look at it. Each looks for one kind of thing
 * and adds what it finds to the look; a new kind is a row of the table in hall-look-page.c.
 */
#pragma once

#include "hall-grey.h"
#include "hall-look.h"
#include "hall-printed-pages.h"
#include "hall-sheet-lay.h"

/* Nothing in it is owned; it lives as long as the page is looked at. */
typedef struct
{
  guint number;              /* from 1 */
  HallPixels pixels;         /* upright as the page comes; an A4 page has 100 to 200 dpi */
  double dpi;                /* of @pixels, by the form code; else as if it were an A4 page */
  double source_dpi;         /* of what the file holds; 0 if that is not known */
  HallSheetLay lay;          /* how the printed page lies in it */
  guint sheet_page;          /* which page of the printed sheet it is taken for, from 1 */
  gboolean is_sheet;         /* it was compared, and is that page */
  HallPrintedPages *printed; /* (nullable): what it should look like */
  const HallLookOptions *options;
} HallLookPage;

/* Adds what was found on @page to @look. */
typedef void (*HallExaminer) (const HallLookPage *page, HallLook *look);

/* (nullable) */
const HallSheetPlan *hall_look_page_get_plan (const HallLookPage *self);

/* Has everybody look at @self. */
void hall_look_page_examine (const HallLookPage *self, HallLook *look);

/* When all pages have been looked at: what is to be said about the file as a whole. */
void hall_look_page_conclude (HallLook *look, const HallLookOptions *options);
