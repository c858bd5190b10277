/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recipe done to a picture. Works on pictures that are decoded already, in any process and
 * any thread; no file is opened here.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

#include "hall-fit-recipe.h"

/**
 * hall_fit_apply:
 * @picture: of 8 bits, with or without transparency (which becomes white)
 * @recipe: corners count in fractions, so that what was chosen on a preview is good for the
 *   picture itself
 *
 * A preview of 1600 pixels takes some 40 ms.
 *
 * Returns: (transfer full) (nullable): without transparency; NULL if there is not enough memory
 */
GdkPixbuf *hall_fit_apply (const GdkPixbuf *picture, const HallFitRecipe *recipe);

/**
 * hall_fit_apply_sized:
 * @scale: up to 1: of the size that hall_fit_measure() says
 *
 * The same, made smaller in one go.
 */
GdkPixbuf *
hall_fit_apply_sized (const GdkPixbuf *picture, const HallFitRecipe *recipe, double scale);

/**
 * hall_fit_measure:
 *
 * How large the result of hall_fit_apply() would be, in pixels: nothing is done.
 */
void hall_fit_measure (guint width,
                       guint height,
                       const HallFitRecipe *recipe,
                       guint *result_width,
                       guint *result_height);
