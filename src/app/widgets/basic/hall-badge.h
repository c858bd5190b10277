/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How states and verdicts look: colour, icon and word always go together, so that colour
 * alone never has to be seen. One table for the whole program.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-issue.h"
#include "hall-state.h"

typedef struct
{
  const char *icon;  /* a symbolic icon */
  const char *style; /* a style class of hall-style.css that sets the colour */
} HallBadge;

const HallBadge *hall_badge_for_tone (HallTone tone);
const HallBadge *hall_badge_for_verdict (HallVerdict verdict);

/* "Done", "To do" …: the tone in a word, for where no state says it better. */
const char *hall_badge_get_tone_word (HallTone tone);

/* "In order", "Wrong" …: what the icon of a verdict says, for screen readers. */
const char *hall_badge_get_verdict_word (HallVerdict verdict);

/* Gives @widget the colour of @look and takes away that of any other. NULL: none. */
void hall_badge_paint (GtkWidget *widget, const HallBadge *look);

/* The same, and shows its icon. */
void hall_badge_show_icon (GtkImage *image, const HallBadge *look);
