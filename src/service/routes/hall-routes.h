/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every route of the service: a table for each subject, in a file of its own.
 */
#pragma once

#include "hall-route.h"

/* Each ends with a route without a method. */
extern const HallRoute hall_routes_public[];
extern const HallRoute hall_routes_account[];
extern const HallRoute hall_routes_order[];
extern const HallRoute hall_routes_sheet[];
extern const HallRoute hall_routes_document[];
extern const HallRoute hall_routes_capture[];
extern const HallRoute hall_routes_event[];
extern const HallRoute hall_routes_auth[];
extern const HallRoute hall_routes_phone[];
extern const HallRoute hall_routes_payment[];
extern const HallRoute hall_routes_queue[];
extern const HallRoute hall_routes_desk[];
extern const HallRoute hall_routes_money[];
extern const HallRoute hall_routes_production[];
extern const HallRoute hall_routes_review[];
extern const HallRoute hall_routes_practice[];

/* All of them; ends with NULL. */
extern const HallRoute *const hall_routes[];
