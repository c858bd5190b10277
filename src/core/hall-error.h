/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one error domain. A code says what the caller can do, not where it happened;
 * errors of other libraries are turned into one of these at the border of their layer.
 * An error can carry which fields are wrong, and when to try again.
 */
#pragma once

#include <glib.h>

#define HALL_ERROR_ROW(id, name) HALL_ERROR_##id,
typedef enum
{
#include "hall-error-list.h"
  HALL_N_ERRORS
} HallError;
#undef HALL_ERROR_ROW

/* clang-format off */
#define HALL_ERROR (hall_error_quark ())
/* clang-format on */
GQuark hall_error_quark (void);

/* "invalid", "conflict"; stable, part of the interface. */
const char *hall_error_get_name (HallError code);

/* HALL_ERROR_INTERNAL if there is no such name. */
HallError hall_error_from_name (const char *name);

/**
 * hall_error_set_findings:
 * @error: an error of %HALL_ERROR
 * @findings: (nullable) (element-type HallFinding): what is wrong with single fields or
 *   documents; a reference is kept, so it is not changed afterwards
 */
void hall_error_set_findings (GError *error, GPtrArray *findings);

/* (transfer none) (nullable): NULL as well for no error and errors of other domains. */
GPtrArray *hall_error_get_findings (const GError *error);

/* Seconds to wait before the same can be tried again. */
void hall_error_set_retry_after (GError *error, guint seconds);

/* 0 if the error does not say, for no error and for errors of other domains. */
guint hall_error_get_retry_after (const GError *error);
