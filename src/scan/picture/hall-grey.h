/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grey pictures, a byte a pixel, made from colour ones: what codes are looked for in.
 */
#pragma once

#include <glib.h>

/* A colour picture in somebody else's memory. */
typedef struct
{
  const guint8 *data;
  guint width;
  guint height;
  gsize stride;           /* bytes from row to row */
  guint pixel_bytes;      /* from pixel to pixel */
  guint red, green, blue; /* where they stand in a pixel */
} HallPixels;

/* Owns its pixels; rows follow each other without gaps. */
typedef struct
{
  guint8 *data;
  guint width;
  guint height;
} HallGrey;

/* What makes a pixel light. */
typedef enum
{
  HALL_GREY_EYE, /* as the eye weighs red, green and blue */
  HALL_GREY_RED  /* red alone: a red seal vanishes, black print stays */
} HallGreyMode;

/* All (transfer full). */
HallGrey *hall_grey_new (const HallPixels *pixels, HallGreyMode mode);
HallGrey *hall_grey_enlarge (const HallGrey *self); /* twice, in straight lines between pixels */
HallGrey *hall_grey_reduce (const HallGrey *self);  /* to a half, the mean of four */
/* @variance: of the blur that softens it, in square pixels; up to 2, more softens no more */
HallGrey *hall_grey_soften (const HallGrey *self, double variance);
HallGrey *hall_grey_sharpen (const HallGrey *self); /* against a blur of some pixels */
HallGrey *hall_grey_turn (const HallGrey *self);    /* by 90 degrees clockwise */
void hall_grey_free (HallGrey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallGrey, hall_grey_free)
