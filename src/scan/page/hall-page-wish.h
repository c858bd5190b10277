/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages to be looked at: how large they are, and how one of them is wanted.
 */
#pragma once

#include <glib.h>

#define HALL_PAGE_MAX_PAGES   500
#define HALL_PAGE_MAX_SIDE_PT 14400.0
/* 24 million pixels take 96 MB; more is not seen on any screen. */
#define HALL_PAGE_MAX_PIXELS 24e6

/* In points (1/72 inch), upright as the page comes. */
typedef struct
{
  double width_pt, height_pt;
} HallPageSize;

typedef struct
{
  guint page;   /* from 0 */
  guint turns;  /* quarter turns clockwise */
  double scale; /* pixels for each point of the page; 0: as many as the file has */
} HallPageWish;
