/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing the order of a HallOrderFixture to a state, and the bodies of the events on the way.
 */
#pragma once

#include "hall-order-fixture.h"

#define HALL_ORDER_FUNDS "{\"amount_fen\":90000,\"payer\":\"深圳市测试样例科技有限公司\"}"
#define HALL_ORDER_SHIP  "{\"courier\":\"顺丰速运\",\"tracking_number\":\"SF1234567890\"}"
#define HALL_ORDER_RETURN                                            \
  "{\"returns\":[{\"code\":\"L01\",\"place\":\"business_licence\"}," \
  "{\"code\":\"L03\",\"place\":\"organisation.uscc\"}]}"

/**
 * hall_order_walk:
 * @channel: how it is paid on the way
 *
 * Every step must be allowed. To "rejected" leads a review with HALL_ORDER_RETURN.
 */
void hall_order_walk (HallOrderFixture *self, HallState to, HallPayChannel channel);
