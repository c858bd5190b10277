/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-routes.h"

const HallRoute *const hall_routes[] = {
  hall_routes_public,
  hall_routes_account,
  hall_routes_order,
  hall_routes_sheet,
  hall_routes_document,
  hall_routes_capture,
  hall_routes_event,
  hall_routes_auth,
  hall_routes_phone,
  hall_routes_payment,
  hall_routes_queue,
  hall_routes_desk,
  hall_routes_review,
  hall_routes_money,
  hall_routes_production,
  hall_routes_practice,
  NULL,
};
