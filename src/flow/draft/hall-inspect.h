/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the program looks at a file before it sends it: given by whoever links the scanner.
 */
#pragma once

#include "hall-order.h"
#include "hall-printed-sheet.h"

/**
 * HallInspectFunc:
 * @bytes: the file
 * @file_name: as chosen, without its folder
 * @order: number, project, certificate type, state, revision, printed hash and the application
 *   of the order, and nothing else of it
 * @sheet: (nullable): what was printed for this slot
 *
 * Called in a worker thread: it touches nothing but what it is given.
 *
 * Returns: (transfer full) (element-type HallFinding): about @requirement->slot; with an error
 *   among them the file is not sent
 */
typedef GPtrArray *(*HallInspectFunc) (GBytes *bytes,
                                       const char *file_name,
                                       const HallRequirement *requirement,
                                       const HallOrder *order,
                                       const HallPrintedSheet *sheet,
                                       gpointer user_data);
