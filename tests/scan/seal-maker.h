/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: impressions of seals and signatures, drawn in mm.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

typedef struct
{
  double x, y;     /* of the centre */
  double diameter; /* of the outer edge */
  double red, green, blue;
  double flat;    /* height to width; 0: round */
  double shift;   /* (mm) a second impression stands this far beside the first; 0: none */
  double missing; /* (radians) so much of the ring took no ink */
} SealImpression;

/* An official seal: ring, star and characters. */
void seal_maker_stamp (cairo_t *cairo, const SealImpression *seal);

/* As a mark of scan-maker.h: @data is a SealImpression, the list ends with diameter 0. */
void seal_maker_mark (cairo_t *cairo, gpointer data);

/* A written name of some 25 by 9 mm, its left end at @x, @y. */
void seal_maker_sign (cairo_t *cairo, double x, double y, gboolean blue);
