/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside a label, as an application would hold it.
 */
#pragma once

#include "hall-licence.h"

/**
 * hall_licence_value_tidy:
 * @id: no code: those have a check digit to be mended by (hall-code-mend.h)
 * @text: as it was read
 *
 * Returns: (transfer full) (nullable): NULL if it cannot be that
 */
char *hall_licence_value_tidy (HallLicenceItemId id, const char *text);
