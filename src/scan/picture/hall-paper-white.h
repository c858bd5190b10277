/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The light evened out: what is paper becomes white wherever it lies in a shadow, ink and seals
 * keep their colours. Any process, any thread.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Changes @picture itself: 24 bits a pixel. */
void hall_paper_whiten (GdkPixbuf *picture);

/* All colours become greys as the eye weighs them. */
void hall_paper_grey (GdkPixbuf *picture);

/* How far the paper is from an even white, 0.0 to 1.0; a scanner's page has less than 0.1. */
double hall_paper_get_unevenness (const GdkPixbuf *picture);
