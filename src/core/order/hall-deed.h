/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to the hall itself, not to an order: names and words.
 */
#pragma once

#include "hall-lang.h"

#define DEED(id, ...) HALL_DEED_##id,
typedef enum
{
#include "hall-deed-list.h"
  HALL_N_DEEDS
} HallDeed;
#undef DEED

/* "staff-added"; stable, part of the interface. */
const char *hall_deed_get_name (HallDeed deed);

/* HALL_N_DEEDS if there is no such name. */
HallDeed hall_deed_from_name (const char *name);
const char *hall_deed_get_label (HallDeed deed, HallLang lang);
