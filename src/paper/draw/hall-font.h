/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hall's own fonts, and nothing else: what is printed looks the same on every
 * system, and nothing here touches the fonts of the application.
 */
#pragma once

#include <pango/pangocairo.h>

/* What every printed text is written in; the second and third hold the less common characters. */
#define HALL_FONT_FAMILIES "CertHall Sans,CertHall Sans More,CertHall Sans Rare"

/**
 * hall_font_get_context:
 * @error: %HALL_ERROR_INTERNAL if a font file is missing or broken
 *
 * The fonts are looked for in $HALL_FONT_DIR and then where the program's data is.
 * Safe from every thread: each has a font map of its own, freed when it ends.
 *
 * Returns: (transfer none): for this thread; 72 units to the inch, simplified Chinese
 */
PangoContext *hall_font_get_context (GError **error);

/**
 * hall_font_find_missing:
 *
 * Returns: the first character of @text that the fonts cannot draw; 0 if they can draw all.
 *   Safe from every thread.
 */
gunichar hall_font_find_missing (const char *text, GError **error);
