/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page's picture as a grid of small squares, with what light and lens left of each. Grey
 * levels are 0 to 255. Plain data; belongs to one thread.
 */
#pragma once

#include "hall-grey.h"

#define HALL_TILE_MM 4.0 /* about a line of print */

typedef struct
{
  double mean;
  guint8 low, high;  /* after softening, so that noise is no ink */
  guint8 unevenness; /* highest less lowest level before that; 0: exactly one colour */
  double variance;   /* of the softened levels */
  double edges;      /* variance of their Laplacian */
  double clipped;    /* part of the pixels that are as white as can be */
  gboolean is_inked; /* there is print on paper in it */
} HallTile;

typedef struct
{
  guint columns, rows;
  guint size_px; /* of a tile's side; what is left over at the right and below has no tile */
  double dpi;
  double paper; /* the grey level of the paper */
  HallTile *tiles;
} HallTiles;

/* @pixels have @dpi. */
HallTiles *hall_tiles_new (const HallPixels *pixels, double dpi);
void hall_tiles_free (HallTiles *self);

/* (transfer none) (nullable): NULL beside the grid */
const HallTile *hall_tiles_get (const HallTiles *self, int column, int row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallTiles, hall_tiles_free)
