/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reviewer of a practice hall, in a window that is not here.
 */
#pragma once

#include "hall-reason.h"

/* Signs in at @address, takes order @number, returns @place of it for @reason with @text, accepts
 * the rest, and waits until the letter has left. */
void far_reviewer_return (const char *address,
                          const char *number,
                          HallReason reason,
                          const char *place,
                          const char *text);
