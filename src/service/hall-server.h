/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A running hall: everything put together, started in order and stopped in order.
 */
#pragma once

#include "hall-config.h"

typedef struct _HallServer HallServer;

/* @error: what stands in the way, in words an operator can act on */
HallServer *hall_server_new (const HallConfig *config, GError **error);

/* "http://127.0.0.1:40123" */
const char *hall_server_get_address (HallServer *self);

/* Answers what is under way, writes what was promised, closes the database. */
void hall_server_free (HallServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallServer, hall_server_free)
