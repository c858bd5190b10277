/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one error domain. A code says what the caller can do, not where it happened;
 * errors of other libraries are turned into one of these at the border of their layer.
 */
#pragma once

#include <glib.h>

#define ERROR(id, name) HALL_ERROR_##id,
typedef enum
{
#include "hall-error-list.h"
  HALL_N_ERRORS
} HallError;
#undef ERROR

/* clang-format off */
#define HALL_ERROR (hall_error_quark ())
/* clang-format on */
GQuark hall_error_quark (void);

/* "invalid", "conflict"; stable, part of the interface. */
const char *hall_error_get_name (HallError code);

/* HALL_ERROR_INTERNAL if there is no such name. */
HallError hall_error_from_name (const char *name);
