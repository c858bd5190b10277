/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The paths of the service.
 */
#pragma once

#include <glib.h>

#define PATH(id, ...) HALL_PATH_##id,
typedef enum
{
#include "hall-path-list.h"
  HALL_N_PATHS
} HallPath;
#undef PATH

/* "/v1/orders/{order}" */
const char *hall_path_get_pattern (HallPath path);

/**
 * hall_path_fill:
 * @...: one text for each {name} in the pattern, in their order, then NULL; none of them is
 *   empty, "." or ".."
 *
 * Returns: (transfer full): the path with the texts percent-encoded
 */
char *hall_path_fill (HallPath path, ...) G_GNUC_NULL_TERMINATED;

/**
 * hall_path_match:
 * @path: a path as received, still percent-encoded
 *
 * Returns: (transfer full) (nullable): the decoded texts of the {names}, in their order;
 *   an empty array for a pattern without names; NULL if @path is not of this pattern
 */
char **hall_path_match (HallPath pattern, const char *path);
