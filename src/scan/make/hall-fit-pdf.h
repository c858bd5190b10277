/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small PDF of pictures: JPEG data goes in as it is, turned by the page alone.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-fit-source.h"

#define HALL_FIT_A4_WIDTH_MM  210.0
#define HALL_FIT_A4_HEIGHT_MM 297.0

/* One picture on a page. Of @jpeg, @pixels and @source one is set; nothing is owned. */
typedef struct
{
  GBytes *jpeg;
  GdkPixbuf *pixels;     /* kept without loss */
  HallFitSource *source; /* a page of a PDF, as text and lines */
  guint page;
  guint orientation;   /* of @jpeg: 1 to 8 as in Exif */
  guint turns;         /* quarter turns clockwise, after that */
  guint width, height; /* pixels of @jpeg as they are stored */
  double left, top;    /* mm, as seen */
  double shown_width, shown_height;
} HallFitPlacing;

typedef struct
{
  double width_mm, height_mm;
  guint n_placings;
  HallFitPlacing placings[2];
} HallFitSheet;

/* Returns: (transfer full) (nullable): NULL if there is not enough memory */
GBytes *hall_fit_pdf_write (const HallFitSheet *sheets, guint n_sheets);
