/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The switches of a hall that can be turned while it runs.
 */
#pragma once

#include "hall-context.h"

/* Always on, unless a practice hall has turned it off. */
gboolean hall_settings_is_two_person_rule (const HallContext *context);
gboolean hall_settings_set_two_person_rule (HallContext *context, gboolean on, GError **error);
