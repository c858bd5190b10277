/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of print set upright: turned by quarters as it is told, and by the few degrees that it
 * lay askew.
 */
#pragma once

#include "hall-grey.h"
#include "hall-place.h"

typedef struct
{
  HallGrey *grey; /* owned */
  guint turns;    /* quarter turns clockwise that were made */
  double radians; /* then turned by this, about the middle */
} HallUpright;

/* @turns: quarter turns clockwise. Returns: (transfer full): its lines of print lie level */
HallUpright *hall_upright_new (const HallGrey *grey, guint turns);
void hall_upright_free (HallUpright *self);

/* A box of pixels of @self as a place on the page as it came. */
HallPlace
hall_upright_map (const HallUpright *self, double x, double y, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallUpright, hall_upright_free)
