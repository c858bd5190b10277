/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: a drawn page as a copier or a camera gives it out.
 */
#pragma once

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

typedef struct
{
  double noise; /* standard deviation of the grey levels */
  int quality;  /* of the JPEG */
  int turns;    /* quarter turns clockwise of the finished picture */
  gboolean grey;
} CopyWay;

/* @surface: (transfer full): of the format RGB24. Returns: (transfer full): a JPEG */
GBytes *copy_maker_take (cairo_surface_t *surface, const CopyWay *way);
