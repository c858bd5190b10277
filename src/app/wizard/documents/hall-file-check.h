/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scanner's first look, as the uploads of an order want it.
 */
#pragma once

#include "hall-inspect.h"

/* A HallInspectFunc: the same look as the service's. Worker thread. @user_data: (nullable): the
 * HallCatalog, for the business licence to be compared with the application */
GPtrArray *hall_file_check (GBytes *bytes,
                            const char *file_name,
                            const HallRequirement *requirement,
                            const HallOrder *order,
                            const HallPrintedSheet *sheet,
                            gpointer user_data);
