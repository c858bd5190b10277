/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture where a practice hall asks for a photograph and there is nobody to take one. It says
 * 练习 and what it stands for; nobody can take it for a real one.
 */
#pragma once

#include <glib.h>

/**
 * hall_practice_picture_draw:
 * @label: "身份证人像面"
 * @error: of %HALL_ERROR if the fonts are missing or it cannot be encoded
 *
 * Returns: (transfer full): a JPEG
 */
GBytes *hall_practice_picture_draw (const char *label, GError **error);
