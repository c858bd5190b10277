/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reviewer is told beside the order itself: what changed since it was looked at the last
 * time, and what was seen before in other orders.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-facts.h"

/* Adds the members of the answer. FALSE with @error. */
gboolean hall_second_look_add (HallContext *context,
                               const HallCase *order,
                               JsonBuilder *builder,
                               GError **error);
