/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the machine has already looked at in an order, each thing with a verdict and the place
 * where one can see it. A table; nothing is judged here that was not judged before.
 */
#pragma once

#include "hall-client-second-look.h"
#include "hall-order.h"

typedef struct
{
  char *title;
  char *sentence; /* (nullable): what is wrong, or what to know */
  HallVerdict verdict;
  char *where;     /* (nullable): a slot, a field, or HALL_PLACE_HANDLER_AUTH */
  char *other;     /* (nullable): number of another order to look at instead */
  HallPlace place; /* on that document; page 0: nowhere in particular */
} HallCheckLine;

void hall_check_line_free (HallCheckLine *self);

/**
 * hall_check_list_make:
 * @look: (nullable): while it is on its way what depends on it is left out
 * @now_s: the hall's clock
 *
 * Returns: (transfer full) (element-type HallCheckLine): in the order of the checklist
 */
GPtrArray *hall_check_list_make (const HallOrder *order,
                                 HallCatalog *catalog,
                                 const HallSecondLook *look,
                                 gint64 now_s);
