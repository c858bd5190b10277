/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An impression taken off the paper, as a picture of true size. Plain data.
 */
#pragma once

#include <gio/gio.h>

typedef struct
{
  GBytes *png; /* with alpha; says its resolution */
  double width_mm, height_mm;
  guint dpi;
  char *region;     /* where it was: "official-frame-2", or "page" */
  gboolean is_good; /* nothing is wrong with it */
} HallSealImage;

void hall_seal_image_free (HallSealImage *self);

/* For the way between two processes: a line of JSON, then the PNG. Returns: (transfer full) */
GBytes *hall_seal_image_to_bytes (const HallSealImage *self);

/* Strict. @error: %HALL_ERROR_INVALID */
HallSealImage *hall_seal_image_parse (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSealImage, hall_seal_image_free)
