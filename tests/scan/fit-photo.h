/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: a printed page as somebody photographs it on a desk, with the place of its corners;
 * and files as cameras write them.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

#include "hall-warp.h"

typedef enum
{
  FIT_DESK_DARK,
  FIT_DESK_WOOD,  /* brown, with a grain */
  FIT_DESK_TILES, /* a loud pattern */
  FIT_DESK_LIGHT, /* as light as paper; the page throws a shadow */
  FIT_DESK_NONE,  /* the page fills the picture */
  FIT_N_DESKS
} FitDesk;

typedef struct
{
  FitDesk desk;
  int width, height;    /* of the photograph */
  HallPoint corners[4]; /* of the page, in fractions */
  double shadow;        /* 0 to 1: how much darker the far end of the page is */
  double noise;         /* grey levels */
  guint32 seed;
} FitPhoto;

/* A page with lines of print, a table and a red seal. */
GdkPixbuf *fit_photo_page (int width, int height);

GdkPixbuf *fit_photo_take (const FitPhoto *photo);

/* As a JPEG of that quality. */
GBytes *fit_photo_save (GdkPixbuf *picture, int quality);

/* @jpeg with an Exif block: that orientation, and a place on earth. */
GBytes *fit_photo_tag (GBytes *jpeg, guint orientation);

gboolean fit_photo_contains (GBytes *bytes, const char *text, gsize length);

GdkPixbuf *fit_photo_decode (GBytes *bytes);

/* The pixel at a place in fractions. */
const guint8 *fit_photo_at (const GdkPixbuf *picture, double x, double y);

/* Red in the upper left, green in the upper right, blue below. */
GdkPixbuf *fit_photo_flag (int width, int height);
void fit_photo_assert_flag (const GdkPixbuf *picture);
