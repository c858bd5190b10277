/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The doctor's work on files, inside certhall-render: hall-fit.h is what others call.
 */
#pragma once

#include "hall-fit-document.h"
#include "hall-fit-page.h"
#include "hall-fit-wish.h"

/* Told how far it is, 0 to 100. */
typedef void (*HallFitProgress) (guint per_cent);

/* Errors of both: %HALL_ERROR_INVALID with one finding. */
HallFitPage *hall_fit_maker_open (GBytes *bytes, guint page, GError **error);
HallFitDocument *
hall_fit_maker_make (const HallFitWish *wish, HallFitProgress progress, GError **error);
