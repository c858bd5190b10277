/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much ink of which colour lies on the paper, whatever the light: each pixel is measured
 * against the paper's own white, so that a warm lamp or a shadow is no ink.
 */
#pragma once

#include "hall-grey.h"

typedef enum
{
  HALL_INK_RED,
  HALL_INK_BLUE, /* neither cyan, which frames are printed in, nor violet */
  HALL_INK_DARK, /* of whatever colour, as seen in red light: no red ink */
  HALL_N_INKS
} HallInkColour;

#define HALL_INK_MIN  26 /* of 255: less is paper, noise or what JPEG made of a black edge */
#define HALL_INK_PALE 72 /* a seal that has less on the whole is hard to read */

typedef struct
{
  guint width, height;
  guint8 *planes[HALL_N_INKS]; /* owned; rows follow each other; 0 to 255 */
} HallInk;

/* @divide: how many pixels of @pixels, each way, become one. Returns: (transfer full) */
HallInk *hall_ink_new (const HallPixels *pixels, guint divide);
void hall_ink_free (HallInk *self);

/* 0 outside. */
guint8 hall_ink_get (const HallInk *self, HallInkColour colour, int x, int y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallInk, hall_ink_free)
