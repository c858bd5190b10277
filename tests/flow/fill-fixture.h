/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An empty order of the shipped project being filled in, for the tests that need no hall.
 */
#pragma once

#include "hall-fill.h"

typedef struct
{
  HallCatalog *catalog;
  HallOrder *order;
  HallFill *fill;
  GDate today;
} Fixture;

void fill_set_up (Fixture *f, gconstpointer data);
void fill_tear_down (Fixture *f, gconstpointer data);

/* What stands in a field. */
const char *fill_get (Fixture *f, const char *id);
